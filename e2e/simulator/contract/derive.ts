/**
 * Derives `contract.json` from AWS's Smithy models (JSON AST), and from the SDK's own schemas where a
 * model lacks an operation in use, one of its errors or a member:
 * `npx tsx e2e/simulator/contract/derive.ts <folder of models> [output file]`
 */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { serviceNames } from './contract.ts'
import type {
  Contract,
  Member,
  ModelledError,
  ServiceContract,
  ServiceName,
  Shape,
} from './contract.ts'
import { documented } from './documented.ts'
import { completedFromSdk } from './from-sdk.ts'
import { modelFiles, usedOperations } from './operations.ts'

const traitsSchema = z.record(z.string(), z.unknown()).default({})
const targetSchema = z.object({ target: z.string(), traits: traitsSchema })
const modelSchema = z.object({
  shapes: z.record(
    z.string(),
    z.object({
      type: z.string(),
      version: z.string().optional(),
      traits: traitsSchema,
      members: z.record(z.string(), targetSchema).optional(),
      member: targetSchema.optional(),
      key: targetSchema.optional(),
      value: targetSchema.optional(),
      input: targetSchema.optional(),
      output: targetSchema.optional(),
      errors: z.array(targetSchema).optional(),
    }),
  ),
})

type Model = z.infer<typeof modelSchema>
type ModelShape = Model['shapes'][string]
type Traits = z.infer<typeof traitsSchema>

const limits = z.object({ min: z.number().optional(), max: z.number().optional() })
const protocols = ['awsQuery', 'awsJson1_1', 'restJson1', 'restXml'] as const

const nameOf = (id: string): string => id.split('#')[1] ?? id
const isUnit = (id: string): boolean => id === 'smithy.api#Unit'
const text = (traits: Traits, trait: string): string | undefined =>
  z.string().optional().parse(traits[trait])

/**
 * Models carry Java's regular expressions. With the `u` flag Unicode classes work, but needless
 * escapes are refused; without it the reverse. One that uses Unicode classes must have the flag.
 */
const compiled = (source: string): { source: string; flags: string } | undefined => {
  const flags = /\\[pP]\{/.test(source) ? ['u', 'v'] : ['u', '']
  for (const flag of flags) {
    try {
      return { source, flags: new RegExp(source, flag).flags }
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
    }
  }
  return undefined
}

const bindingOf = (traits: Traits): Member['binding'] => {
  const header = text(traits, 'smithy.api#httpHeader')
  if (header !== undefined) return { in: 'header', name: header.toLowerCase() }
  const prefix = text(traits, 'smithy.api#httpPrefixHeaders')
  if (prefix !== undefined) return { in: 'prefixHeaders', name: prefix.toLowerCase() }
  const query = text(traits, 'smithy.api#httpQuery')
  if (query !== undefined) return { in: 'query', name: query }
  if ('smithy.api#httpLabel' in traits) return { in: 'label' }
  if ('smithy.api#httpPayload' in traits) return { in: 'payload' }
  return undefined
}

const memberOf = ({ target, traits }: z.infer<typeof targetSchema>): Member => {
  const binding = bindingOf(traits)
  const xmlName = text(traits, 'smithy.api#xmlName')
  const timestampFormat = text(traits, 'smithy.api#timestampFormat')
  return {
    target: nameOf(target),
    ...('smithy.api#required' in traits && { required: true }),
    ...(binding && { binding }),
    ...(xmlName !== undefined && { xmlName }),
    ...('smithy.api#xmlFlattened' in traits && { flattened: true }),
    ...('smithy.api#xmlAttribute' in traits && { attribute: true }),
    ...(timestampFormat !== undefined && { timestampFormat }),
  }
}

const shapeFrom = (id: string, shape: ModelShape): Shape => {
  const { traits } = shape
  const source = text(traits, 'smithy.api#pattern')
  const pattern = source === undefined ? undefined : compiled(source)
  if (source !== undefined && pattern === undefined)
    process.stderr.write(`${nameOf(id)}: JavaScript cannot compile ${source}; left out\n`)
  const length = limits.optional().parse(traits['smithy.api#length'])
  const range = limits.optional().parse(traits['smithy.api#range'])
  const xmlName = text(traits, 'smithy.api#xmlName')
  const timestampFormat = text(traits, 'smithy.api#timestampFormat')
  const members = Object.entries(shape.members ?? {})
  const holdsMembers = shape.type === 'structure' || shape.type === 'union'
  return {
    type: shape.type,
    ...(holdsMembers && {
      members: Object.fromEntries(members.map(([name, member]) => [name, memberOf(member)])),
    }),
    ...(shape.type === 'enum' && {
      values: members.map(([name, member]) => text(member.traits, 'smithy.api#enumValue') ?? name),
    }),
    ...(shape.member && { member: memberOf(shape.member) }),
    ...(shape.key && { key: memberOf(shape.key) }),
    ...(shape.value && { value: memberOf(shape.value) }),
    ...(pattern && { pattern }),
    ...(length && { length }),
    ...(range && { range }),
    ...('smithy.api#sensitive' in traits && { sensitive: true }),
    ...(xmlName !== undefined && { xmlName }),
    ...(timestampFormat !== undefined && { timestampFormat }),
  }
}

const required = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`The model has no ${what}`)
  return value
}

