import type { FactOf, StepId } from '../contract/steps.ts'

export type Naming = {
  readonly title: string
  /** One or two sentences under the title: what the step is for. */
  readonly purpose: string
}

/** What is said of a step wherever it is shown; the words of its panel stand beside it. */
export type StepWords<S extends StepId> = Naming & {
  /** Where the app only notes what the person did, and it is called otherwise. */
  readonly byHand?: Naming
  /** Where an MSP manages the account. */
  readonly withMsp?: Naming
  /** The request to somebody else: what is asked and for what, and who usually can do it. */
  readonly request: { readonly title: string; readonly why: string; readonly whom: string }
  /** Labels of the facts that it proves. */
  readonly facts: { readonly [Fact in FactOf<S>]: string }
}
