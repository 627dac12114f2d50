import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { parsePolicy } from '../access/policy.ts'
import type { PolicyDocument } from '../access/policy.ts'
import type { Account, Role } from '../world.ts'
import type { Stack, StackResource } from './stack.ts'

/** Says why the stack's creator may not do something; undefined when it may. */
export type Permit = (action: string, resource: string) => string | undefined

/** A resource that could not be made or deleted; the message is what the stack event shows. */
export class ResourceFailure extends Error {}

type Site = { account: Account; permit: Permit; now: number }
type Made = Pick<StackResource, 'physicalId' | 'attributes'>

/** The wording in which CloudFormation passes on an IAM error. */
const iamFailure = (message: string, status: number, code: string): ResourceFailure =>
  new ResourceFailure(
    `Resource handler returned message: "${message} (Service: Iam, Status Code: ${status}, Request ID: ${randomUUID()}) (SDK Attempt Count: 1)" (RequestToken: ${randomUUID()}, HandlerErrorCode: ${code})`,
  )

const need = ({ permit }: Site, action: string, resource: string): void => {
  const refusal = permit(action, resource)
  if (refusal !== undefined) throw iamFailure(refusal, 403, 'AccessDenied')
}

const uniqueId = (prefix: string): string =>
  `${prefix}${randomBytes(11).toString('hex').slice(0, 17).toUpperCase()}`

const tagged = z.array(z.object({ Key: z.string(), Value: z.string() })).default([])
const inlinePolicy = z.object({ PolicyName: z.string(), PolicyDocument: z.unknown() })

const document = (value: unknown): PolicyDocument => {
  const parsed = z.unknown().transform(parsePolicy).safeParse(value)
  if (!parsed.success) throw iamFailure('Syntax errors in policy.', 400, 'InvalidRequest')
  return parsed.data
}

