import { z } from 'zod'
import { AwsError } from '../aws-error.ts'
import type { PolicyDocument } from '../access/policy.ts'
import { awsPolicies } from '../access/aws-policies.ts'
import { roleNamed } from '../access/principals.ts'
import type { Account, ManagedPolicy, Role } from '../world.ts'
import { simulatePrincipalPolicy } from './iam-simulation.ts'
import { signedOperation } from './operation.ts'
import { versionsOf } from './policy-versions.ts'
import type { Operation, SignedCall } from './operation.ts'

const noSuchEntity = (message: string): AwsError => new AwsError('NoSuchEntity', message)

const roleCalled = ({ world, account }: SignedCall, name: string): Role => {
  const role = roleNamed(world, account, name)
  if (role === undefined) throw noSuchEntity(`The role with name ${name} cannot be found.`)
  return role
}

const policyCalled = ({ account }: SignedCall, arn: string): ManagedPolicy => {
  const policy = account.policies.get(arn) ?? awsPolicies.get(arn)
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
const roleArn = ({ RoleName }: { RoleName: string }, { world, account }: SignedCall): string =>
  roleNamed(world, account, RoleName)?.arn ?? `arn:aws:iam::${account.id}:role/${RoleName}`

const attachmentsOf = ({ roles }: Account, { arn }: ManagedPolicy): number =>
  [...roles.values()].filter((role) => role.attached.has(arn)).length

/** A policy as lists show it: without its description. */
const policyShown = (account: Account, policy: ManagedPolicy): Record<string, unknown> => ({
  PolicyName: policy.name,
  PolicyId: policy.id,
  Arn: policy.arn,
  Path: policy.path,
  DefaultVersionId: versionsOf(policy).defaultId,
  AttachmentCount: attachmentsOf(account, policy),
  PermissionsBoundaryUsageCount: 0,
  IsAttachable: true,
  CreateDate: new Date(policy.created),
  UpdateDate: new Date(policy.created),
})

const roleInput = z.object({ RoleName: z.string() })
const listInput = roleInput.extend({
  MaxItems: z.number().default(100),
  Marker: z.string().optional(),
})

/** One page of a list, and where the next one begins. */
const pageOf = <T>(
  items: readonly T[],
  { MaxItems, Marker }: Pick<z.infer<typeof listInput>, 'MaxItems' | 'Marker'>,
): { page: readonly T[]; more: Record<string, unknown> } => {
  const start = Marker === undefined ? 0 : Number(Marker)
  const end = start + MaxItems
  const IsTruncated = end < items.length
  const more = { IsTruncated, ...(IsTruncated && { Marker: String(end) }) }
  return { page: items.slice(start, end), more }
}
const policyInput = z.object({ PolicyArn: z.string() })

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
          ...(role.boundaryArn !== undefined && {
            PermissionsBoundary: {
              PermissionsBoundaryType: 'PermissionsBoundaryPolicy',
              PermissionsBoundaryArn: role.boundaryArn,
            },
          }),
          MaxSessionDuration: role.maxSessionSeconds,
          Tags: Object.entries(role.tags).map(([Key, Value]) => ({ Key, Value })),
          RoleLastUsed: {},
        },
      }
    },
  }),

  ListAttachedRolePolicies: signedOperation({
    action: 'iam:ListAttachedRolePolicies',
    input: listInput,
    resource: roleArn,
    run(input, call) {
      const { page, more } = pageOf([...roleCalled(call, input.RoleName).attached], input)
      const named = page.map((arn) => ({
        PolicyName: arn.split('/').at(-1) ?? arn,
        PolicyArn: arn,
      }))
      return { AttachedPolicies: named, ...more }
    },
  }),

  ListRolePolicies: signedOperation({
    action: 'iam:ListRolePolicies',
    input: listInput,
    resource: roleArn,
    run(input, call) {
      const { page, more } = pageOf([...roleCalled(call, input.RoleName).inline.keys()], input)
      return { PolicyNames: page, ...more }
    },
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

  ListPolicies: signedOperation({
    action: 'iam:ListPolicies',
    input: z.object({
      Scope: z.enum(['All', 'AWS', 'Local']).default('All'),
      OnlyAttached: z.boolean().default(false),
      PathPrefix: z.string().default('/'),
      MaxItems: z.number().default(100),
      Marker: z.string().optional(),
    }),
    run({ Scope, OnlyAttached, PathPrefix, MaxItems, Marker }, { account }) {
      // None of AWS's own policies is in the world.
      const own = Scope === 'AWS' ? [] : [...account.policies.values()]
      const found = own
        .filter(({ path }) => path.startsWith(PathPrefix))
        .filter((policy) => !OnlyAttached || attachmentsOf(account, policy) > 0)
      const { page, more } = pageOf(found, { MaxItems, Marker })
      return { Policies: page.map((policy) => policyShown(account, policy)), ...more }
    },
  }),

  GetPolicy: signedOperation({
    action: 'iam:GetPolicy',
    input: policyInput,
    resource: ({ PolicyArn }) => PolicyArn,
    run({ PolicyArn }, call) {
      const policy = policyCalled(call, PolicyArn)
      const { description: Description } = policy
      return { Policy: { ...policyShown(call.account, policy), Description } }
    },
  }),

  GetPolicyVersion: signedOperation({
    action: 'iam:GetPolicyVersion',
    input: policyInput.extend({ VersionId: z.string() }),
    resource: ({ PolicyArn }) => PolicyArn,
    run({ PolicyArn, VersionId }, call) {
      const policy = policyCalled(call, PolicyArn)
      const { all, defaultId } = versionsOf(policy)
      const version = all.get(VersionId)
      if (version === undefined)
        throw noSuchEntity(`Policy ${PolicyArn} version ${VersionId} does not exist.`)
      return {
        PolicyVersion: {
          Document: encoded(version.document),
          VersionId,
          IsDefaultVersion: VersionId === defaultId,
          CreateDate: new Date(version.created),
        },
      }
    },
  }),

  SimulatePrincipalPolicy: simulatePrincipalPolicy,
}
