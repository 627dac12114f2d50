/** Whether a file has a test of this title that runs: not skipped, not in a comment. */
export function hasTest(source: string, title: string): boolean {
  const quoted = [`'${title}'`, `\`${title}\``, `"${title}"`]
  return quoted.some((literal) => {
    const before = source.slice(0, Math.max(0, source.indexOf(literal)))
    // What calls it: `test(`, `it(`, or the table of an `each` that ends in `)(`.
    return source.includes(literal) && /((^|\s)(test|it)|\))\($/.test(before.trimEnd())
  })
}
