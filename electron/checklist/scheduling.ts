import { abortOfMany } from '../base/abort.ts'
import type { StepCommand } from '../contract/commands.ts'
import type { Status } from '../contract/status.ts'
import { SLEPT_MS, SPREAD_MS } from '../base/waits.ts'
import { AppFailure, fail, toAppError } from '../errors/failure.ts'
import { unlessAborted } from './abort.ts'
import { answerIn } from './answer.ts'
import {
  askedOf,
  handOver,
  handOverAll,
  requestFor,
  takeBack,
  withoutRequest,
} from './hand-over.ts'
import { noteKnown } from './earlier.ts'
import { imposed } from './imposed.ts'
import { actContextOf, contextOf } from './context.ts'
import {
  background,
  halt,
  lineOf,
  outdate,
  show,
  viewsOf,
  type Checklist,
  type Line,
  type Pass,
} from './lines.ts'
import { afterFailure, asOfThen, endsSignIn, interrupts, nextLook, sameOutcome } from './outcome.ts'
import { beginAhead, endPass, inPass } from './pass.ts'
import { refreshedRecord } from './record.ts'
import { keepKnown, remember } from './remembering.ts'
import type { ActContext } from './step.ts'

/**
 * What runs when: a check or an act ends with what was found, that may outdate other steps, and what
 * is outdated is checked. These functions call each other in that circle.
 */

/** Gives every step the status that follows from the others, and starts the checks due. */
export function settle(checklist: Checklist): void {
  if (checklist.stopped.signal.aborted) return
  for (const line of checklist.lines) {
    if (line.running?.kind === 'act') continue
    // Who comes back to the same answers by way of others has not agreed to it under those.
    if (line.interrupted?.under !== circumstances(checklist, line)) line.interrupted = null
    const status = imposed(checklist, line)
    if (status) {
      halt(line)
      line.fresh = false
      if (status !== line.status) line.interrupted = null
      if (JSON.stringify(status) !== JSON.stringify(line.status)) show(checklist, line, status)
    } else if (!line.fresh && !line.running) {
      repeat(checklist, line)
    }
  }
}

/** Forgets how things are, and looks. */
export function begin(checklist: Checklist, anew: readonly Line[] = checklist.lines): void {
  endPass(checklist)
  for (const line of anew) {
    halt(line)
    line.fresh = false
    line.interrupted = null
  }
  settle(checklist)
}

/** Goes on with what was interrupted, or else looks how things are. */
export function repeat(checklist: Checklist, line: Line): void {
  const { interrupted } = line
  line.interrupted = null
  const goesOn = interrupted?.under === circumstances(checklist, line)
  if (interrupted && goesOn) background(checklist, act(checklist, line, interrupted.command))
  else background(checklist, check(checklist, line, 'visible'))
}

/** Where and as whom a command acts: what a person agreed to holds for nothing else. */
function circumstances({ choices }: Checklist, line: Line): string {
  if (line.step.id === 'sign-in') return 'before'
  return JSON.stringify([choices.plan, choices.account?.id, choices.roleName, choices.byHand])
}

export async function check(
  checklist: Checklist,
  line: Line,
  how: 'visible' | 'quiet',
): Promise<void> {
  const running = { kind: 'check' as const, abort: abortOfMany() }
  line.timer?.abort()
  line.running = running
  const look = async (pass: Pass | null): Promise<void> => {
    if (pass) beginAhead(checklist, line, pass)
    line.checkedAt = checklist.services.clock.now()
    line.fresh = true
    if (how === 'visible') show(checklist, line, { kind: 'checking' })
    const status = await statusOf(checklist, line, running.abort.signal, pass)
    if (line.running !== running) return
    line.running = null
    const found = askedNow(checklist, line, status)
    // It saw something come about that a pass which is under way may have asked for before.
    if (!pass && !sameOutcome(line.status, found)) endPass(checklist)
    finish(checklist, line, found)
  }
  // What is looked at again is to be seen as it is by then.
  return how === 'quiet' ? look(null) : inPass(checklist, look)
}

async function statusOf(
  checklist: Checklist,
  line: Line,
  signal: AbortSignal,
  pass: Pass | null,
): Promise<Status> {
  const look = (): Promise<Status> =>
    unlessAborted(line.step.check(contextOf(checklist, line, signal)), signal)
  try {
    if (!pass) return await look()
    const { value, asOf } = await pass.shelf.look(look)
    return asOfThen(value, asOf)
  } catch (error) {
    return { kind: 'failed', error: toAppError(error) }
  }
}

const askedNow = (checklist: Checklist, { step }: Line, status: Status): Status =>
  askedOf(step.id, status, checklist, checklist.services.clock.now())

