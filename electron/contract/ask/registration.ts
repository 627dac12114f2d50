import type { ManagedBy } from './plan.ts'
import type { Fact } from '../facts.ts'

export type SpotAccount = {
  readonly id: string
  readonly name: string
  readonly organizationId: string
}

/** What Spot Support needs to connect a customer whose account an MSP manages. '' where unknown. */
export type SupportRequest = {
  readonly bucketName: string
  readonly roleArn: string
  readonly customerAccountId: string
  readonly mspAccountId: string
  /** '' when the role does not come from a stack that is known here. */
  readonly stackName: string
  readonly reportPrefix: string
  readonly spotOrganizationId: string
  /** Accounts that pay this account's bill by AWS's word, with a comma between; '' if none is known to. */
  readonly billPayer: string
  /** False when role and bucket were typed in and nobody has read them from AWS. */
  readonly verified: boolean
}

/** Whatever a request to Spot Support says. */
export const REQUEST_ROWS = [
  'bucketName',
  'roleArn',
  'customerAccountId',
  'mspAccountId',
  'stackName',
  'reportPrefix',
  'spotOrganizationId',
  'billPayer',
  'verified',
] as const satisfies readonly (keyof SupportRequest)[]

/** How a request left the app: to the clipboard, or as a draft in the mail program. */
export type RequestWay = 'copied' | 'email'

/** A request to Spot Support as it left the app. */
export type SentRequest = {
  readonly request: SupportRequest
  /** Null where an earlier build did not note it. */
  readonly how: RequestWay | null
}

export type RegistrationAsk = {
  readonly step: 'registration'
  readonly managedBy: ManagedBy
  readonly summary: readonly Fact[]
  /** False when something of the summary was typed in and not proven. */
  readonly verified: boolean
  /** Accounts the typed token can reach; [] until a token was accepted (kept in memory only). */
  readonly spotAccounts: readonly SpotAccount[]
  /** Whether a Spot token is held in the main process's memory, and Spot has said what it opens. */
  readonly token: 'none' | 'unchecked' | 'checked'
  /** What the request to Spot Support says, for MSP customers; null otherwise. */
  readonly supportRequest: SupportRequest | null
  readonly spotOrganizationId: string
  /** How the request, exactly as it is now, has left the app; null if it has not. */
  readonly prepared: RequestWay | null
}
