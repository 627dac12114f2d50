/** A text of a catalogue, and where it stands. */
export type Leaf = { readonly at: string; readonly text: string }

/** Values that are filled in wherever a text takes some, in their order: no words of any language. */
export const FILLED_IN = ['Qxa', 'Qxb', 'Qxc'] as const
const [FIRST, SECOND, THIRD] = FILLED_IN

/** What each function of a catalogue may be given: enough for each of its branches to speak. */
const GIVEN: readonly (readonly unknown[])[] = [
  FILLED_IN,
  [2, 2, 2],
  [[FIRST, SECOND], [THIRD], [THIRD]],
]
/** The arguments of functions that take something else than names, numbers and lists of names. */
const ARGUMENTS: Readonly<Record<string, readonly unknown[]>> = {
  'app.moment': ['other', FIRST, SECOND],
  'app.lines.after': [[1, 2]],
  'bucket.policyDiff.count': [1, 2],
}

/** Every text of a part of a catalogue, with what functions say when they are given something. */
export function leavesOf(part: unknown, at = ''): Leaf[] {
  if (typeof part === 'string') return [{ at, text: part }]
  if (typeof part === 'function') return leavesOf(said(part, at), `${at}()`)
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([name, inside]) =>
    leavesOf(inside, at === '' ? name : `${at}.${name}`),
  )
}

/** Where each text and each function of a catalogue stands; items of lists are one. */
export function partsOf(part: unknown, at = ''): string[] {
  if (typeof part !== 'object' || part === null)
    return [typeof part === 'function' ? `${at}(${part.length})` : at]
  if (Array.isArray(part)) return [`${at}[]`]
  return Object.entries(part)
    .flatMap(([name, inside]) => partsOf(inside, at === '' ? name : `${at}.${name}`))
    .toSorted()
}

function said(part: object, at: string): unknown {
  if (at.startsWith('changes.texts')) return call(part, [{}, () => 5])
  if (at.startsWith('errors.sentences')) return call(part, [{}])
  const known = ARGUMENTS[at]
  if (known) return call(part, known)
  // Lists of names are told from names by what the function does with them.
  for (const given of GIVEN) {
    try {
      return call(part, given)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
  }
  throw new Error(`${at} takes something else`)
}

const call = (part: object, given: readonly unknown[]): unknown =>
  typeof part === 'function' ? Reflect.apply(part, undefined, given) : undefined