const errorFrom = (model: Model, id: string, protocol: string): ModelledError => {
  const { traits } = required(model.shapes[id], id)
  const fault = z.enum(['client', 'server']).parse(traits['smithy.api#error'])
  const query = z
    .object({ code: z.string(), httpResponseCode: z.number() })
    .optional()
    .parse(traits['aws.protocols#awsQueryError'])
  const modelled = z.number().optional().parse(traits['smithy.api#httpError'])
  const usual = fault === 'server' ? 500 : 400
  const name = nameOf(id)
  if (protocol === 'awsQuery')
    return { name, code: query?.code ?? name, status: query?.httpResponseCode ?? usual, fault }
  // In the JSON protocol AWS answers 400 or 500 whatever the model's httpError says.
  const status = protocol === 'awsJson1_1' ? usual : (modelled ?? usual)
  return { name, code: name, status, fault }
}

const reach = (model: Model, ids: string[]): Map<string, ModelShape> => {
  const reached = new Map<string, ModelShape>()
  const queue = [...ids]
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const shape = model.shapes[id]
    if (reached.has(id) || shape === undefined) continue
    reached.set(id, shape)
    if (shape.type === 'enum') continue
    const parts = [shape.member, shape.key, shape.value, ...Object.values(shape.members ?? {})]
    queue.push(...parts.flatMap((part) => (part === undefined ? [] : [part.target])))
  }
  return reached
}

const shapesFrom = (model: Model, ids: string[]): Record<string, Shape> =>
  Object.fromEntries(
    [...reach(model, ids)].map(([id, shape]) => [nameOf(id), shapeFrom(id, shape)] as const),
  )

const readModel = (name: ServiceName, folder: string): Model => {
  const begins = required(modelFiles[name], `file for ${name}`)
  const files = readdirSync(folder).filter((file) => file.startsWith(begins))
  const file = required(files.toSorted().at(-1), `file that begins with ${begins}`)
  return modelSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')))
}

const deriveService = (name: ServiceName, folder: string): ServiceContract => {
  const known = documented[name]
  if (known !== undefined) return completedFromSdk(name, known, usedOperations[name], () => ({}))
  const model = readModel(name, folder)
  const [id, service] = required(
    Object.entries(model.shapes).find(([, shape]) => shape.type === 'service'),
    'service',
  )
  const prefix = id.slice(0, id.indexOf('#') + 1)
  const protocol = required(
    protocols.find((one) => `aws.protocols#${one}` in service.traits),
    'known protocol',
  )
  const namespace = z
    .object({ uri: z.string() })
    .optional()
    .parse(service.traits['smithy.api#xmlNamespace'])

  const roots: string[] = []
  const operations = usedOperations[name].flatMap((operation) => {
    const shape = model.shapes[prefix + operation]
    if (shape === undefined) return []
    const input = shape.input && !isUnit(shape.input.target) ? shape.input.target : undefined
    const output = shape.output && !isUnit(shape.output.target) ? shape.output.target : undefined
    const errors = (shape.errors ?? []).map((error) => error.target)
    roots.push(...[input, output, ...errors].filter((root) => root !== undefined))
    const http = z
      .object({ method: z.string(), uri: z.string(), code: z.number().default(200) })
      .optional()
      .parse(shape.traits['smithy.api#http'])
    const isRest = protocol.startsWith('rest')
    const entry = [
      operation,
      {
        ...(input !== undefined && { input: nameOf(input) }),
        ...(output !== undefined && { output: nameOf(output) }),
        errors: errors.map((error) => errorFrom(model, error, protocol)),
        ...(isRest && http && { http }),
        ...('aws.customizations#s3UnwrappedXmlOutput' in shape.traits && {
          unwrappedOutput: true as const,
        }),
      },
    ] as const
    return [entry]
  })
  const modelled = {
    protocol,
    target: nameOf(id),
    version: required(service.version, 'version'),
    ...(namespace && { xmlNamespace: namespace.uri }),
    operations: Object.fromEntries(operations),
    shapes: shapesFrom(model, roots),
  }
  return completedFromSdk(name, modelled, usedOperations[name], (shape) =>
    shapesFrom(model, [prefix + shape]),
  )
}

/** Sorted keys, so that the same models always give the same bytes. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}

/** Reads the models in `folder`; throws when neither they nor the SDK know an operation in use. */
export const deriveContract = (folder: string): string => {
  const services: Partial<Contract['services']> = {}
  for (const name of serviceNames) services[name] = deriveService(name, folder)
  return `${JSON.stringify(sorted({ services }), null, 1)}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { positionals } = parseArgs({ allowPositionals: true })
  const [folder, output = fileURLToPath(new URL('../contract.json', import.meta.url))] = positionals
  if (folder === undefined) {
    process.stderr.write('Usage: derive.ts <folder of models> [output file]\n')
    process.exitCode = 2
  } else {
    writeFileSync(output, deriveContract(folder))
  }
}
