/**
 * Text as it may be shown to somebody who decides by it. A character that leaves no ink of its own
 * can hide a difference, and one that turns the direction of writing can make a line read as another:
 * both are replaced by a mark such as `⟨U+202E⟩`. One rule for all of them, without exceptions by
 * language: a Persian name or an emoji that is joined by one stays readable with a mark in it, and a
 * list of harmless cases would be the place to hide in.
 */

/**
 * Controls, formats, halves of characters, spaces that are not the plain one, separators of lines and
 * paragraphs, whatever Unicode lets a font leave out (fillers, joiners, tags, variation selectors),
 * what no font knows (private use, not assigned), and the few that are drawn without ink (the empty
 * Braille pattern, a null notehead, a Khitan filler). Tabs and ends of lines belong to longer texts and stay.
 */
const UNSEEN =
  /\r(?!\n)|(?![\t\n\r ])[\p{Cc}\p{Cf}\p{Cs}\p{Zs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\p{Co}\p{Cn}\u2800\u{1D159}\u{16FE4}]/gu
const BREAKS = /[\t\n\r]/g
const MARK = /⟨U\+([0-9A-F]{4,6})⟩/g
/** The first character of what looks like a mark, and may be part of a name. */
const LOOKALIKE = /⟨(?=U\+[0-9A-F]{4,6}⟩)/g

const markOf = (character: string): string =>
  `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`

/** Whether a text has characters that cannot be seen, or that turn the direction of others. */
export function hides(text: string): boolean {
  return text.search(UNSEEN) !== -1
}

/** A text with a mark for each character that cannot be seen. Done twice it is the same. */
export function visible(text: string): string {
  return text.replaceAll(UNSEEN, markOf)
}

/** The same for a value in a file of lines, where a line break of its own would forge another line. */
export function visibleLine(text: string): string {
  return visible(text).replaceAll(BREAKS, markOf)
}

/** Whether a name hides something: it has no business with tabs and ends of lines either. */
export function nameHides(name: string): boolean {
  return visibleLine(name) !== name
}

/** As `visible`, but nothing is lost: marks that stand in the text itself are marked as well. */
export function drawn(text: string): string {
  return visible(text.replaceAll(LOOKALIKE, markOf))
}

/** The text that `drawn` was given. */
export function meant(text: string): string {
  return text.replaceAll(MARK, (mark, digits: string) => {
    const code = Number.parseInt(digits, 16)
    const character = code > 0x10_ff_ff ? '' : String.fromCodePoint(code)
    const isOurs = mark === markOf(character) && (character === '⟨' || hides(character))
    return isOurs ? character : mark
  })
}

/** JSON whose strings say such characters in JSON's own escapes: the same value, and seen. */
export function visibleJson(json: string): string {
  return json.replaceAll(UNSEEN, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  )
}

/** Letters, digits and marks of Hebrew, Arabic and the other scripts that run from right to left. */
const RIGHT_TO_LEFT =
  '\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}'
const RUN = new RegExp(
  `([${RIGHT_TO_LEFT}]+(?:[^\\p{L}${RIGHT_TO_LEFT}\\n]+[${RIGHT_TO_LEFT}]+)*)`,
  'u',
)

/**
 * A sentence in its parts: those at odd places run from right to left, and are to be isolated, so that
 * a name in such a script is read as it is and moves nothing around it.
 */
export function byDirection(text: string): readonly string[] {
  return text.split(RUN)
}
