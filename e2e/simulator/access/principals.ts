import { createHash } from 'node:crypto'
import type { Holder } from '../sso-world.ts'
import type { Account, Role, World } from '../world.ts'
import { awsPolicies } from './aws-policies.ts'
import { administratorAccess } from './policy.ts'
import type { PolicyDocument } from './policy.ts'

/** What decides about a principal inside its own account. */
export type Rights = {
  /** Policies of its own; `type` as IAM's simulation names it. */
  policies: { source: string; document: PolicyDocument; type: string }[]
  boundary: PolicyDocument | undefined
}

/** A principal that has signed a request: who it is to STS and to IAM, and what it may do. */
export type Principal = {
  /** As `GetCallerIdentity` returns it. */
  arn: string
  /** The user or role behind a session, as IAM knows it. */
  iamArn: string
  userId: string
  rights: Rights
  sessionPolicy: PolicyDocument | undefined
}

/** The role that Identity Center makes in an account for a permission set has a fixed suffix. */
export const permissionSetRoleName = (permissionSet: string, accountId: string): string => {
  const suffix = createHash('sha256').update(`${permissionSet}/${accountId}`).digest('hex')
  return `AWSReservedSSO_${permissionSet}_${suffix.slice(0, 16)}`
}

const roleIdOf = (name: string): string =>
  `AROA${createHash('sha256').update(name).digest('hex').slice(0, 17).toUpperCase()}`

const permissionSetRights = ({ sso }: World, permissionSet: string): Rights => ({
  policies: [
    {
      source: permissionSet,
      document: sso.permissionSets.get(permissionSet) ?? administratorAccess,
      type: 'role',
    },
  ],
  boundary: sso.permissionSetLimits.get(permissionSet)?.boundary,
})

/** Identity Center keeps its roles under a path, with its region unless that is us-east-1. */
const permissionSetRole = (world: World, permissionSet: string, accountId: string): Role => {
  const { region } = world.sso
  const path = `/aws-reserved/sso.amazonaws.com/${region === 'us-east-1' ? '' : `${region}/`}`
  const name = permissionSetRoleName(permissionSet, accountId)
  const provider = `arn:aws:iam::${accountId}:saml-provider/AWSSSO_0a1b2c3d4e5f_DO_NOT_DELETE`
  return {
    name,
    path,
    arn: `arn:aws:iam::${accountId}:role${path}${name}`,
    id: roleIdOf(name),
    created: Date.UTC(2024, 0, 15),
    description: undefined,
    trust: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Federated: provider },
          Action: ['sts:AssumeRoleWithSAML', 'sts:TagSession'],
          Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
        },
      ],
    },
    inline: new Map([
      ['AwsSSOInlinePolicy', world.sso.permissionSets.get(permissionSet) ?? administratorAccess],
    ]),
    attached: new Set(),
    tags: {},
    maxSessionSeconds: 43_200,
  }
}

/** The roles of an account, those that Identity Center has made for its users included. */
export const roleNamed = (world: World, account: Account, name: string): Role | undefined => {
  const own = account.roles.get(name)
  if (own !== undefined) return own
  const permissionSet = [...world.sso.users.values()]
    .flatMap(({ assignments }) => assignments.get(account.id) ?? [])
    .find((one) => permissionSetRoleName(one, account.id) === name)
  if (permissionSet === undefined) return undefined
  return permissionSetRole(world, permissionSet, account.id)
}

const roleRights = (account: Account, role: Role): Rights => ({
  policies: [
    ...[...role.inline].map(([name, document]) => ({ source: name, document, type: 'role' })),
    ...[...role.attached].flatMap((arn) => {
      const policy = account.policies.get(arn) ?? awsPolicies.get(arn)
      if (policy === undefined) return []
      return { source: policy.name, document: policy.document, type: 'user-managed' }
    }),
  ],
  boundary: role.boundary,
})

const identityRights = (holder: Extract<Holder, { kind: 'identity' }>): Rights => ({
  policies: [{ source: 'identity', document: holder.policy, type: 'user' }],
  boundary: holder.boundary,
})

/** The rights of a user or role by its exact ARN; undefined when the account has none of that ARN. */
export const rightsOf = (world: World, account: Account, arn: string): Rights | undefined => {
  const name = arn.split('/').at(-1) ?? ''
  const role = roleNamed(world, account, name)
  if (role?.arn === arn) {
    const limits = [...world.sso.permissionSetLimits].find(
      ([permissionSet]) => permissionSetRoleName(permissionSet, account.id) === name,
    )
    return { ...roleRights(account, role), ...(limits && { boundary: limits[1].boundary }) }
  }
  for (const { holder } of world.sso.roleCredentials.values())
    if (holder.kind === 'identity' && holder.arn === arn && arn.includes(':user/'))
      return identityRights(holder)
  return undefined
}

/** Who the holder of credentials is; undefined when its role has been deleted. */
export const principalOf = (
  world: World,
  account: Account,
  holder: Holder,
): Principal | undefined => {
  switch (holder.kind) {
    case 'permission-set': {
      const { permissionSet, user } = holder
      const role = permissionSetRole(world, permissionSet, account.id)
      return {
        arn: `arn:aws:sts::${account.id}:assumed-role/${role.name}/${user}`,
        iamArn: role.arn,
        userId: `${role.id}:${user}`,
        rights: permissionSetRights(world, permissionSet),
        sessionPolicy: world.sso.permissionSetLimits.get(permissionSet)?.sessionPolicy,
      }
    }
    case 'role': {
      const role = account.roles.get(holder.roleName)
      if (role === undefined) return undefined
      return {
        arn: `arn:aws:sts::${account.id}:assumed-role/${role.name}/${holder.sessionName}`,
        iamArn: role.arn,
        userId: `${role.id}:${holder.sessionName}`,
        rights: roleRights(account, role),
        sessionPolicy: holder.sessionPolicy,
      }
    }
    case 'identity': {
      const { arn } = holder
      const root = arn.endsWith(':root')
      const userId = root ? account.id : roleIdOf(arn).replace('AROA', 'AIDA')
      const rights = identityRights(holder)
      return { arn, iamArn: arn, userId, rights, sessionPolicy: undefined }
    }
  }
}
