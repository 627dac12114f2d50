import { Ajv2020 } from 'ajv/dist/2020.js'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { judged } from '../../electron/managed/judge.ts'
import { type Written, writtenInJson } from '../../electron/managed/json.ts'
import { writtenInPlist } from '../../electron/managed/mac.ts'
import { type RegistryValue, TYPES, writtenInRegistry } from '../../electron/managed/registry.ts'
import { NO_STAND_IN } from '../../electron/network/stand-in.ts'
import { DEFINED, EXAMPLE } from './defined.ts'
import { FOLDER, managedFiles } from './files.ts'

const here = fileURLToPath(new URL(`../../${FOLDER}`, import.meta.url))
const read = (name: string): string => readFileSync(path.join(here, name), 'utf8')
const AT = { place: 'example', version: '0.1.0' }
const decidedBy = (written: Written) =>
  judged([{ at: AT, written }], { isStandIn: NO_STAND_IN, home: '/home/dana' })
/** As the settings themselves are judged, in no form at all. */
const MEANT = decidedBy({ values: new Map(Object.entries(EXAMPLE)), lineOf: () => undefined })

test('the files are what the definition of the settings gives: “npm run managed” writes them', () => {
  const files = managedFiles()
  const kept = readdirSync(here, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(here, path.join(entry.parentPath, entry.name)))
  expect(kept.toSorted()).toEqual(Object.keys(files).toSorted())
  for (const [name, content] of Object.entries(files))
    expect([name, read(name) === content]).toEqual([name, true])
})

test('what is XML is well-formed', () => {
  const names = Object.keys(managedFiles()).filter((name) =>
    /\.(admx|adml|mobileconfig)$/.test(name),
  )
  expect(names).toHaveLength(4)
  for (const name of names) expect([name, XMLValidator.validate(read(name))]).toEqual([name, true])
})

/** An element with its attributes and what is in it. */
type Element = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  readonly text: string
}

const nodeSchema = z.record(z.string(), z.unknown())

function elementsIn(nodes: unknown): Element[] {
  return z
    .array(nodeSchema)
    .parse(nodes)
    .flatMap((node) => {
      const name = Object.keys(node).find((key) => key !== ':@')
      if (name === undefined || name === '#text' || name.startsWith('?')) return []
      const children = node[name]
      const texts = z.array(nodeSchema).parse(children)
      return [
        {
          name,
          attributes: z.record(z.string(), z.string()).default({}).parse(node[':@']),
          children: elementsIn(children),
          text: texts.map((one) => String(one['#text'] ?? '')).join(''),
        },
      ]
    })
}

const rootOf = (xml: string): Element => {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
  })
  const [root] = elementsIn(parser.parse(xml))
  if (!root) throw new Error('no element')
  return root
}

const within = (element: Element): Element[] => [element, ...element.children.flatMap(within)]
const named = (element: Element, name: string): Element[] =>
  within(element).filter((one) => one.name === name)
const attribute = (element: Element | undefined, name: string): string => {
  const value = element?.attributes[name]
  if (value === undefined) throw new Error(`${element?.name} has no ${name}`)
  return value
}

