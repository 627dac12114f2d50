import { existsSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { jsonOf, statedVersion } from '../../electron/files/kept.ts'
import { allKept } from './kept.ts'
import { KEPT, shapeFile, shapeIn, shapeOf, shapesNow, type KeptName } from './shapes.ts'
import { rules } from './v1/reader.ts'
import { rules as second } from './v2/reader.ts'
import { rules as third } from './v3/reader.ts'
import { rules as fourth } from './v4/reader.ts'
import { rules as sixth } from './v6/reader.ts'
import { rules as seventh } from './v7/reader.ts'

const writtenDown = (name: KeptName, version: number): unknown =>
  shapeIn(readFileSync(shapeFile(name, version), 'utf8'))

const versionsOf = (name: KeptName): number[] =>
  Array.from({ length: shapesNow[name].version }, (_, index) => index + 1)

const NAMES: Readonly<Record<KeptName, string>> = {
  state: 'state.json',
  settings: 'settings.json',
  vault: 'vault.bin',
  record: 'audit.jsonl',
}

/** The version that a file of a kept profile has. */
function versionIn(name: KeptName, bytes: Buffer): number {
  if (name === 'vault') return bytes[0] ?? 0
  const text = bytes.toString('utf8')
  const last = name === 'record' ? (text.trimEnd().split('\n').at(-1) ?? '') : text
  return statedVersion(jsonOf(last)) ?? 1
}

describe.each(KEPT)('%s', (name) => {
  test('has the shape that is written down for its version: another shape is another version', () => {
    const { version, shape } = shapesNow[name]
    const file = shapeFile(name, version)
    expect(existsSync(file), 'write it down with e2e/profiles/write-shapes.ts').toBe(true)
    expect(shape).toEqual(writtenDown(name, version))
  })

  test('has a shape written down, and a profile kept, of every version so far', async () => {
    const files = (await allKept()).filter((file) => path.basename(file) === NAMES[name])
    const found = await Promise.all(
      files.map(async (file) => versionIn(name, await readFile(file))),
    )
    for (const version of versionsOf(name)) {
      expect(existsSync(shapeFile(name, version))).toBe(true)
      expect(found, `no profile has a ${NAMES[name]} of version ${version}`).toContain(version)
    }
  })
})

test('what is written down of the first versions is what the first builds read', () => {
  expect(writtenDown('state', 1)).toEqual(shapeOf(rules.state))
  expect(writtenDown('settings', 1)).toEqual(shapeOf(rules.settings))
  expect(writtenDown('settings', 2)).toEqual(shapeOf(seventh.settings))
  expect(writtenDown('vault', 1)).toMatchObject({ tokens: shapeOf(rules.tokens) })
  expect(writtenDown('record', 1)).toEqual(shapeOf(rules.line))
  expect(writtenDown('state', 2)).toEqual(shapeOf(second.state))
  expect(writtenDown('state', 3)).toEqual(shapeOf(third.state))
  expect(writtenDown('state', 4)).toEqual(shapeOf(fourth.state))
  expect(writtenDown('state', 6)).toEqual(shapeOf(sixth.state))
  expect(writtenDown('state', 7)).toEqual(shapeOf(seventh.state))
  expect(writtenDown('vault', 2)).toMatchObject({ tokens: shapeOf(sixth.tokens) })
  expect(writtenDown('record', 2)).toEqual(shapeOf(sixth.line))
})

test.each([
  ['a new field', z.object({ way: z.enum(['portal', 'keys']), more: z.string() })],
  ['a field that may be missing', z.object({ way: z.enum(['portal', 'keys']).optional() })],
  ['a field less', z.object({})],
  ['a new value of an enum', z.object({ way: z.enum(['portal', 'keys', 'card']) })],
  ['another default', z.object({ way: z.enum(['portal', 'keys']).default('keys') })],
  ['another type', z.object({ way: z.array(z.enum(['portal', 'keys'])) })],
])('%s is another shape', (_, changed) => {
  const before = z.object({ way: z.enum(['portal', 'keys']) })
  expect(shapeOf(changed)).not.toEqual(shapeOf(before))
})

test('which values are let through is no part of the shape, a field of such a name is', () => {
  const strict = z.object({ name: z.string().min(3).max(9).regex(/^a/), at: z.int().min(0) })
  const free = z.object({ name: z.string(), at: z.int() })
  expect(shapeOf(strict)).toEqual(shapeOf(free))
  const named = z.object({ pattern: z.string() })
  expect(shapeOf(named)).not.toEqual(shapeOf(z.object({ format: z.string() })))
})
