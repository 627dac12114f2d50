import type { CommandReply } from '../contract/bridge.ts'
import type { StepCommand } from '../contract/commands.ts'
import { fail, toAppError } from '../errors/failure.ts'
import { answerIn } from './answer.ts'
import { showRequest, writeRequest } from './hand-over.ts'
import { recordOf } from './imposed.ts'
import { actContextOf } from './context.ts'
import { background, dependents, halt, lineOf, show, type Checklist, type Line } from './lines.ts'
import { endPass } from './pass.ts'
import { act, check, lookAgain } from './scheduling.ts'
import type { ActContext, AnyStep } from './step.ts'

/** Resolves as soon as the command is understood; what comes of it is in the steps. */
export async function answered(checklist: Checklist, command: StepCommand): Promise<CommandReply> {
  try {
    const line = lineOf(checklist, command.step)
    // Also while a registration that is on record is still at work on the wipe.
    if (command.action === 'cancel') line.running?.abort.abort(fail('cancelled'))
    else await takeUp(checklist, line, command)
    return { accepted: true }
  } catch (error) {
    return { accepted: false, error: toAppError(error) }
  }
}

/** Begins what a command asks for, or throws why it is refused. */
async function takeUp(checklist: Checklist, line: Line, command: StepCommand): Promise<void> {
  const { step } = command
  if (recordOf(checklist, step)) throw fail('not-now', { step })
  if (checklist.reopened && leavesTheAccount(command)) throw fail('registered', { step })
  const instant = answerIn(line.step.instant, command) ?? aboutRequest(command)
  if (!instant && line.running?.kind === 'act') throw fail('busy', { step })
  if (line.status.kind === 'waiting') throw fail('not-now', { step })
  if (instant) {
    const before = line.status
    const context = actContextOf(checklist, line, checklist.stopped.signal)
    const status = await instant(context, command)
    if (!status) return
    if (line.status === before) {
      show(checklist, line, status)
      if (!line.running) lookAgain(checklist, line)
    } else if (line.status.kind === 'todo' && !line.running) {
      // A look that ended meanwhile may have begun before all of this was remembered.
      background(checklist, check(checklist, line, 'quiet'))
    }
    return
  }
  if (command.action === 'check') {
    line.interrupted = null
    halt(line)
    endPass(checklist)
    return background(checklist, check(checklist, line, 'visible'))
  }
  // An act was agreed to under the answers before it: they stand still until it is over.
  const busy = dependents(checklist, step).find(({ running }) => running?.kind === 'act')
  if (busy) throw fail('busy', { step: busy.step.id })
  background(checklist, act(checklist, line, command))
}

/** What can be done with a file that asks somebody else: it changes nothing here, nor in AWS. */
function aboutRequest(command: StepCommand): Instant | undefined {
  const { step } = command
  const told =
    (work: (context: ActContext) => Promise<void>): Instant =>
    async (context) => {
      await work(context)
      return null
    }
  if (command.action === 'show-file') return told((context) => showRequest(context, step))
  if (command.action !== 'write-email') return undefined
  const { language } = command
  return told((context) => writeRequest(context, step, language))
}
type Instant = AnyStep['instant'][string]

/** What was registered is this account under this plan: looking at it anew changes neither. */
function leavesTheAccount({ step, action }: StepCommand): boolean {
  if (step === 'plan') return action !== 'check'
  if (step !== 'sign-in') return false
  return ['change', 'other-account', 'choose-account', 'by-hand'].includes(action)
}
