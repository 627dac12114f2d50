import { ROLE_OUTPUTS } from '../aws/cloudformation/stack.ts'
import { holds } from './conditions.ts'
import { valuesToCome, type Template } from './document.ts'
import { resolve } from './value.ts'

/** The template's roles that may come to exist, by their logical IDs. */
export function rolesIn(template: Template): string[] {
  return Object.entries(template.Resources)
    .filter(([, { Type }]) => Type === 'AWS::IAM::Role')
    .filter(([, { Condition }]) => Condition === '' || holds(Condition, template, {}) !== false)
    .map(([id]) => id)
}

/** The output that tells the role for Spot; undefined if the template has none. */
export function roleOutput(template: Template): string | undefined {
  return ROLE_OUTPUTS.find((name) => Object.hasOwn(template.Outputs, name))
}

/**
 * The logical ID of the role that is given to Spot: the one that an output of the vendor's name tells,
 * else the only one. Null if that cannot be said: after the stack was made, nobody could say it either.
 */
export function roleForSpot(template: Template): string | null {
  const roles = rolesIn(template)
  const name = roleOutput(template)
  const output = name === undefined ? undefined : template.Outputs[name]
  const [only] = roles
  if (!output) return roles.length === 1 ? (only ?? null) : null
  // With several, an output that may be missing tells nothing.
  if (output['Condition'] !== undefined && roles.length > 1) return null
  const known = { values: valuesToCome(template), mappings: template.Mappings }
  const told = resolve(output.Value, known)
  if (typeof told !== 'string') return null
  const found = roles.find((id) => {
    const name = nameOf(id, template)
    return told === `\${${id}.Arn}` || (name !== '' && told.endsWith(`/${name}`))
  })
  return found ?? null
}

/** Where the name of each kind of resource stands. That of a policy in a role names the role as well. */
const NAMED_BY: Readonly<Record<string, string>> = {
  'AWS::IAM::Role': 'RoleName',
  'AWS::IAM::ManagedPolicy': 'ManagedPolicyName',
  'AWS::IAM::Policy': 'PolicyName',
  'AWS::IAM::RolePolicy': 'PolicyName',
}

/** The name that a role or a policy will have, as far as it is known; '' if AWS makes one up. */
export function nameOf(id: string, template: Template): string {
  const known = { values: valuesToCome(template), mappings: template.Mappings }
  const { Type = '', Properties = {} } = template.Resources[id] ?? {}
  const name = resolve(Properties[NAMED_BY[Type] ?? ''], known)
  return typeof name === 'string' ? name : ''
}