describe('the administrative template', () => {
  const admx = rootOf(read('eco-connect.admx'))
  const policies = named(admx, 'policy')

  test('has a policy for every setting, for the computer, under the key that is read', () => {
    expect(policies.map((policy) => attribute(policy, 'name'))).toEqual(DEFINED.map(({ id }) => id))
    for (const policy of policies) {
      expect(attribute(policy, 'class')).toBe('Machine')
      expect(attribute(policy, 'key')).toBe(String.raw`Software\Policies\Eco Connect`)
      expect(policy.children.map(({ name }) => name).slice(0, 2)).toEqual([
        'parentCategory',
        'supportedOn',
      ])
    }
  })

  test('refers to categories and versions that it has', () => {
    const categories = named(admx, 'category').map((one) => attribute(one, 'name'))
    const versions = named(admx, 'definition').map((one) => attribute(one, 'name'))
    for (const policy of policies) {
      expect(categories).toContain(attribute(named(policy, 'parentCategory')[0], 'ref'))
      expect(versions).toContain(attribute(named(policy, 'supportedOn')[0], 'ref'))
    }
  })

  test.each(['en-US', 'de-DE'])('has every word and every field in %s, and no other', (culture) => {
    const adml = rootOf(read(`${culture}/eco-connect.adml`))
    const ids = (name: string): string[] => named(adml, name).map((one) => attribute(one, 'id'))
    const asked = (kind: string): string[] =>
      [...read('eco-connect.admx').matchAll(new RegExp(`\\$\\(${kind}\\.(\\w+)\\)`, 'g'))].map(
        ([, id]) => id ?? '',
      )
    expect(ids('string').toSorted()).toEqual([...new Set(asked('string'))].toSorted())
    expect(ids('presentation').toSorted()).toEqual(asked('presentation').toSorted())
    for (const presentation of named(adml, 'presentation')) {
      const id = attribute(presentation, 'id')
      const policy = policies.find((one) => attribute(one, 'name') === id)
      const fields = policy?.children.find(({ name }) => name === 'elements')?.children ?? []
      expect(presentation.children.map((box) => attribute(box, 'refId'))).toEqual(
        fields.map((field) => attribute(field, 'id')),
      )
      expect([id, BOXES[fields[0]?.name ?? '']]).toEqual([id, presentation.children[0]?.name])
    }
    for (const one of named(adml, 'string')) expect(one.text.trim()).not.toBe('')
  })

  test('writes into the registry what is read there as it was meant', () => {
    const values = policies
      .map((policy) => enabled(policy, EXAMPLE[attribute(policy, 'name')]))
      .filter((value) => value !== null)
    expect(values).toHaveLength(Object.keys(EXAMPLE).length)
    expect(decidedBy(writtenInRegistry(values))).toEqual(MEANT)
  })
})

/** Which field of the policy editor takes which element. */
const BOXES: Readonly<Record<string, string>> = {
  text: 'textBox',
  multiText: 'multiTextBox',
  decimal: 'decimalTextBox',
  enum: 'dropdownList',
}

/** What the policy editor writes when a policy is switched on, or off, or filled in; null for what is not made. */
function enabled(policy: Element, made: unknown): RegistryValue | null {
  if (made === undefined) return null
  const field = policy.children.find(({ name }) => name === 'elements')?.children[0]
  if (!field) {
    const state = named(policy, made === true ? 'enabledValue' : 'disabledValue')[0]
    const value = attribute(state?.children[0], 'value')
    return { name: attribute(policy, 'valueName'), type: TYPES.number, data: dword(Number(value)) }
  }
  const name = attribute(field, 'valueName')
  switch (field.name) {
    case 'multiText': {
      const entries = z.array(z.string()).parse(made)
      expect(Math.max(...entries.map(({ length }) => length))).toBeLessThanOrEqual(
        Number(attribute(field, 'maxLength')),
      )
      return { name, type: TYPES.list, data: utf16(...entries, '') }
    }
    case 'decimal':
      expect(made).toBeGreaterThanOrEqual(Number(attribute(field, 'minValue')))
      expect(made).toBeLessThanOrEqual(Number(attribute(field, 'maxValue')))
      return { name, type: TYPES.number, data: dword(Number(made)) }
    case 'enum':
      expect(named(field, 'string').map(({ text }) => text)).toContain(made)
      return { name, type: TYPES.text, data: utf16(String(made)) }
    case 'text':
      expect(String(made).length).toBeLessThanOrEqual(Number(attribute(field, 'maxLength')))
      return { name, type: TYPES.text, data: utf16(String(made)) }
    default:
      throw new Error(field.name)
  }
}

