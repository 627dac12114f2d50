import type { ServiceName } from './contract/contract.ts'

/** One request as the simulator saw it, without anything that could be used to sign in. */
export type RecordedRequest = {
  /** `browser` stands for the pages that a person would see while signing in. */
  service: ServiceName | 'spot' | 'browser' | 'unknown'
  /** The API's name of the operation, such as `PutReportDefinition`. */
  operation: string
  /** The IAM action that it needs, such as `s3:ListAllMyBuckets`; undefined where IAM has no say. */
  action: string | undefined
  /** Account of the caller's credentials; undefined for unsigned calls. */
  accountId: string | undefined
  /** Milliseconds since the epoch, on the simulator's clock. */
  time: number
  /** When its answer went out, on the same clock; undefined while, or where, there is none. */
  answered: number | undefined
  params: Record<string, unknown>
  /** HTTP status; undefined when no answer was given (hang, reset). */
  status: number | undefined
  errorCode: string | undefined
}
