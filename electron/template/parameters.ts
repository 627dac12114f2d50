import type { StackForm } from '../contract/ask/stack.ts'

/** The template's parameters, as the vendor names them, by field of the form. */
export const PARAMETER_OF = {
  roleName: 'RoleName',
  policyName: 'PolicyName',
  externalId: 'ExternalId',
  bucketName: 'CostAndUsageBucket',
} as const satisfies Partial<Record<keyof StackForm, string>>

/** The form's values for those parameters that the template knows. */
export function parametersOf(form: StackForm, known: readonly string[]): Record<string, string> {
  const values: Record<string, string> = {
    [PARAMETER_OF.roleName]: form.roleName,
    [PARAMETER_OF.policyName]: form.policyName,
    [PARAMETER_OF.externalId]: form.externalId,
    [PARAMETER_OF.bucketName]: form.bucketName,
  }
  return Object.fromEntries(Object.entries(values).filter(([name]) => known.includes(name)))
}
