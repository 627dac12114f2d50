import type { PlannedChange } from '../facts.ts'
import type { AsksForId, TemplateParameter } from './template.ts'

export type StackForm = {
  readonly stackName: string
  readonly roleName: string
  readonly policyName: string
  readonly externalId: string
  /** Preset and not asked for. */
  readonly bucketName: string
}

/** A stack in the account that has a role for Spot among its outputs. */
export type AdoptableStack = {
  readonly id: string
  readonly name: string
  readonly status: string
  readonly roleArn: string
  /** Whether this app created it. */
  readonly createdHere: boolean
}

/** A role that has the name that the form asks for. */
export type ExistingRole = {
  readonly arn: string
  readonly name: string
  readonly trustedPrincipals: readonly string[]
  readonly externalIds: readonly string[]
  /** Whether it trusts exactly whom the approved template names. */
  readonly trustsRight: boolean
}

export type StackAsk = {
  readonly step: 'stack'
  readonly stage: 'create'
  readonly accountId: string
  readonly form: StackForm
  /** What was entered for the template's own parameters, by their names; nothing of hidden ones. */
  readonly values: Readonly<Record<string, string>>
  /** The parameters that the approved template asks for, in its order. */
  readonly parameters: readonly TemplateParameter[]
  readonly asksForId: AsksForId
  /** From `ValidateTemplate` and from what the app read itself, e.g. `CAPABILITY_NAMED_IAM`. */
  readonly capabilities: readonly string[]
  readonly capabilitiesReason: string
  readonly changes: readonly PlannedChange[]
  /** Present when a failed stack of this app's own stands in the way. */
  readonly failedStack?: { readonly name: string; readonly status: string }
  /** Stacks that could be used instead of creating one. */
  readonly adoptable: readonly AdoptableStack[]
  /** The role that stands in the way, or could be used; null when the name is free. */
  readonly existingRole: ExistingRole | null
  /** The form's name of the policy, if the account has a policy of this name; '' when none is known. */
  readonly takenPolicy: string
}

export type StackByHandAsk = {
  readonly step: 'stack'
  readonly stage: 'by-hand'
  readonly accountId: string
  /** Values for the template's parameters, by the template's own names. */
  readonly parameters: readonly {
    readonly name: string
    readonly value: string
    /** In the template's own words; '' for none. */
    readonly description: string
    readonly field: TemplateParameter['field']
  }[]
  /** Whether the organization lets nobody go on without an external ID. */
  readonly externalIdRequired: boolean
  readonly stackName: string
  readonly templateFileName: string
  readonly roleArn: string
  readonly externalId: string
}

export type StackEventView = {
  readonly time: number
  readonly logicalId: string
  readonly type: string
  readonly status: string
  readonly reason: string
}
