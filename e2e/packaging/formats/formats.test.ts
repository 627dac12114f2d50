import { execFile } from 'node:child_process'
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { installationFor } from '../installation/installation.ts'
import type { Installation } from '../installation/installed.ts'
import { deb } from './deb.ts'
import { glibcIn, neededIn } from './elf.ts'
import { debianNeeds, rpmNeeds } from './libraries.ts'
import { type Format, packageVersion, wrapped } from './output.ts'
import { rpm } from './rpm.ts'

const run = promisify(execFile)

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'formats-'))
})
afterAll(() => rm(folder, { recursive: true }))

const runtime = { version: '33.4.11', fallback: false }
const trial = { ...runtime, fallback: true }

/** Small, and with everything that is installed otherwise than a plain file. */
async function appFolder(name: string): Promise<string> {
  const app = path.join(folder, name)
  await mkdir(path.join(app, 'resources'), { recursive: true })
  for (const program of ['eco-connect', 'chrome-sandbox', 'libffmpeg.so']) {
    await copyFile('/bin/true', path.join(app, program))
    await chmod(path.join(app, program), 0o755)
  }
  await writeFile(path.join(app, 'resources', 'app.asar'), 'the app', { mode: 0o600 })
  await writeFile(path.join(app, 'resources', '100% of it'), 'a name that RPM might read otherwise')
  await writeFile(path.join(app, 'LICENSE.electron.txt'), 'a licence')
  return app
}

const small = async (
  name: string,
  from: { version: string; fallback: boolean } = runtime,
): Promise<Installation> =>
  installationFor('linux', await appFolder(name), { architecture: 'x64', runtime: from })

async function made(format: Format, installation: Installation, place: string): Promise<string> {
  const output = path.join(folder, place)
  await mkdir(output, { recursive: true })
  return format(installation, output, 1)
}

const told = async (...command: [string, ...string[]]): Promise<string> => {
  const [program, ...words] = command
  return (await run(program, words, { env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } })).stdout
}

