import { STEPS, type StepId } from '../../electron/contract/steps.ts'

/** Whether the app finds by itself what somebody else does; by hand it reads nothing. */
export function isFoundByItself(step: StepId, byHand: boolean): boolean {
  return !byHand && STEPS[step].thingInAws
}
