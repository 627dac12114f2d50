import type { ParameterRule } from '../contract/ask/template.ts'
import type { Catalogue } from './catalogue.ts'

/** What a template demands of a value, in sentences; [] for nothing that can be said shortly. */
export function demandsOf({ stack }: Catalogue, rule: ParameterRule): readonly string[] {
  const { type, constraint, minLength, maxLength, minValue, maxValue } = rule
  const { demands } = stack
  const item = /^List<(.+)>$/.exec(type)?.[1]
  const isList = item !== undefined || type === 'CommaDelimitedList'
  const isNumber = (item ?? type) === 'Number'
  return [
    ...(constraint === '' ? lengths(demands, minLength, maxLength) : []),
    ...(isNumber ? [demands.number] : []),
    ...(isNumber && minValue !== '' ? [demands.numberFrom(minValue)] : []),
    ...(isNumber && maxValue !== '' ? [demands.numberTo(maxValue)] : []),
    ...(isList ? [demands.list] : []),
    ...(constraint === '' ? [] : [demands.constraint(constraint)]),
  ]
}

function lengths(
  demands: Catalogue['stack']['demands'],
  least: string,
  most: string,
): readonly string[] {
  if (least !== '' && most !== '') return [demands.between(least, most)]
  if (least !== '') return [demands.atLeast(least)]
  return most === '' ? [] : [demands.atMost(most)]
}
