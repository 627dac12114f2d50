import type { Status } from '../../electron/contract/status.ts'
import { isMarked, isOf } from '../../electron/errors/catalogue.ts'

/** What is offered beside looking again where a step has stopped. */
export type WaysOn = {
  readonly signInAgain: boolean
  /** Back to the question of the step. */
  readonly change: boolean
  readonly byHand: boolean
}

export function waysOn(
  { error, ask }: Status & { readonly kind: 'failed' },
  reopened: boolean,
): WaysOn {
  const signInHelps = isMarked(error.code, 'sign-in-again')
  // The form for signing in has that button already.
  const formSignsIn = ask?.step === 'sign-in' && ask.stage === 'start'
  return {
    signInAgain: signInHelps && !formSignsIn,
    change: !ask && !signInHelps,
    byHand: isOf(error.code, 'denied') && !reopened,
  }
}
