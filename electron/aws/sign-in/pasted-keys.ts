import { fail } from '../../errors/failure.ts'
import { JOINED, KEY_ID, inOnePiece, plain } from './pasted-text.ts'

/** What a person pastes: a block as it was copied or, where that is empty, three fields. */
export type PastedKeys = {
  readonly block: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken: string
}
/** Short-lived credentials. `expiration` only where the pasted text says it. */
export type Keys = {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken: string
  readonly expiration?: Date
}

const PARTS = ['accessKeyId', 'secretAccessKey', 'sessionToken'] as const
type Part = (typeof PARTS)[number]

/** A value in quotes may be broken over lines, as mail programs do. `\` is for JSON's escapes. */
const value = (characters: string, atLeast: number): string => {
  const whole = `(?![${characters}])`
  return `(?:"([${characters}\\s]{${atLeast},})"|'([${characters}\\s]{${atLeast},})'|["']?([${characters}]{${atLeast},})${whole})`
}
/** `=`, `: `, `","`, a table's `|`, or only a space, as in `setenv NAME value` or `-Name value`. */
const SEPARATOR = `["'\`]?\\s{0,20}(?:[:=|,]|\\s)\\s{0,20}\\|?\\s{0,20}`
const assignment = (names: string, characters: string, atLeast = 16): RegExp =>
  new RegExp(`(?:${names})${SEPARATOR}${value(characters, atLeast)}`, 'gi')

