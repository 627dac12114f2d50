import type { Shelf } from '../aws/client/shelf.ts'
import type { StepCommand } from '../contract/commands.ts'
import type { Earlier, Status, StepView } from '../contract/status.ts'
import type { StepId } from '../contract/steps.ts'
import { fail } from '../errors/failure.ts'
import { type Choices, noChoices, type StateFile } from './state-file.ts'
import type { AnyStep, Services } from './step.ts'

/** What the engine knows of one step besides its definition. */
export type Line = {
  readonly step: AnyStep
  status: Status
  /** False when the status no longer says how things are. */
  fresh: boolean
  /** The running check or act; an act's check has an `abort` of its own. */
  running: { readonly kind: 'check' | 'act'; abort: AbortController } | null
  /** When the last look began (ms since the epoch); 0 before the first. */
  checkedAt: number
  /** Ends the wait for a pending step's next look. */
  timer: AbortController | null
  /**
   * A command that could not go on without a sign-in or a vault. It is repeated when there is one,
   * if it would still do what the person agreed to: under the same plan, account and role.
   */
  interrupted: { readonly command: StepCommand; readonly under: string } | null
  /** What the last look that told of the thing itself has proven, if anything, and for which account and plan. */
  known: { readonly proven: Earlier | null; readonly under: string } | null
}

/** Checks that follow from each other, and how many looks are under way in it. */
export type Pass = {
  readonly shelf: Shelf
  parts: number
  /** Whether anything was begun ahead in it, as far as it could be. */
  begun: boolean
  /** Called once it is over. */
  readonly whenOver: (() => void)[]
}

/** The checklist at work: all that changes while it runs, and what it is given. */
export type Checklist = {
  readonly lines: readonly Line[]
  readonly services: Services
  readonly stateFile: StateFile
  readonly onChange: () => void
  /** Aborted when the app quits. */
  readonly stopped: AbortController
  /** What runs, for whoever waits until nothing does. */
  readonly jobs: Set<Promise<void>>
  choices: Choices
  /** The steps that each saved file asks for, for as long as the app is open. */
  readonly asked: Map<string, readonly StepId[]>
  /** True while a registered connection's steps are read anew instead of shown from its record. */
  reopened: boolean
  /** The pass that is under way. */
  pass: Pass | null
  /** What the file says was proven; null while there is no file as today's version writes it. */
  onDisk: string | null
}

/** A checklist that has not looked at anything yet. */
export const newChecklist = (
  steps: readonly AnyStep[],
  given: Pick<Checklist, 'services' | 'stateFile' | 'onChange'>,
): Checklist => ({
  ...given,
  lines: steps.map(lineFor),
  stopped: new AbortController(),
  jobs: new Set(),
  choices: noChoices,
  asked: new Map(),
  reopened: false,
  pass: null,
  onDisk: null,
})

const lineFor = (step: AnyStep): Line => ({
  step,
  status: { kind: 'waiting', for: step.needs },
  fresh: false,
  running: null,
  checkedAt: 0,
  timer: null,
  interrupted: null,
  known: null,
})

export const viewsOf = ({ lines }: Checklist): readonly StepView[] =>
  lines.map(({ step, status }) => ({ id: step.id, status }))

export function lineOf({ lines }: Checklist, id: StepId): Line {
  const line = lines.find(({ step }) => step.id === id)
  if (!line) throw fail('invalid-command', { command: id })
  return line
}

export function show({ onChange }: Checklist, line: Line, status: Status): void {
  line.status = status
  onChange()
}

export function background({ jobs }: Checklist, job: Promise<void>): void {
  const tracked = job.finally(() => jobs.delete(tracked))
  jobs.add(tracked)
}

/** Ends what runs for a step, and its wait. */
export function halt(line: Line): void {
  line.running?.abort.abort()
  line.timer?.abort()
  line.running = null
  line.timer = null
}

/** Marks what rests on `id` as not known any more. */
export function outdate({ lines }: Pick<Checklist, 'lines'>, id: StepId): void {
  for (const line of lines) {
    if (!line.step.needs.includes(id) || line.running?.kind === 'act') continue
    line.fresh = false
    outdate({ lines }, line.step.id)
  }
}

/** Steps that rest on `id`, directly or not. */
export const dependents = ({ lines }: Pick<Checklist, 'lines'>, id: StepId): Line[] =>
  lines.flatMap((line) =>
    line.step.needs.includes(id) ? [line, ...dependents({ lines }, line.step.id)] : [],
  )
