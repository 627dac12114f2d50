import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { repositoryRoot } from '../../runtime/paths.ts'
import type { ReleaseFacts } from '../../supply-chain/release-facts.ts'
import { installationFor } from './installation.ts'
import { metainfoOf } from './metainfo.ts'
import { productOf, RELEASES, sourceDate } from './product.ts'
import { COMMENT, FILE_TYPE } from './registrations.ts'

const inPackaging = (...place: string[]): string =>
  path.join(repositoryRoot, 'resources', 'packaging', ...place)
const build = { architecture: 'x64', runtime: { version: '45.5.0', fallback: false } }

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'installation-'))
  await mkdir(path.join(folder, 'locales'))
  await writeFile(path.join(folder, 'eco-connect'), 'program')
  await chmod(path.join(folder, 'eco-connect'), 0o700)
  await writeFile(path.join(folder, 'locales', 'de.pak'), 'words', { mode: 0o600 })
  await writeFile(path.join(folder, 'chrome-sandbox'), 'sandbox')
  await symlink('locales/de.pak', path.join(folder, 'standard.pak'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('the installation on Linux', () => {
  it('has each place once, in order, with rights that no umask changes', async () => {
    const { entries, root, program } = await installationFor('linux', folder, build)
    const places = entries.map(({ to }) => to)
    expect(places).toEqual([...new Set(places)].toSorted())
    expect(program).toBe(`${root}/eco-connect`)
    const inRoot = entries.filter(({ to }) => to.startsWith(root))
    expect(inRoot.map((entry) => ('mode' in entry ? entry.mode : entry.target))).toEqual([
      0o4755,
      0o755,
      0o644,
      'locales/de.pak',
    ])
  })

  it('rejects a folder without the program', async () => {
    const other = path.join(folder, 'locales')
    await expect(installationFor('linux', other, build)).rejects.toThrow('has no eco-connect')
  })

  it('has icons of the sizes that they are filed under', async () => {
    for (const name of await readdir(inPackaging('icons'))) {
      const header = await readFile(inPackaging('icons', name))
      // The two numbers after the chunk's name: https://www.w3.org/TR/png/#11IHDR
      const size = Number.parseInt(name, 10)
      expect([header.readUInt32BE(16), header.readUInt32BE(20)], name).toEqual([size, size])
    }
  })
})

describe('what the system is told of the files that are opened', () => {
  const { extension, mimeType, description } = FILE_TYPE

  it('is the same in the database of types', async () => {
    const xml = await readFile(inPackaging('file-type', 'eco-connect.xml'), 'utf8')
    expect(xml).toContain(`<mime-type type="${mimeType}">`)
    expect(xml).toContain(`<glob pattern="*.${extension}"/>`)
    expect(xml).toContain(`<comment>${description.en}</comment>`)
    expect(xml).toContain(`<comment xml:lang="de">${description.de}</comment>`)
  })

  it('is the same in the menu', async () => {
    const entry = await readFile(inPackaging('file-type', 'eco-connect.desktop'), 'utf8')
    expect(entry.split('\n')).toEqual(
      expect.arrayContaining([
        `MimeType=${mimeType};`,
        `Comment=${COMMENT.en}`,
        `Comment[de]=${COMMENT.de}`,
      ]),
    )
  })

  it('is the same for the packager', async () => {
    const shape = z.object({
      fileAssociations: z.array(z.object({ ext: z.string(), mimeType: z.string() })),
    })
    const text = await readFile(inPackaging('electron-builder.yml'), 'utf8')
    const { fileAssociations } = shape.parse(parse(text))
    expect(fileAssociations.map(({ ext, mimeType }) => [ext, mimeType])).toEqual([
      [extension, mimeType],
    ])
  })
})

describe('the product', () => {
  it('has a line of what is new in the version that is packaged', async () => {
    const { version, releases } = await productOf(build)
    expect(releases).toEqual(RELEASES)
    expect(releases[0].version).toBe(version)
    expect(sourceDate({ releases })).toBe(Date.parse(releases[0].date) / 1000)
  })

  it('says in both languages wherever it describes itself that it is not to be passed on', async () => {
    const runtime = { version: '33.4.11', fallback: true }
    const trial = await productOf({ ...build, runtime })
    const plain = await productOf(build)
    for (const text of [trial.summary, trial.description[0]]) {
      expect(text?.en).toMatch(/^NOT FOR DISTRIBUTION: /)
      expect(text?.de).toMatch(/^NICHT ZUR WEITERGABE: /)
    }
    expect(metainfoOf(trial)).toContain('NOT FOR DISTRIBUTION')
    expect(JSON.stringify(plain)).not.toContain('NOT FOR DISTRIBUTION')
  })

  const FACTS: ReleaseFacts = {
    vendor: { name: 'Northwind & Co.', address: 'https://northwind.example/' },
    licence: 'LicenseRef-Northwind',
    vulnerabilities: { contact: 'mailto:security@northwind.example' },
    support: { contact: 'mailto:help@northwind.example', until: '2027-11-30' },
  }

  it('is by whom its owner says, and under the licence that its owner names', async () => {
    const product = await productOf(build, FACTS)
    expect(product).toMatchObject({
      vendor: 'Northwind & Co.',
      licence: 'LicenseRef-Northwind',
      homepage: 'https://northwind.example/',
      support: 'mailto:help@northwind.example',
    })
    const metainfo = metainfoOf(product)
    expect(metainfo).toContain('<developer_name>Northwind &amp; Co.</developer_name>')
    expect(metainfo).toContain('<url type="help">mailto:help@northwind.example</url>')
  })

  it('says that it has not been said where its owner has not', async () => {
    const nobody: ReleaseFacts = {
      vendor: { name: '', address: '' },
      licence: '',
      vulnerabilities: { contact: '' },
      support: { contact: '', until: '' },
    }
    const product = await productOf(build, nobody)
    expect(product).toMatchObject({
      vendor: 'Not filled in yet',
      licence: 'LicenseRef-not-filled-in',
    })
    expect(metainfoOf(product)).not.toContain('<url')
  })

  it('is made for processors that Electron and the keychain module are there for', async () => {
    await expect(productOf({ ...build, architecture: 'ia32' })).rejects.toThrow('ia32')
  })
})
