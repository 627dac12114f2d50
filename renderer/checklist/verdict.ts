import type { Snapshot } from '../../electron/contract/snapshot.ts'
import type { Status, StepView } from '../../electron/contract/status.ts'
import { STEPS, type StepId } from '../../electron/contract/steps.ts'
import { notLookedAt } from '../../electron/errors/catalogue.ts'
import { statusOf } from './flow.ts'

/** What another look at a registered connection came to. */
export type Verdict =
  /** Somebody has to sign in before anything can be looked at. */
  | { readonly kind: 'signing-in' }
  | { readonly kind: 'looking' }
  | {
      readonly kind: 'looked'
      /** When the last of it was read (ms since the epoch). */
      readonly at: number
      /** Steps that are not as they were registered. */
      readonly changed: readonly StepId[]
      /** Steps that could not be looked at. */
      readonly unseen: readonly StepId[]
      /** The delivery is all that is still missing. */
      readonly awaited: boolean
    }

/** Null for a connection that was not looked at again since it was registered, or Spot Support was asked. */
export function verdictOf(snapshot: Snapshot): Verdict | null {
  const { steps, reopened, disconnected } = snapshot
  const endedAt = endOf(statusOf('registration', steps))
  if (disconnected || endedAt === null) return null
  const looked = steps.filter((step) => isLookedAt(step.id) && !isAtMsp(step, snapshot))
  return reopened ? ofTheLook(looked) : ofTheRecord(looked, endedAt)
}

function endOf(status: Status | undefined): number | null {
  if (status?.kind === 'done') return status.at
  const isAsked = status?.kind === 'pending' && status.progress.kind === 'asked-spot'
  return isAsked ? status.progress.at : null
}

/** In the MSP's account nobody here can look, before the end or after it. */
const isAtMsp = ({ id, status }: StepView, { managedBy }: Snapshot): boolean =>
  status.kind === 'skipped' || (managedBy === 'msp' && id === 'cost-report')

/** The steps that are read from AWS anew. */
const isLookedAt = (id: StepId): boolean => id === 'sign-in' || STEPS[id].thingInAws

function ofTheLook(steps: readonly StepView[]): Verdict {
  const signIn = statusOf('sign-in', steps)
  if (signIn?.kind === 'todo' || signIn?.kind === 'acting') return { kind: 'signing-in' }
  if (signIn?.kind !== 'failed' && steps.some(({ status }) => isUnderWay(status, steps)))
    return { kind: 'looking' }
  return looked(
    steps,
    ({ status }) => status.kind === 'todo' || (status.kind === 'failed' && !isUnseen(status)),
    ({ status }) => isUnseen(status),
  )
}

const isUnseen = (status: Status): boolean =>
  status.kind === 'waiting' || (status.kind === 'failed' && notLookedAt(status.error.code))

/** Of what waits, only that counts which waits for something that is still being looked at. */
function isUnderWay(status: Status, steps: readonly StepView[]): boolean {
  if (status.kind !== 'waiting') return status.kind === 'checking' || status.kind === 'acting'
  return status.for.some((id) => {
    const awaited = statusOf(id, steps)
    return awaited !== undefined && isUnderWay(awaited, steps)
  })
}

/**
 * After the look is over, by what it left in the record: a line of its own time for what was read, the
 * old line for what could not be, and none for what has proved wrong.
 */
function ofTheRecord(steps: readonly StepView[], registeredAt: number): Verdict | null {
  const isRead = ({ status }: StepView): boolean =>
    status.kind === 'done' && status.at > registeredAt
  const isGone = ({ status }: StepView): boolean => status.kind === 'waiting'
  if (!steps.some((step) => isRead(step))) return null
  return looked(steps, isGone, (step) => !isRead(step) && !isGone(step) && !isAwaited(step))
}

const isAwaited = ({ status }: StepView): boolean =>
  status.kind === 'pending' && status.progress.kind === 'delivery'

function looked(
  steps: readonly StepView[],
  isChanged: (step: StepView) => boolean,
  isLeft: (step: StepView) => boolean,
): Verdict {
  const idsOf = (which: (step: StepView) => boolean): StepId[] =>
    steps.filter((step) => which(step)).map(({ id }) => id)
  const times = steps.flatMap(({ status }) => (status.kind === 'done' ? [status.at] : []))
  return {
    kind: 'looked',
    at: Math.max(0, ...times),
    changed: idsOf(isChanged),
    unseen: idsOf(isLeft),
    awaited: steps.some((step) => isAwaited(step)),
  }
}