const KEY = 'A-Za-z0-9'
const BASE64 = 'A-Za-z0-9/+=\\\\'
/** The names that the AWS CLI, its tools for PowerShell, SDKs, Terraform and AWS's replies give the parts. */
const NAMED: Readonly<Record<Part, readonly RegExp[]>> = {
  accessKeyId: [assignment(`(?<!secret${JOINED})access${JOINED}key(?:${JOINED}id)?`, KEY)],
  secretAccessKey: [assignment(`secret${JOINED}(?:access${JOINED})?key`, BASE64)],
  sessionToken: [
    assignment(`(?:session|security)${JOINED}token`, BASE64),
    // The metadata service's and Terraform's name for it; many other things are tokens too.
    assignment('(?<![A-Za-z0-9_-])token', BASE64, 80),
  ],
}
/** Without names the parts tell themselves by their shape: prefix, length 40 (no hash), and long. */
const BARE: Readonly<Record<Part, RegExp>> = {
  accessKeyId: /(?<![\w/+])(A[KS]IA[A-Z0-9]{12,124})(?![\w/+=])/g,
  secretAccessKey: /(?<![\w/+])(?![0-9a-f]{40})([A-Za-z0-9/+]{40})(?![\w/+=])/g,
  sessionToken: /(?<![\w/+])([A-Za-z0-9/+]{80,}={0,2})(?![\w/+=])/g,
}
/** What cannot stand under another name: in a file of columns the next line follows the last name. */
const MISPLACED: Readonly<Record<Part, (found: string) => boolean>> = {
  accessKeyId: () => false,
  secretAccessKey: (found) => KEY_ID.test(found) && found.length !== 40,
  sessionToken: (found) => KEY_ID.test(found),
}
const SHAPE: Readonly<Record<Part, RegExp>> = {
  accessKeyId: /^[A-Za-z0-9]{16,128}$/,
  secretAccessKey: /^[A-Za-z0-9/+=]{16,}$/,
  sessionToken: /^[A-Za-z0-9/+=]{16,}$/,
}
/** Only with its time zone: a wrong end would be worse than an unknown one. */
const EXPIRATION =
  /expir(?:ation|es)["'`]?\s{0,20}[:=|,]\s{0,20}["']?(\d{4}-\d\d-\d\d[T ][\d:.]{5,12}(?:Z|[+-]\d\d:?\d\d))/i

/** Without lines that are switched off: keys of an earlier day. */
const active = (text: string): string => text.replaceAll(/^[ \t]*(?:#|;|\/\/|::|rem\s).*$/gim, '')

/** JSON may write `/`, `+` and `=` escaped; a value broken over lines is whole again. */
const unescaped = (text: string): string =>
  text
    .replaceAll(/\s+/g, '')
    .replaceAll(/\\u00(2[bf]|3d)/gi, (_, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    )
    .replaceAll('\\', '')

function valuesOf(patterns: readonly RegExp[], text: string): string[] {
  const found = patterns
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .map((match) => unescaped(match.slice(1).find((group) => group !== undefined) ?? ''))
  return [...new Set(found)]
}

/**
 * All different values of each part in a text: those under a name of the part or, where there is
 * none, those of its shape in what no name has. An ID is one wherever it stands: there may be a
 * second set of keys of which the names say nothing.
 */
function partsIn(text: string): Record<Part, string[]> {
  const named = (part: Part): string[] =>
    valuesOf(NAMED[part], text).filter((found) => !MISPLACED[part](found))
  const nameless = PARTS.filter((part) => named(part).length > 0)
    .flatMap((part) => NAMED[part])
    .reduce((rest, pattern) => rest.replaceAll(pattern, ' '), text)
  const read = (part: Part): string[] => {
    const found = named(part)
    return found.length > 0 ? found : valuesOf([BARE[part]], nameless)
  }
  const ids = [...read('accessKeyId'), ...valuesOf([BARE.accessKeyId], text)]
  return {
    accessKeyId: [...new Set(ids)],
    secretAccessKey: read('secretAccessKey'),
    sessionToken: read('sessionToken'),
  }
}

function expirationIn(text: string): { expiration?: Date } {
  const written = EXPIRATION.exec(text)?.[1]
  const expiration = written === undefined ? undefined : new Date(written.replace(' ', 'T'))
  return expiration && !Number.isNaN(expiration.getTime()) ? { expiration } : {}
}

const LONG_LIVED = /^AKIA/i

/** `=` ends a value and stands nowhere else in one: a mail program has put it there. */
const BROKEN = /=[^=]/

/** Refuses what is long-lived or not whole. `fieldOf` says beside which field. */
function whole(parts: Readonly<Record<Part, string>>, fieldOf: (part: Part) => string): Keys {
  if (LONG_LIVED.test(parts.accessKeyId))
    throw fail('keys-long-lived', {}, { field: fieldOf('accessKeyId') })
  const missing = PARTS.filter((part) => parts[part] === '')
  const [first] = missing
  if (first)
    throw fail('keys-incomplete', { missing: missing.join(',') }, { field: fieldOf(first) })
  const broken = PARTS.find((part) => BROKEN.test(parts[part]))
  if (broken) throw fail('keys-broken', {}, { field: fieldOf(broken) })
  return {
    accessKeyId: parts.accessKeyId,
    secretAccessKey: parts.secretAccessKey,
    sessionToken: parts.sessionToken,
  }
}

function fromBlock(text: string): Keys {
  const all = partsIn(text)
  const found = PARTS.some((part) => all[part].length > 1) ? partsIn(active(text)) : all
  if (PARTS.every((part) => found[part].length === 0))
    throw fail('keys-unreadable', {}, { field: 'block' })
  if (found.accessKeyId.length > 0 && found.accessKeyId.every((id) => LONG_LIVED.test(id)))
    throw fail('keys-long-lived', {}, { field: 'block' })
  if (PARTS.some((part) => found[part].length > 1))
    throw fail('keys-several', {}, { field: 'block' })
  const parts = {
    accessKeyId: found.accessKeyId[0] ?? '',
    secretAccessKey: found.secretAccessKey[0] ?? '',
    sessionToken: found.sessionToken[0] ?? '',
  }
  return { ...whole(parts, () => 'block'), ...expirationIn(text) }
}

/** One field, in which the name may have been copied along with the value. */
function fieldValue(part: Part, typed: string): string {
  // The end of a value in a mail's raw form; before it may stand a name and an `=` of its own.
  const text = plain(typed).replace(/(?:=3D){1,2}\s*$/, (end) => end.replaceAll('=3D', '='))
  return valuesOf(NAMED[part], text)[0] ?? text.replaceAll(/[\s"'`,;]+/g, '')
}

function fromFields(typed: Readonly<Record<Part, string>>): Keys {
  const parts = {
    accessKeyId: fieldValue('accessKeyId', typed.accessKeyId),
    secretAccessKey: fieldValue('secretAccessKey', typed.secretAccessKey),
    sessionToken: fieldValue('sessionToken', typed.sessionToken),
  }
  const odd = PARTS.find((part) => parts[part] !== '' && !SHAPE[part].test(parts[part]))
  if (odd) throw fail('keys-unreadable', {}, { field: odd })
  return whole(parts, (part) => part)
}

/**
 * Reads short-lived AWS credentials as portals, helpdesks and tools give them: commands for bash,
 * cmd and PowerShell, a profile's section, JSON, a table, settings of programs, or the bare values,
 * and what of them is mixed. Throws `keys-empty`,
 * `keys-unreadable`, `keys-incomplete` (fact `missing`: the parts, comma-separated),
 * `keys-several`, `keys-broken` or `keys-long-lived`, with the field. No fact holds any part of what was pasted.
 */
export function parseKeys({ block, ...fields }: PastedKeys): Keys {
  const text = inOnePiece(block)
  if (text === null) throw fail('keys-broken', {}, { field: 'block' })
  if (text.trim() !== '') return fromBlock(text)
  if (PARTS.every((part) => fields[part].trim() === ''))
    throw fail('keys-empty', {}, { field: 'block' })
  return fromFields(fields)
}
