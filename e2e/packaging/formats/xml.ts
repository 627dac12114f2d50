/** An XML element with its attributes, those that are `undefined` left out, and what is in it. */
export type Xml = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string | undefined>>
  readonly inside: readonly Xml[] | string
}

export const xml = (
  name: string,
  attributes: Xml['attributes'] = {},
  inside: Xml['inside'] = [],
): Xml => ({ name, attributes, inside })

const NAMED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (one) => NAMED[one] ?? one)

function elementOf({ name, attributes, inside }: Xml, indent: string): string {
  const told = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escaped(value)}"`]))
    .join('')
  if (typeof inside === 'string') return `${indent}<${name}${told}>${escaped(inside)}</${name}>\n`
  if (inside.length === 0) return `${indent}<${name}${told}/>\n`
  const inner = inside.map((child) => elementOf(child, `${indent}  `)).join('')
  return `${indent}<${name}${told}>\n${inner}${indent}</${name}>\n`
}

/** The whole document as text. */
export const documentOf = (root: Xml): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${elementOf(root, '')}`
