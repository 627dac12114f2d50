import { z } from 'zod'
import type { Member, ModelledError, OperationContract, Shape } from './contract.ts'

/**
 * The SDK's own schemas: arrays of [kind, namespace, name, traits, …]. They tell members, which of
 * them are required, where each travels, and the names of errors. They tell no lengths, patterns,
 * ranges or values of enums, and not which numbers are whole.
 */
const named = z.tuple([z.number(), z.string(), z.string(), z.unknown()]).rest(z.unknown())
const thunk = z.custom<() => unknown>((value) => typeof value === 'function')
const withTraits = z.tuple([z.unknown(), z.unknown()])

const traitsSchema = z.object({
  error: z.enum(['client', 'server']).optional(),
  httpError: z.number().optional(),
  awsQueryError: z.tuple([z.string(), z.number()]).optional(),
  http: z.tuple([z.string(), z.string(), z.number()]).optional(),
  httpHeader: z.string().optional(),
  httpQuery: z.string().optional(),
  httpPrefixHeaders: z.string().optional(),
  httpLabel: z.literal(1).optional(),
  httpPayload: z.literal(1).optional(),
  sensitive: z.literal(1).optional(),
  xmlName: z.string().optional(),
  xmlFlattened: z.literal(1).optional(),
  xmlAttribute: z.literal(1).optional(),
})
type Traits = z.infer<typeof traitsSchema>

/** Traits without a value are bits, in this order. */
const BITS = ['httpLabel', 'idempotent', 'idempotencyToken', 'sensitive', 'httpPayload']

const traitsOf = (value: unknown): Traits => {
  if (typeof value !== 'number') return traitsSchema.parse(value)
  return traitsSchema.parse(
    Object.fromEntries(BITS.filter((_, bit) => (value >> bit) & 1).map((name) => [name, 1])),
  )
}

const PLAIN: Record<number, string> = {
  0: 'String',
  1: 'Double',
  2: 'Boolean',
  4: 'Timestamp',
  5: 'Timestamp',
  6: 'Timestamp',
  7: 'Timestamp',
  15: 'Document',
  21: 'Blob',
  42: 'Blob',
}
const TIMES: Record<number, string> = { 5: 'date-time', 6: 'http-date', 7: 'epoch-seconds' }
const LIST = 64
const MAP = 128

/** A list or a map of something plain has no name of its own. */
const nameOfPlain = (kind: number): string => {
  if (kind >= MAP) return `MapOf${nameOfPlain(kind - MAP)}`
  if (kind >= LIST) return `ListOf${nameOfPlain(kind - LIST)}`
  const name = PLAIN[kind]
  if (name === undefined) throw new Error(`The SDK's schemas have a kind ${kind} that is not known`)
  return name
}

/** What was met on the way and must be described too: a schema, or the number of a plain kind. */
type Met = (name: string, schema: unknown) => void

const unwrapped = (ref: unknown): unknown => (typeof ref === 'function' ? thunk.parse(ref)() : ref)

const bindingOf = (traits: Traits): Member['binding'] => {
  if (traits.httpHeader !== undefined)
    return { in: 'header', name: traits.httpHeader.toLowerCase() }
  if (traits.httpPrefixHeaders !== undefined)
    return { in: 'prefixHeaders', name: traits.httpPrefixHeaders.toLowerCase() }
  if (traits.httpQuery !== undefined) return { in: 'query', name: traits.httpQuery }
  if (traits.httpLabel) return { in: 'label' }
  return traits.httpPayload && { in: 'payload' }
}

const memberOf = (ref: unknown, required: boolean, met: Met): Member => {
  const pair = withTraits.safeParse(ref)
  const schema = unwrapped(pair.success ? pair.data[0] : ref)
  const traits = traitsOf(pair.success ? pair.data[1] : 0)
  const target = typeof schema === 'number' ? nameOfPlain(schema) : named.parse(schema)[2]
  met(target, schema)
  const binding = bindingOf(traits)
  const timestampFormat = typeof schema === 'number' ? TIMES[schema] : undefined
  return {
    target,
    ...(required && { required }),
    ...(binding && { binding }),
    ...(traits.xmlName !== undefined && { xmlName: traits.xmlName }),
    ...(traits.xmlFlattened && { flattened: true }),
    ...(traits.xmlAttribute && { attribute: true }),
    ...(timestampFormat !== undefined && { timestampFormat }),
  }
}

