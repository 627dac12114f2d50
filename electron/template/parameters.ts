import type { StackForm } from '../contract/ask/stack.ts'
import type { KnownField, TemplateParameter } from '../contract/ask/template.ts'
import { itemsOf } from './parameter-types.ts'
import type { Values } from './value.ts'

/** Fields of the form by the names that the vendor gives to parameters. An external ID is known by its use. */
export const FIELD_OF: ReadonlyMap<string, KnownField> = new Map([
  ['RoleName', 'roleName'],
  ['PolicyName', 'policyName'],
  ['CostAndUsageBucket', 'bucketName'],
])
/** What stands for a value that the template wants kept from everybody, as CloudFormation shows it. */
export const CONCEALED = '****'

type Filled = Omit<StackForm, 'stackName'> & { readonly values: Readonly<Record<string, string>> }

/** Every parameter that the form asks for, with what was filled in; others have their default. */
export function filledIn(
  filled: Filled,
  parameters: readonly TemplateParameter[],
): Record<string, string> {
  return Object.fromEntries(
    parameters.flatMap(({ name, field }): [string, string][] => {
      if (field === 'default') return []
      if (field !== 'own') return [[name, filled[field]]]
      const value = Object.hasOwn(filled.values, name) ? filled.values[name] : undefined
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

/** The same without what is to be kept from everybody. */
export function withoutHidden(
  sent: Readonly<Record<string, string>>,
  parameters: readonly TemplateParameter[],
): Record<string, string> {
  const hidden = new Set(parameters.filter((one) => one.hidden).map(({ name }) => name))
  return Object.fromEntries(Object.entries(sent).filter(([name]) => !hidden.has(name)))
}

/** Values as the template's functions get them: those of a list parameter are lists. */
export function asValues(
  sent: Readonly<Record<string, string>>,
  parameters: readonly TemplateParameter[],
): Values {
  return Object.fromEntries(
    Object.entries(sent).map(([name, value]) => {
      const type = parameters.find((one) => one.name === name)?.rule.type ?? 'String'
      return [name, itemsOf(type, value) ?? value]
    }),
  )
}

/** The parameter that a field of the form is for; undefined if the template has none. */
export function parameterOf(
  parameters: readonly TemplateParameter[],
  field: KnownField,
): TemplateParameter | undefined {
  return parameters.find((one) => one.field === field)
}
