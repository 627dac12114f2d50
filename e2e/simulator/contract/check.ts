import { shapeOf } from './contract.ts'
import type { ServiceContract, Shape } from './contract.ts'

const within = (
  size: number,
  limits: { min?: number | undefined; max?: number | undefined } | undefined,
): boolean => size >= (limits?.min ?? -Infinity) && size <= (limits?.max ?? Infinity)

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

const checkText = (shape: Shape, value: unknown, path: string): string[] => {
  if (typeof value !== 'string') return [`${path} must be text`]
  const problems: string[] = []
  if (shape.values !== undefined && !shape.values.includes(value))
    problems.push(`${path} must be one of [${shape.values.join(', ')}], not '${value}'`)
  if (!within(Array.from(value).length, shape.length))
    problems.push(`${path} must have length ${JSON.stringify(shape.length)}, not ${value.length}`)
  if (shape.pattern && !new RegExp(shape.pattern.source, shape.pattern.flags).test(value))
    problems.push(`${path} must match ${shape.pattern.source}`)
  return problems
}

const checkStructure = (
  service: ServiceContract,
  shape: Shape,
  value: unknown,
  path: string,
): string[] => {
  if (!isRecord(value)) return [`${path} must be a structure`]
  const members = shape.members ?? {}
  const present = Object.entries(value).filter(([, inner]) => inner !== undefined)
  const missing = Object.entries(members)
    .filter(([name, member]) => member.required && value[name] === undefined)
    .map(([name]) => `${path}.${name} is required`)
  return [
    ...missing,
    ...present.flatMap(([name, inner]) => {
      const member = members[name]
      if (member === undefined) return [`${path}.${name} is not in the model`]
      return checkShape(service, member.target, inner, `${path}.${name}`)
    }),
  ]
}

const checkList = (
  service: ServiceContract,
  shape: Shape,
  value: unknown,
  path: string,
): string[] => {
  if (!Array.isArray(value)) return [`${path} must be a list`]
  const target = shape.member?.target
  if (target === undefined) return []
  const size = within(value.length, shape.length)
    ? []
    : [`${path} must have length ${JSON.stringify(shape.length)}, not ${value.length}`]
  return [
    ...size,
    ...value.flatMap((inner, at) => checkShape(service, target, inner, `${path}[${at}]`)),
  ]
}

/**
 * What is wrong with a value by the model: unknown members, required ones, enums, patterns,
 * lengths, ranges and types. Timestamps are `Date`s, blobs are text or bytes. Empty is good.
 */
export const checkShape = (
  service: ServiceContract,
  name: string,
  value: unknown,
  path: string,
): string[] => {
  const shape = shapeOf(service, name)
  switch (shape.type) {
    case 'structure':
    case 'union':
      return checkStructure(service, shape, value, path)
    case 'list':
      return checkList(service, shape, value, path)
    case 'map': {
      const target = shape.value?.target
      if (!isRecord(value)) return [`${path} must be a map`]
      if (target === undefined) return []
      return Object.entries(value).flatMap(([key, inner]) =>
        checkShape(service, target, inner, `${path}.${key}`),
      )
    }
    case 'string':
    case 'enum':
      return checkText(shape, value, path)
    case 'integer':
    case 'long':
    case 'short':
      if (!Number.isInteger(value)) return [`${path} must be a whole number`]
      return within(Number(value), shape.range)
        ? []
        : [`${path} must be within ${JSON.stringify(shape.range)}, not ${String(value)}`]
    case 'boolean':
      return typeof value === 'boolean' ? [] : [`${path} must be true or false`]
    case 'timestamp':
      return value instanceof Date ? [] : [`${path} must be a time`]
    default:
      return []
  }
}

/** A copy without the members that the model marks as sensitive. */
export const withoutSecrets = (service: ServiceContract, name: string, value: unknown): unknown => {
  const shape = shapeOf(service, name)
  if (shape.sensitive) return '(secret)'
  if (shape.type === 'list' && Array.isArray(value) && shape.member) {
    const { target } = shape.member
    return value.map((inner) => withoutSecrets(service, target, inner))
  }
  if (!isRecord(value) || shape.members === undefined) return value
  const { members } = shape
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      withoutSecrets(service, members[key]?.target ?? 'Unknown', inner),
    ]),
  )
}
