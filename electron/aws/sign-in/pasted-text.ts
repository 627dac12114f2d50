/**
 * Pasted text as it was before editors, terminals and mail programs had it: how keys are written in it is
 * known to `pasted-keys.ts`.
 */

/** Between the words of a name: `access_key`, `access-key`, `aws.accessKey`. */
export const JOINED = '[ _.-]?'
export const KEY_ID = /^A[KS]IA[A-Z0-9]{12,124}$/

/** Straight quotes for the ones that editors make of them, and no invisible marks. */
export const plain = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u201C-\u201F\u2033\u00AB\u00BB]/g, '"')
    .replaceAll(/[\u2018-\u201B\u2032]/g, "'")
    .replaceAll(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .replaceAll('\u00A0', ' ')
    // What a mail program puts before every line of what is answered to.
    .replaceAll(/^[ \t]*(?:>[ \t]?)+/gm, '')

/** A secret of 40 characters that itself begins like a mail's `=`: after one there would be all 40. */
const BEGINS_ALIKE = /=3D[A-Za-z0-9/+]{38}(?![\w/+=])/

/**
 * The text of a mail in its raw form, where each `=` of its own is `=3D` and a line broken on the way ends
 * in one (RFC 2045, 6.7); as it is where only a single `=` stands otherwise: an ID is never `=AS…` in one.
 */
function withoutQuoting(text: string): string {
  const isQuoted = /=3D/.test(text) && !/=(?![0-9A-F]{2}|[ \t]*(?:\r?\n|$))/.test(text)
  if (!isQuoted || BEGINS_ALIKE.test(text)) return text
  return text
    .replaceAll(/=[ \t]*\r?\n/g, '')
    .replaceAll(/(?:=[0-9A-F]{2})+/g, (codes) =>
      Buffer.from(codes.replaceAll('=', ''), 'hex').toString('utf8'),
    )
}

/** No token begins like that, and no mail is written so in one part only. */
const HALF_QUOTED = new RegExp(`(?:session|security)${JOINED}token=3D(?:IQo|F[QwA]o|A[Qg]o)`, 'i')

/** YAML's block scalars (`>-`, `|`) begin in the line after their name, and count as if they did not. */
const withoutBlocks = (text: string): string =>
  text.replaceAll(/:[ \t]*[>|](?:[+-]?\d?|\d[+-])[ \t]*\n[ \t]+/g, ': ')

/** A shell's own marks for "goes on in the next line": for bash, cmd and PowerShell. */
const withoutContinuations = (text: string): string =>
  text.replaceAll(
    /([A-Za-z0-9/+=])[\\^`]\n[ \t]*(?=[A-Za-z0-9/+=]+["'`]?[\\^`;]?[ \t]*(?:\n|$))/g,
    '$1',
  )

/** The shortest session token seen is longer, so that what is shorter goes on in the next line. */
const WHOLE_TOKEN = 200
/** A token under its name, or a line that is nothing else, and the lines after it of the same characters. */
const FOLDED = new RegExp(
  `((?:session|security)${JOINED}token["'\`]?[ \\t]*(?:[:=|,]|[ \\t]|\\n)\\s{0,20}(?:"\\s{0,20})?|^[ \\t]*(?=[A-Za-z0-9/+]{60}))([A-Za-z0-9/+]{20,}=*)((?:\\n[ \\t]*[A-Za-z0-9/+=]+(?=["']?[ \\t]*(?:\\n|$)))+)`,
  'gim',
)

/** A text of a secret's length. */
const SECRET = /(?<![\w/+])[A-Za-z0-9/+]{40}(?![\w/+=])/g

/** What can be nothing but a part of a token: no word, no number, no hash. */
const isPart = (line: string): boolean =>
  !/^[0-9a-f]{32,}$/i.test(line) &&
  !/^\d+$/.test(line) &&
  (line.length >= 20 || /[\d+/]/.test(line))

/**
 * How many of the lines after the first one go on with a token; null where nobody can say. Each is without
 * blanks. Where no secret stands elsewhere, what looks like one is it.
 */
function goingOn(lines: readonly string[], secretIsMissing: boolean): number | null {
  // No token ends that early: a mail ends its broken lines like that.
  const isMail = /^[^=]{0,199}=$/.test(lines[0] ?? '')
  let length = 0
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1]
    const isSecret = /^[^=]{40}$/.test(line) && before?.length !== 40 && secretIsMissing
    const isOther = KEY_ID.test(line) || isSecret
    if (before !== undefined) {
      const hasEnd = before.endsWith('=') && !line.startsWith('=')
      const isEnded = length >= WHOLE_TOKEN && hasEnd && !isMail
      if (isEnded || isOther) return at - 1
      // Once lines are known to be broken, the last one is the shorter rest.
      const isRest = at > 1 && line.length <= before.length
      if (length >= WHOLE_TOKEN && !isRest && !isPart(line)) return null
    }
    length += line.length
  }
  return lines.length - 1
}

/**
 * A pasted text with each token in one piece, whoever has broken it over lines; null where it cannot be
 * said whether the next line belongs to it.
 */
export function inOnePiece(pasted: string): string | null {
  const text = withoutContinuations(withoutBlocks(plain(withoutQuoting(pasted))))
  const secrets = [...text.matchAll(SECRET)].length
  let isUnclear = HALF_QUOTED.test(text)
  const whole = text.replaceAll(FOLDED, (found, name: string, begun: string, rest: string) => {
    const [, ...after] = rest.split('\n')
    const lines = [begun, ...after.map((line) => line.trim())]
    const count = goingOn(lines, secrets < 2)
    if (count === null) isUnclear = true
    if (count === null || count === 0) return found
    // `=` before the end of a token is what a mail's line was broken with.
    const parts = lines.slice(0, count + 1)
    const token = parts
      .join('\n')
      .replaceAll(/=\n(?!=)/g, '')
      .replaceAll('\n', '')
    return [`${name}${token}`, ...after.slice(count)].join('\n')
  })
  return isUnclear ? null : whole
}
