import type { StepCommand } from '../contract/commands.ts'
import type { Status, StepView } from '../contract/status.ts'
import type { StepId } from '../contract/steps.ts'
import { fail } from '../errors/failure.ts'
import { provenFact } from './outcome.ts'
import { type Choices, noChoices, type StateFile } from './state-file.ts'
import type { ActContext, AnyStep, Services, StepContext } from './step.ts'

/** What the engine knows of one step besides its definition. */
export type Line = {
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
  /** What the last look that told of the thing itself has proven, and for which account and plan. */
  known: { readonly status: Status; readonly under: string } | null
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
})

const lineFor = (step: AnyStep): Line => ({
  step,
  status: { kind: 'waiting', for: step.needs },
  fresh: false,
  running: null,
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

export async function remember(checklist: Checklist, change: Partial<Choices>): Promise<void> {
  const before = checklist.choices
  const changed = { ...before, ...change }
  checklist.choices = changed
  try {
    await checklist.stateFile.save(changed)
  } catch (error) {
    // What is not on disk is not chosen: the next start would not know of it.
    if (checklist.choices === changed) checklist.choices = before
    throw error
  }
}

export const contextOf = (checklist: Checklist, signal: AbortSignal): StepContext => ({
  ...checklist.services,
  choices: () => checklist.choices,
  proven: (id, fact) => provenFact(lineOf(checklist, id).status, fact),
  signal,
  remember: (change) => remember(checklist, change),
})

export const actContextOf = (
  checklist: Checklist,
  line: Line,
  signal: AbortSignal,
): ActContext => ({
  ...contextOf(checklist, signal),
  status: line.status,
  checklist: () => viewsOf(checklist),
  keepAsked: (file, steps) => void checklist.asked.set(file, steps),
  report: (progress) => {
    if (!signal.aborted) show(checklist, line, { kind: 'acting', progress })
  },
})
