import type { CommandReply } from '../contract/bridge.ts'
import type { StepCommand } from '../contract/commands.ts'
import type { Progress, StepView } from '../contract/status.ts'
import { AT_FRONT_MS } from '../base/waits.ts'
import { fail } from '../errors/failure.ts'
import { answered } from './commands.ts'
import { forgetKnown, shownViewsOf } from './earlier.ts'
import { background, halt, newChecklist, type Checklist } from './lines.ts'
import { interrupted } from './outcome.ts'
import { endPass, lookBeside, passOver, type Seen } from './pass.ts'
import { recall, remember } from './remembering.ts'
import { begin, check, repeat, settle } from './scheduling.ts'
import type { Choices, SetAside, StateFile } from './state-file.ts'
import type { AnyStep, Services } from './step.ts'

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
  /**
   * Looks now, and not in a minute, at the steps that somebody else was asked to do; not at those that
   * were looked at a moment ago.
   */
  readonly lookAtHandedOver: () => void
  /** Checks the steps of a registered connection anew, until `close`. */
  readonly reopen: () => void
  readonly close: () => void
  readonly reopened: () => boolean
  /** Checks every step anew that is not acting: something was changed beside the checklist. */
  readonly lookAnew: () => void
  /**
   * Shows the steps as they were proven, as long as there is something taken back; null when nothing
   * of it came about. A sign-in stays until `close`.
   */
  readonly takenBack: (disconnected: Choices['disconnected']) => Promise<void>
  /** Changes what is on record of the registration, and shows it. */
  readonly record: (registered: NonNullable<Choices['registered']>) => Promise<void>
  /** After things were taken back: the checklist begins anew, with the same account. */
  readonly forgetCreated: () => Promise<void>
  /** Looks beside the steps, with what they have read, as long as they are still looked at. */
  readonly lookBeside: <T>(work: () => Promise<T>) => Promise<Seen<T>>
  /** Resolves when the steps are no longer looked at: for what nobody waits for. */
  readonly looked: () => Promise<void>
  /** Resolves when nothing is running; for tests and for quitting. */
  readonly idle: () => Promise<void>
  readonly stop: () => void
}

/** Whether somebody else does it, and the app may find what they have done. */
const isAskedOfOthers = ({ kind }: Progress): boolean =>
  kind === 'handed-over' || kind === 'asked-msp'

/** The choices about what exists in AWS and at Spot, as they are before anything was created. */
const NOTHING_CREATED = {
  begunBucket: null,
  report: null,
  reportDraft: null,
  typedBucket: null,
  askedMsp: null,
  mspReport: null,
  preparedRequest: null,
  repaired: null,
  ownRole: null,
  stack: null,
  registered: null,
  spotBegun: null,
  disconnected: null,
  health: null,
  handedOver: [],
} satisfies Partial<Choices>

/** Remembers what changes what the steps show by the record. */
async function noted(checklist: Checklist, change: Partial<Choices>): Promise<void> {
  await remember(checklist, change)
  settle(checklist)
}

/**
 * Runs the checklist: checks all steps whose needs are met at once, acts on command, looks again at
 * pending ones, and calls `onChange` once per change. Knows nothing of AWS or Electron.
 */
export function createEngine({
  steps,
  ...given
}: {
  readonly steps: readonly AnyStep[]
  readonly services: Services
  readonly stateFile: StateFile
  readonly onChange: () => void
}): Engine {
  const checklist = newChecklist(steps, given)
  const { lines, jobs, stopped } = checklist
  const reopen = (reopened: boolean): void => {
    checklist.reopened = reopened
    begin(checklist)
  }
  return {
    async start() {
      const recalled = await recall(checklist)
      settle(checklist)
      return recalled
    },
    steps: () => shownViewsOf(checklist),
    choices: () => checklist.choices,
    remember: (change) => remember(checklist, change),
    command: (command) => answered(checklist, command),
    resumeInterrupted() {
      for (const line of lines) {
        if (line.running) continue
        if (line.interrupted || interrupted(line.status)) repeat(checklist, line)
      }
    },
    lookAtHandedOver() {
      for (const line of lines) {
        const { status, checkedAt } = line
        if (status.kind !== 'pending' || !isAskedOfOthers(status.progress)) continue
        if (given.services.clock.now() - checkedAt < AT_FRONT_MS) continue
        if (!line.running) background(checklist, check(checklist, line, 'quiet'))
      }
    },
    reopen: () => reopen(true),
    close: () => reopen(false),
    reopened: () => checklist.reopened,
    lookAnew() {
      begin(
        checklist,
        lines.filter(({ running }) => running?.kind !== 'act'),
      )
    },
    async takenBack(disconnected) {
      const isNew = (checklist.choices.disconnected === null) !== (disconnected === null)
      // Who is signed in stays so, for taking back the rest.
      if (isNew) checklist.reopened = disconnected !== null || checklist.choices.registered !== null
      await remember(checklist, { disconnected })
      if (isNew) {
        const others = lines.filter(({ step }) => step.id !== 'sign-in')
        begin(checklist, others)
      }
    },
    record: (registered) => noted(checklist, { registered }),
    async forgetCreated() {
      checklist.reopened = false
      forgetKnown(checklist)
      await remember(checklist, NOTHING_CREATED)
      begin(checklist)
    },
    lookBeside: (work) => lookBeside(checklist, work),
    looked: () => passOver(checklist),
    async idle() {
      while (jobs.size > 0) await Promise.all(jobs)
    },
    stop() {
      stopped.abort(fail('cancelled'))
      lines.forEach(halt)
      endPass(checklist)
    },
  }
}
