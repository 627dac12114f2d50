import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { repositoryRoot } from '../runtime/paths.ts'
import { ADVISORIES, type Advisory, BEYOND, BROUGHT, JUDGED } from './advisories.ts'
import { type Locked, readLock, runtimeOf } from './lock.ts'
import { billOfMaterials } from './sbom.ts'
import { faultsOf } from './schema.ts'
import { exampleShipped } from './testing/example-shipped.ts'
import { componentsOf, contentsIn, isAffected, vexOf } from './vex.ts'

const here = (file: string): string => readFileSync(path.join(repositoryRoot, file), 'utf8')
const kept = here('resources/security/vex.cdx.json')
const contents = contentsIn(here('resources/security/dependencies.md'))
const vex = vexOf(contents)

test('the statement beside the package is what the lockfile, a build and the kept advisories give', () => {
  expect(`${JSON.stringify(vex, null, 2)}\n`).toBe(kept)
})

test('it is in CycloneDX’s own form', () => {
  expect(faultsOf(JSON.parse(kept))).toEqual([])
  expect(faultsOf(JSON.parse(kept.replace('code_not_present', 'not here')))).toContain(
    '/vulnerabilities/0/analysis/justification: must be equal to one of the allowed values',
  )
})

test('the bill of materials has every component of the statement, by the same references', () => {
  const { app, electronVersion } = contents
  const example = exampleShipped()
  const bom = billOfMaterials({
    ...example,
    app,
    runtime: { ...example.runtime, electron: electronVersion },
  })
  const known = new Map(bom.components.map((one) => [one['bom-ref'], one.purl]))
  for (const component of vex.components)
    expect(known.get(component['bom-ref'])).toBe(component.purl)
  expect(vex.metadata.component['bom-ref']).toBe(bom.metadata.component['bom-ref'])
})

test('every advisory whose versions touch what is shipped has a statement, and none is open', () => {
  const shipped = componentsOf(contents).filter((component) => component.shipped)
  const touching = ADVISORIES.filter((advisory) =>
    shipped.some(({ name, version }) => name === advisory.package && isAffected(version, advisory)),
  )
  expect(touching.map(({ id }) => id).toSorted()).toEqual(Object.keys(JUDGED).toSorted())
  const open = vex.vulnerabilities.filter(({ analysis }) => analysis.state === 'in_triage')
  expect(open.map(({ id }) => id)).toEqual([])
  expect(vex.vulnerabilities.map(({ id }) => id)).toEqual(ADVISORIES.map(({ id }) => id))
})

test('no advisory stands twice, and each is of something that is here or would be', () => {
  const keys = ADVISORIES.map((advisory) => `${advisory.package} ${advisory.id}`)
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  const names = new Set([...componentsOf(contents), ...BROUGHT].map(({ name }) => name))
  expect(ADVISORIES.filter((advisory) => !names.has(advisory.package))).toEqual([])
})

test('what is said beyond versions is of a known advisory, and its test exists', () => {
  const said = { ...BEYOND, ...Object.fromEntries(judgements()) }
  for (const [id, words] of Object.entries(said)) {
    expect(ADVISORIES.map((advisory) => advisory.id)).toContain(id)
    const [, title, file = ''] = /“([^”]+)”, ([\w./-]+\.(?:test|spec)\.ts)/.exec(words) ?? []
    expect(here(file)).toContain(`'${title}'`)
  }
})

const judgements = (): readonly (readonly [string, string])[] =>
  Object.entries(JUDGED).map(([id, { detail }]) => [id, detail])

test('what the report client would bring along by itself is neither installed nor shipped', () => {
  const names = new Set(runtimeOf(readLock()).map(({ name }) => name))
  expect(BROUGHT.filter(({ name }) => names.has(name))).toEqual([])
  const told = vex.vulnerabilities.filter(({ description }) => /^(fast-xml|uuid)/.test(description))
  expect(new Set(told.map(({ analysis }) => analysis.justification))).toEqual(
    new Set(['code_not_present']),
  )
  const wouldHit = told.filter(({ analysis }) =>
    analysis.detail.includes('which would be affected'),
  )
  expect(wouldHit.map(({ id }) => id)).toContain('GHSA-w5hq-g745-h8pq')
})

describe('a statement follows from what is there', () => {
  const advisory: Advisory = {
    id: 'GHSA-2222-3333-4444',
    package: 'leftpad',
    title: 'Pads on the right',
    range: '<1.0.1 || >=2.0.0-beta.1 <2.3.0',
    source: 'https://example.com/',
    read: '2026-11-29',
  }
  const HELD = 'Held against lockfile and build by e2e/supply-chain/vex.test.ts.'
  const judgement = { justification: 'code_not_reachable', detail: 'Nobody pads.' } as const

  function stateOf(version: string | undefined, shipped: readonly string[], judged = {}): object {
    const found: Locked = {
      name: 'leftpad',
      place: 'node_modules/leftpad',
      version: version ?? '',
      engines: {},
      dev: false,
      optional: false,
      link: false,
      hasInstallScript: false,
    }
    const lock = { ...contents.lock, packages: version === undefined ? [] : [found] }
    const changed = { ...contents, lock, shipped: new Set(shipped) }
    const made = vexOf(changed, { advisories: [advisory], judged })
    expect(faultsOf(made)).toEqual([])
    const [first] = made.vulnerabilities
    return { ...first?.analysis, affects: first?.affects }
  }

  test('an affected version in the app is open until somebody judged it', () => {
    expect(stateOf('2.1.0', ['leftpad@2.1.0'])).toMatchObject({
      state: 'in_triage',
      affects: [{ ref: 'leftpad@2.1.0', versions: [{ status: 'affected' }] }],
    })
    const judged = { [advisory.id]: judgement }
    expect(stateOf('2.1.0', ['leftpad@2.1.0'], judged)).toMatchObject({
      state: 'not_affected',
      justification: 'code_not_reachable',
      detail: `Nobody pads. ${HELD}`,
    })
  })

  test('an affected version that is only installed is not in the app', () => {
    expect(stateOf('1.0.0', [])).toMatchObject({
      state: 'not_affected',
      justification: 'code_not_present',
      affects: [{ ref: 'leftpad@1.0.0', versions: [{ status: 'affected' }] }],
    })
  })

  test('a fixed version is resolved, and a package that is not there is not present', () => {
    expect(stateOf('1.5.0', ['leftpad@1.5.0'])).toMatchObject({ state: 'resolved' })
    expect(stateOf(undefined, [])).toMatchObject({
      state: 'not_affected',
      justification: 'code_not_present',
      affects: [{ ref: vex.metadata.component['bom-ref'] }],
    })
  })

  test.each([
    ['1.0.0', true],
    ['1.0.1', false],
    ['1.10.0', false],
    ['2.0.0-beta.2', true],
    ['2.2.9', true],
    ['2.3.0', false],
    ['10.0.0', false],
  ])('%s is affected: %s', (version, affected) => {
    expect(isAffected(version, advisory)).toBe(affected)
  })
})

test('a package without an Electron has none of its advisories', () => {
  const { components, vulnerabilities } = vexOf({ ...contents, electronVersion: '' })
  expect(components.map(({ name }) => name)).not.toContain('electron')
  for (const { id, affects } of vulnerabilities)
    for (const { ref } of affects) expect(ref, id).not.toMatch(/^electron@/)
})
