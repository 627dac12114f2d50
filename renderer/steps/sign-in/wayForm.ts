import type { SignInStart } from '../../../electron/contract/ask/sign-in.ts'
import type { AppError } from '../../../electron/errors/app-error.ts'

export type WayFormProps = {
  readonly ask: SignInStart
  readonly problem: AppError | undefined
  /** A registered connection is looked at again: that needs a sign-in, which is kept nowhere. */
  readonly reopened: boolean
}
