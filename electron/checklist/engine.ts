import type { StepCommand } from '../contract/commands.ts'
import type { CommandReply } from '../contract/bridge.ts'
import type { Status, StepView } from '../contract/status.ts'
import type { StepId } from '../contract/steps.ts'
import { AppFailure, fail, toAppError } from '../errors/failure.ts'
import {
  afterFailure,
  endedSignIn,
  endsSignIn,
  interrupted,
  interrupts,
  provenFact,
  sameOutcome,
  satisfied,
} from './outcome.ts'
import { refreshedRecord, recordedStatus } from './record.ts'
import { askedOf, handOver, takeBack, withoutRequest } from './hand-over.ts'
import { noChoices, type Choices, type SetAside, type StateFile } from './state-file.ts'
import type { ActContext, Services, AnyStep, StepContext } from './step.ts'

export type Engine = {
  /** Reads the remembered choices, then checks every step that can be checked. */
  readonly start: () => Promise<{ setAside: SetAside | null }>
  readonly steps: () => readonly StepView[]
  readonly choices: () => Choices
  readonly remember: (change: Partial<Choices>) => Promise<void>
  /** Resolves as soon as the command is understood; what comes of it is in `steps`. */
  readonly command: (command: StepCommand) => Promise<CommandReply>
  /** Repeats what waited for the vault or for a new sign-in. */
  readonly resumeInterrupted: () => void
  /** Looks now, and not in a minute, at the steps that somebody else was asked to do. */
  readonly lookAtHandedOver: () => void
  /** Checks the steps of a registered connection anew, until `close`. */
  readonly reopen: () => void
  readonly close: () => void
  readonly reopened: () => boolean
  /** Checks every step anew that is not acting: something was changed beside the checklist. */
  readonly lookAnew: () => void
  /** After everything was removed again: the checklist begins anew, with the same account. */
  readonly forgetCreated: () => Promise<void>
  /** Resolves when nothing is running; for tests and for quitting. */
  readonly idle: () => Promise<void>
  readonly stop: () => void
}

/** What the engine knows of one step besides its definition. */
type Line = {
  readonly step: AnyStep
  status: Status
  /** False when the status no longer says how things are. */
  fresh: boolean
  /** The running check or act; an act's check has an `abort` of its own. */
  running: { readonly kind: 'check' | 'act'; abort: AbortController } | null
  /** Ends the wait for a pending step's next look. */
  timer: AbortController | null
  /**
   * A command that could not go on without a sign-in or a vault. It is repeated when there is one,
   * if it would still do what the person agreed to: under the same plan, account and role.
   */
  interrupted: { readonly command: StepCommand; readonly under: string } | null
}

/** The choices about what exists in AWS and at Spot, as they are before anything was created. */
const NOTHING_CREATED = {
  begunBucket: null,
  report: null,
  reportDraft: null,
  typedBucket: null,
  repaired: null,
  ownRole: null,
  stack: null,
  registered: null,
  spotBegun: null,
  handedOver: [],
} satisfies Partial<Choices>

/**
 * Runs the checklist: checks all steps whose needs are met at once, acts on command, looks again at
 * pending ones, and calls `onChange` once per change. Knows nothing of AWS or Electron.
 */
