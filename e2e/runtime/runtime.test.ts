import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { executableInDist } from './electron.ts'
import { cleanEnvironment, environmentFor } from './environment.ts'
import { isFallbackDist } from './fallback.ts'
import { unlockRequest } from './keyring.ts'
import { descendants } from './processes.ts'
import { missingLibraries, onPath, packagesFor } from './system.ts'

const folders: string[] = []

function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'runtime-test-'))
  folders.push(folder)
  return folder
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

describe('missing system parts', () => {
  const ldd = `
\tlinux-vdso.so.1 (0x00007ffd)
\tlibgtk-3.so.0 => not found
\tlibnss3.so => /lib/x86_64-linux-gnu/libnss3.so (0x00007f)
\tlibnssutil3.so => not found
\tlibgtk-3.so.0 => not found
`

  it('reads each missing library once', () => {
    expect(missingLibraries(ldd)).toEqual(['libgtk-3.so.0', 'libnssutil3.so'])
  })

  it('names each package once and skips unknown libraries', () => {
    const things = ['libnss3.so', 'Xvfb', 'libnssutil3.so', 'libnever.so.1']
    expect(packagesFor(things)).toEqual(['libnss3', 'xvfb'])
  })

  it('finds programs that may be executed, and no others', () => {
    const folder = temporaryFolder()
    writeFileSync(path.join(folder, 'tool'), '', { mode: 0o755 })
    writeFileSync(path.join(folder, 'text'), '', { mode: 0o644 })
    const found = ['tool', 'text', 'nothing'].filter((name) => onPath(name, `/nowhere:${folder}`))
    expect(found).toEqual(['tool'])
  })
})

describe('the environment of an app under test', () => {
  it('drops what the caller set for itself', () => {
    const caller = {
      PATH: '/bin',
      AWS_PROFILE: 'work',
      https_proxy: 'http://proxy',
      NO_PROXY: '*',
      DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/bus',
      XDG_RUNTIME_DIR: '/run/user/1000',
      DISPLAY: ':0',
      ELECTRON_RUN_AS_NODE: '1',
      EMPTY: undefined,
    }
    const german = { LANG: 'de_DE.UTF-8', LANGUAGE: 'de', LC_TIME: 'de_DE.UTF-8' }
    // Under test the system speaks no language, wherever it runs.
    const clean = { PATH: '/bin', LANG: 'C.UTF-8' }
    expect(cleanEnvironment({ ...caller, ...german })).toEqual(clean)
  })

  it('puts later layers over earlier ones and leaves out the undefined', () => {
    const merged = environmentFor({ DISPLAY: ':7', HOME: '/a' }, undefined, {
      HOME: '/b',
      DISPLAY: undefined,
    })
    expect(merged['HOME']).toBe('/b')
    expect(merged).not.toHaveProperty('DISPLAY')
  })
})

describe('process trees', () => {
  it('holds a process and all below it, parents first', () => {
    const entries = [
      { pid: 4, parent: 3, command: 'renderer' },
      { pid: 2, parent: 1, command: 'app' },
      { pid: 3, parent: 2, command: 'zygote' },
      { pid: 9, parent: 1, command: 'other' },
    ]
    expect(descendants(entries, 2).map(({ pid }) => pid)).toEqual([2, 3, 4])
    expect(descendants(entries, 77)).toEqual([])
  })
})

describe('the runtime', () => {
  it('is found under each system’s own name', () => {
    expect(executableInDist('linux')).toBe('electron')
    expect(executableInDist('win32')).toBe('electron.exe')
    expect(executableInDist('darwin')).toBe('Electron.app/Contents/MacOS/Electron')
  })

  it('is known as the test runtime by its marker alone', () => {
    const folder = temporaryFolder()
    expect(isFallbackDist(folder)).toBe(false)
    writeFileSync(path.join(folder, 'NOT-FOR-DISTRIBUTION'), '')
    expect(isFallbackDist(folder)).toBe(true)
  })
})

it('asks gnome-keyring to unlock in its own wire format', () => {
  expect(unlockRequest('\n').toString('hex')).toBe('0000000d00000001000000010a')
})
