import type { ManagedBy } from '../contract/ask/plan.ts'
import type { Progress, Status } from '../contract/status.ts'
import type { StepId } from '../contract/steps.ts'
import { isCreating, stackDoing } from '../contract/stack-status.ts'
import { isMarked, isOf } from '../errors/catalogue.ts'
import type { Catalogue } from './catalogue.ts'
import type { Ahead, Naming } from './step-words.ts'

/** By hand the app only notes what the person did; an MSP does some steps itself. */
export type Circumstances = { readonly byHand: boolean; readonly managedBy: ManagedBy }

/** What a step is called: some are called otherwise by hand, or with an MSP. */
export function stepTitle({ steps }: Catalogue, step: StepId, under: Circumstances): string {
  return namingOf(steps[step], under).title
}

/** What a step is for. */
export function stepPurpose({ steps }: Catalogue, step: StepId, under: Circumstances): string {
  return namingOf(steps[step], under).purpose
}

/** What a step will want of the person, and what is waited for. */
export function stepAhead({ steps }: Catalogue, step: StepId, under: Circumstances): Ahead {
  return namingOf(steps[step], under).ahead
}

type Namings = Naming & {
  readonly byHand?: Partial<Naming> | undefined
  readonly withMsp?: Partial<Naming> | undefined
}

function namingOf(words: Namings, { byHand, managedBy }: Circumstances): Naming {
  if (managedBy === 'msp' && words.withMsp) return { ...words, ...words.withMsp }
  return byHand ? { ...words, ...words.byHand } : words
}

/** One line in words for a step's state. */
export function statusLine(words: Catalogue, status: Status): string {
  const { lines } = words.app
  switch (status.kind) {
    case 'waiting':
      return status.for.length === 0 ? lines.notFinished : lines.later
    case 'checking':
      return lines.checking
    case 'todo':
      return status.problem || status.ask.step === 'bucket' ? lines.correction : lines.answer
    case 'acting':
      return actingLine(words, status.progress)
    case 'pending':
      return pendingLine(words, status.progress)
    case 'done':
      return lines.done
    case 'failed':
      if (isMarked(status.error.code, 'ran-out')) return lines.signInAgain
      return isOf(status.error.code, 'denied') ? lines.denied : lines.failed
    case 'skipped':
      return lines.skipped[status.why]
  }
}

/** The same once the connection is registered: nobody waits for anything any more. */
export function closedLine(words: Catalogue, status: Status): string {
  const { lines } = words.app
  if (status.kind !== 'pending') return statusLine(words, status)
  switch (status.progress.kind) {
    case 'delivery':
      return lines.notDelivered
    case 'unverified':
      return lines.unverified
    case 'asked-spot':
      return askedSpotLine(words, status.progress)
    case 'stack':
    case 'handed-over':
    case 'asked-msp':
    case 'browser':
    case 'device':
    case 'working':
      return lines.notFinished
  }
}

function actingLine(words: Catalogue, progress: Progress): string {
  const { lines } = words.app
  switch (progress.kind) {
    case 'browser':
      return lines.browser
    case 'device':
      return lines.device
    case 'stack':
      return stackLine(words, progress)
    case 'delivery':
    case 'handed-over':
    case 'asked-msp':
    case 'asked-spot':
    case 'unverified':
    case 'working':
      return lines.working
  }
}

function pendingLine(words: Catalogue, progress: Progress): string {
  const { lines } = words.app
  switch (progress.kind) {
    case 'stack':
      return stackLine(words, progress)
    case 'delivery':
      return progress.overdue ? lines.late : lines.delivery
    case 'handed-over':
      return lines.handedOver
    case 'asked-msp':
      return lines.askedMsp
    case 'asked-spot':
      return askedSpotLine(words, progress)
    case 'unverified':
      return lines.unverified
    case 'browser':
    case 'device':
    case 'working':
      return lines.awsWorking
  }
}

function askedSpotLine(
  { app }: Catalogue,
  { confirmedAt }: Progress & { readonly kind: 'asked-spot' },
): string {
  return confirmedAt === null ? app.lines.askedSpot : app.lines.saidConnected
}

function stackLine(
  { stack }: Catalogue,
  { status, finished, total }: Progress & { readonly kind: 'stack' },
): string {
  if (isCreating(status)) return stack.progress.creating(finished, total)
  return stack.doing[stackDoing(status)].line
}
