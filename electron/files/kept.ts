import { z } from 'zod'

/**
 * Versions of what is kept on disk, and how an earlier one becomes today's.
 *
 * The rule for whoever changes what is kept: **each new field, each new value of an enum and each new
 * meaning of an old one raises the version**, since an earlier build would drop the first, refuse the
 * second and misread the third. Raising it is adding one function to the end of the file's `earlier`:
 * it takes a whole file of the version before, by that version's own rules (copied beside it, never
 * shared with today's), and gives a file of the next; where that only takes more, the file as it is. `e2e/profiles/shapes.test.ts` fails on a change
 * of shape without it, and on a version of which no profile is kept.
 *
 * Three things hold for all versions to come, as builds that are installed rely on them: a JSON file
 * tells its version as the number `version` at its top, a line of the record as the number `version`
 * in it (1 where there is none), and the vault as its first byte.
 *
 * Nothing is written when an earlier file is read: it is replaced, in one step, when the app next
 * saves. Until then the build before can still read it, and a crash finds it as it was.
 */
export type Kind<Content> = {
  /** The rules of today's version, for the whole file. */
  readonly content: z.ZodType<Content>
  /** What a file without a version is: the first one's, or none of the app. */
  readonly unnumbered: 1 | null
  /** From each earlier version to the one after it, the first one's first. Throws what is refused. */
  readonly earlier: readonly Migration[]
}

/** Pure: the same file always becomes the same. */
export type Migration = (file: unknown) => unknown

/** `newer`: a later build wrote it, who alone can read it. */
export type Reading<Content> =
  | { readonly kind: 'read'; readonly content: Content }
  | { readonly kind: 'newer' | 'unreadable' }

const numbered = z.object({ version: z.number() })

export function versionOf({ earlier }: Pick<Kind<unknown>, 'earlier'>): number {
  return earlier.length + 1
}

/** Reads a file by the rules of its own version and makes it today's, one version after the other. */
export function readKept<Content>(text: string, kind: Kind<Content>): Reading<Content> {
  const file = jsonOf(text)
  const version = statedVersion(file) ?? (isBare(file) ? kind.unnumbered : null)
  if (version === null) return { kind: 'unreadable' }
  if (version > versionOf(kind)) return { kind: 'newer' }
  if (!Number.isInteger(version) || version < 1) return { kind: 'unreadable' }
  const parsed = kind.content.safeParse(migrated(file, kind.earlier.slice(version - 1)))
  return parsed.success ? { kind: 'read', content: parsed.data } : { kind: 'unreadable' }
}

/** The text of a file of today's version. */
export function keptText(content: object, kind: Pick<Kind<unknown>, 'earlier'>): string {
  return `${JSON.stringify({ version: versionOf(kind), ...content }, null, 2)}\n`
}

/** The version that a parsed file or line states, null if none. */
export function statedVersion(file: unknown): number | null {
  const parsed = numbered.safeParse(file)
  return parsed.success ? parsed.data.version : null
}

const anyObject = z.record(z.string(), z.unknown())

function isBare(file: unknown): boolean {
  const parsed = anyObject.safeParse(file)
  return parsed.success && parsed.data['version'] === undefined
}

/** The file as today's version has it; undefined when a version on the way refuses it. */
function migrated(file: unknown, steps: readonly Migration[]): unknown {
  try {
    return steps.reduce((before, step) => step(before), file)
  } catch {
    // A step throws what its version would not have written: damage, told as such by the caller.
    return undefined
  }
}

export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON is no file of the app, of whatever version.
    return undefined
  }
}
