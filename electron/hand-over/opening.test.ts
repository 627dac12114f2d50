import { createHash } from 'node:crypto'
import { mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { execFileSync } from 'node:child_process'
import process from 'node:process'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { nameHides } from '../base/visible.ts'
import { handOverFileSchema, type HandOverFile } from '../contract/hand-over-file.ts'
import { STEP_IDS } from '../contract/steps.ts'
import { AppFailure } from '../errors/failure.ts'
import { english } from '../texts/en/index.ts'
import { errorText } from '../texts/errors.ts'
import { openHandOver, parseHandOver, shownOf } from './opening.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const BODY = '{"Resources":{}}\n'
const FILE: HandOverFile = {
  format: 'eco-connect-hand-over',
  version: 1,
  kind: 'request',
  from: { name: 'dana.whitfield', connection: 'Northwind' },
  madeAt: '2026-01-31T12:05:00.000Z',
  appVersion: '1.2.3',
  accountId: '418207315602',
  steps: ['cost-report', 'stack'],
  values: { managedBy: 'us', reportName: 'spot-eco', prefix: 'cur', parameters: { Team: 'a' } },
  template: { fileName: 'role.json', sha256: sha256(BODY), body: BODY, approved: true },
}

/** Every place in a value: each of its members, and theirs. */
const placesIn = (node: unknown, before: readonly string[] = []): readonly string[][] =>
  typeof node !== 'object' || node === null
    ? []
    : Object.entries(node).flatMap(([name, member]) => [
        [...before, name],
        ...placesIn(member, [...before, name]),
      ])
const PLACES = placesIn(FILE)

/** The file with something else at a place. */
function spoiled(place: readonly string[], value: unknown): unknown {
  const copy: unknown = structuredClone(FILE)
  let node: unknown = copy
  for (const name of place.slice(0, -1))
    node = typeof node === 'object' && node !== null ? Reflect.get(node, name) : undefined
  if (typeof node === 'object' && node !== null)
    Object.defineProperty(node, place.at(-1) ?? '', { value, enumerable: true, configurable: true })
  return copy
}

const codeOf = (read: () => unknown): string => {
  try {
    read()
    return 'read'
  } catch (error) {
    if (error instanceof AppFailure) return error.error.code
    throw error
  }
}
const parsed = (file: unknown): string => codeOf(() => parseHandOver(JSON.stringify(file), 'x'))

describe('a hand-over file', () => {
  test('is read as it was written', () => {
    expect(parseHandOver(JSON.stringify(FILE), 'x')).toEqual(FILE)
  })

  test('is shown without the text of its template', () => {
    expect(JSON.stringify(shownOf(FILE))).not.toContain('Resources')
    expect(shownOf(FILE).template).toEqual({
      fileName: 'role.json',
      sha256: sha256(BODY),
      approved: true,
      comesAlong: true,
    })
  })

  test('is never more than its schema says, whatever stands at any place of it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PLACES), fc.anything(), (place, value) => {
        const text = JSON.stringify(spoiled(place, value)) ?? ''
        try {
          const read = parseHandOver(text, 'x')
          expect(handOverFileSchema.parse(JSON.parse(text))).toEqual(read)
        } catch (error) {
          expect(error).toBeInstanceOf(AppFailure)
        }
      }),
      { numRuns: 3000 },
    )
  })

  test('with a member that nobody knows is refused, at every place', () => {
    const objects = PLACES.filter((place) => {
      const node = place.reduce<unknown>(
        (at, name) => (typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined),
        FILE,
      )
      return typeof node === 'object' && !Array.isArray(node) && place.at(-1) !== 'parameters'
    })
    for (const place of [[], ...objects])
      for (const name of ['more', '__proto__', 'constructor', 'toString'])
        expect(parsed(spoiled([...place, name], 'x')), `${place.join('.')} ${name}`).toBe(
          'hand-over-not-understood',
        )
    expect(parsed(spoiled(['values', 'parameters', '__proto__'], 'x'))).toBe(
      'hand-over-not-understood',
    )
  })

  test('shows nobody what cannot be seen', () => {
    const texts = PLACES.filter((place) =>
      ['name', 'connection', 'appVersion', 'fileName', 'reportName', 'prefix'].includes(
        place.at(-1) ?? '',
      ),
    )
    const unseen = fc.string({ unit: 'binary' }).filter(nameHides)
    fc.assert(
      fc.property(fc.constantFrom(...texts), unseen, (place, text) => {
        expect(parsed(spoiled(place, text))).toBe('hand-over-not-understood')
      }),
    )
  })

  test('is told what is not understood by its place, and nothing of what it holds', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PLACES), (place) => {
        const secret = '\u202eAKIAIOSFODNN7EXAMPLE'
        try {
          parseHandOver(JSON.stringify(spoiled(place, { secret })), 'x')
          throw new Error('was read')
        } catch (error) {
          if (!(error instanceof AppFailure)) throw error
          expect(JSON.stringify(error.error)).not.toContain('AKIA')
          const { what, meaning, todo } = errorText(english, error.error)
          for (const sentence of [what, meaning, todo]) expect(sentence).not.toContain('AKIA')
        }
      }),
    )
  })

  test('of a newer version is told as such, and any other number is not understood', () => {
    expect(parsed({ ...FILE, version: 2, more: true })).toBe('hand-over-newer')
    for (const version of [0, -1, 0.5, '1', null, true])
      expect(parsed({ ...FILE, version }), String(version)).toBe('hand-over-not-understood')
    expect(parsed({ version: 2 })).toBe('hand-over-not-understood')
  })

  test('has exactly the template whose fingerprint it names', () => {
    const other = { ...FILE, template: { ...FILE.template, body: `${BODY} ` } }
    expect(parsed(other)).toBe('hand-over-not-understood')
    const half = '\ud800'
    const template = { ...FILE.template, body: half, sha256: sha256(half) }
    expect(parsed({ ...FILE, template })).toBe('hand-over-not-understood')
  })

  test.each([
    ['no step of the app', { steps: ['wipe'] }],
    ['a step that every object has', { steps: ['constructor'] }],
    ['more steps than there are', { steps: [...STEP_IDS, 'plan'] }],
    ['an account that is none', { accountId: '4182' }],
    ['a day that is none', { madeAt: 'yesterday' }],
    ['a parameter that is none', { values: { parameters: { 'a b': 'x' } } }],
    [
      'more parameters than CloudFormation takes',
      {
        values: {
          parameters: Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`P${n}`, ''])),
        },
      },
    ],
  ])('with %s is refused', (_, change) => {
    expect(parsed({ ...FILE, ...change })).toBe('hand-over-not-understood')
  })

  test('may be anything at all, and is only ever refused', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(codeOf(() => parseHandOver(text, 'x'))).toBe('hand-over-not-understood')
      }),
    )
    const deep = '['.repeat(500_000)
    expect(codeOf(() => parseHandOver(deep, 'x'))).toBe('hand-over-not-understood')
    const closed = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
    const nested = JSON.stringify(FILE).replace('"spot-eco"', closed)
    expect(codeOf(() => parseHandOver(nested, 'x'))).toBe('hand-over-not-understood')
  })
})

