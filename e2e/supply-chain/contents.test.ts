import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { createPackage, getRawHeader } from '@electron/asar'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { until } from '../../electron/testing/until.ts'
import { assertContents, assertContentsElsewhere } from './contents.ts'

const OWN = {
  'package.json': JSON.stringify({ name: 'eco-connect', main: 'dist/main/main.js' }),
  'dist/main/main.js': 'main',
  'dist/preload/preload.js': 'preload',
  'dist/renderer/index.html': '<!doctype html>',
  'dist/renderer/assets/index-a1_B.js': 'renderer',
  'node_modules/keytar/package.json': '{}',
  'node_modules/keytar/prebuilds/linux-x64/keytar.node': 'native',
}

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'contents-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

type Files = Readonly<Record<string, string | Buffer>>

async function write(below: string, files: Files): Promise<string> {
  const place = path.join(folder, below)
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(place, name)), { recursive: true })
    await writeFile(path.join(place, name), text)
  }
  return place
}

/** A packaged app whose archive and folder hold the app's own files and these. */
async function checked(inAsar: Files, beside: Files = {}): Promise<void> {
  const electron = await write('electron', { electron: '', 'icudtl.dat': '', version: '33' })
  const packaged = await write('packaged', {
    'eco-connect': '',
    'icudtl.dat': '',
    version: '33',
    'resources/resources/eco-role.template.json': '{}',
    ...beside,
  })
  const inside = { ...OWN, ...inAsar }
  const source = await write('source', inside)
  const archive = path.join(packaged, 'resources', 'app.asar')
  await createPackage(source, archive)
  const bytes = Object.values(inside).reduce((sum, one) => sum + Buffer.byteLength(one), 0)
  // On a busy machine the archive is not whole yet by then.
  await until(async () =>
    expect((await stat(archive)).size).toBe(8 + getRawHeader(archive).headerSize + bytes),
  )
  return assertContents(packaged, path.join(packaged, 'eco-connect'), electron, 'shipped')
}

test('a package of the app’s own files and Electron’s passes', async () => {
  await expect(checked({})).resolves.toBeUndefined()
})

test.each([
  'dist/main/main.js.map',
  'dist/main/app.test.ts',
  'e2e/simulator/index.ts',
  'node_modules/fast-check/package.json',
  'node_modules/keytar/binding.gyp',
  '.env',
])('a package whose archive holds %s is refused by name', async (file) => {
  await expect(checked({ [file]: '' })).rejects.toThrow(file)
})

const compressed = (text: string): Files => ({
  'dist/renderer/assets/index-c2.js.gz': gzipSync(text),
})

test('what the package keeps compressed passes where it is the app’s own', async () => {
  await expect(checked(compressed('renderer'))).resolves.toBeUndefined()
})

test('what the package keeps compressed is looked into like the rest', async () => {
  await expect(checked(compressed('window.toggleDevTools()'))).rejects.toThrow('toggleDevTools')
})

test.each(['scripts', 'devDependencies'])(
  'a packaged package.json with %s is refused',
  async (field) => {
    const manifest = JSON.stringify({ main: 'main.js', [field]: {} })
    await expect(checked({ 'package.json': manifest })).rejects.toThrow(`package.json: ${field}`)
  },
)

test.each(['resources/app/package.json', 'NOTES.txt', 'resources/default_app.asar'])(
  'a package with %s beside the program is refused by name',
  async (file) => {
    await expect(checked({}, { [file]: '' })).rejects.toThrow(path.basename(file))
  },
)

const REGISTRY = {
  'node_modules/native-reg/lib/index.js': '',
  'node_modules/native-reg/prebuilds/win32-x64/node.napi.node': '',
  'node_modules/node-gyp-build/node-gyp-build.js': '',
}

/** What lies in the folder for resources of an app for another system. */
async function checkedElsewhere(
  system: 'win32' | 'darwin',
  inAsar: Readonly<Record<string, string>>,
  beside: Readonly<Record<string, string>> = {},
): Promise<void> {
  const resources = await write('resources', { 'resources/endpoints.json': '{}', ...beside })
  const source = await write('source', { ...OWN, ...inAsar })
  await createPackage(source, path.join(resources, 'app.asar'))
  return assertContentsElsewhere(resources, system)
}

test('only on Windows the module for its registry goes along', async () => {
  await expect(checkedElsewhere('win32', REGISTRY)).resolves.toBeUndefined()
  await expect(checkedElsewhere('darwin', REGISTRY)).rejects.toThrow('native-reg')
})

test('on macOS Electron’s own resources are known, and nothing else beside the app', async () => {
  const own = { 'icon.icns': '', 'de.lproj/locale.pak': '', 'LICENSES.chromium.html': '' }
  await expect(checkedElsewhere('darwin', {}, own)).resolves.toBeUndefined()
  await expect(checkedElsewhere('darwin', {}, { 'notes.txt': '' })).rejects.toThrow('notes.txt')
})
