const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** Text as it may stand between tags and in quoted attributes of XML. */
const escaped = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? '')

type Attributes = Readonly<Record<string, string | number>>

/** An element with other elements in it, or with a text; each on lines of its own. */
export function element(
  name: string,
  attributes: Attributes,
  content: string | readonly string[] = [],
): string {
  const said = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escaped(String(value))}"`,
  )
  const opening = `<${name}${said.join('')}`
  if (typeof content === 'string') return `${opening}>${escaped(content)}</${name}>`
  if (content.length === 0) return `${opening}/>`
  return [`${opening}>`, ...content.map(indented), `</${name}>`].join('\n')
}

/** Texts may have lines of their own, which stay as they are. */
const indented = (part: string): string =>
  part
    .split('\n')
    .map((line) => (/^\s*</.test(line) ? `  ${line}` : line))
    .join('\n')

export const document = (root: string, type = ''): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${type}${root}\n`
