import type { StepId } from '../../electron/contract/steps.ts'
import { STEP_TRAITS } from '../../electron/contract/step-traits.ts'

/** Whether the app finds by itself what somebody else does; by hand it reads nothing. */
export function isFoundByItself(step: StepId, byHand: boolean): boolean {
  return !byHand && STEP_TRAITS[step].thingInAws
}
