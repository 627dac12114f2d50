/** Rows as CSV by RFC 4180: every cell quoted, lines that end with CR LF. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')

/**
 * What begins like a formula is made text: whoever names a connection, an account or a bucket must not
 * make a spreadsheet calculate (OWASP, "CSV Injection").
 */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return `"${harmless.replaceAll('"', '""')}"`
}
