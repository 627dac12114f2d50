import { trustSchema, type Trust } from '../aws/iam/trust.ts'
import type { PolicyText } from '../aws/iam/grants.ts'
import { holds } from './conditions.ts'
import { templateIn, valuesOf, type Template } from './document.ts'
import { roleForSpot } from './spot-role.ts'
import { callOf, isRecord, referredTo, resolve, type Values } from './value.ts'

/** All that the template's role for Spot is given. */
export type Granted = {
  /** The policies that the template writes itself, in the role or attached to it. */
  readonly policies: readonly PolicyText[]
  /** ARNs of policies that are there without it, such as AWS's own. */
  readonly attached: readonly string[]
  /** ARN of its permissions boundary; '' for none. */
  readonly boundary: string
  /** Null where it cannot be known, as with an external ID that is kept hidden. */
  readonly trust: Trust | null
}

/** What no value was sent for, or what only AWS could know. */
class Open extends Error {}

/**
 * What a stack of the template gives the role for Spot with these values of parameters and pseudo
 * parameters; null where that cannot be said to its end, or there is no such role.
 */
export function grantedBy(body: string, given: Values): Granted | null {
  const template = templateIn(body)
  const role = roleForSpot(template)
  if (role === null) return null
  try {
    return grantedIn(template, role, given)
  } catch (error) {
    if (error instanceof Open) return null
    throw error
  }
}

function grantedIn(template: Template, role: string, given: Values): Granted {
  const { Resources } = template
  const rendering = renderingOf(template, given)
  const { items, text, document } = rendering
  const { Properties = {} } = Resources[role] ?? {}
  const named = items(Properties['ManagedPolicyArns'])
  const own = named.flatMap((one) => resourceIn(template, one) ?? [])
  const beside = Object.entries(Resources).filter(
    ([id, { Type, Condition }]) =>
      /^AWS::IAM::(ManagedPolicy|Policy|RolePolicy)$/.test(Type) &&
      rendering.isThere(Condition) &&
      (own.includes(id) || isAttached(template, id, role, rendering)),
  )
  const inRole = items(Properties['Policies']).filter(isRecord)
  return {
    policies: [
      ...beside.map(([id, one]) => ({
        policy: text(one.Properties['ManagedPolicyName'] ?? one.Properties['PolicyName'] ?? id),
        document: document(one.Properties['PolicyDocument']),
      })),
      ...inRole.map((one) => ({
        policy: text(one['PolicyName']),
        document: document(one['PolicyDocument']),
      })),
    ],
    attached: named.filter((one) => resourceIn(template, one) === null).map(text),
    boundary: Properties['PermissionsBoundary'] ? text(Properties['PermissionsBoundary']) : '',
    trust: trustOf(rendering, Properties['AssumeRolePolicyDocument']),
  }
}

/** The resource of the template that a value refers to; null for none. */
function resourceIn({ Resources }: Template, value: unknown): string | null {
  const id = referredTo(value)
  return id !== null && Object.hasOwn(Resources, id) ? id : null
}

function trustOf({ document }: Rendering, written: unknown): Trust | null {
  try {
    const parsed = trustSchema.safeParse(document(written))
    return parsed.success ? parsed.data : null
  } catch (error) {
    if (error instanceof Open) return null
    throw error
  }
}

/** Whether a policy names the role as one that it is attached to. */
function isAttached(
  template: Template,
  id: string,
  role: string,
  { items, text }: Rendering,
): boolean {
  const { Properties = {} } = template.Resources[id] ?? {}
  const { RoleName } = template.Resources[role]?.Properties ?? {}
  const roles = items([Properties['Roles'] ?? [], Properties['RoleName'] ?? []])
  return roles.some((one) => {
    const referred = resourceIn(template, one)
    if (referred !== null) return referred === role
    return RoleName !== undefined && text(one) === text(RoleName)
  })
}

type Rendering = ReturnType<typeof renderingOf>

/** Renders parts of a template with all that is known; each throws `Open` for what stays open. */
function renderingOf(template: Template, given: Values) {
  const { Conditions, Mappings: mappings } = template
  const outcome = new Map(
    Object.keys(Conditions).flatMap((name) => {
      const decision = holds(name, template, given)
      return decision === undefined ? [] : [[name, decision] as const]
    }),
  )
  const values = valuesOf(template, given)
  const onOpen = (): never => {
    throw new Open()
  }
  const document = (value: unknown): unknown =>
    resolve(value, { values, mappings, outcome, onOpen })
  const text = (value: unknown): string => {
    const rendered = document(value)
    return typeof rendered === 'string' ? rendered : onOpen()
  }
  const isThere = (condition: string): boolean =>
    condition === '' || (outcome.get(condition) ?? onOpen())
  /** The items of a list, or the one value, with each `Fn::If` decided; what refers to a resource stays. */
  const items = (value: unknown): unknown[] => {
    if (value === undefined) return []
    if (Array.isArray(value)) return value.flatMap(items)
    if (!isRecord(value)) return [value]
    if (value['Ref'] === 'AWS::NoValue') return []
    const call = callOf(value)
    if (call?.name !== 'Fn::If') return [value]
    const [name, yes, no] = call.list
    return items(isThere(String(name)) ? yes : no)
  }
  return { document, text, items, isThere }
}
