import type { StepId } from './steps.ts'

/** What is true of a step for everybody who shows it, records it or hands it over. */
export type StepTrait = {
  /** Whoever does it works in the AWS console, in the region of the reports. */
  readonly doneInAws: boolean
  /**
   * It brings about a thing in AWS: that takes permissions there, is read from there whoever did it,
   * and may be gone or changed since.
   */
  readonly thingInAws: boolean
  /** Its form shows what AWS says, which may have changed meanwhile. */
  readonly showsAws: boolean
}

/** Beside `STEP_IDS`: the compiler refuses a step without its traits. */
export const STEP_TRAITS: Readonly<Record<StepId, StepTrait>> = {
  plan: { doneInAws: false, thingInAws: false, showsAws: false },
  'sign-in': { doneInAws: true, thingInAws: false, showsAws: false },
  'cost-report': { doneInAws: true, thingInAws: true, showsAws: true },
  bucket: { doneInAws: true, thingInAws: true, showsAws: true },
  template: { doneInAws: false, thingInAws: false, showsAws: false },
  stack: { doneInAws: true, thingInAws: true, showsAws: false },
  registration: { doneInAws: false, thingInAws: false, showsAws: false },
}
