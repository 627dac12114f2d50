import type { Entry } from '../audit/entry.ts'
import type { Choices } from '../checklist/state-file.ts'
import type { Fact } from '../contract/facts.ts'
import type { Status, StepView } from '../contract/status.ts'
import { STEPS, type StepId } from '../contract/steps.ts'
import type { AppError } from '../errors/app-error.ts'
import { notLookedAt } from '../errors/catalogue.ts'
import type { Catalogue } from '../texts/catalogue.ts'

/** How far a step is known, for the connection record: never more than was read or answered. */
export type RecordedStanding = {
  readonly id: StepId
  readonly standing: keyof Catalogue['record']['standing'] | 'stopped'
  /** Why it has stopped; null where it has not. */
  readonly error: AppError | null
  /** When, and until or since when a second thing, in ms since the epoch; 0 where the words name none. */
  readonly at: number
  readonly until: number
  readonly facts: readonly Fact[]
  /** False of whatever rests on somebody's word, or is not finished. */
  readonly verified: boolean
}

/** Of a step as the window shows it. Pure. */
export function standingIn(choices: Choices, { id, status, earlier }: StepView): RecordedStanding {
  const open = { id, at: 0, until: 0, facts: [], verified: false, error: null } as const
  const before = earlier?.kind === 'done' ? earlier : null
  if (status.kind === 'done') return doneStanding(choices, id, status)
  if (status.kind === 'pending') return { ...open, ...pendingStanding(status) }
  if (status.kind === 'skipped') return { ...open, standing: 'withMsp' }
  const facts = earlier?.evidence ?? []
  // Somebody has looked, and it is not as it was.
  if (status.kind === 'failed' && !notLookedAt(status.error.code))
    return { ...open, standing: 'stopped', error: status.error, at: before?.at ?? 0, facts }
  if (before) return { ...open, standing: 'earlier', at: before.at, facts, verified: true }
  return { ...open, standing: 'notFinished', facts }
}

function doneStanding(
  { registered }: Choices,
  id: StepId,
  { at, evidence: facts }: Extract<Status, { kind: 'done' }>,
): RecordedStanding {
  const done = { id, at, until: 0, facts, verified: true, error: null } as const
  if (STEPS[id].doneInAws) return { ...done, standing: 'proven' }
  if (id !== 'registration') return { ...done, standing: 'decided' }
  if (registered?.way === 'spot-api') return { ...done, standing: 'spotApi' }
  return { ...done, standing: 'spotConsole', verified: false }
}

function pendingStanding({
  progress,
}: Extract<Status, { kind: 'pending' }>): Pick<RecordedStanding, 'standing'> &
  Partial<RecordedStanding> {
  switch (progress.kind) {
    case 'delivery':
      return { standing: 'delivery', at: progress.dueAt, facts: progress.evidence }
    case 'unverified':
      return { standing: 'told', at: progress.at, facts: progress.evidence }
    case 'asked-spot': {
      const { at, confirmedAt, evidence: facts } = progress
      if (confirmedAt === null) return { standing: 'askedSpot', at, facts }
      return { standing: 'saidConnected', at, until: confirmedAt, facts }
    }
    case 'asked-msp':
      return { standing: 'askedMsp' }
    case 'handed-over':
      return { standing: 'handedOver', at: progress.at }
    case 'browser':
    case 'device':
    case 'stack':
    case 'working':
      return { standing: 'notFinished' }
  }
}

/**
 * When the last thing happened that the record tells of, in ms since the epoch: its own date, whenever it
 * is printed. 0 where nothing has happened yet; what is only due does not count.
 */
export function lastOf(
  { registered, disconnected, mspReport, askedMsp, approvedTemplate }: Choices,
  steps: readonly StepView[],
  entries: readonly Entry[],
): number {
  const looks = steps.flatMap(({ status, earlier }) => {
    if (status.kind === 'done') return [status.at]
    return earlier?.kind === 'done' ? [earlier.at] : []
  })
  const removals = disconnected ? disconnected.removed.map(({ at }) => at) : []
  const told = [registered?.at, registered?.confirmedAt, mspReport?.at, askedMsp?.at]
  const changes = entries.filter(({ kind }) => kind !== 'call').map(({ at }) => Date.parse(at))
  const times = [...looks, ...removals, ...told, approvedTemplate?.at, ...changes]
  return Math.max(0, ...times.map((time) => time ?? 0))
}
