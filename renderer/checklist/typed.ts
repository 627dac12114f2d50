import type { Status, StepView } from '../../electron/contract/status.ts'
import type { StepId } from '../../electron/contract/steps.ts'
import type { Proposal } from '../../electron/contract/hand-over-file.ts'
import { statusOf } from './flow.ts'
import { type Ground, groundOf, hasMoved } from './ground.ts'
import { editsFrom } from './proposed.ts'
import {
  type Edits,
  editsAfter,
  failedAttempt,
  NO_EDITS,
  type StackFailure,
  stackFailure,
} from './stackFailure.ts'

/** What was typed, by step. */
export type Drafts = Readonly<Partial<Record<StepId, Edits>>>

/** What a person has typed and not yet sent, and the steps that it was typed for. */
export type Typed = {
  readonly drafts: Drafts
  readonly steps: readonly StepView[]
  /** The last that was known of it. */
  readonly ground: Ground
  /** Why the last attempt at the stack failed, until there is another one. */
  readonly failure: StackFailure | null
  /** The steps that somebody else's file has filled in by now: each once, when it first asks. */
  readonly filled: { readonly by: string; readonly steps: readonly StepId[] }
}

/** When a connection is opened: nothing, but for the names to try after a failed attempt. */
export function firstTyped(steps: readonly StepView[]): Typed {
  const failure = failedAttempt(steps)
  const drafts: Drafts = failure ? { stack: editsAfter(failure, NO_EDITS) } : {}
  return { drafts, steps, ground: groundOf(steps), failure, filled: { by: '', steps: [] } }
}

/** What is kept after the steps have changed; the same drafts when nothing of them is over. */
export function typedAfter(before: Typed, steps: readonly StepView[]): Typed {
  const now = groundOf(steps)
  const moved = hasMoved(before.ground, now)
  const failure = moved ? null : stackFailure(before.failure, steps)
  const kept = withoutOver(before, steps, { moved, another: isAnother(before.ground, now) })
  const hasFailed = failedAttempt(steps) !== null && failedAttempt(before.steps) === null
  const drafts =
    hasFailed && failure ? { ...kept, stack: editsAfter(failure, kept.stack ?? NO_EDITS) } : kept
  const { filled } = before
  return { drafts, steps, ground: { ...before.ground, ...now }, failure, filled }
}

/** One field with another value. */
export function typing(before: Typed, step: StepId, name: string, value: string): Typed {
  const edits = { ...before.drafts[step], [name]: value }
  return { ...before, drafts: { ...before.drafts, [step]: edits } }
}

/**
 * With what was taken from somebody else's file, as if it were typed: each step is filled in when it
 * asks for the first time since, and is the person's from then on.
 */
export function filledIn(before: Typed, proposal: Proposal | null): Typed {
  if (!proposal) return before
  const { id: by, content } = proposal
  const steps = before.filled.by === by ? before.filled.steps : []
  const due = before.steps.flatMap(({ id, status }) => {
    const asks = status.kind === 'todo' || status.kind === 'failed'
    return asks && status.ask && !steps.includes(id) ? [{ id, ask: status.ask }] : []
  })
  if (due.length === 0 && before.filled.by === by) return before
  const filled = due.map(({ id, ask }): [StepId, Edits] => [
    id,
    { ...before.drafts[id], ...editsFrom(content, ask) },
  ])
  return {
    ...before,
    drafts: { ...before.drafts, ...Object.fromEntries(filled) },
    filled: { by, steps: [...steps, ...due.map(({ id }) => id)] },
  }
}

/** Without the edits of steps that are over with them. */
function withoutOver(
  before: Typed,
  steps: readonly StepView[],
  { moved, another }: { readonly moved: boolean; readonly another: boolean },
): Drafts {
  const over = steps.filter(({ id, status }) => {
    if (!before.drafts[id]) return false
    if (id === 'stack' && (moved || isOff(status, steps))) return true
    if (id === 'cost-report' && another) return true
    return isTakenOver(status) && !isTakenOver(statusOf(id, before.steps))
  })
  if (over.length === 0) return before.drafts
  return { ...before.drafts, ...Object.fromEntries(over.map(({ id }) => [id, undefined])) }
}

/** True for another account: names of its reports and buckets are not those of the one before. */
function isAnother({ account: before }: Ground, { account: now }: Ground): boolean {
  return before !== undefined && now !== undefined && now !== before
}

/** True when what was typed has been taken over. */
function isTakenOver(status: Status | undefined): boolean {
  if (status?.kind === 'pending') return status.progress.kind === 'unverified'
  return status?.kind === 'done'
}

/** True when something before the step has changed, so that it has to begin anew. */
function isOff(status: Status, steps: readonly StepView[]): boolean {
  if (status.kind !== 'waiting') return status.kind === 'skipped'
  // What cannot be looked at now has not changed: an ended sign-in takes nothing away.
  return !status.for.every((id) => steps.some((view) => view.id === id && view.earlier))
}
