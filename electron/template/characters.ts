import { Lexer } from 'yaml'

/** Marks that the lexer puts between the pieces of a text, and that are not in it. */
const MARKS = new Set(['\u0002', '\u0018', '\u001f'])
const SCALAR = '\u001f'
/** The C0 and C1 controls but line feed and tab, what ends a line in YAML 1.1 only, a mark inside. */
const REFUSED =
  // oxlint-disable-next-line no-control-regex -- it is what this looks for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]|\r(?!\n)|(?<!^)\ufeff/u

/** What one reader of YAML takes for something else than another, and where. */
export type Strange = { readonly reason: string; readonly offset: number }

/**
 * The first character that may not stand in YAML 1.1, or that ends a line there and nowhere else: a
 * comment here would be content at AWS. A tab counts wherever it is no part of a text or comment.
 */
export function strangeCharacter(body: string): Strange | null {
  const found = REFUSED.exec(body)
  if (found) {
    const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
    return { reason: `The character U+${code} is not allowed in YAML`, offset: found.index }
  }
  return body.includes('\t') ? strangeTab(body) : null
}

function strangeTab(body: string): Strange | null {
  let offset = 0
  let before = ''
  let last = ''
  for (const piece of new Lexer().lex(body)) {
    if (!MARKS.has(piece)) {
      const at = before === SCALAR ? tabInScalar(piece, last) : tabBetween(piece)
      if (at >= 0) {
        return { reason: 'A tab is allowed only inside quotes and comments', offset: offset + at }
      }
      offset += piece.length
      if (!/^(?:[ \t\r\n]*|#.*)$/.test(piece)) last = piece
    }
    before = piece
  }
  return null
}

/** In a block every line may have one, but for the last if that is no line of it. */
function tabInScalar(piece: string, header: string): number {
  if (!/^[|>]/.test(header)) return piece.indexOf('\t')
  const end = /[ \t]*$/.exec(piece)
  return end?.[0].includes('\t') ? end.index : -1
}

function tabBetween(piece: string): number {
  return /^["'#]/.test(piece) ? -1 : piece.indexOf('\t')
}
