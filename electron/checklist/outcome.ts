import type { Status } from '../contract/status.ts'
import { isOf } from '../errors/catalogue.ts'
import type { ErrorCode } from '../errors/catalogue.ts'
import type { AppFailure } from '../errors/failure.ts'
import type { Ask, FactId } from '../contract/steps.ts'
import type { Fact } from '../contract/facts.ts'

/** After these only a new sign-in, or another choice there, helps. */
export const endsSignIn = (code: ErrorCode): boolean => isOf(code, 'signed-out', 'access-ended')

/** After these a command goes on by itself once their cause is removed. */
export const interrupts = (code: ErrorCode): boolean => endsSignIn(code) || isOf(code, 'vault')

export function interrupted(status: Status): boolean {
  return status.kind === 'failed' && interrupts(status.error.code)
}

export function endedSignIn(status: Status): boolean {
  return status.kind === 'failed' && endsSignIn(status.error.code)
}

export function provenFact(status: Status, fact: FactId): string {
  if (status.kind !== 'done') return ''
  return status.evidence.find(({ id }) => id === fact)?.value ?? ''
}

/** A needed step is satisfied when proven, when it does not apply, or when its wait blocks nobody. */
export function satisfied(status: Status): boolean {
  return (
    status.kind === 'done' ||
    status.kind === 'skipped' ||
    (status.kind === 'pending' && !status.blocks)
  )
}

/** What was told and not read from AWS: it is kept, marked as told, and stands in nobody's way. */
export function unverified(at: number, evidence: readonly Fact[]): Status {
  return {
    kind: 'pending',
    blocks: false,
    lookAgainAt: null,
    progress: { kind: 'unverified', at, evidence },
  }
}

/** Whether two statuses mean the same to the steps that rest on them. */
export function sameOutcome(before: Status, after: Status): boolean {
  const outcome = (status: Status): string => {
    if (status.kind === 'done') return `done ${JSON.stringify(status.evidence)}`
    if (status.kind === 'pending') return `pending ${status.blocks}`
    return status.kind
  }
  return outcome(before) === outcome(after)
}

/** When a step is to be looked at again by itself (ms since the epoch); null where nothing changes. */
export const nextLook = (status: Status): number | null =>
  'lookAgainAt' in status ? (status.lookAgainAt ?? null) : null

/** A proof is no newer than the oldest answer that it rests on, which had been asked for at `asOf` (ms). */
export const asOfThen = (status: Status, asOf: number): Status =>
  status.kind === 'done' && asOf < status.at ? { ...status, at: asOf } : status

/** What to show when an act failed and the check after it found `found`. */
export function afterFailure(found: Status, failure: AppFailure): Status {
  const { error } = failure
  if (error.code === 'cancelled') return found
  const ask = askIn(found)
  // What was refused has broken nothing: all is as it was, and beside it why. A form says it at its field.
  const isAtField = ask !== undefined && error.field !== undefined
  if (found.kind === 'pending' && !isAtField && isOf(error.code, 'policy', 'denied'))
    return { ...found, refused: error }
  if (found.kind === 'done' && isOf(error.code, 'policy')) return { ...found, refused: error }
  if (found.kind === 'done' && error.code !== 'disk-write-failed') return found
  const isAsking = found.kind === 'todo' || found.kind === 'pending'
  const next = found.kind === 'pending' ? null : nextLook(found)
  const goesOn = next === null ? {} : { lookAgainAt: next }
  if (error.field && ask && isAsking) return { kind: 'todo', ask, problem: error, ...goesOn }
  return ask ? { kind: 'failed', error, ask, ...goesOn } : { kind: 'failed', error }
}

/** Whoever waits for an MSP has the fields for its answer, too. */
function askIn(status: Status): Ask | undefined {
  if ('ask' in status) return status.ask
  const isAsked = status.kind === 'pending' && status.progress.kind === 'asked-msp'
  return isAsked ? status.progress.ask : undefined
}
