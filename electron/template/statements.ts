import { z } from 'zod'
import { effect } from '../aws/iam/policy-document.ts'
import { managedPolicy } from '../aws/iam/managed-policies.ts'
import { NOT_UNDERSTOOD } from '../aws/iam/trust.ts'
import type { TemplateReview, TemplateStatement } from '../contract/ask/template.ts'
import { nameHides } from '../base/visible.ts'
import { reviewAction, unclear } from './actions.ts'
import { mark, notUnderstood, surroundings, valuesOf, type Template } from './document.ts'
import { isRecord, referredTo, resolve } from './value.ts'

const ATTRIBUTES = new Set(
  'Type Condition Properties DependsOn Metadata DeletionPolicy UpdateReplacePolicy'.split(' '),
)
/** The resources that are understood, and all of their properties. Source: CloudFormation's reference. */
export const PROPERTIES: Readonly<Record<string, ReadonlySet<string>>> = {
  'AWS::IAM::Role': new Set(
    'AssumeRolePolicyDocument Description ManagedPolicyArns MaxSessionDuration Path PermissionsBoundary Policies RoleName Tags'.split(
      ' ',
    ),
  ),
  'AWS::IAM::ManagedPolicy': new Set(
    'Description Groups ManagedPolicyName Path PolicyDocument Roles Users'.split(' '),
  ),
  'AWS::IAM::Policy': new Set('Groups PolicyDocument PolicyName Roles Users'.split(' ')),
  'AWS::IAM::RolePolicy': new Set('PolicyDocument PolicyName RoleName'.split(' ')),
}

const policySchema = z.strictObject({
  Version: z.unknown().optional(),
  Id: z.unknown().optional(),
  Statement: z.unknown(),
})
const statementSchema = z
  .strictObject({
    Sid: z.unknown().optional(),
    Effect: effect,
    Action: z.unknown().optional(),
    NotAction: z.unknown().optional(),
    Resource: z.unknown().optional(),
    NotResource: z.unknown().optional(),
    Condition: z.unknown().optional(),
  })
  .refine((one) => (one.Action === undefined) !== (one.NotAction === undefined))
  .refine((one) => (one.Resource === undefined) !== (one.NotResource === undefined))

type Branch = { readonly value: unknown; readonly when: string }

/** The items of a list, or the one value, and of each `Fn::If` both cases. */
function branchesOf(value: unknown, when = ''): Branch[] {
  if (value === undefined) return []
  if (Array.isArray(value)) return value.flatMap((one) => branchesOf(one, when))
  if (isRecord(value) && Object.keys(value).length === 1) {
    if (value['Ref'] === 'AWS::NoValue') return []
    const choice = z.tuple([z.string(), z.unknown(), z.unknown()]).safeParse(value['Fn::If'])
    if (choice.success) {
      const [name, yes, no] = choice.data
      const both = (last: string): string => (when ? `${when} and ${last}` : last)
      return [...branchesOf(yes, both(name)), ...branchesOf(no, both(`not ${name}`))]
    }
  }
  return [{ value, when }]
}

/** All that a resource allows: its documents, the policies attached by name, what is strange. */
export function statementsOf(
  logicalId: string,
  resource: Template['Resources'][string],
  template: Template,
): TemplateStatement[] {
  const { Type, Properties, Condition } = resource
  const documents = [
    ...(Type === 'AWS::IAM::Role' ? [] : branchesOf(Properties['PolicyDocument'] ?? {}, Condition)),
    ...branchesOf(Properties['Policies'], Condition).flatMap(({ value, when }) => {
      const keys = isRecord(value) ? Object.keys(value).toSorted().join() : ''
      const inline = isRecord(value) && keys === 'PolicyDocument,PolicyName'
      return inline ? branchesOf(value['PolicyDocument'], when) : [{ value, when }]
    }),
  ]
  const statements = documents.flatMap(({ value, when }) => {
    const policy = policySchema.safeParse(value)
    const inside = policy.success ? branchesOf(policy.data.Statement, when) : []
    return inside.length > 0 ? inside : [{ value, when }]
  })
  return [
    ...statements.map((branch, index) =>
      reviewStatement(branch, `${logicalId}-${index + 1}`, template),
    ),
    ...branchesOf(Properties['ManagedPolicyArns'], Condition).flatMap((branch) =>
      attachedPolicy(branch, logicalId, template),
    ),
    ...['Users', 'Groups', 'Roles', 'RoleName'].flatMap((property) =>
      Type === 'AWS::IAM::Role' ? [] : attachments(logicalId, property, Properties, template),
    ),
    ...strangeMembers(logicalId, resource, ATTRIBUTES, template),
    ...strangeMembers(logicalId, Properties, PROPERTIES[Type] ?? new Set(), template),
  ]
}