describe('on disk', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'hand-over-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))
  const at = (name: string): string => path.join(folder, name)
  const opened = async (file: string): Promise<string> => {
    try {
      await openHandOver(file)
      return 'read'
    } catch (error) {
      if (error instanceof AppFailure) return error.error.code
      throw error
    }
  }

  test('is read by its path', async () => {
    await writeFile(at('a.ecoconnect'), JSON.stringify(FILE))
    expect(await openHandOver(at('a.ecoconnect'))).toEqual(FILE)
  })

  test('is refused where it is no file, no text, too large or not there', async () => {
    await mkdir(at('folder'))
    await symlink('circle', at('circle'))
    await writeFile(at('bytes'), Buffer.from([0xff, 0xfe, 0x00, 0xd8]))
    await writeFile(at('large'), Buffer.alloc(1024 * 1024 + 1, 0x20))
    await writeFile(at('empty'), '')
    expect(await opened(at('folder'))).toBe('file-odd')
    expect(await opened(at('circle'))).toBe('file-odd')
    expect(await opened(at('large'))).toBe('file-odd')
    expect(await opened(at('bytes'))).toBe('hand-over-not-understood')
    expect(await opened(at('empty'))).toBe('hand-over-not-understood')
    expect(await opened(at('nothing'))).toBe('file-unreadable')
  })

  test.skipIf(process.platform === 'win32')('does not wait for a pipe', async () => {
    execFileSync('mkfifo', [at('pipe')])
    expect(await opened(at('pipe'))).toBe('file-odd')
    expect(await opened('/dev/zero')).toBe('file-odd')
  })
})
