export type ManagedBy = 'us' | 'msp'

export type PlanAsk = {
  readonly step: 'plan'
  readonly managedBy: ManagedBy | null
  /** Twelve digits or '': the MSP's AWS account number, needed for the support request. */
  readonly mspAccountId: string
}
