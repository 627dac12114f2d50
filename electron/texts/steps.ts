import type { Progress, Status } from '../contract/status.ts'
import type { StepId } from '../contract/steps.ts'
import { isCreating, stackDoing } from '../contract/stack-status.ts'
import { isMarked } from '../errors/catalogue.ts'
import type { Catalogue } from './catalogue.ts'
import type { Naming } from './step-words.ts'

/** What a step is called; by hand, where the app only notes what the person did, some differ. */
export function stepTitle({ steps }: Catalogue, step: StepId, byHand: boolean): string {
  return namingOf(steps[step], byHand).title
}

/** What a step is for. */
export function stepPurpose({ steps }: Catalogue, step: StepId, byHand: boolean): string {
  return namingOf(steps[step], byHand).purpose
}

const namingOf = (
  words: Naming & { readonly byHand?: Naming | undefined },
  byHand: boolean,
): Naming => (byHand ? (words.byHand ?? words) : words)

/** One line in words for a step's state; `numberOf` turns a step into its place in the list. */
export function statusLine(
  words: Catalogue,
  status: Status,
  numberOf: (step: StepId) => number,
): string {
  const { lines } = words.app
  switch (status.kind) {
    case 'waiting':
      return status.for.length === 0 ? lines.notFinished : lines.after(status.for.map(numberOf))
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
      return isMarked(status.error.code, 'ran-out') ? lines.signInAgain : lines.failed
    case 'skipped':
      return lines.skipped
  }
}

/** The same once the connection is registered: nobody waits for anything any more. */
export function closedLine(
  words: Catalogue,
  status: Status,
  numberOf: (step: StepId) => number,
): string {
  const { lines } = words.app
  if (status.kind !== 'pending') return statusLine(words, status, numberOf)
  switch (status.progress.kind) {
    case 'delivery':
      return lines.notDelivered
    case 'unverified':
      return lines.unverified
    case 'stack':
    case 'handed-over':
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
    case 'unverified':
      return lines.unverified
    case 'browser':
    case 'device':
    case 'working':
      return lines.awsWorking
  }
}

function stackLine(
  { stack }: Catalogue,
  { status, finished, total }: Progress & { readonly kind: 'stack' },
): string {
  if (isCreating(status)) return stack.progress.creating(finished, total)
  return stack.doing[stackDoing(status)].line
}