const structured = z.tuple([z.array(z.string()), z.array(z.unknown())]).rest(z.unknown())

const membersOf = (rest: unknown[], met: Met): Record<string, Member> => {
  const [names, refs, required] = structured.parse(rest)
  const count = z.number().default(0).parse(required)
  return Object.fromEntries(
    names.map((name, at) => [name, memberOf(refs[at], at < count, met)] as const),
  )
}

/** A shape by its schema; undefined for plain kinds, which are known without an entry. */
export const shapeFrom = (schema: unknown, met: Met): Shape | undefined => {
  if (typeof schema === 'number') {
    const item = (kind: number): Member => memberOf(kind, false, met)
    if (schema >= MAP) return { type: 'map', key: item(0), value: item(schema - MAP) }
    return schema >= LIST ? { type: 'list', member: item(schema - LIST) } : undefined
  }
  const [kind, , , marks, ...rest] = named.parse(schema)
  const traits = traitsOf(marks)
  const common = {
    ...(traits.sensitive && { sensitive: true as const }),
    ...(traits.xmlName !== undefined && { xmlName: traits.xmlName }),
  }
  switch (kind) {
    case 0: {
      const plain = nameOfPlain(z.number().parse(rest[0]))
      return { type: plain.charAt(0).toLowerCase() + plain.slice(1), ...common }
    }
    case 1:
      return { type: 'list', member: memberOf(rest[0], false, met), ...common }
    case 2:
      return {
        type: 'map',
        key: memberOf(rest[0], false, met),
        value: memberOf(rest[1], false, met),
        ...common,
      }
    case 4:
      return { type: 'union', members: membersOf(rest, met), ...common }
    default:
      return { type: 'structure', members: membersOf(rest, met), ...common }
  }
}

/** S3's clients write the bucket into the host, so their paths begin after it. */
const pathOf = (uri: string, members: Record<string, Member>): string =>
  members['Bucket']?.binding?.in === 'label' && !uri.includes('{Bucket}')
    ? `/{Bucket}${uri.slice(1)}`
    : uri

/** An operation by its schema, without its errors: no schema says which those are. */
export const operationFrom = (schema: unknown, met: Met): Omit<OperationContract, 'errors'> => {
  const [, , , marks, ...rest] = named.parse(schema)
  const side = (ref: unknown): { name: string; members: Record<string, Member> } | undefined => {
    const resolved = named.safeParse(unwrapped(ref))
    if (!resolved.success) return undefined
    met(resolved.data[2], resolved.data)
    return { name: resolved.data[2], members: shapeFrom(resolved.data, () => {})?.members ?? {} }
  }
  const [input, output] = rest.map(side)
  const { http } = traitsOf(marks)
  return {
    ...(input && { input: input.name }),
    ...(output && { output: output.name }),
    ...(http && {
      http: { method: http[0], uri: pathOf(http[1], input?.members ?? {}), code: http[2] },
    }),
  }
}

/** An error by its schema. In the JSON protocol AWS answers 400 or 500 whatever `httpError` says. */
export const errorFrom = (schema: unknown, protocol: string): ModelledError => {
  const [, , name, marks] = named.parse(schema)
  const { error = 'client', httpError, awsQueryError } = traitsOf(marks)
  const usual = error === 'server' ? 500 : 400
  if (protocol === 'awsQuery') {
    const [code, status] = awsQueryError ?? [name, usual]
    return { name, code, status, fault: error }
  }
  const status = protocol === 'awsJson1_1' ? usual : (httpError ?? usual)
  return { name, code: name, status, fault: error }
}
