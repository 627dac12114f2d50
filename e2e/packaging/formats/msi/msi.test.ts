import { XMLParser } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Installation, Installed } from '../../installation/installed.ts'
import { productOf } from '../../installation/product.ts'
import { registrationsOf } from '../../installation/registrations.ts'
import { STAND_IN } from '../../installation/words.ts'
import { listedAs, msiDocument } from './document.ts'
import { fileName, installerVersion, keyOf, productCode, uuidOf } from './identity.ts'
import { rowsOf } from './tables.ts'
import { versionIn } from './versions.ts'
import { NEWER_IS_THERE, WINDOWS_TOO_OLD } from './words.ts'

const text = (to: string): Installed => ({ kind: 'text', to, text: to, mode: 0o644 })

async function installed(entries: readonly Installed[], standIn = false): Promise<Installation> {
  const runtime = { version: '45.5.0', fallback: false }
  const product = await productOf({ architecture: 'x64', runtime, standIn })
  const program = `${product.title}/${product.title}.exe`
  return {
    product,
    platform: 'win32',
    root: product.title,
    program,
    entries: [text(program), ...entries],
    registrations: registrationsOf(product.title, program),
  }
}

test('a name always makes the same UUID, as RFC 9562 has it in A.4', () => {
  const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8'
  expect(uuidOf(dns, 'www.example.com')).toBe('2ED6657D-E927-568B-95E1-2665A8AEA6A2')
})

test('another version or another processor is another product', async () => {
  const { product } = await installed([])
  const codes = [
    productCode(product),
    productCode({ ...product, version: '9.9.9' }),
    productCode({ ...product, architecture: 'arm64' }),
  ]
  expect(new Set(codes).size).toBe(3)
  expect(productCode({ ...product, title: 'Another' })).toBe(codes[0])
})

test.each([
  ['icudtl.dat', /^icudtl\.dat$/],
  ['Eco Connect.exe', /^E[0-9A-F]{7}\.EXE\|Eco Connect\.exe$/],
  ['record-of-calls.schema.json', /^E[0-9A-F]{7}\.JSO\|record-of-calls\.schema\.json$/],
  ['NOT-FOR-DISTRIBUTION', /^E[0-9A-F]{7}\|NOT-FOR-DISTRIBUTION$/],
])('%s has a short name only where it needs one', (name, wanted) => {
  expect(fileName(name)).toMatch(wanted)
})

test.each(['1.2', '1.2.3.4', '1.0.0-beta', '256.0.0', '1.256.0', '1.0.65536', '1.x.0'])(
  'the version %s is refused, since Windows Installer cannot compare it',
  (version) => {
    expect(() => installerVersion(version)).toThrow(`cannot compare the version ${version}`)
  },
)

test('a version of three numbers is taken as it is', () => {
  expect(installerVersion('255.255.65535')).toBe('255.255.65535')
})

const component = z.object({
  Id: z.string(),
  Guid: z.string(),
  Win64: z.literal('yes'),
  File: z.object({ KeyPath: z.literal('yes'), Id: z.string() }),
})

/** All components of a document, wherever they lie. */
function componentsOf(node: unknown): z.infer<typeof component>[] {
  if (Array.isArray(node)) return node.flatMap(componentsOf)
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([name, inside]) =>
    name === 'Component' ? z.array(component).parse([inside].flat()) : componentsOf(inside),
  )
}

test('every file is the key path of a 64-bit component of its own', async () => {
  const places = ['locales/de.pak', 'resources/resources/endpoints.json', 'icudtl.dat']
  const installation = await installed(places.map((place) => text(`Eco Connect/${place}`)))
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' })
  const components = componentsOf(parser.parse(msiDocument(installation)))
  const keys = installation.entries.map(({ to }) => keyOf('F', to))
  expect(components.map(({ File }) => File.Id).toSorted()).toEqual(keys.toSorted())
  expect(new Set(components.map(({ Guid }) => Guid)).size).toBe(keys.length)
})

test('what Windows could not lay is refused by its place', async () => {
  const link: Installed = { kind: 'link', to: 'Eco Connect/a', target: 'b' }
  expect(() => msiDocument(installation)).not.toThrow()
  await expect(installed([link]).then(msiDocument)).rejects.toThrow('Eco Connect/a is a link')
  const twice = [text('Eco Connect/Licence'), text('Eco Connect/LICENCE')]
  await expect(installed(twice).then(msiDocument)).rejects.toThrow('are one file on Windows')
  await expect(installed([text('elsewhere')]).then(msiDocument)).rejects.toThrow('is not below')
})

const installation = await installed([])

test('a build around a stand-in says so in its name and where it describes itself', async () => {
  const trial = await installed([], true)
  expect(listedAs(installation.product)).toBe('Eco Connect')
  expect(listedAs(trial.product)).toBe('Eco Connect (NOT FOR DISTRIBUTION)')
  expect(msiDocument(trial)).toContain(`Id="ARPCOMMENTS" Value="${STAND_IN.en}"`)
  expect(msiDocument(installation)).not.toContain('NOT FOR DISTRIBUTION')
})

test.each([NEWER_IS_THERE, WINDOWS_TOO_OLD].flatMap(({ en, de }) => [en, de]))(
  'a refusal fits into its table: %s',
  (sentence) => {
    expect(sentence.length).toBeLessThanOrEqual(255)
    const shown = new TextDecoder('windows-1252').decode(Buffer.from(sentence, 'latin1'))
    expect(shown).toBe(sentence)
  },
)

test('a table is read by the names of its columns', () => {
  const printed = 'A\tB\r\ns72\tS0\r\nName\tA\r\none\t\r\ntwo\tüber\r\n'
  expect(rowsOf(printed)).toEqual([
    { A: 'one', B: '' },
    { A: 'two', B: 'über' },
  ])
})

test('a file that is no program has no version', () => {
  expect(versionIn(Buffer.from('{}'))).toBeUndefined()
})
