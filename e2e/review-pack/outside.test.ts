import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { FuseV1Options } from '@electron/fuses'
import { FUSES } from '../runtime/fuses.ts'
import { repositoryRoot } from '../runtime/paths.ts'
import { shippedIn } from '../supply-chain/shipped.ts'
import { INSIDE, OUTSIDE } from './outside.ts'

/** The program's own code, by its place in the project: no tests, and nothing that a package leaves out. */
const code = readdirSync(path.join(repositoryRoot, 'electron'), { recursive: true })
  .map((name) => `electron/${String(name).replaceAll(path.sep, '/')}`)
  .filter((file) => file.endsWith('.ts'))
  .filter((file) => !/\.test\.ts$|\/testing\/|start\/development\.ts$/.test(file))
  .map((file): [string, string] => [file, readFileSync(path.join(repositoryRoot, file), 'utf8')])

test('what the code uses of Electron is what the pack tells, or stays inside', () => {
  const used = code.flatMap(([, source]) =>
    [...source.matchAll(/^import \{([^}]*)\} from 'electron'/gm)].flatMap(([, names = '']) =>
      names.split(',').map((name) => name.trim()),
    ),
  )
  const otherwise = code.filter(([, source]) =>
    /(?:from|import\(|require\()\s*['"]electron['"]/.test(
      source.replaceAll(/^import (?:type )?\{[^}]*\} from 'electron'/gm, ''),
    ),
  )
  expect(otherwise.map(([file]) => file)).toEqual([])
  const values = used.filter((name) => name !== '' && !name.startsWith('type '))
  expect([...new Set(values)].toSorted()).toEqual([...OUTSIDE, ...INSIDE].toSorted())
})

test.each([
  ['asks the system to start it with the computer', /\bsetLoginItemSettings\b/],
  ['registers an address scheme with the system', /\bsetAsDefaultProtocolClient\b/],
  ['puts files among those used last', /\baddRecentDocument\b|\bsetJumpList\b|\bsetUserTasks\b/],
  ['reads the clipboard', /\bclipboard\.(read|has|available)/],
  ['starts a crash reporter or an updater', /\b(crashReporter|autoUpdater)\b/],
])('nothing %s', (_what, call) => {
  expect(code.filter(([, source]) => call.test(source)).map(([file]) => file)).toEqual([])
})

test('other programs are run to read settings on macOS, and the program itself to tell of a refused start', () => {
  const running = code.filter(([, source]) => source.includes("from 'node:child_process'"))
  expect(running.map(([file]) => file).toSorted()).toEqual([
    'electron/managed/mac.ts',
    'electron/start/refusal.ts',
  ])
})

test('nothing is shipped that takes credentials from the metadata service, or from where variables say', () => {
  const document = readFileSync(
    path.join(repositoryRoot, 'resources', 'security', 'dependencies.md'),
    'utf8',
  )
  const packages = shippedIn(document)
  expect(packages).not.toEqual([])
  expect(packages.filter((name) => /credential-provider/.test(name))).toEqual([])
})

test('every fuse that Electron has is told and read back', () => {
  const known = Object.values(FuseV1Options).filter((fuse) => typeof fuse === 'number')
  expect(new Set(FUSES.map(({ fuse }) => fuse))).toEqual(new Set(known))
})
