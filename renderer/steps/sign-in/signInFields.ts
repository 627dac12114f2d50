import type { As } from '../../../electron/contract/commands.ts'
import { SIGN_IN_WAYS, type SignInWay } from '../../../electron/contract/ask/sign-in.ts'
import type { AppError } from '../../../electron/errors/app-error.ts'

type FieldOf<Action> = Exclude<keyof As<'sign-in', Action>, 'step' | 'action' | 'method'>

/** The fields of each way of signing in, by the names that problems carry. */
export const SIGN_IN_FIELDS: {
  readonly portal: readonly FieldOf<'start'>[]
  /** What is typed for it is asked after the form, on a page of its own. */
  readonly console: readonly FieldOf<'start-console'>[]
  readonly keys: readonly FieldOf<'use-keys'>[]
  readonly profile: readonly FieldOf<'use-profile'>[]
} = {
  portal: ['startUrl', 'region'],
  console: [],
  keys: ['block', 'accessKeyId', 'secretAccessKey', 'sessionToken'],
  profile: ['profile'],
}

/** True for a problem with a field of a way that is not shown. */
export function belongsElsewhere(problem: AppError | undefined, way: SignInWay): boolean {
  return SIGN_IN_WAYS.some((other) => other !== way && has(other, problem?.field))
}

function has(way: SignInWay, field: string | undefined): boolean {
  return SIGN_IN_FIELDS[way].some((name) => name === field)
}