export async function act(checklist: Checklist, line: Line, command: StepCommand): Promise<void> {
  const running = { kind: 'act' as const, abort: abortOfMany() }
  const context = actContextOf(checklist, line, running.abort.signal)
  line.timer?.abort()
  line.running?.abort.abort()
  line.running = running
  line.interrupted = null
  endPass(checklist)
  show(checklist, line, { kind: 'acting', progress: { kind: 'working', doing: 'working' } })
  const work = (): Promise<void> => perform(line, context, command)
  const after = (failure: AppFailure | null): Promise<void> =>
    inPass(checklist, (pass) => acted(checklist, line, { command, running, pass }, failure))
  if (line.step.lead) {
    // Who reads is another one by now, perhaps; what is read, and what nobody changed, is the same. The
    // check goes on in this pass, unless something else has ended it.
    return inPass(checklist, async ({ shelf }) => {
      const looked = shelf.look(work).then(() => undefined)
      await after(await failureOf(looked, context.signal))
    })
  }
  const failure = await failureOf(work(), context.signal)
  endPass(checklist)
  await after(failure)
}

/** What follows an act: nothing is done because a call returned 200. */
async function acted(
  checklist: Checklist,
  line: Line,
  {
    command,
    running,
    pass,
  }: {
    readonly command: StepCommand
    readonly running: NonNullable<Line['running']>
    readonly pass: Pass
  },
  failure: AppFailure | null,
): Promise<void> {
  if (line.running !== running) return
  const interruption = failure && interrupts(failure.error.code)
  outdate(checklist, line.step.id)
  if (command.action === 'hand-over-all') outdateAsked(checklist)
  // The signal of a cancelled act is spent; the check that follows gets a new one.
  running.abort = abortOfMany()
  beginAhead(checklist, line, pass)
  const found = await statusOf(checklist, line, running.abort.signal, pass)
  if (line.running !== running) return
  line.running = null
  line.fresh = true
  finish(checklist, line, failure ? afterFailure(found, failure) : askedNow(checklist, line, found))
  if (interruption) line.interrupted = { command, under: circumstances(checklist, line) }
}

/** What was asked of somebody else beside the step that runs is looked at anew. */
function outdateAsked({ lines, choices }: Checklist): void {
  for (const line of lines)
    if (!line.running && requestFor(line.step.id, choices)) line.fresh = false
}

/** Why work failed, null when it did not. */
async function failureOf(work: Promise<void>, signal: AbortSignal): Promise<AppFailure | null> {
  try {
    await unlessAborted(work, signal)
    return null
  } catch (error) {
    return error instanceof AppFailure ? error : new AppFailure(toAppError(error))
  }
}

async function perform(line: Line, context: ActContext, command: StepCommand): Promise<void> {
  if (command.action === 'hand-over') return handOver(context, line.step.id, command.language)
  if (command.action === 'hand-over-all')
    return handOverAll(context, line.step.id, command.language)
  if (command.action === 'take-back') return takeBack(context, line.step.id)
  const answer = answerIn(line.step.answers, command)
  if (!answer) throw fail('not-now', { step: line.step.id })
  await answer(context, command)
}

function finish(checklist: Checklist, line: Line, status: Status): void {
  const before = line.status
  show(checklist, line, status)
  noteKnown(checklist, line)
  background(checklist, keepKnown(checklist))
  if (status.kind === 'failed') signInEnded(checklist, line, status)
  else line.interrupted = null
  lookAgain(checklist, line)
  if (status.kind === 'done' || checklist.reopened) background(checklist, note(checklist, line))
  if (!sameOutcome(before, status)) outdate(checklist, line.step.id)
  settle(checklist)
}

/** What is done waits for nobody else any more, and what is read anew replaces its old record. */
async function note(checklist: Checklist, line: Line): Promise<void> {
  const { choices, reopened } = checklist
  const done = line.status.kind === 'done'
  const requests = done ? withoutRequest(line.step.id, choices) : null
  const record = reopened ? refreshedRecord(choices, viewsOf(checklist)) : null
  if (!requests && !record) return
  try {
    await remember(checklist, { ...requests, ...record })
  } catch (error) {
    show(checklist, line, { kind: 'failed', error: toAppError(error) })
  }
}

/** A session found dead by any step is dead for all: the sign-in line must say so too. */
function signInEnded(checklist: Checklist, { step }: Line, { error }: Failed): void {
  if (step.id !== 'sign-in' && endsSignIn(error.code)) lineOf(checklist, 'sign-in').fresh = false
}
type Failed = Status & { readonly kind: 'failed' }

/** Looks again at the time that the status names, if it names one. */
export function lookAgain(checklist: Checklist, line: Line): void {
  const at = nextLook(line.status)
  if (at === null) return
  const { clock } = checklist.services
  const timer = new AbortController()
  line.timer = timer
  const wait = async (): Promise<void> => {
    try {
      await clock.sleep(Math.max(0, at - clock.now()), timer.signal)
      // A computer that slept wakes with all waits over at once, and often before its network.
      if (clock.now() - at > SLEPT_MS) await clock.sleep(Math.random() * SPREAD_MS, timer.signal)
    } catch (error) {
      if (timer.signal.aborted) return
      throw error
    }
    if (line.timer !== timer || line.running) return
    background(checklist, check(checklist, line, 'quiet'))
  }
  // Not a job: a wait may last hours and must not hold up `idle`.
  wait().catch((error: unknown) =>
    show(checklist, line, { kind: 'failed', error: toAppError(error) }),
  )
}