/** The policies of AWS's own that the roles of a template get, by their ARNs and in its order. */
export function managedIn(template: Template): TemplateReview['managed'] {
  const found = Object.values(template.Resources).flatMap(({ Properties, Condition }) =>
    branchesOf(Properties['ManagedPolicyArns'], Condition).flatMap(({ value, when }) => {
      const arn = resolve(value, surroundings(template))
      const policy = typeof arn === 'string' ? managedPolicy(arn) : null
      return policy ? [{ name: policy.name, version: policy.version, when }] : []
    }),
  )
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()]
}

function reviewStatement(
  { value, when }: Branch,
  id: string,
  template: Template,
): TemplateStatement {
  const parsed = statementSchema.safeParse(value)
  const actions = parsed.success ? branchesOf(parsed.data.Action ?? parsed.data.NotAction) : []
  const places = parsed.success ? branchesOf(parsed.data.Resource ?? parsed.data.NotResource) : []
  if (!parsed.success || actions.length === 0 || places.length === 0) {
    return writing(mark(id, when), notUnderstood(value, template))
  }
  const { Sid, Effect, NotAction, NotResource, Condition } = parsed.data
  const found = places.map((one) => place(one.value, template))
  const around = {
    effect: Effect,
    allBut: NotAction !== undefined,
    conditional: Condition !== undefined,
    places: NotResource === undefined ? found : ['*'],
    template,
  }
  const reviewed = new Map(
    actions
      .map((one) => reviewAction(one.value, one.when, around))
      .map((action) => [action.text, action]),
  )
  const inSight = !found.some(nameHides)
  const harmless = [...reviewed.values()].every(({ may }) => may === 'reads' || may === 'forbids')
  return {
    id: mark(typeof Sid === 'string' ? Sid : id, when),
    actions: [...reviewed.values()],
    resources: places.map((one) =>
      mark(`${NotResource === undefined ? '' : 'all but '}${place(one.value, template)}`, one.when),
    ),
    access: inSight && harmless ? 'read' : 'write',
  }
}

/** A policy attached by its ARN: one that is not known here could be anything, and counts as writing. */
function attachedPolicy(branch: Branch, id: string, template: Template): TemplateStatement[] {
  const { value, when } = branch
  if (refersTo(value, 'AWS::IAM::ManagedPolicy', template)) return []
  const arn = resolve(value, surroundings(template))
  if (typeof arn === 'string' && /^arn:[^$]+$/.test(arn)) {
    const { name = '', statements = [] } = managedPolicy(arn) ?? {}
    if (statements.length === 0) return [writing(mark(arn, when), arn)]
    return statements.map((one) => ({
      ...reviewStatement({ value: one, when: '' }, name, template),
      id: mark(name, when),
    }))
  }
  return [writing(mark(`${id} ManagedPolicyArns`, when), notUnderstood(value, template))]
}

/** Whom a policy is attached to, unless that is a role of the same template. */
function attachments(
  logicalId: string,
  property: string,
  properties: Record<string, unknown>,
  template: Template,
): TemplateStatement[] {
  const names = Object.values(template.Resources)
    .filter(({ Type }) => Type === 'AWS::IAM::Role')
    .map((role) => JSON.stringify(role.Properties['RoleName']))
  return branchesOf(properties[property])
    .filter(({ value }) => !refersTo(value, 'AWS::IAM::Role', template))
    .filter(({ value }) => !property.startsWith('Role') || !names.includes(JSON.stringify(value)))
    .map(({ value, when }) =>
      writing(
        mark(`${logicalId} ${property}`, when),
        `attached to ${property}: ${place(value, template)}`,
      ),
    )
}

/** Whether a value is a reference to a resource of this type in the same template. */
function refersTo(value: unknown, type: string, { Resources }: Template): boolean {
  const id = referredTo(value)
  return Object.entries(Resources).some(
    ([logicalId, { Type }]) => Type === type && logicalId === id,
  )
}

/** Members that CloudFormation may know and this review does not. */
export function strangeMembers(
  id: string,
  members: Record<string, unknown>,
  known: ReadonlySet<string>,
  template: Template,
): TemplateStatement[] {
  return Object.entries(members)
    .filter(([name]) => !known.has(name))
    .map(([name, value]) =>
      writing(`${id} ${name}`.trim(), notUnderstood({ [name]: value }, template)),
    )
}

function writing(id: string, action: string): TemplateStatement {
  return { id, actions: [unclear(action)], resources: ['*'], access: 'write' }
}

function place(value: unknown, template: Template): string {
  const { Mappings: mappings } = template
  const text = resolve(value, { values: valuesOf(template, {}), mappings })
  if (typeof text !== 'string') return `${NOT_UNDERSTOOD}${JSON.stringify(value)}`
  // Where a name only looks like the place, it is not that place.
  return nameHides(text) ? `${NOT_UNDERSTOOD}“${text}”` : text
}
