import { readFileSync } from 'node:fs'
import * as cloudformation from '@aws-sdk/client-cloudformation'
import * as iam from '@aws-sdk/client-iam'
import * as organizations from '@aws-sdk/client-organizations'
import * as s3 from '@aws-sdk/client-s3'
import * as sso from '@aws-sdk/client-sso'
import * as ssoOidc from '@aws-sdk/client-sso-oidc'
import * as sts from '@aws-sdk/client-sts'
import * as signin from '@aws-sdk/nested-clients/signin'
import { z } from 'zod'
import type { ServiceContract, ServiceName, Shape } from './contract.ts'
import { errorFrom, operationFrom, shapeFrom } from './sdk-schemas.ts'

type Client = {
  name: string
  exported: object
  /** Where its declarations are, when not in a folder of its own. */
  types?: string
}

/** The clients that carry schemas; the one of `cur` is older than that, and than its model. */
const clients: Partial<Record<ServiceName, Client>> = {
  cloudformation: { name: '@aws-sdk/client-cloudformation', exported: cloudformation },
  iam: { name: '@aws-sdk/client-iam', exported: iam },
  organizations: { name: '@aws-sdk/client-organizations', exported: organizations },
  s3: { name: '@aws-sdk/client-s3', exported: s3 },
  signin: {
    name: '@aws-sdk/nested-clients',
    exported: signin,
    types: 'dist-types/submodules/signin',
  },
  sso: { name: '@aws-sdk/client-sso', exported: sso },
  'sso-oidc': { name: '@aws-sdk/client-sso-oidc', exported: ssoOidc },
  sts: { name: '@aws-sdk/client-sts', exported: sts },
}

const fileOf = (client: Client, path: string): string =>
  readFileSync(new URL(`../../../node_modules/${client.name}/${path}`, import.meta.url), 'utf8')

/** What a piece is marked with: the package and its version. */
const sourceOf = (client: Client): string => {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(fileOf(client, 'package.json')))
  return `${client.name} ${version}`
}

/** No schema says which errors an operation has; the documentation of its command does. */
const errorsOf = (client: Client, operation: string): string[] =>
  [
    ...fileOf(client, `${client.types ?? 'dist-types'}/commands/${operation}Command.d.ts`).matchAll(
      /@throws \{@link (\w+)\} \((?:client|server) fault\)/g,
    ),
  ].flatMap(([, name]) => name ?? [])

/** Members that the SDK adds to what AWS sends. */
const ADDED_BY_SDK: ReadonlySet<string> = new Set(['ExpiresString'])

/**
 * The same service with what its model lacks and the pinned SDK has: operations in use, their errors,
 * and members of structures. Each such piece is marked with its source; whatever the model has
 * stays the model's, and `modelled` finds a shape there that was not needed so far.
 */
export const completedFromSdk = (
  name: ServiceName,
  model: ServiceContract,
  used: readonly string[],
  modelled: (shape: string) => Record<string, Shape>,
): ServiceContract => {
  const client = clients[name]
  if (client === undefined) return model
  const from = sourceOf(client)
  const schemas = new Map<string, unknown>(Object.entries(client.exported))
  const schemaOf = (shape: string): unknown => {
    const schema = schemas.get(`${shape}$`)
    if (schema === undefined) throw new Error(`${from} has no schema of ${shape}`)
    return schema
  }
  const shapes = structuredClone(model.shapes)
  const meet = (shape: string, schema: unknown): void => {
    if (shape in shapes) return
    for (const [known, own] of Object.entries(modelled(shape))) shapes[known] ??= own
    if (shape in shapes) return
    // Entered before its members are, since shapes may hold themselves.
    shapes[shape] = { type: 'structure', from }
    const described = shapeFrom(schema, meet)
    if (described === undefined) delete shapes[shape]
    else shapes[shape] = { ...described, from }
  }

  const operations = Object.fromEntries(
    used.map((operation) => {
      const known = model.operations[operation]
      const own = known ?? { ...operationFrom(schemaOf(operation), meet), errors: [], from }
      // What comes from a document is there because the SDK has none of it.
      const lacking = known?.from
        ? []
        : errorsOf(client, operation).filter(
            (error) => !own.errors.some((one) => one.name === error),
          )
      for (const error of lacking) meet(error, schemaOf(error))
      const errors = lacking.map((error) => ({
        ...errorFrom(schemaOf(error), model.protocol),
        ...(known && { from }),
      }))
      return [operation, { ...own, errors: [...own.errors, ...errors] }]
    }),
  )

  for (const [shape, { members, from: added }] of Object.entries(shapes)) {
    const schema = schemas.get(`${shape}$`)
    if (members === undefined || schema === undefined || added !== undefined) continue
    const met = new Map<string, unknown>()
    const described = shapeFrom(schema, (target, inner) => met.set(target, inner))
    for (const [one, member] of Object.entries(described?.members ?? {})) {
      if (one in members || ADDED_BY_SDK.has(one)) continue
      meet(member.target, met.get(member.target))
      members[one] = { ...member, from }
    }
  }
  return { ...model, operations, shapes }
}
