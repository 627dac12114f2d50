import type { FactOf, StepId } from '../contract/steps.ts'

/** What a step will want, told before its turn has come. The minutes are a rough estimate of ours. */
export type Ahead = {
  /** In the checklist, behind “Later”: a few words. */
  readonly brief: string
  /** What the person will need or do. */
  readonly needs: string
  /** Of the person's own time; 0 where there is nothing to do. */
  readonly minutes: number
  /** What is waited for besides, and how long; '' for nothing. */
  readonly waits: string
}

export type Naming = {
  readonly title: string
  /** One or two sentences under the title: what the step is for. */
  readonly purpose: string
  readonly ahead: Ahead
}

/** What is said of a step wherever it is shown; the words of its panel stand beside it. */
export type StepWords<S extends StepId> = Naming & {
  /** What is otherwise where the app only notes what the person did. */
  readonly byHand?: Partial<Naming>
  /** What is otherwise where an MSP manages the account. */
  readonly withMsp?: Partial<Naming>
  /** The request to somebody else: what is asked and for what, and who usually can do it. */
  readonly request: { readonly title: string; readonly why: string; readonly whom: string }
  /** Labels of the facts that it proves. */
  readonly facts: { readonly [Fact in FactOf<S>]: string }
}
