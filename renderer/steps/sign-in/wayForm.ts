import type { ComponentType } from 'react'
import type { SignInStart } from '../../../electron/contract/ask/sign-in.ts'
import type { AppError } from '../../../electron/errors/app-error.ts'

export type WayFormProps = {
  readonly ask: SignInStart
  readonly problem: AppError | undefined
  /** A registered connection is looked at again: that needs a sign-in, which is kept nowhere. */
  readonly reopened: boolean
}

/** One way of signing in, as the window has it. */
export type WayForm = {
  /** Its fields, by the names that problems carry. */
  readonly fields: readonly string[]
  readonly Form: ComponentType<WayFormProps>
}
