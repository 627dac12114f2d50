import { z } from 'zod'
import { AwsError } from '../aws-error.ts'
import { evaluate } from '../access/policy.ts'
import type { PolicyDocument } from '../access/policy.ts'
import type { Account, ManagedPolicy, Role } from '../world.ts'
import { signedOperation } from './operation.ts'
import type { Operation, SignedCall } from './operation.ts'

const noSuchEntity = (message: string): AwsError => new AwsError('NoSuchEntity', message)

const roleCalled = ({ account }: SignedCall, name: string): Role => {
  const role = account.roles.get(name)
  if (role === undefined) throw noSuchEntity(`The role with name ${name} cannot be found.`)
  return role
}

const policyCalled = ({ account }: SignedCall, arn: string): ManagedPolicy => {
  const policy = account.policies.get(arn)
  if (policy === undefined) throw noSuchEntity(`Policy ${arn} does not exist or is not attachable.`)
  return policy
}

/** IAM returns documents percent-encoded (RFC 3986). */
const encoded = (document: PolicyDocument): string =>
  encodeURIComponent(JSON.stringify(document)).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/** A role that does not exist has no path, as far as anyone knows. */
const roleArn = ({ RoleName }: { RoleName: string }, { account }: SignedCall): string =>
  account.roles.get(RoleName)?.arn ?? `arn:aws:iam::${account.id}:role/${RoleName}`

const policiesOf = (
  account: Account,
  role: Role,
): { source: string; document: PolicyDocument; type: string }[] => [
  ...[...role.inline].map(([name, document]) => ({ source: name, document, type: 'role' })),
  ...[...role.attached].flatMap((arn) => {
    const policy = account.policies.get(arn)
    if (policy === undefined) return []
    return { source: policy.name, document: policy.document, type: 'user-managed' }
  }),
]

const roleInput = z.object({ RoleName: z.string() })
const policyInput = z.object({ PolicyArn: z.string() })

const simulateInput = z.object({
  PolicySourceArn: z.string(),
  ActionNames: z.array(z.string()),
  ResourceArns: z.array(z.string()).default(['*']),
  ContextEntries: z
    .array(
      z.object({ ContextKeyName: z.string(), ContextKeyValues: z.array(z.string()).default([]) }),
    )
    .default([]),
})

export const iam: Record<string, Operation> = {
  GetRole: signedOperation({
    action: 'iam:GetRole',
    input: roleInput,
    resource: roleArn,
    run({ RoleName }, call) {
      const role = roleCalled(call, RoleName)
      return {
        Role: {
          Path: role.path,
          RoleName: role.name,
          RoleId: role.id,
          Arn: role.arn,
          CreateDate: new Date(role.created),
          AssumeRolePolicyDocument: encoded(role.trust),
          Description: role.description,
          MaxSessionDuration: role.maxSessionSeconds,
          Tags: Object.entries(role.tags).map(([Key, Value]) => ({ Key, Value })),
          RoleLastUsed: {},
        },
      }
    },
  }),

  ListAttachedRolePolicies: signedOperation({
    action: 'iam:ListAttachedRolePolicies',
    input: roleInput,
    resource: roleArn,
    run: ({ RoleName }, call) => ({
      AttachedPolicies: [...roleCalled(call, RoleName).attached].map((arn) => ({
        PolicyName: arn.split('/').at(-1) ?? arn,
        PolicyArn: arn,
      })),
      IsTruncated: false,
    }),
  }),

  ListRolePolicies: signedOperation({
    action: 'iam:ListRolePolicies',
    input: roleInput,
    resource: roleArn,
    run: ({ RoleName }, call) => ({
      PolicyNames: [...roleCalled(call, RoleName).inline.keys()],
      IsTruncated: false,
    }),
  }),

  GetRolePolicy: signedOperation({
    action: 'iam:GetRolePolicy',
    input: roleInput.extend({ PolicyName: z.string() }),
    resource: roleArn,
    run({ RoleName, PolicyName }, call) {
      const document = roleCalled(call, RoleName).inline.get(PolicyName)
      if (document === undefined)
        throw noSuchEntity(`The role policy with name ${PolicyName} cannot be found.`)
      return { RoleName, PolicyName, PolicyDocument: encoded(document) }
    },
  }),

  GetPolicy: signedOperation({
    action: 'iam:GetPolicy',
    input: policyInput,
    resource: ({ PolicyArn }) => PolicyArn,
    run({ PolicyArn }, call) {
      const policy = policyCalled(call, PolicyArn)
      const roles = [...call.account.roles.values()]
      return {
        Policy: {
          PolicyName: policy.name,
          PolicyId: policy.id,
          Arn: policy.arn,
          Path: policy.path,
          DefaultVersionId: 'v1',
          AttachmentCount: roles.filter((role) => role.attached.has(policy.arn)).length,
          PermissionsBoundaryUsageCount: 0,
          IsAttachable: true,
          Description: policy.description,
          CreateDate: new Date(policy.created),
          UpdateDate: new Date(policy.created),
        },
      }
    },
  }),

  GetPolicyVersion: signedOperation({
    action: 'iam:GetPolicyVersion',
    input: policyInput.extend({ VersionId: z.string() }),
    resource: ({ PolicyArn }) => PolicyArn,
    run({ PolicyArn, VersionId }, call) {
      const policy = policyCalled(call, PolicyArn)
      if (VersionId !== 'v1')
        throw noSuchEntity(`Policy ${PolicyArn} version ${VersionId} does not exist.`)
      return {
        PolicyVersion: {
          Document: encoded(policy.document),
          VersionId,
          IsDefaultVersion: true,
          CreateDate: new Date(policy.created),
        },
      }
    },
  }),

  SimulatePrincipalPolicy: signedOperation({
    action: 'iam:SimulatePrincipalPolicy',
    input: simulateInput,
    resource: ({ PolicySourceArn }) => PolicySourceArn,
    run({ PolicySourceArn, ActionNames, ResourceArns, ContextEntries }, { account }) {
      const role = [...account.roles.values()].find((one) => one.arn === PolicySourceArn)
      if (role === undefined) throw noSuchEntity(`The entity ${PolicySourceArn} cannot be found.`)
      const policies = policiesOf(account, role)
      const types = new Map(policies.map(({ source, type }) => [source, type]))
      const context = Object.fromEntries(
        ContextEntries.map((entry) => [entry.ContextKeyName, entry.ContextKeyValues]),
      )
      return {
        EvaluationResults: ActionNames.flatMap((action) =>
          ResourceArns.map((resource) => {
            const { decision, matched } = evaluate(policies, { action, resource, context })
            return {
              EvalActionName: action,
              EvalResourceName: resource,
              EvalDecision: decision,
              MatchedStatements: matched.map(({ source }) => ({
                SourcePolicyId: source,
                SourcePolicyType: types.get(source) ?? 'none',
              })),
              MissingContextValues: [],
            }
          }),
        ),
        IsTruncated: false,
      }
    },
  }),
}
