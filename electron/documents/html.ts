import { byDirection, visible } from '../base/visible.ts'
import { STYLE } from './style.ts'

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

/** Text as it may stand in quoted attributes: what cannot be seen, or has no place in HTML, is marked. */
export function escapeText(text: string): string {
  return visible(text.replaceAll('\r\n', '\n')).replaceAll(
    /[&<>"']/g,
    (character) => ENTITIES[character] ?? '',
  )
}

/** Text between tags, where a name that runs from right to left moves nothing around it. */
function isolatedText(text: string): string {
  return byDirection(text)
    .map((part, place) => (place % 2 === 0 ? escapeText(part) : `<bdi>${escapeText(part)}</bdi>`))
    .join('')
}

/** Whether what follows may hold no tags: an attribute, or the title of the page. */
const isPlain = (before: string): boolean => /(="|<title>)$/.test(before)

const isHtml = (value: Html | readonly Html[]): value is Html => 'kind' in value

const markupOf = (value: Value, before: string): string => {
  if (typeof value === 'string') return isPlain(before) ? escapeText(value) : isolatedText(value)
  if (isHtml(value)) return value.markup
  return value.map(({ markup }) => markup).join('\n')
}

/** Template tag: strings that are filled in become text, and only `Html` stays markup. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  const markup = parts.map((part, index) => {
    const value = values[index]
    return value === undefined ? part : part + markupOf(value, part)
  })
  return { kind: 'html', markup: markup.join('') }
}

/** Elements that begin a line of a page's source; white space before them is never shown. */
const OWN_LINE =
  / ?(?=<(?:html|head|meta|title|style|body|header|footer|main|nav|section|article|h[1-6]|p|ul|ol|li|dl|table|tr|figure|details|pre|svg)\b)/g

/** A page's source with a row, an item or a paragraph on each line, so that two versions can be compared. */
const laidOut = (markup: string): string =>
  markup
    .split(/(<pre[\s\S]*?<\/pre>)/)
    .map((part, place) =>
      place % 2 === 1 ? part : part.replaceAll(/\s*\n\s*/g, ' ').replaceAll(OWN_LINE, '\n'),
    )
    .join('')

/**
 * A whole page: no script, and nothing loaded but what `also` names of the content security policy.
 * `more` is style besides that of all documents.
 */
export function pageOf(
  {
    locale,
    title,
    more = '',
    also = '',
  }: {
    readonly locale: string
    readonly title: string
    readonly more?: string
    readonly also?: string
  },
  body: Html,
): string {
  return laidOut(
    html`<!doctype html>
      <html lang="${locale}">
        <head>
          <meta charset="utf-8" />
          <meta
            http-equiv="Content-Security-Policy"
            content="default-src 'none'; style-src 'unsafe-inline'${also}"
          />
          <meta name="referrer" content="no-referrer" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${title}</title>
          <style>
            ${{ kind: 'html', markup: STYLE + more }}
          </style>
        </head>
        <body>
          ${body}
        </body>
      </html> `.markup,
  )
}

export const NOTHING: Html = { kind: 'html', markup: '' }
