import type { StackForm } from '../../electron/contract/ask/stack.ts'
import type { StepView } from '../../electron/contract/status.ts'
import type { AppError } from '../../electron/errors/app-error.ts'
import { statusOf } from './flow.ts'

/** Fields that a person has typed into, by name. */
export type Edits = Readonly<Partial<Record<string, string>>>
export const NO_EDITS: Edits = {}

/** An attempt at the stack that failed, with the names that it was made with. */
export type StackFailure = { readonly error: AppError; readonly form: StackForm }

/** The failed attempt that stands in AWS and has to be deleted; null if there is none. */
export function failedAttempt(steps: readonly StepView[]): StackFailure | null {
  const status = statusOf('stack', steps)
  if (status?.kind !== 'failed') return null
  const { ask, error } = status
  if (ask?.step !== 'stack' || ask.stage !== 'create' || !ask.failedStack) return null
  return { error, form: ask.form }
}

/**
 * What to tell of the last failed attempt after the steps have changed: it outlives the stack, so
 * that the same mistake is not made again, and ends with the next attempt.
 */
export function stackFailure(
  before: StackFailure | null,
  steps: readonly StepView[],
): StackFailure | null {
  const status = statusOf('stack', steps)
  switch (status?.kind) {
    case 'failed':
      return failedAttempt(steps) ?? before
    case 'acting': {
      const { progress } = status
      return progress.kind === 'working' && progress.doing === 'creating-stack' ? null : before
    }
    case 'todo':
    case 'checking':
    case 'pending':
      return before
    case 'waiting':
    case 'done':
    case 'skipped':
    case undefined:
      return null
  }
}

/** Longest names that IAM accepts, by field. */
const LONGEST = { roleName: 64, policyName: 128 } as const

/** The field whose name was taken, as far as AWS told. */
export function takenField({ error }: StackFailure): keyof typeof LONGEST | null {
  if (error.facts['cause'] === 'policy-exists') return 'policyName'
  return error.facts['cause'] === 'role-exists' ? 'roleName' : null
}

/** What was typed, without the consent to the attempt that failed and without a taken name. */
export function editsAfter(failure: StackFailure, edits: Edits): Edits {
  const field = takenField(failure)
  const asked = { ...edits, acknowledged: '' }
  if (!field) return asked
  const taken = failure.form[field]
  const isStill = (edits[field] ?? taken).trim() === taken
  return isStill ? { ...asked, [field]: anotherName(taken, LONGEST[field]) } : asked
}

/** The same name with a number at its end, or with the next one. */
function anotherName(name: string, longest: number): string {
  const [, stem = name, number = '1'] = /^(.*?)-(\d{1,3})$/.exec(name) ?? []
  const ending = `-${Number(number) + 1}`
  return `${stem.slice(0, longest - ending.length)}${ending}`
}
