/** A piece of HTML that was made by `html`: whatever came from outside is escaped in it. */
export type Html = { readonly kind: 'html'; readonly markup: string }
type Value = string | Html | readonly Html[]

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
/**
 * Control characters and halves of characters, which HTML does not allow, and marks that change the
 * direction of writing, with which a name could make a line read as another one.
 */
const UNWANTED = /(?![\t\n])[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu

/** Text as it may stand between tags and in quoted attributes. */
export function escapeText(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll(UNWANTED, '\ufffd')
    .replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}

const isHtml = (value: Html | readonly Html[]): value is Html => 'kind' in value

const markupOf = (value: Value): string => {
  if (typeof value === 'string') return escapeText(value)
  if (isHtml(value)) return value.markup
  return value.map(({ markup }) => markup).join('\n')
}

/** Template tag: strings that are filled in become text, and only `Html` stays markup. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  const markup = parts.map((part, index) => {
    const value = values[index]
    return value === undefined ? part : part + markupOf(value)
  })
  return { kind: 'html', markup: markup.join('') }
}

export const NOTHING: Html = { kind: 'html', markup: '' }
