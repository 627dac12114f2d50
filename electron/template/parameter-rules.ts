import vm from 'node:vm'
import type { ParameterRule } from '../contract/ask/template.ts'
import { beginningOf, isNumeric, itemsOf } from './parameter-types.ts'

/** What a value breaks, and the limit that it breaks; '' where that says nothing. */
export type Broken = {
  readonly rule:
    | 'allowed'
    | 'pattern'
    | 'too-short'
    | 'too-long'
    | 'number'
    | 'too-small'
    | 'too-large'
    | 'beginning'
  readonly limit: string
}

/** A pattern may take for ever, on purpose or not; a value is short, and an honest one is judged at once. */
const PATIENCE_MS = 200

/**
 * The first demand of a template that a parameter's value does not meet, as CloudFormation would judge it;
 * null if there is none, or if only AWS can judge. Source: CloudFormation Template Reference, "Parameters":
 * lengths are of `String`, limits of `Number`, and of a list each value has to be allowed and to match.
 */
export function brokenRule(
  rule: ParameterRule,
  value: string,
  patienceMs = PATIENCE_MS,
): Broken | null {
  const items = itemsOf(rule.type, value)
  for (const one of items ?? [value]) {
    const broken = brokenBy(rule, one, patienceMs)
    if (broken) return broken
  }
  return rule.type === 'String' ? brokenLength(rule, value) : null
}

function brokenBy(rule: ParameterRule, value: string, patienceMs: number): Broken | null {
  const { type, allowed, pattern } = rule
  const numeric = isNumeric(type)
  if (numeric && !NUMBER.test(value)) return { rule: 'number', limit: '' }
  if (allowed && !allowed.some((one) => isSame(one, value, numeric))) {
    return { rule: 'allowed', limit: allowed.join(', ') }
  }
  if (numeric) return brokenLimit(rule, Number(value))
  const beginning = beginningOf(type)
  if (!value.startsWith(beginning)) return { rule: 'beginning', limit: beginning }
  return pattern !== '' && matchesWhole(pattern, value, patienceMs) === false
    ? { rule: 'pattern', limit: pattern }
    : null
}

/** As it is usually written; what else CloudFormation takes for a number is not documented. */
const NUMBER = /^[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?$/

function isSame(allowed: string, value: string, numeric: boolean): boolean {
  return allowed === value || (numeric && Number(allowed) === Number(value))
}

function brokenLength({ minLength, maxLength }: ParameterRule, value: string): Broken | null {
  if (minLength !== '' && value.length < Number(minLength)) {
    return { rule: 'too-short', limit: minLength }
  }
  return maxLength !== '' && value.length > Number(maxLength)
    ? { rule: 'too-long', limit: maxLength }
    : null
}

function brokenLimit({ minValue, maxValue }: ParameterRule, value: number): Broken | null {
  if (minValue !== '' && value < Number(minValue)) return { rule: 'too-small', limit: minValue }
  return maxValue !== '' && value > Number(maxValue) ? { rule: 'too-large', limit: maxValue } : null
}

/** What Java reads otherwise than JavaScript: other escapes, and what is inside of a class in brackets. */
const ESCAPES = /\\(?:[^A-Za-z0-9]|[dDwWsSbBtnrf1-9]|x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4})/g
/**
 * Whether a pattern matches all of a text; undefined if it is not certain that Java, in which
 * CloudFormation's patterns are written, reads it in the same way, or if it takes too long.
 */
function matchesWhole(pattern: string, text: string, patienceMs: number): boolean | undefined {
  const rest = pattern.replaceAll(ESCAPES, '')
  const classes = rest.match(/\[\^?\]?[^\]]*\]?/g) ?? []
  const isOdd = classes.some((one) => /^\[\^?\]|.\[|&&/.test(one))
  if (rest.includes('\\') || isOdd) return undefined
  try {
    const found: unknown = vm.runInNewContext(
      'new RegExp(pattern).test(text)',
      { pattern: `^(?:${pattern})$`, text },
      { timeout: patienceMs },
    )
    return found === true
  } catch {
    // No pattern of JavaScript's, or one without an end: AWS judges.
    return undefined
  }
}
