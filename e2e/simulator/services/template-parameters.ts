import { validationError } from './template.ts'
import type { Template } from './template.ts'

type Rules = Template['Parameters'][string]

/** `List<X>` and `CommaDelimitedList` are lists of X and of texts. */
const itemType = (type: string): string =>
  type === 'CommaDelimitedList' ? 'String' : type.replace(/^List<(.*)>$/, '$1')

const isList = (type: string): boolean => itemType(type) !== type

/** The values of a list parameter; the one value of any other. */
const itemsOf = (value: string, { Type }: Rules): string[] =>
  isList(Type) ? value.split(',').map((item) => item.trim()) : [value]

const notMet = (name: string, { ConstraintDescription: words }: Rules, otherwise: string) =>
  validationError(
    words === undefined ? otherwise : `Parameter ${name} failed to satisfy constraint: ${words}`,
  )

const checkNumber = (name: string, value: string, rules: Rules): void => {
  const number = value === '' || /\s/.test(value) ? Number.NaN : Number(value)
  if (!Number.isFinite(number)) throw validationError(`Parameter '${name}' must be a number`)
  const { MinValue: least = -Infinity, MaxValue: most = Infinity } = rules
  if (number < least)
    throw notMet(name, rules, `Parameter '${name}' must be a number not less than ${least}`)
  if (number > most)
    throw notMet(name, rules, `Parameter '${name}' must be a number not greater than ${most}`)
}

const checkText = (name: string, value: string, rules: Rules): void => {
  const { AllowedPattern: pattern, MinLength: least = 0, MaxLength: most = Infinity } = rules
  if (pattern !== undefined && new RegExp(`^(?:${pattern})$`).exec(value) === null)
    throw notMet(
      name,
      rules,
      `Parameter ${name} failed to satisfy constraint: must match pattern ${pattern}`,
    )
  if (rules.Type !== 'String') return
  if (value.length < least)
    throw notMet(name, rules, `Parameter '${name}' must contain at least ${least} characters`)
  if (value.length > most)
    throw notMet(name, rules, `Parameter '${name}' must contain at most ${most} characters`)
}

const checkParameter = (name: string, value: string, rules: Rules): void => {
  const type = itemType(rules.Type)
  if (type.startsWith('AWS::SSM::Parameter::Value<'))
    throw validationError(`Parameters of type ${rules.Type} are not built into the simulator`)
  for (const item of itemsOf(value, rules)) {
    const allowed = rules.AllowedValues
    const same = (one: string): boolean =>
      one === item || (type === 'Number' && Number(one) === Number(item))
    if (allowed !== undefined && !allowed.some(same))
      throw notMet(name, rules, `Parameter '${name}' must be one of AllowedValues`)
    if (type === 'Number') checkNumber(name, item, rules)
    else checkText(name, item, rules)
  }
}

/** The values of all parameters, defaults included; throws for missing, unknown or bad ones. */
export const parametersFor = (
  template: Template,
  given: Record<string, string>,
): Record<string, string> => {
  const declared = Object.entries(template.Parameters)
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(template.Parameters, name))
  if (unknown.length > 0)
    throw validationError(`Parameters: [${unknown.join(', ')}] do not exist in the template`)
  const missing = declared.filter(([name, rules]) => (given[name] ?? rules.Default) === undefined)
  if (missing.length > 0)
    throw validationError(
      `Parameters: [${missing.map(([name]) => name).join(', ')}] must have values`,
    )
  return Object.fromEntries(
    declared.map(([name, rules]) => {
      const value = given[name] ?? rules.Default ?? ''
      checkParameter(name, value, rules)
      return [name, value]
    }),
  )
}

/** A parameter's value as functions get it: lists are parted. */
export const parameterValue = (value: string, rules: Rules | undefined): string | string[] =>
  rules !== undefined && isList(rules.Type) ? itemsOf(value, rules) : value

/**
 * Why a stack cannot begin with the values of its parameters, once it was accepted: the account has nothing
 * of that name. There is nothing in the simulator's accounts that such a parameter could name.
 */
export const unknownValues = (
  template: Template,
  parameters: Record<string, string>,
): string | undefined => {
  const found = Object.entries(template.Parameters)
    .filter(([, { Type }]) => /^AWS::(EC2|Route53|SSM)::/.test(itemType(Type)))
    .map(
      ([name]) =>
        `parameter value ${parameters[name] ?? ''} for parameter name ${name} does not exist`,
    )
  return found.length === 0 ? undefined : `Parameter validation failed: ${found.join(', ')}.`
}