export function createEngine(options: {
  readonly steps: readonly AnyStep[]
  readonly services: Services
  readonly stateFile: StateFile
  readonly onChange: () => void
}): Engine {
  const { services, stateFile, onChange } = options
  const { clock } = services
  const stopped = new AbortController()
  const jobs = new Set<Promise<void>>()
  const lines = options.steps.map<Line>((step) => ({
    step,
    status: { kind: 'waiting', for: step.needs },
    fresh: false,
    running: null,
    timer: null,
    interrupted: null,
  }))
  let choices = noChoices
  /** True while a registered connection's steps are read anew instead of shown from its record. */
  let reopened = false

  const views = (): readonly StepView[] =>
    lines.map(({ step, status }) => ({ id: step.id, status }))
  const lineOf = (id: StepId): Line => {
    const line = lines.find(({ step }) => step.id === id)
    if (!line) throw fail('invalid-command', { command: id })
    return line
  }
  const show = (line: Line, status: Status): void => {
    line.status = status
    onChange()
  }
  const background = (job: Promise<void>): void => {
    const tracked = job.finally(() => jobs.delete(tracked))
    jobs.add(tracked)
  }
  const remember = async (change: Partial<Choices>): Promise<void> => {
    const before = choices
    const changed = { ...choices, ...change }
    choices = changed
    try {
      await stateFile.save(changed)
    } catch (error) {
      // What is not on disk is not chosen: the next start would not know of it.
      if (choices === changed) choices = before
      throw error
    }
  }
  const contextOf = (signal: AbortSignal): StepContext => ({
    ...services,
    choices: () => choices,
    proven: (id, fact) => provenFact(lineOf(id).status, fact),
    signal,
    remember,
  })
  const actContextOf = (line: Line, signal: AbortSignal): ActContext => ({
    ...contextOf(signal),
    status: line.status,
    checklist: views,
    report: (progress) => {
      if (!signal.aborted) show(line, { kind: 'acting', progress })
    },
  })

  /** Marks what rests on `id` as not known any more. */
  const outdate = (id: StepId): void => {
    for (const line of lines) {
      if (!line.step.needs.includes(id) || line.running?.kind === 'act') continue
      line.fresh = false
      outdate(line.step.id)
    }
  }

  /** Where and as whom a command acts: what a person agreed to holds for nothing else. */
  const circumstances = (line: Line): string =>
    line.step.id === 'sign-in'
      ? 'before'
      : JSON.stringify([choices.plan, choices.account?.id, choices.roleName, choices.byHand])

  /** Steps that rest on `id`, directly or not. */
  const dependents = (id: StepId): Line[] =>
    lines.flatMap((line) =>
      line.step.needs.includes(id) ? [line, ...dependents(line.step.id)] : [],
    )

  /** The registration stays as it is recorded, also while the other steps are read anew. */
  const recordOf = (id: StepId): Status | null =>
    reopened && id !== 'registration' ? null : recordedStatus(choices, id)

  /** The status that a step has whatever it would find: recorded, skipped, or waiting. */
  const imposed = (line: Line): Status | null => {
    const recorded = recordOf(line.step.id)
    if (recorded) return recorded
    const skip = line.step.appliesTo(choices)
    if (skip) return { kind: 'skipped', why: skip.skip }
    const unmet = line.step.needs.filter((id) => !satisfied(lineOf(id).status))
    if (unmet.length === 0) return null
    // A step that a dead session stopped goes on showing that until somebody signed in again.
    return endedSignIn(line.status) ? line.status : { kind: 'waiting', for: unmet }
  }

  /** Gives every step the status that follows from the others, and starts the checks due. */
  const settle = (): void => {
    if (stopped.signal.aborted) return
    for (const line of lines) {
      if (line.running?.kind === 'act') continue
      const status = imposed(line)
      if (status) {
        halt(line)
        line.fresh = false
        if (status !== line.status) line.interrupted = null
        if (JSON.stringify(status) !== JSON.stringify(line.status)) show(line, status)
      } else if (!line.fresh && !line.running) {
        repeat(line)
      }
    }
  }
  /** Forgets how things are, and looks. */
  const begin = (anew: readonly Line[] = lines): void => {
    for (const line of anew) {
      halt(line)
      line.fresh = false
      line.interrupted = null
    }
    settle()
  }
  const halt = (line: Line): void => {
    line.running?.abort.abort()
    line.timer?.abort()
    line.running = null
    line.timer = null
  }

  const check = async (line: Line, how: 'visible' | 'quiet'): Promise<void> => {
    const running = { kind: 'check' as const, abort: new AbortController() }
    line.timer?.abort()
    line.running = running
    line.fresh = true
    if (how === 'visible') show(line, { kind: 'checking' })
    const status = await statusOf(line, running.abort.signal)
    if (line.running !== running) return
    line.running = null
    finish(line, askedOf(line.step.id, status, choices, clock.now()))
  }
  const statusOf = async (line: Line, signal: AbortSignal): Promise<Status> => {
    try {
      return await unlessAborted(line.step.check(contextOf(signal)), signal)
    } catch (error) {
      return { kind: 'failed', error: toAppError(error) }
    }
  }
  const finish = (line: Line, status: Status): void => {
    const before = line.status
    show(line, status)
    if (status.kind === 'failed') signInEnded(line, status)
    else line.interrupted = null
    if (status.kind === 'pending' && status.lookAgainAt !== null) {
      lookAgain(line, status.lookAgainAt)
    }
    if (status.kind === 'done' || reopened) background(note(line))
    if (!sameOutcome(before, status)) outdate(line.step.id)
    settle()
  }
  /** What is done waits for nobody else any more, and what is read anew replaces its old record. */
  const note = async (line: Line): Promise<void> => {
    const done = line.status.kind === 'done'
    const requests = done ? withoutRequest(line.step.id, choices) : null
    const record = reopened ? refreshedRecord(choices, views()) : null
    if (!requests && !record) return
    try {
      await remember({ ...requests, ...record })
    } catch (error) {
      show(line, { kind: 'failed', error: toAppError(error) })
    }
  }
  /** A session found dead by any step is dead for all: the sign-in line must say so too. */
  const signInEnded = (line: Line, status: Status & { kind: 'failed' }): void => {
    if (line.step.id !== 'sign-in' && endsSignIn(status.error.code)) {
      lineOf('sign-in').fresh = false
    }
  }
  const lookAgain = (line: Line, at: number): void => {
    const timer = new AbortController()
    line.timer = timer
    const wait = async (): Promise<void> => {
      try {
        await clock.sleep(Math.max(0, at - clock.now()), timer.signal)
      } catch (error) {
        if (timer.signal.aborted) return
        throw error
      }
      if (line.timer === timer && !line.running) background(check(line, 'quiet'))
    }
    // Not a job: a wait may last hours and must not hold up `idle`.
    wait().catch((error: unknown) => show(line, { kind: 'failed', error: toAppError(error) }))
  }

  const act = async (line: Line, command: StepCommand): Promise<void> => {
    const running = { kind: 'act' as const, abort: new AbortController() }
    const context = actContextOf(line, running.abort.signal)
    line.timer?.abort()
    line.running?.abort.abort()
    line.running = running
    line.interrupted = null
    show(line, { kind: 'acting', progress: { kind: 'working', doing: 'working' } })
    let failure: AppFailure | null = null
    try {
      await unlessAborted(perform(line, context, command), context.signal)
    } catch (error) {
      failure = error instanceof AppFailure ? error : new AppFailure(toAppError(error))
    }
    if (line.running !== running) return
    const interruption = failure && interrupts(failure.error.code)
    outdate(line.step.id)
    // The signal of a cancelled act is spent; the check that follows gets a new one.
    running.abort = new AbortController()
    const found = await statusOf(line, running.abort.signal)
    if (line.running !== running) return
    line.running = null
    line.fresh = true
    const outcome = failure ? afterFailure(found, failure) : found
    finish(line, failure ? outcome : askedOf(line.step.id, outcome, choices, clock.now()))
    if (interruption) line.interrupted = { command, under: circumstances(line) }
  }
  const perform = async (line: Line, context: ActContext, command: StepCommand): Promise<void> => {
    if (command.action === 'hand-over') return handOver(context, line.step.id)
    if (command.action === 'take-back') return takeBack(context, line.step.id)
    const answer = answerIn(line.step.answers, command)
    if (!answer) throw fail('not-now', { step: line.step.id })
    await answer(context, command)
  }
  /** Goes on with what was interrupted, or else looks how things are. */
  const repeat = (line: Line): void => {
    const { interrupted } = line
    line.interrupted = null
    if (interrupted?.under === circumstances(line)) background(act(line, interrupted.command))
    else background(check(line, 'visible'))
  }

  const command = async (command: StepCommand): Promise<CommandReply> => {
    try {
      const line = lineOf(command.step)
      // Also while a registration that is on record is still at work on the wipe.
      if (command.action === 'cancel') {
        line.running?.abort.abort(fail('cancelled'))
        return { accepted: true }
      }
      if (recordOf(command.step)) throw fail('not-now', { step: command.step })
      if (reopened && leavesTheAccount(command)) throw fail('registered', { step: command.step })
      const instant = answerIn(line.step.instant, command)
      if (instant) {
        if (line.status.kind === 'waiting') throw fail('not-now', { step: command.step })
        const before = line.status
        const context = actContextOf(line, stopped.signal)
        const status = await instant(context, command)
        if (status && line.status === before) show(line, status)
        return { accepted: true }
      }
      if (line.running?.kind === 'act') throw fail('busy', { step: command.step })
      if (line.status.kind === 'waiting') throw fail('not-now', { step: command.step })
      if (command.action === 'check') {
        line.interrupted = null
        halt(line)
        background(check(line, 'visible'))
        return { accepted: true }
      }
      // An act was agreed to under the answers before it: they stand still until it is over.
      const busy = dependents(command.step).find(({ running }) => running?.kind === 'act')
      if (busy) throw fail('busy', { step: busy.step.id })
      background(act(line, command))
      return { accepted: true }
    } catch (error) {
      return { accepted: false, error: toAppError(error) }
    }
  }

  return {
    async start() {
      const loaded = await stateFile.load()
      choices = loaded.choices
      settle()
      return { setAside: loaded.setAside }
    },
    steps: views,
    choices: () => choices,
    remember,
    command,
    resumeInterrupted() {
      for (const line of lines) {
        if (line.running) continue
        if (line.interrupted || interrupted(line.status)) repeat(line)
      }
    },
    lookAtHandedOver() {
      for (const line of lines) {
        const { status } = line
        if (status.kind !== 'pending' || status.progress.kind !== 'handed-over') continue
        if (!line.running) background(check(line, 'quiet'))
      }
    },
    reopen() {
      reopened = true
      begin()
    },
    close() {
      reopened = false
      begin()
    },
    reopened: () => reopened,
    lookAnew() {
      begin(lines.filter(({ running }) => running?.kind !== 'act'))
    },
    async forgetCreated() {
      reopened = false
      await remember(NOTHING_CREATED)
      begin()
    },
    async idle() {
      while (jobs.size > 0) await Promise.all(jobs)
    },
    stop() {
      stopped.abort(fail('cancelled'))
      lines.forEach(halt)
    },
  }
}

/** The answer to a command, if it is one of these. */
const answerIn = <Answer>(
  answers: Readonly<Record<string, Answer>>,
  { action }: StepCommand,
): Answer | undefined => (Object.hasOwn(answers, action) ? answers[action] : undefined)

/** What was registered is this account under this plan: looking at it anew changes neither. */
function leavesTheAccount({ step, action }: StepCommand): boolean {
  if (step === 'plan') return action !== 'check'
  if (step !== 'sign-in') return false
  return ['change', 'other-account', 'choose-account', 'by-hand'].includes(action)
}

/** A cancelled step answers at once, also while a request of it waits to be tried again. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let giveUp = (): void => undefined
  const aborted = new Promise<never>((_resolve, reject) => {
    giveUp = () => reject(signal.reason)
  })
  if (signal.aborted) giveUp()
  signal.addEventListener('abort', giveUp, { once: true })
  try {
    return await Promise.race([work, aborted])
  } finally {
    signal.removeEventListener('abort', giveUp)
  }
}