/** IAM's words for a resource that is none; the newer handlers add no error code of IAM's. */
const notAnArn = (parsed: PolicyDocument): string | undefined =>
  parsed.Statement.flatMap(({ Resource }) => Resource ?? []).find(
    (resource) => resource !== '*' && !/^(arn:|\$\{)/.test(resource),
  )

/** A document that is to give permissions, and not to trust somebody. */
const permissions = (value: unknown): PolicyDocument => {
  const parsed = document(value)
  const wrong = notAnArn(parsed)
  if (wrong === undefined) return parsed
  throw iamFailure(`Resource ${wrong} must be in ARN format or "*".`, 400, 'InvalidRequest')
}

const principalHolder = z.looseObject({
  Principal: z.looseObject({ AWS: z.unknown() }),
})

/** IAM keeps an account's number as the ARN of its root, however the account was written. */
const canonicalPrincipals = (statement: unknown): unknown => {
  const parsed = principalHolder.safeParse(statement)
  if (!parsed.success) return statement
  const canonical = (id: unknown): unknown =>
    /^\d{12}$/.test(String(id)) ? `arn:aws:iam::${String(id)}:root` : id
  const { AWS } = parsed.data.Principal
  const named = Array.isArray(AWS) ? AWS.map(canonical) : canonical(AWS)
  return { ...parsed.data, Principal: { ...parsed.data.Principal, AWS: named } }
}

const trustDocument = (value: unknown): PolicyDocument => {
  const parsed = z.looseObject({ Statement: z.unknown() }).safeParse(value)
  if (!parsed.success) return document(value)
  const { Statement } = parsed.data
  return document({
    ...parsed.data,
    Statement: Array.isArray(Statement)
      ? Statement.map(canonicalPrincipals)
      : canonicalPrincipals(Statement),
  })
}

const read = <T>(schema: z.ZodType<T>, properties: unknown): T => {
  const parsed = schema.safeParse(properties)
  if (parsed.success) return parsed.data
  const where = parsed.error.issues[0]?.path.join('/') ?? ''
  throw new ResourceFailure(
    `Properties validation failed for resource with message: [#/${where}: is not valid]`,
  )
}

/** What another stack has made is refused in CloudFormation's own words, before IAM is asked. */
const refuseOthers = ({ account }: Site, stack: Stack, physicalId: string): void => {
  const owner = account.stacks.find(
    (other) =>
      other !== stack &&
      [...other.resources.values()].some(
        (resource) => resource.physicalId === physicalId && resource.status === 'CREATE_COMPLETE',
      ),
  )
  if (owner !== undefined)
    throw new ResourceFailure(`${physicalId} already exists in stack ${owner.id}`)
}

const generatedName = (stack: Stack, logicalId: string): string =>
  `${stack.name.slice(0, 24)}-${logicalId.slice(0, 24)}-${randomBytes(6).toString('hex').toUpperCase()}`

const roleSchema = z.object({
  RoleName: z.string().optional(),
  Path: z.string().default('/'),
  Description: z.string().optional(),
  AssumeRolePolicyDocument: z.unknown(),
  Policies: z.array(inlinePolicy).default([]),
  ManagedPolicyArns: z.array(z.string()).default([]),
  MaxSessionDuration: z.coerce.number().default(3600),
  Tags: tagged,
})

const createRole = (id: string, properties: unknown, stack: Stack, site: Site): Made => {
  const wanted = read(roleSchema, properties)
  const { account, now } = site
  const name = wanted.RoleName ?? generatedName(stack, id)
  const arn = `arn:aws:iam::${account.id}:role${wanted.Path}${name}`
  const tags = {
    ...stack.tags,
    ...Object.fromEntries(wanted.Tags.map((one) => [one.Key, one.Value])),
  }
  need(site, 'iam:CreateRole', arn)
  if (Object.keys(tags).length > 0) need(site, 'iam:TagRole', arn)
  if (wanted.Policies.length > 0) need(site, 'iam:PutRolePolicy', arn)
  if (wanted.ManagedPolicyArns.length > 0) need(site, 'iam:AttachRolePolicy', arn)
  need(site, 'iam:GetRole', arn)
  refuseOthers(site, stack, name)
  if (account.roles.has(name))
    throw iamFailure(`Role with name ${name} already exists.`, 409, 'AlreadyExists')
  const role: Role = {
    name,
    path: wanted.Path,
    arn,
    id: uniqueId('AROA'),
    created: now,
    description: wanted.Description,
    trust: trustDocument(wanted.AssumeRolePolicyDocument),
    inline: new Map(
      wanted.Policies.map((one) => [one.PolicyName, permissions(one.PolicyDocument)]),
    ),
    attached: new Set(wanted.ManagedPolicyArns),
    tags,
    maxSessionSeconds: wanted.MaxSessionDuration,
  }
  account.roles.set(name, role)
  return { physicalId: name, attributes: { Arn: arn, RoleId: role.id } }
}

const roleOf = (account: Account, name: string): Role => {
  const role = account.roles.get(name)
  if (role === undefined)
    throw iamFailure(`The role with name ${name} cannot be found.`, 404, 'NotFound')
  return role
}

const managedSchema = z.object({
  ManagedPolicyName: z.string().optional(),
  Path: z.string().default('/'),
  Description: z.string().optional(),
  PolicyDocument: z.unknown(),
  Roles: z.array(z.string()).default([]),
})

const createManagedPolicy = (id: string, properties: unknown, stack: Stack, site: Site): Made => {
  const wanted = read(managedSchema, properties)
  const { account, now } = site
  const name = wanted.ManagedPolicyName ?? generatedName(stack, id)
  const arn = `arn:aws:iam::${account.id}:policy${wanted.Path}${name}`
  need(site, 'iam:CreatePolicy', arn)
  need(site, 'iam:GetPolicy', arn)
  refuseOthers(site, stack, arn)
  if ([...account.policies.values()].some((policy) => policy.name === name))
    throw iamFailure(
      `A policy called ${name} already exists. Duplicate names are not allowed.`,
      409,
      'AlreadyExists',
    )
  const roles = wanted.Roles.map((one) => roleOf(account, one))
  for (const role of roles) need(site, 'iam:AttachRolePolicy', role.arn)
  account.policies.set(arn, {
    name,
    path: wanted.Path,
    arn,
    id: uniqueId('ANPA'),
    created: now,
    description: wanted.Description,
    document: permissions(wanted.PolicyDocument),
  })
  for (const role of roles) role.attached.add(arn)
  return { physicalId: arn, attributes: { PolicyArn: arn } }
}

const inlineSchema = z.object({
  PolicyName: z.string(),
  PolicyDocument: z.unknown(),
  Roles: z.array(z.string()).default([]),
  RoleName: z.string().optional(),
})

const createInlinePolicy = (properties: unknown, { account, ...site }: Site): Made => {
  const wanted = read(inlineSchema, properties)
  const names = [...wanted.Roles, ...(wanted.RoleName === undefined ? [] : [wanted.RoleName])]
  for (const role of names.map((one) => roleOf(account, one))) {
    need({ account, ...site }, 'iam:PutRolePolicy', role.arn)
    role.inline.set(wanted.PolicyName, permissions(wanted.PolicyDocument))
  }
  return { physicalId: wanted.PolicyName, attributes: { Roles: names.join(',') } }
}

/** Makes a resource. Those of IAM really come to exist; any other gets an id and nothing more. */
export const createResource = (
  { logicalId, type }: StackResource,
  properties: unknown,
  stack: Stack,
  site: Site,
): Made => {
  switch (type) {
    case 'AWS::IAM::Role':
      return createRole(logicalId, properties, stack, site)
    case 'AWS::IAM::ManagedPolicy':
      return createManagedPolicy(logicalId, properties, stack, site)
    case 'AWS::IAM::Policy':
    case 'AWS::IAM::RolePolicy':
      return createInlinePolicy(properties, site)
    default: {
      const physicalId = generatedName(stack, logicalId).toLowerCase()
      const digest = createHash('sha256').update(physicalId).digest('hex').slice(0, 12)
      return { physicalId, attributes: { Arn: `arn:aws:simulated:::${digest}` } }
    }
  }
}

/** Deletes a resource, as its creator may. */
export const deleteResource = (resource: StackResource, site: Site): void => {
  const { account } = site
  if (resource.type === 'AWS::IAM::Role') {
    const role = account.roles.get(resource.physicalId)
    if (role === undefined) return
    if (role.inline.size > 0) need(site, 'iam:DeleteRolePolicy', role.arn)
    if (role.attached.size > 0) need(site, 'iam:DetachRolePolicy', role.arn)
    need(site, 'iam:DeleteRole', role.arn)
    account.roles.delete(resource.physicalId)
  }
  if (resource.type === 'AWS::IAM::ManagedPolicy') {
    const attached = [...account.roles.values()].filter((role) =>
      role.attached.has(resource.physicalId),
    )
    for (const role of attached) need(site, 'iam:DetachRolePolicy', role.arn)
    need(site, 'iam:DeletePolicy', resource.physicalId)
    for (const role of attached) role.attached.delete(resource.physicalId)
    account.policies.delete(resource.physicalId)
  }
  if (resource.type === 'AWS::IAM::Policy' || resource.type === 'AWS::IAM::RolePolicy') {
    for (const name of (resource.attributes['Roles'] ?? '').split(',')) {
      const role = account.roles.get(name)
      if (role === undefined) continue
      need(site, 'iam:DeleteRolePolicy', role.arn)
      role.inline.delete(resource.physicalId)
    }
  }
}