const utf16 = (...texts: readonly string[]): Uint8Array =>
  Buffer.from(texts.map((text) => `${text}\0`).join(''), 'utf16le')

function dword(number: number): Uint8Array {
  const data = Buffer.alloc(4)
  data.writeUInt32LE(number)
  return data
}

test('what the configuration profile forces is read on macOS as it was meant', async () => {
  const plist = read('com.spot.eco-connect.example.mobileconfig')
  const [dict] = rootOf(plist).children
  const profile = z
    .object({ PayloadType: z.string(), PayloadContent: z.array(nodeSchema) })
    .parse(valueIn(dict))
  expect(profile.PayloadType).toBe('Configuration')
  const [forced] = profile.PayloadContent
  expect(forced?.['PayloadType']).toBe('com.spot.eco-connect')
  // macOS leaves what the profile says of itself among the settings, or takes it out.
  const written = await writtenInPlist(AT, Buffer.from(''), async () => JSON.stringify(forced))
  expect(decidedBy(written)).toEqual(MEANT)
})

/** The value of a property list's element. */
function valueIn(element: Element | undefined): unknown {
  switch (element?.name) {
    case 'true':
    case 'false':
      return element.name === 'true'
    case 'string':
      return element.text
    case 'integer':
      return Number(element.text)
    case 'array':
      return element.children.map(valueIn)
    case 'dict':
      return Object.fromEntries(
        element.children.flatMap((key, at) =>
          key.name === 'key' ? [[key.text, valueIn(element.children[at + 1])]] : [],
        ),
      )
    default:
      throw new Error(`unknown: ${element?.name}`)
  }
}

describe('the file for Linux', () => {
  const check = new Ajv2020({ allErrors: true }).compile(JSON.parse(read('policy.schema.json')))
  const example = z.record(z.string(), z.unknown()).parse(JSON.parse(read('policy.example.json')))

  test('is read as it was meant, and is of the form that is told', () => {
    expect(check(example) || check.errors).toBe(true)
    expect(decidedBy(writtenInJson(AT, Buffer.from(read('policy.example.json'))))).toEqual(MEANT)
  })

  test.each(DEFINED)(
    '$id: the form takes its example, and no value of another kind',
    ({ id, example: one }) => {
      const beside = {
        ...example,
        ...(id === 'ProxyPacUrl' && { ProxyServer: undefined, ProxyBypassList: undefined }),
      }
      const filled = Object.entries(beside).filter(([, value]) => value !== undefined)
      const made = Object.fromEntries(filled)
      expect(check({ ...made, [id]: one }) || check.errors).toBe(true)
      for (const wrong of [null, {}, [[]], 1.5, '\u0000'])
        expect([wrong, check({ ...made, [id]: wrong })]).toEqual([wrong, false])
    },
  )

  test.each([
    { Unknown: true },
    { AllowDeviceCodes: true },
    { ProxyBypassList: ['<local>'] },
    { AuditRetentionDays: 30 },
    { ProxyServer: 'p.example:80', ProxyPacUrl: 'https://p.example/x' },
  ])('%j is not of the form', (made) => {
    expect(check(made)).toBe(false)
    expect(() => decidedBy(writtenInJson(AT, Buffer.from(JSON.stringify(made))))).toThrow(
      'policy-unusable',
    )
  })
})

test('every setting is explained on the page of each language', () => {
  for (const culture of ['en-US', 'de-DE']) {
    const page = read(`settings.${culture}.html`)
    for (const { id, since } of DEFINED) {
      expect(page).toContain(`<h3 id="${id}">`)
      expect(page).toContain(since)
    }
    expect(page).toContain('/etc/eco-connect/policy.json')
    expect(page).toContain(String.raw`HKEY_LOCAL_MACHINE\Software\Policies\Eco Connect`)
    expect(page).toContain('/Library/Managed Preferences/com.spot.eco-connect.plist')
  }
})
