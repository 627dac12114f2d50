import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isLicenceExpression } from './expression.ts'
import { FACTS_FILE, readReleaseFacts, saidOfUnfilled, unfilledIn } from './release-facts.ts'

const FILLED = {
  vendor: { name: 'Northwind', address: 'https://northwind.example/' },
  licence: 'LicenseRef-Northwind',
  vulnerabilities: { contact: 'mailto:security@northwind.example' },
  support: { contact: 'https://northwind.example/help', until: '2028-01-31' },
}

test('the kept file has every field, and none that was made up', () => {
  const facts = readReleaseFacts()
  for (const { field, what } of unfilledIn(facts)) expect(what, field).not.toBe('')
  expect(saidOfUnfilled(FILLED, true)).toBe('')
})

describe('a release', () => {
  const fields = [
    'vendor.name',
    'vendor.address',
    'licence',
    'vulnerabilities.contact',
    'support.contact',
    'support.until',
  ]

  test.each(fields)('for people is refused without %s, and one for trying says so', (field) => {
    const [group = '', name] = field.split('.')
    const facts = structuredClone(FILLED)
    const inner: unknown = Reflect.get(facts, group)
    if (name === undefined) Reflect.set(facts, group, '')
    else if (typeof inner === 'object' && inner !== null) Reflect.set(inner, name, '')
    expect(unfilledIn(facts).map((one) => one.field)).toEqual([field])
    expect(() => saidOfUnfilled(facts, true)).toThrow(`Nothing was packaged: ${FACTS_FILE}`)
    expect(() => saidOfUnfilled(facts, true)).toThrow(`  ${field}: `)
    expect(saidOfUnfilled(facts, false)).toContain(`  ${field}: `)
  })
})

describe('the file', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'release-'))
    await mkdir(path.dirname(path.join(folder, FACTS_FILE)), { recursive: true })
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  test.each([
    [{ ...FILLED, licence: 'Proprietary' }, 'licence'],
    [{ ...FILLED, vulnerabilities: { contact: 'security@northwind.example' } }, 'vulnerabilities'],
    [{ ...FILLED, support: { ...FILLED.support, until: 'for ever' } }, 'support.until'],
    [{ ...FILLED, vendor: { ...FILLED.vendor, name: ' ' } }, 'vendor.name'],
  ])('is refused with the place of what is no answer: %j', async (facts, place) => {
    await writeFile(path.join(folder, FACTS_FILE), JSON.stringify(facts))
    expect(() => readReleaseFacts(folder)).toThrow(`${FACTS_FILE}: ${place}`)
  })

  test('is read as it is where all is said', async () => {
    await writeFile(path.join(folder, FACTS_FILE), JSON.stringify(FILLED))
    expect(readReleaseFacts(folder)).toEqual(FILLED)
  })
})

test.each([
  ['MIT', true],
  ['MIT OR Apache-2.0', true],
  ['(MIT OR CC0-1.0) AND LicenseRef-Northwind', true],
  ['LicenseRef-Northwind-2.0', true],
  ['', false],
  ['UNLICENSED', false],
  ['MIT Apache-2.0', false],
  ['(MIT', false],
  ['MIT AND', false],
])('%j is an expression: %s', (text, is) => {
  expect(isLicenceExpression(text)).toBe(is)
})
