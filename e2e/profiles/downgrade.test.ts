import { NO_STAND_IN } from '../../electron/network/stand-in.ts'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { entrySchema, lineOf, recordIn } from '../../electron/audit/entry.ts'
import { choicesSchema, formatState, stateKind } from '../../electron/checklist/state-file.ts'
import { settingsKind } from '../../electron/connection/settings-file.ts'
import { keptText } from '../../electron/files/kept.ts'
import { KEY_BYTES, NONCE_BYTES, seal } from '../../electron/keychain/seal.ts'
import { createTokenStore, tokensKind } from '../../electron/connection/token-store.ts'
import type { Vault } from '../../electron/keychain/vault.ts'
import { allKept } from './kept.ts'
import * as first from './v1/reader.ts'
import * as second from './v2/reader.ts'
import * as third from './v3/reader.ts'
import * as fourth from './v4/reader.ts'
import * as fifth from './v5/reader.ts'
import * as sixth from './v6/reader.ts'
import * as seventh from './v7/reader.ts'
import { readAudit, readSettings, readState, readTokens, unsealed } from './v7/reader.ts'

/** Values of every form that a schema describes, made from its JSON schema. */
function valuesOf<T>(schema: z.ZodType<T>): fc.Arbitrary<T> {
  return made(z.toJSONSchema(schema)).map((value) => schema.parse(value))
}

type Described = {
  /** Several where a plain value may be null. */
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Described[]
  readonly oneOf?: readonly Described[]
  readonly items?: Described
  readonly required?: readonly string[]
  readonly properties?: Readonly<Record<string, Described>>
}

function made(described: unknown): fc.Arbitrary<unknown> {
  const schema = described as Described
  const either = schema.anyOf ?? schema.oneOf
  if (either) return fc.oneof(...either.map(made))
  if (typeof schema.type === 'object')
    return fc.oneof(...schema.type.map((type) => made({ ...schema, type })))
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  switch (schema.type) {
    case 'object': {
      const fields = Object.entries(schema.properties ?? {})
      const requiredKeys = [...(schema.required ?? [])]
      return fc.record(Object.fromEntries(fields.map(([name, of]) => [name, made(of)])), {
        requiredKeys,
      })
    }
    case 'array':
      return fc.array(made(schema.items), { maxLength: 3 })
    case 'string':
      if (schema.format !== 'date-time') return fc.string({ unit: 'grapheme' })
      return fc
        .date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) })
        .map((date) => date.toISOString())
    case 'number':
    case 'integer':
      return fc.nat()
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      throw new Error(`no values for ${JSON.stringify(schema)}`)
  }
}

/** What builds of this version make of a state file: all of it, or that it is newer; never "unreadable". */
function expectUnderstood(text: string, written: unknown): void {
  const read = readState(text)
  if (read.kind === 'read') expect(read.value).toEqual(written)
  else expect(read.kind).toBe('newer')
}

test('builds of this version read whatever progress this one saves, or know it as newer', () => {
  fc.assert(
    fc.property(valuesOf(choicesSchema), (choices) => {
      expectUnderstood(formatState(choices), choices)
    }),
  )
})

test('the builds before know the progress that this one saves as newer', () => {
  fc.assert(
    fc.property(valuesOf(choicesSchema), (choices) => {
      expect(first.readState(formatState(choices))).toEqual({ kind: 'newer' })
      expect(second.readState(formatState(choices))).toEqual({ kind: 'newer' })
      expect(third.readState(formatState(choices))).toEqual({ kind: 'newer' })
      expect(fourth.readState(formatState(choices))).toEqual({ kind: 'newer' })
      expect(fifth.readState(formatState(choices))).toEqual({ kind: 'newer' })
      expect(sixth.readState(formatState(choices))).toEqual({ kind: 'newer' })
    }),
  )
})

test('builds of this version know the progress of a later version as newer', () => {
  const same = (file: unknown): unknown => file
  const later = stateKind([same, same, same, same, same, same, same])
  fc.assert(
    fc.property(valuesOf(choicesSchema), (choices) => {
      expect(readState(formatState(choices, later))).toEqual({ kind: 'newer' })
    }),
  )
})

test('builds of this version read the settings that this one saves', () => {
  fc.assert(
    fc.property(valuesOf(settingsKind.content), (settings) => {
      expect(readSettings(keptText(settings, settingsKind))).toEqual(settings)
    }),
  )
})

test('builds of this version open and read the sign-in that this one seals', async () => {
  const [key, nonce] = [Buffer.alloc(KEY_BYTES, 5), Buffer.alloc(NONCE_BYTES, 6)]
  await fc.assert(
    fc.asyncProperty(valuesOf(tokensKind.content), async (sealed) => {
      // Of a place where the app signs people in: tokens of any other are not used.
      const place = { startUrl: 'https://d-1.awsapps.com/start', region: 'eu-west-1' }
      const tokens = sealed.way === 'portal' ? { ...sealed, ...place } : sealed
      let text = ''
      const vault: Pick<Vault, 'read' | 'write' | 'wipe'> = {
        read: () => Promise.resolve(text),
        write: (secretText) => Promise.resolve(void (text = secretText)),
        wipe: () => Promise.resolve(),
      }
      const store = createTokenStore(vault, {
        isStandIn: NO_STAND_IN,
        onRefused: (problem) => expect.unreachable(problem.message),
      })
      await store.save(tokens)
      expect(await store.load()).toEqual(tokens)
      const opened = unsealed(seal(text, key, nonce, 'here'), key, 'here')
      expect(readTokens(opened ?? '')).toEqual(tokens)
    }),
  )
})

test('builds of this version read every line that this one writes into the record', () => {
  fc.assert(
    fc.property(fc.array(valuesOf(entrySchema), { minLength: 1 }), (entries) => {
      const text = entries.map(lineOf).join('')
      expect(readAudit(text)).toEqual({ read: entries.length, torn: 0 })
    }),
  )
})

test('builds of this version read every call that is marked as begun ahead, too', () => {
  const marked = valuesOf(entrySchema).map((entry) =>
    entry.kind === 'call' ? { ...entry, ahead: true as const } : entry,
  )
  fc.assert(
    fc.property(fc.array(marked, { minLength: 1 }), (entries) => {
      const text = entries.map(lineOf).join('')
      expect(readAudit(text)).toEqual({ read: entries.length, torn: 0 })
      expect(recordIn(text)).toEqual({ entries, torn: false })
    }),
  )
})

test.each([
  ['v1', first],
  ['v2', second],
  ['v3', third],
  ['v4', fourth],
  ['v5', fifth],
  ['v6', sixth],
  ['v7', seventh],
])('builds of version %s read every file of the profiles that they left', async (version, read) => {
  const files = (await allKept()).filter((file) => file.split(path.sep).includes(version))
  const texts = async (name: string): Promise<string[]> =>
    Promise.all(
      files.filter((file) => path.basename(file) === name).map((file) => readFile(file, 'utf8')),
    )
  const states = await texts('state.json')
  expect(states.length).toBeGreaterThan(9)
  for (const text of states) expect(read.readState(text).kind).toBe('read')
  for (const text of await texts('settings.json')) expect(read.readSettings(text)).not.toBeNull()
  for (const text of await texts('audit.jsonl'))
    expect(read.readAudit(text)).toEqual({ read: text.trimEnd().split('\n').length, torn: 0 })
})
