import type { AsksForId, TemplateParameter } from '../contract/ask/template.ts'
import type { Template } from './document.ts'
import { brokenRule } from './parameter-rules.ts'
import { FIELD_OF } from './parameters.ts'
import { roleForSpot } from './spot-role.ts'
import { trustsOf } from './trust.ts'

/** The parameters of a template in its own order, and how each of them gets its value. */
export function parametersIn(template: Template): readonly TemplateParameter[] {
  const { Parameters, asked } = template
  const id = idParameter(template)
  const fieldOf = (name: string): TemplateParameter['field'] => {
    if (!asked.has(name)) return 'default'
    return name === id ? 'externalId' : (FIELD_OF.get(name) ?? 'own')
  }
  return Object.entries(Parameters).map(([name, one]) => ({
    name,
    defaultValue: one.Default === undefined ? '' : String(one.Default),
    description: one.Description,
    field: fieldOf(name),
    hidden: one.NoEcho,
    rule: {
      type: one.Type,
      allowed: one.AllowedValues,
      pattern: one.AllowedPattern,
      constraint: one.ConstraintDescription,
      minLength: one.MinLength,
      maxLength: one.MaxLength,
      minValue: one.MinValue,
      maxValue: one.MaxValue,
    },
  }))
}

/** The parameter by whose value the role for Spot knows an external ID; undefined if there is none. */
function idParameter(template: Template): string | undefined {
  const { asked, idParameters } = template
  return idParameters.get(roleForSpot(template) ?? '')?.find((name) => asked.has(name))
}

/** Whether the role for Spot can do without the external ID that the form asks for. */
export function asksForId(template: Template): AsksForId {
  const id = idParameter(template)
  if (id === undefined) return 'no'
  const rule = parametersIn(template).find(({ name }) => name === id)?.rule
  if (rule && brokenRule(rule, '')) return 'needed'
  const role = roleForSpot(template)
  // An empty one that is asked for all the same, by whatever test, is one that nobody can have.
  const can = trustsOf(template, { [id]: '' }).some(
    (one) => one.role === role && one.trust.externalIds.every((text) => !/(^|:)$/.test(text)),
  )
  return can ? 'optional' : 'needed'
}
