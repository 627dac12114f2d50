import { z } from 'zod'
import { entrySchema, LINE_VERSION } from '../../electron/audit/entry.ts'
import { stateKind } from '../../electron/checklist/state-file.ts'
import { settingsKind } from '../../electron/connection/settings-file.ts'
import { type Kind, versionOf } from '../../electron/files/kept.ts'
import { KEY_BYTES, NONCE_BYTES, seal, SEAL_VERSION } from '../../electron/keychain/seal.ts'
import { tokensKind } from '../../electron/connection/token-store.ts'

/** Every file that is kept and read again, as tests and scripts name it. */
export const KEPT = ['state', 'settings', 'vault', 'record'] as const
export type KeptName = (typeof KEPT)[number]

/** What of a JSON schema says only which values are let through, and not what is there. */
const LIMITS = /^(\$schema|pattern|format|(min|max|exclusiveM)\w*|multipleOf|uniqueItems)$/

/** The order of fields is no part of a shape: in JSON schema only this list has one. */
const inAnyOrder = (name: string, value: unknown): unknown =>
  name === 'required' && Array.isArray(value) ? value.map(String).toSorted() : value

function withoutLimits(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutLimits)
  if (typeof schema !== 'object' || schema === null) return schema
  return Object.fromEntries(
    Object.entries(schema)
      // A property may be called like a limit: what describes it is an object, a limit never is.
      .filter(([name, value]) => typeof value === 'object' || !LIMITS.test(name))
      .map(([name, value]) => [name, inAnyOrder(name, withoutLimits(value))]),
  )
}

/** A shape that was written down, to be compared with others. */
export const shapeIn = (text: string): unknown => withoutLimits(JSON.parse(text))

/** Fields, enums and defaults, as JSON schema. */
export const shapeOf = (schema: z.ZodType): unknown =>
  withoutLimits(z.toJSONSchema(schema, { unrepresentable: 'any' }))

const ofKind = (kind: Kind<unknown>): { version: number; shape: unknown } => ({
  version: versionOf(kind),
  shape: shapeOf(kind.content),
})

/** Version and shape of each kept file in today's build. The vault's has what sealing gives, too. */
export const shapesNow: Readonly<Record<KeptName, { version: number; shape: unknown }>> = {
  state: ofKind(stateKind()),
  settings: ofKind(settingsKind),
  vault: {
    version: SEAL_VERSION,
    shape: {
      sealed: seal(
        'text',
        Buffer.alloc(KEY_BYTES, 1),
        Buffer.alloc(NONCE_BYTES, 2),
        'owner',
      ).toString('hex'),
      tokens: shapeOf(tokensKind.content),
    },
  },
  record: { version: LINE_VERSION, shape: shapeOf(entrySchema) },
}

/** Where the shape of one version is written down. */
export const shapeFile = (name: KeptName, version: number): URL =>
  new URL(`shapes/${name}.${version}.json`, import.meta.url)
