import { readFile } from 'node:fs/promises'
import path from 'node:path'
import plist from 'plist'
import { expect, test } from 'vitest'
import { repositoryRoot } from '../runtime/paths.ts'
import { versionIn } from './formats/msi/versions.ts'
import { configurationOf } from './configuration.ts'
import { standInLibrary } from './stand-ins/windows.ts'
import { windowsProgram } from './stand-ins/windows-program.ts'

const packaging = path.join(repositoryRoot, 'resources', 'packaging')

test.each(['linux', 'win32', 'darwin'] as const)(
  'of keytar the binaries of %s go along',
  (system) => {
    const { files } = configurationOf('shipped', system, 'release', {
      name: 'a',
      version: '1.0.0',
      vendor: 'Northwind',
      copyright: '',
      licence: 'MIT',
    })
    const told = JSON.stringify(files)
    expect(told.match(/prebuilds\/[^"]+/g)).toEqual([`prebuilds/${system}-\${arch}/*`])
  },
)

test('a stand-in library tells the version it was given, and one without has none', () => {
  expect(versionIn(standInLibrary('a.dll', '2.1.65535.4'))).toEqual({
    version: '2.1.65535.4',
    language: 1033,
  })
  expect(versionIn(standInLibrary('a.dll'))).toBeUndefined()
})

test('a stand-in is a whole program for 64-bit Windows with what was put into it', () => {
  const program = windowsProgram('program', Buffer.from('content'))
  const header = program.readUInt32LE(0x3c)
  expect(program.subarray(header, header + 4).toString('latin1')).toBe('PE\0\0')
  expect(program.readUInt16LE(header + 4)).toBe(0x86_64)
  expect(program.includes('content')).toBe(true)
  expect(program.length % 512).toBe(0)
})

test('the icon for Windows has every size it is shown in, the largest as it was drawn', async () => {
  const icon = await readFile(path.join(packaging, 'icon.ico'))
  const entries = Array.from({ length: icon.readUInt16LE(4) }, (_, i) => 6 + 16 * i)
  expect(entries.map((at) => icon.readUInt8(at))).toEqual([16, 24, 32, 48, 64, 0]) // 0 is 256
  const [size, offset] = [8, 12].map((field) => icon.readUInt32LE((entries.at(-1) ?? 0) + field))
  const largest = icon.subarray(offset, (offset ?? 0) + (size ?? 0))
  expect(largest.equals(await readFile(path.join(packaging, 'icons', '256.png')))).toBe(true)
})

test('the icon for macOS has the sizes from 16 to 512', async () => {
  const icon = await readFile(path.join(packaging, 'icon.icns'))
  expect(icon.subarray(0, 4).toString('latin1')).toBe('icns')
  expect(icon.readUInt32BE(4)).toBe(icon.length)
  const kinds: string[] = []
  for (let at = 8; at < icon.length; at += icon.readUInt32BE(at + 4))
    kinds.push(icon.subarray(at, at + 4).toString('latin1'))
  expect(kinds).toEqual(expect.arrayContaining(['is32', 'il32', 'ih32', 'it32', 'ic08', 'ic09']))
})

test('of the hardened runtime the app gives up one thing', async () => {
  const file = path.join(packaging, 'macos', 'entitlements.plist')
  expect(plist.parse(await readFile(file, 'utf8'))).toEqual({
    'com.apple.security.cs.allow-jit': true,
  })
})
