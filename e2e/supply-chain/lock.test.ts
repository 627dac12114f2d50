import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { repositoryRoot } from '../runtime/paths.ts'
import { ACCEPTED_FOR_TOOLS, installed, PERMISSIVE } from './licences.ts'
import { dataOf, readLock, readManifest, runtimeOf } from './lock.ts'
import { DATA } from './reasons.ts'

const lock = readLock()
const runtimeFolder = path.join(repositoryRoot, 'e2e', 'runtime')

/**
 * Packages with install scripts. None may run: `.npmrc` turns all of them off, in CI and for
 * everybody. This is why each works without.
 */
const INSTALL_SCRIPTS: Readonly<Record<string, string>> = {
  'electron-winstaller': 'Chooses a 7-Zip for Windows installers, which are not built here.',
  esbuild: 'Replaces its launcher by the binary itself to start faster; the launcher works.',
  keytar: 'Compiles where no prebuilt binary fits; the package carries one for each system.',
  'native-reg': 'Compiles where no prebuilt binary fits; the package carries those for Windows.',
}

describe.each([
  ['package-lock.json', repositoryRoot],
  ['e2e/runtime/package-lock.json', runtimeFolder],
])('%s', (_name, folder) => {
  const { lockfileVersion, root, packages } = readLock(folder)

  test('has the form in which npm checks every package that it unpacks', () => {
    expect(lockfileVersion).toBe(3)
    expect(packages.length).toBeGreaterThan(0)
  })

  test('every package has a SHA-512 of its content', () => {
    const without = packages.filter(
      ({ integrity }) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''),
    )
    expect(without.map(({ place }) => place)).toEqual([])
  })

  test('every package comes from the npm registry: no git, no other address, no folder', () => {
    const elsewhere = packages.filter(
      ({ resolved, link }) =>
        link || (resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/')),
    )
    expect(elsewhere.map(({ place }) => place)).toEqual([])
  })

  test('agrees with package.json', () => {
    const { dependencies, devDependencies } = readManifest(folder)
    expect(root.dependencies).toEqual(dependencies)
    expect(root.devDependencies).toEqual(devDependencies)
  })

  test('package.json names exact versions', () => {
    const { dependencies, devDependencies } = readManifest(folder)
    const asked = Object.entries({ ...dependencies, ...devDependencies })
    const exact = /^(npm:(@[\w.-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/
    expect(asked.filter(([, version]) => !exact.test(version))).toEqual([])
  })

  test('install scripts are turned off', () => {
    const settings = readFileSync(path.join(folder, '.npmrc'), 'utf8').split('\n')
    expect(settings).toContain('ignore-scripts=true')
  })
})

test('the packages with install scripts are known by name, with why each works without', () => {
  const having = lock.packages.filter(({ hasInstallScript }) => hasInstallScript)
  const names = having.map(({ place }) => path.basename(place)).toSorted()
  expect(names).toEqual(Object.keys(INSTALL_SCRIPTS).toSorted())
})

test('nothing turns install scripts on again', () => {
  const ci = readFileSync(path.join(repositoryRoot, '.ci', 'run'), 'utf8')
  expect(ci).toMatch(/^npm ci --ignore-scripts$/m)
  expect(ci).not.toMatch(/ignore-scripts[= ]false|npm rebuild|npm install/)
})

describe('licences', () => {
  test('everything the app could be built from is under a permissive licence', () => {
    const parts = [...runtimeOf(lock), ...dataOf(lock)]
    const others = parts.filter(({ license }) => !PERMISSIVE.includes(license ?? ''))
    expect(dataOf(lock).map(({ name }) => name)).toEqual(Object.keys(DATA))
    expect(others.map(({ name, license }) => `${name}: ${license}`)).toEqual([])
  })

  test('the lockfile says what the installed packages say', () => {
    const differing = runtimeOf(lock).filter(({ place, license, version }) => {
      const found = installed(place)
      return found.license !== license || found.version !== version
    })
    expect(differing.map(({ place }) => place)).toEqual([])
  })

  test('every tool with another licence is accepted by name', () => {
    const tools = lock.packages.filter(({ dev }) => dev)
    const others = tools.filter(
      ({ name, license }) =>
        !PERMISSIVE.includes(license ?? '') &&
        !ACCEPTED_FOR_TOOLS.some(
          ({ licence, packages }) => licence === license && packages.test(name),
        ),
    )
    expect(others.map(({ name, license }) => `${name}: ${license}`)).toEqual([])
  })

  test('no accepted licence is left without a tool', () => {
    const idle = ACCEPTED_FOR_TOOLS.filter(
      ({ licence, packages }) =>
        !lock.packages.some(({ name, license }) => license === licence && packages.test(name)),
    )
    expect(idle).toEqual([])
  })
})
