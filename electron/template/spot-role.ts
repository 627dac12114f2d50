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

/** The name that a role will have, as far as it is known; '' if AWS makes one up or it is no role. */
export function nameOf(id: string, template: Template): string {
  const known = { values: valuesToCome(template), mappings: template.Mappings }
  const resource = template.Resources[id]
  if (resource?.Type !== 'AWS::IAM::Role') return ''
  const name = resolve(resource.Properties['RoleName'], known)
  return typeof name === 'string' ? name : ''
}