describe.each([
  ['a Debian package', deb],
  ['an RPM package', rpm],
] as const)('%s', (_, format) => {
  const before = { ...process.env }
  const mask = process.umask()
  afterEach(() => {
    process.umask(mask)
    for (const name of ['TZ', 'LANG', 'HOME', 'SOURCE_DATE_EPOCH']) {
      const value = before[name]
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  })

  it('is the same bytes from another folder, umask, time zone, language and home', async () => {
    const first = await readFile(await made(format, await small('one'), 'first'))
    process.umask(0o077)
    const home = path.join(folder, 'home')
    await mkdir(home, { recursive: true })
    await writeFile(path.join(home, '.rpmmacros'), '%_buildhost elsewhere\n%vendor Somebody\n')
    Object.assign(process.env, { TZ: 'Pacific/Chatham', LANG: 'de_DE.UTF-8', HOME: home })
    const second = await readFile(await made(format, await small('a/longer/two'), 'second'))
    expect(second.equals(first)).toBe(true)

    process.env['SOURCE_DATE_EPOCH'] = '1700000000'
    const third = await readFile(await made(format, await small('three'), 'third'))
    expect(third.equals(first)).toBe(false)
  })

  it('is marked where it holds the test runtime, and nowhere else', async () => {
    const marked = await made(format, await small('marked', trial), 'marked')
    const plain = await made(format, await small('plain'), 'plain')
    expect(path.basename(marked)).toContain('test-runtime')
    expect(path.basename(plain)).not.toContain('test-runtime')
    const card = (file: string) =>
      file.endsWith('.deb')
        ? told('dpkg-deb', '--field', file, 'Description')
        : told('rpm', '--query', '--package', '--queryformat', '%{SUMMARY}\n%{DESCRIPTION}', file)
    const [summary, description] = (await card(marked)).split(/\n(.*)/s)
    expect(summary).toContain('NOT FOR DISTRIBUTION')
    expect(description).toContain('NOT FOR DISTRIBUTION')
    expect(await card(plain)).not.toContain('NOT FOR DISTRIBUTION')
  })
})

describe('what is in them', () => {
  it('belongs to root, and only the sandbox starts as root', async () => {
    const listed = await told('dpkg-deb', '--contents', await made(deb, await small('deb'), 'deb'))
    const lines = listed.split('\n').filter(Boolean)
    expect(lines.filter((line) => !/ root\/root /.test(line))).toEqual([])
    expect(lines.filter((line) => /^\S*s/.test(line)).join()).toMatch(
      /^-rwsr-xr-x .*\/chrome-sandbox$/,
    )
    expect(lines.find((line) => line.includes('app.asar'))).toMatch(/^-rw-r--r-- /)
    expect(lines.find((line) => line.includes('./usr/bin/eco-connect'))).toContain('-> ../lib/')
  })

  it('is for rpm exactly what is installed, with the same bytes', async () => {
    const installation = await small('rpm')
    const file = await made(rpm, installation, 'rpm')
    const query = '[%{FILENAMES} %{FILEMODES:perms} %{FILEUSERNAME}\n]'
    const listed = await told('rpm', '--query', '--package', '--queryformat', query, file)
    const files = listed.split('\n').filter((line) => / [-l]/.test(line))
    expect(files.map((line) => line.replace(/ \S+ \S+$/, '')).toSorted()).toEqual(
      installation.entries.map(({ to }) => to).toSorted(),
    )
    expect(files.filter((line) => !line.endsWith(' root'))).toEqual([])
    expect(files.filter((line) => / -rws/.test(line)).join()).toContain('/chrome-sandbox ')
    const digests = await told('rpm', '--query', '--package', '--dump', file)
    const size = (await readFile('/bin/true')).length
    expect(digests).toContain(`/usr/lib/eco-connect/libffmpeg.so ${size} `)
  })

  it('offers no library to the system', async () => {
    const file = await made(rpm, await small('offers'), 'offers')
    const provides = await told('rpm', '--query', '--package', '--provides', file)
    expect(provides.split('\n').filter((line) => line && !/^eco-connect\b/.test(line))).toEqual([])
  })
})

describe('what they ask for', () => {
  const readelf = `
 0x0000000000000001 (NEEDED)             Shared library: [libgtk-3.so.0]
 0x0000000000000001 (NEEDED)             Shared library: [libasound.so.2]
 0x0000000000000001 (NEEDED)             Shared library: [libc.so.6]
  0x0010:   Name: GLIBC_2.9  Flags: none  Version: 2
  0x0020:   Name: GLIBC_2.25  Flags: none  Version: 3
  0x0030:   Name: GLIBC_2.3.4  Flags: none  Version: 4
`
  const linked = { libraries: neededIn(readelf), glibc: glibcIn(readelf) ?? '' }

  it('is read from what the linker will look for', () => {
    expect(linked).toEqual({
      libraries: ['libgtk-3.so.0', 'libasound.so.2', 'libc.so.6'],
      glibc: '2.25',
    })
  })

  it('is told to Debian by package and to RPM by soname', () => {
    expect(debianNeeds(linked).depends).toEqual([
      'libasound2 (>= 1.0.17)',
      'libc6 (>= 2.25)',
      'libgtk-3-0 (>= 3.9.10)',
      'libx11-xcb1',
      'xdg-utils',
    ])
    expect(rpmNeeds(linked)).toEqual([
      'libX11-xcb.so.1()(64bit)',
      'libasound.so.2()(64bit)',
      'libc.so.6()(64bit)',
      'libc.so.6(GLIBC_2.25)(64bit)',
      'libgtk-3.so.0()(64bit)',
      'xdg-utils',
    ])
  })

  it('is never left out because nobody knows it', () => {
    expect(() => debianNeeds({ libraries: ['libnew.so.1'], glibc: '2.25' })).toThrow('libnew.so.1')
  })
})

it('orders a version before its release before it', async () => {
  const [before, release] = ['1.0.0-beta.1', '1.0.0'].map(packageVersion)
  await expect(
    run('dpkg', ['--compare-versions', before ?? '', 'lt', release ?? '']),
  ).resolves.toBeTruthy()
})

it('breaks lines between words, and loses none', () => {
  expect(wrapped('one two three four', 9)).toEqual(['one two', 'three', 'four'])
  expect(wrapped('', 9)).toEqual([])
})
