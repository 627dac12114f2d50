import { NOT_UNDERSTOOD } from '../aws/iam/roles.ts'

/** Values of a template's parameters by name; a list is that of a list parameter. */
export type Values = Readonly<Record<string, string | readonly string[]>>
/** Whether each of a template's conditions holds. */
export type Outcome = ReadonlyMap<string, boolean>

/** Values with more conditions than this are not followed. */
const MAX_CONDITIONS = 5

/** Every way in which the conditions inside a value may turn out; one if there are none. */
export function outcomesOf(value: unknown): Outcome[] {
  const found = JSON.stringify(value).matchAll(/"Fn::If":\["([^"\\]+)"/g)
  const names = [...new Set([...found].map(([, name = '']) => name))]
  // What has more is left with its `Fn::If`s, and so is not understood.
  if (names.length > MAX_CONDITIONS) return [new Map()]
  return names.reduce<Map<string, boolean>[]>(
    (outcomes, name) =>
      outcomes.flatMap((outcome) =>
        [true, false].map((holds) => new Map(outcome).set(name, holds)),
      ),
    [new Map<string, boolean>()],
  )
}

/**
 * A value of a CloudFormation template with its functions carried out as far as they are known.
 * Undefined is no value at all; a function that is not known becomes a text that says so.
 */
export function resolve(value: unknown, values: Values, outcome: Outcome = new Map()): unknown {
  const inner = (one: unknown): unknown => resolve(one, values, outcome)
  if (Array.isArray(value)) return value.flatMap(inner).filter((one) => one !== undefined)
  if (typeof value === 'number') return String(value)
  if (!isRecord(value)) return value
  const [[name, argument] = ['', ''], ...others] = Object.entries(value)
  if (others.length === 0 && name === 'Ref' && typeof argument === 'string') {
    if (argument === 'AWS::NoValue') return undefined
    return Object.hasOwn(values, argument) ? values[argument] : `\${${argument}}`
  }
  if (others.length > 0 || !name.startsWith('Fn::')) {
    const members = Object.entries(value).map(([key, one]) => [key, inner(one)] as const)
    return Object.fromEntries(members.filter(([, one]) => one !== undefined))
  }
  const list: unknown[] = Array.isArray(argument) ? argument : [argument]
  if (name === 'Fn::If' && list.length === 3) {
    const holds = outcome.get(String(list[0]))
    if (holds !== undefined) return inner(holds ? list[1] : list[2])
  }
  if (name === 'Fn::GetAtt') return `\${${list.map(String).join('.')}}`
  if (name === 'Fn::Sub' && typeof list[0] === 'string') {
    const own = isRecord(list[1]) ? Object.entries(list[1]) : []
    const known = { ...values, ...Object.fromEntries(own.map(([key, one]) => [key, inner(one)])) }
    const text = list[0].replaceAll(/\$\{([^!}]+)\}/g, (whole, key: string) => {
      const parts = Object.hasOwn(known, key) ? [known[key]].flat() : [whole]
      return parts.every((part) => typeof part === 'string') ? parts.join(',') : '\0'
    })
    if (!text.includes('\0')) return text
  }
  if (name === 'Fn::Join' && typeof list[0] === 'string') {
    const parts = inner(list[1])
    if (Array.isArray(parts) && parts.every((part) => typeof part === 'string')) {
      return parts.join(list[0])
    }
  }
  return `${NOT_UNDERSTOOD}${JSON.stringify(value)}`
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
