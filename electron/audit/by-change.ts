import type { Entry } from './entry.ts'
import { kindOf } from './operations.ts'
import { outcomeOf, type CallEntry, type Outcome } from './outcome.ts'

/** A call with how it went. */
export type Judged = { readonly call: CallEntry; readonly outcome: Outcome }

/** What somebody asked for and what came of it; `asked` is null of what the app did by itself. */
export type ChangeMade = {
  readonly asked: Extract<Entry, { kind: 'change' }> | null
  /** The app did not take it; '' if it did. */
  readonly refused: string
  /** The calls that changed something, until the next change was asked for; oldest first. */
  readonly calls: readonly Judged[]
}

/** Reads of one thing that went the same way, as one line. */
export type FoldedReads = {
  readonly service: string
  readonly operation: string
  readonly resource: string
  readonly error: string
  readonly outcome: Outcome
  readonly count: number
  readonly first: string
  readonly last: string
}

/** Each call of a record with how it went, oldest first. */
export const judged = (entries: readonly Entry[]): readonly Judged[] =>
  entries.flatMap((entry, place) =>
    entry.kind === 'call' ? [{ call: entry, outcome: outcomeOf(entries, place) }] : [],
  )

/**
 * The changes of a record, each with the calls that carried it out: a change is written down before it is
 * carried out, so they come after it.
 */
export function changesOf(entries: readonly Entry[]): readonly ChangeMade[] {
  const made: { asked: ChangeMade['asked']; refused: string; calls: Judged[] }[] = []
  for (const [place, entry] of entries.entries()) {
    if (entry.kind === 'change') made.push({ asked: entry, refused: '', calls: [] })
    const last = made.at(-1)
    if (entry.kind === 'refused') {
      const asked = made.findLast(
        (one) => one.asked?.step === entry.step && one.asked.action === entry.action,
      )
      if (asked) asked.refused = entry.code
    }
    if (entry.kind !== 'call' || kindOf(entry.service, entry.operation) !== 'change') continue
    const call = { call: entry, outcome: outcomeOf(entries, place) }
    if (last) last.calls.push(call)
    else made.push({ asked: null, refused: '', calls: [call] })
  }
  return made
}

/** All calls that change nothing, those that are alike as one line, in the order in which they first came. */
export function foldedReads(entries: readonly Entry[]): readonly FoldedReads[] {
  const lines = new Map<string, FoldedReads>()
  for (const { call, outcome } of judged(entries)) {
    const { service, operation, resource, error, at } = call
    if (kindOf(service, operation) === 'change') continue
    const key = JSON.stringify([service, operation, resource, error, outcome])
    const line = lines.get(key)
    lines.set(
      key,
      line
        ? { ...line, count: line.count + 1, last: at }
        : { service, operation, resource, error, outcome, count: 1, first: at, last: at },
    )
  }
  return [...lines.values()]
}
