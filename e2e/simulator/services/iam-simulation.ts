import { z } from 'zod'
import { serviceControlPolicyOf } from '../access/caller.ts'
import { evaluate } from '../access/policy.ts'
import type { AccessRequest, Decision, PolicyDocument } from '../access/policy.ts'
import { rightsOf } from '../access/principals.ts'
import { AwsError } from '../aws-error.ts'
import { organizationOf } from '../world.ts'
import { signedOperation } from './operation.ts'

const input = z.object({
  PolicySourceArn: z.string(),
  ActionNames: z.array(z.string()),
  ResourceArns: z.array(z.string()).default(['*']),
  ContextEntries: z
    .array(
      z.object({ ContextKeyName: z.string(), ContextKeyValues: z.array(z.string()).default([]) }),
    )
    .default([]),
  MaxItems: z.number().default(100),
  Marker: z.string().optional(),
})

/** Operations of S3 that are no actions of IAM: another action stands for each of them. */
const NOT_ACTIONS: ReadonlySet<string> = new Set(
  [
    'DeleteObjects',
    'GetBucketEncryption',
    'GetBucketNotificationConfiguration',
    'GetPublicAccessBlock',
    'HeadBucket',
    'HeadObject',
    'ListBuckets',
    'ListObjects',
    'ListObjectsV2',
    'PutBucketEncryption',
    'PutPublicAccessBlock',
  ].map((operation) => `s3:${operation}`),
)

const isAction = (name: string): boolean =>
  /^[a-z0-9-]+:[A-Za-z0-9]+$/.test(name) && !NOT_ACTIONS.has(name)

/** How one action on one resource is judged, and by which of the policies. */
const judge = (
  request: AccessRequest,
  own: { source: string; document: PolicyDocument; type: string }[],
  limits: { boundary: PolicyDocument | undefined; organization: PolicyDocument | undefined },
) => {
  const decide = (document: PolicyDocument | undefined): Decision['decision'] =>
    document === undefined ? 'allowed' : evaluate([{ source: '', document }], request).decision
  const { decision, matched } = evaluate(own, request)
  const boundary = decide(limits.boundary)
  const organization = decide(limits.organization)
  const all = [decision, boundary, organization]
  return {
    decision:
      all.find((one) => one === 'explicitDeny') ??
      all.find((one) => one === 'implicitDeny') ??
      'allowed',
    boundary: boundary === 'allowed',
    organization: organization === 'allowed',
    matched,
  }
}

/** What IAM expects of a user or role of the caller's account. Session policies are none of it. */
export const simulatePrincipalPolicy = signedOperation({
  action: 'iam:SimulatePrincipalPolicy',
  input,
  resource: ({ PolicySourceArn }) => PolicySourceArn,
  run({ PolicySourceArn, ActionNames, ResourceArns, ContextEntries, MaxItems, Marker }, call) {
    const { world, account } = call
    const unknown = ActionNames.find((name) => !isAction(name))
    if (unknown !== undefined) throw new AwsError('InvalidInput', `Invalid Action: ${unknown}`)
    const rights = rightsOf(world, account, PolicySourceArn)
    if (rights === undefined)
      throw new AwsError('NoSuchEntity', `The entity ${PolicySourceArn} cannot be found.`)
    const { policies, boundary } = rights
    const types = new Map(policies.map(({ source, type }) => [source, type]))
    const context = Object.fromEntries(
      ContextEntries.map((entry) => [entry.ContextKeyName, entry.ContextKeyValues]),
    )
    const limits = { boundary, organization: serviceControlPolicyOf(world, account.id) }
    const questions = ActionNames.flatMap((action) =>
      ResourceArns.map((resource) => ({ action, resource, context })),
    )
    const start = Marker === undefined ? 0 : Number(Marker)
    const end = start + MaxItems
    return {
      EvaluationResults: questions.slice(start, end).map((question) => {
        const found = judge(question, policies, limits)
        return {
          EvalActionName: question.action,
          EvalResourceName: question.resource,
          EvalDecision: found.decision,
          MatchedStatements: found.matched.map(({ source }) => ({
            SourcePolicyId: source,
            SourcePolicyType: types.get(source) ?? 'none',
          })),
          MissingContextValues: [],
          ...(organizationOf(world, account.id) && {
            OrganizationsDecisionDetail: { AllowedByOrganizations: found.organization },
          }),
          ...(boundary && {
            PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: found.boundary },
          }),
        }
      }),
      IsTruncated: end < questions.length,
      ...(end < questions.length && { Marker: String(end) }),
    }
  },
})
