import { isRecord } from './value.ts'

/** The key of a trust's conditions that holds the external ID, in any case. */
const KEY = 'sts:externalid'

/**
 * The parameters that a trust policy compares with the external ID of whoever wants the role, in the order
 * in which they stand there. They are known by that, and not by their names.
 */
export function idParametersIn(document: unknown): readonly string[] {
  if (Array.isArray(document)) return document.flatMap(idParametersIn)
  if (!isRecord(document)) return []
  return Object.entries(document).flatMap(([key, value]) =>
    key.toLowerCase() === KEY ? referredBy(value) : idParametersIn(value),
  )
}

/** The parameters that are the whole of a value, in each of its cases. */
function referredBy(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(referredBy)
  if (!isRecord(value)) return []
  const { Ref: reference, 'Fn::Sub': text, 'Fn::If': cases } = value
  if (typeof reference === 'string') return [reference]
  if (Array.isArray(cases)) return cases.slice(1).flatMap(referredBy)
  const name = typeof text === 'string' ? /^\$\{(\w+)\}$/.exec(text)?.[1] : undefined
  return name === undefined ? [] : [name]
}
