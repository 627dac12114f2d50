import { z } from 'zod'
import derived from '../contract.json' with { type: 'json' }

export const serviceNames = [
  'cloudformation',
  'cur',
  'iam',
  'organizations',
  's3',
  'signin',
  'sso',
  'sso-oidc',
  'sts',
] as const

/** Services as their SigV4 credential scope names them; `sso`, `sso-oidc` and most of `signin` are unsigned. */
export type ServiceName = (typeof serviceNames)[number]

/** Where a piece comes from when no model has it: a package of the SDK and its version, or a document. */
const from = z.string().optional()

const bindingSchema = z.object({
  in: z.enum(['header', 'prefixHeaders', 'label', 'query', 'payload']),
  name: z.string().optional(),
})

const memberSchema = z.object({
  target: z.string(),
  required: z.literal(true).optional(),
  binding: bindingSchema.optional(),
  xmlName: z.string().optional(),
  flattened: z.literal(true).optional(),
  attribute: z.literal(true).optional(),
  timestampFormat: z.string().optional(),
  from,
})

const shapeSchema = z.object({
  type: z.string(),
  members: z.record(z.string(), memberSchema).optional(),
  member: memberSchema.optional(),
  key: memberSchema.optional(),
  value: memberSchema.optional(),
  values: z.array(z.string()).optional(),
  pattern: z.object({ source: z.string(), flags: z.string() }).optional(),
  length: z.object({ min: z.number().optional(), max: z.number().optional() }).optional(),
  range: z.object({ min: z.number().optional(), max: z.number().optional() }).optional(),
  sensitive: z.literal(true).optional(),
  xmlName: z.string().optional(),
  timestampFormat: z.string().optional(),
  from,
})

const errorSchema = z.object({
  name: z.string(),
  /** The code on the wire; differs from the name in some awsQuery services. */
  code: z.string(),
  status: z.number(),
  fault: z.enum(['client', 'server']),
  from,
})

const operationSchema = z.object({
  input: z.string().optional(),
  output: z.string().optional(),
  errors: z.array(errorSchema),
  http: z.object({ method: z.string(), uri: z.string(), code: z.number() }).optional(),
  unwrappedOutput: z.literal(true).optional(),
  from,
})

const serviceSchema = z.object({
  protocol: z.enum(['awsQuery', 'awsJson1_1', 'restJson1', 'restXml']),
  /** First half of `X-Amz-Target` in the JSON protocol. */
  target: z.string(),
  version: z.string(),
  xmlNamespace: z.string().optional(),
  operations: z.record(z.string(), operationSchema),
  shapes: z.record(z.string(), shapeSchema),
})

const contractSchema = z.object({ services: z.record(z.enum(serviceNames), serviceSchema) })

export type Member = z.infer<typeof memberSchema>
export type Shape = z.infer<typeof shapeSchema>
export type ModelledError = z.infer<typeof errorSchema>
export type OperationContract = z.infer<typeof operationSchema>
export type ServiceContract = z.infer<typeof serviceSchema>
export type Contract = z.infer<typeof contractSchema>

/**
 * What AWS's published models say about the operations in use, and the SDK's schemas where a model
 * lacks something; read from `contract.json`.
 */
export const loadContract = (): Contract => contractSchema.parse(derived)

/** A shape by its name; prelude shapes such as `String` are known without an entry. */
export const shapeOf = (service: ServiceContract, name: string): Shape =>
  service.shapes[name] ?? { type: name.charAt(0).toLowerCase() + name.slice(1) }
