import type { ManagedBy } from './ask/plan.ts'
import type { StepId } from './steps.ts'

/** How a connection stands, in one word; `texts/overview.ts` has the sentence for each. */
export type ConnectionState =
  | 'under-way'
  /** A step has failed, or AWS is late. */
  | 'attention'
  | 'registered'
  /** Registered with values that nobody has read from AWS. */
  | 'registered-unverified'
  /** The request to Spot Support is noted as sent. */
  | 'requested'
  /** The person says that Spot Support has confirmed it. */
  | 'said-connected'
  | 'disconnected'
  /** A newer version of the app has written what is kept of it. */
  | 'locked'

/** Whose turn it is. */
export type Waited =
  | 'you'
  | 'colleague'
  | 'msp'
  | 'aws-administrator'
  | 'it-department'
  | 'aws'
  | 'spot'
  | 'spot-support'
  | 'newer-version'

/** One thing that a connection waits for. */
export type Wait = {
  readonly who: Waited
  /** What it is about; null where it is the connection as a whole. */
  readonly step: StepId | null
  /** Since when somebody was asked, or until when it is due, in milliseconds since the epoch. */
  readonly since: number | null
  readonly due: number | null
}

/** A connection as the overview of all shows it. */
export type Standing = {
  readonly managedBy: ManagedBy
  readonly byHand: boolean
  readonly state: ConnectionState
  /** The newest thing that AWS has proven, as far as this run of the app knows. */
  readonly lastProof: { readonly step: StepId; readonly at: number } | null
  readonly waits: readonly Wait[]
}
