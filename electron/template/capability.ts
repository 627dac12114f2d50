import type { TemplateReview } from '../contract/ask/template.ts'
import type { Template } from './document.ts'

/** By these, a person names a role or a policy, and AWS does not make the name up. */
const NAMES = ['RoleName', 'ManagedPolicyName']

/**
 * What AWS wants acknowledged for a template that creates roles and policies only: more where one has a
 * name of its own. Source: CloudFormation API Reference, `CreateStack`, "Capabilities".
 */
export function capabilityOf({ Resources }: Template): TemplateReview['capability'] {
  const isNamed = Object.values(Resources).some(({ Properties }) =>
    NAMES.some((name) => Object.hasOwn(Properties, name)),
  )
  return isNamed ? 'CAPABILITY_NAMED_IAM' : 'CAPABILITY_IAM'
}
