import type { ManagedBy } from './plan.ts'
import type { Fact } from '../facts.ts'

export type SpotAccount = {
  readonly id: string
  readonly name: string
  readonly organizationId: string
}

export type RegistrationAsk = {
  readonly step: 'registration'
  readonly managedBy: ManagedBy
  readonly summary: readonly Fact[]
  /** False when something of the summary was typed in and not proven. */
  readonly verified: boolean
  /** Accounts the typed token can reach; [] until a token was accepted (kept in memory only). */
  readonly spotAccounts: readonly SpotAccount[]
  /** True while a Spot token is held in the main process's memory. */
  readonly tokenHeld: boolean
  /** The request to Spot Support, for MSP customers; '' otherwise. */
  readonly supportRequest: string
  readonly spotOrganizationId: string
  /** Of the MSP's report, for the support request; '' if not told. */
  readonly reportPrefix: string
}
