import { existsSync, statSync } from 'node:fs'
import {
  chmod,
  chown,
  lchown,
  mkdir,
  mkdtemp,
  readdir,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { manualClock } from '../testing/manual-clock.ts'
import { noChoices } from '../checklist/state-file.ts'
import { createConnectionFolders } from '../connection/folders.ts'
import { toAppError } from '../errors/failure.ts'
import { requireOwnTrust, securedProfile } from './profile-folder.ts'

const STRANGER = 65534
const isRoot = process.getuid?.() === 0

/** A folder as the system makes one for a person: their own, and closed. */
async function aFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'eco-connect-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}
const modeOf = (file: string): number => statSync(file).mode & 0o777
const codes = (folder: string): string[] => securedProfile(folder).map(({ code }) => code)
function refusalOf(folder: string): string {
  try {
    securedProfile(folder)
  } catch (error) {
    return toAppError(error).code
  }
  return 'used'
}

describe.skipIf(process.platform === 'win32')('a profile folder', () => {
  test('of one’s own that is closed is used without a word', async () => {
    const folder = await aFolder()
    expect(codes(folder)).toEqual([])
    expect(modeOf(folder)).toBe(0o700)
  })

  test('that is not there yet is made, closed', async () => {
    const folder = path.join(await aFolder(), 'a', 'b')
    expect(codes(folder)).toEqual([])
    expect(modeOf(folder)).toBe(0o700)
    expect(modeOf(path.dirname(folder))).toBe(0o700)
  })

  test.each([0o755, 0o750, 0o711])('that others could only read is closed: %o', async (mode) => {
    const folder = await aFolder()
    await chmod(folder, mode)
    expect(codes(folder)).toEqual([])
    expect(modeOf(folder)).toBe(0o700)
  })

  test.each([0o777, 0o770, 0o1777, 0o702])(
    'that others could change is closed, and told: %o',
    async (mode) => {
      const folder = await aFolder()
      await chmod(folder, mode)
      expect(codes(folder)).toEqual(['folder-was-open'])
      expect(modeOf(folder)).toBe(0o700)
      expect(codes(folder)).toEqual([])
    },
  )

  test('that is a link is judged by where it leads', async () => {
    const parent = await aFolder()
    const [folder, link] = [path.join(parent, 'folder'), path.join(parent, 'link')]
    await mkdir(folder)
    await chmod(folder, 0o777)
    await symlink(folder, link)
    expect(codes(link)).toEqual(['folder-was-open'])
    expect(modeOf(folder)).toBe(0o700)
  })

  test.each([
    ['a file', (file: string) => writeFile(file, '')],
    ['a link to nowhere', (file: string) => symlink(`${file}.none`, file)],
    ['a link to itself', (file: string) => symlink(file, file)],
  ])('that is %s is refused', async (_, put) => {
    const file = path.join(await aFolder(), 'profile')
    await put(file)
    expect(refusalOf(file)).toBe('folder-read-only')
  })

  test('in a place where others can take it away is told', async () => {
    const parent = await aFolder()
    const folder = path.join(parent, 'profile')
    await chmod(parent, 0o777)
    expect(codes(folder)).toEqual(['folder-place-open'])
    await chmod(parent, 0o1777)
    expect(codes(folder)).toEqual([])
  })

  test.skipIf(!isRoot)('of somebody else is refused, and left as it is', async () => {
    const folder = await aFolder()
    await chown(folder, STRANGER, STRANGER)
    await chmod(folder, 0o755)
    expect(refusalOf(folder)).toBe('folder-not-yours')
    expect(modeOf(folder)).toBe(0o755)
    expect(await readdir(folder)).toEqual([])
  })

  test.skipIf(!isRoot)(
    'behind a link of somebody else, or to somebody else, is refused',
    async () => {
      const parent = await aFolder()
      const [mine, theirs] = [path.join(parent, 'mine'), path.join(parent, 'theirs')]
      await mkdir(mine)
      await mkdir(theirs)
      await chown(theirs, STRANGER, STRANGER)
      await symlink(mine, path.join(parent, 'their-link'))
      await lchown(path.join(parent, 'their-link'), STRANGER, STRANGER)
      await symlink(theirs, path.join(parent, 'my-link'))
      expect(refusalOf(path.join(parent, 'their-link'))).toBe('folder-not-yours')
      expect(refusalOf(path.join(parent, 'my-link'))).toBe('folder-not-yours')
    },
  )

  test.skipIf(!isRoot)('in a folder of another person is told', async () => {
    const parent = await aFolder()
    const folder = path.join(parent, 'profile')
    await mkdir(folder, { mode: 0o700 })
    await chown(parent, 1234, 1234)
    expect(codes(folder)).toEqual(['folder-place-open'])
  })
})

describe.skipIf(process.platform === 'win32')('the connections in it', () => {
  /** Two connections that have been saved, in a profile that was open. */
  async function twoConnections() {
    const profile = await aFolder()
    const folders = createConnectionFolders(profile, manualClock())
    const [one, two] = [await folders.add(), await folders.add()]
    for (const { stateFile } of [one, two]) await stateFile.save(noChoices)
    const folderOf = (id: string): string => path.join(profile, 'connections', id)
    return {
      profile,
      one: folderOf(one.id),
      two: folderOf(two.id),
      again: () => createConnectionFolders(profile, manualClock()),
    }
  }

  test('are closed with their files', async () => {
    const { profile, one, again } = await twoConnections()
    const connections = path.join(profile, 'connections')
    await chmod(connections, 0o777)
    await chmod(one, 0o755)
    await chmod(path.join(one, 'state.json'), 0o666)
    expect(await again().all()).toHaveLength(2)
    expect([connections, one, path.join(one, 'state.json')].map(modeOf)).toEqual([
      0o700, 0o700, 0o600,
    ])
  })

  test.skipIf(!isRoot)(
    'with something of somebody else in it are passed over, and told',
    async () => {
      const { one, two, again } = await twoConnections()
      const planted = path.join(one, 'vault.bin')
      await writeFile(planted, 'planted')
      await chown(planted, STRANGER, STRANGER)
      const folders = again()
      expect((await folders.all()).map(({ id }) => id)).toEqual([path.basename(two)])
      expect(folders.problems()).toMatchObject([
        { code: 'folder-not-yours', facts: { folder: planted } },
      ])
      expect(existsSync(planted)).toBe(true)
    },
  )

  test.skipIf(!isRoot)('are not opened at all where their folder is somebody else’s', async () => {
    const { profile, again } = await twoConnections()
    await chown(path.join(profile, 'connections'), STRANGER, STRANGER)
    const error = await again()
      .all()
      .catch((reason: unknown) => reason)
    expect(toAppError(error).code).toBe('folder-not-yours')
  })
})

describe.skipIf(process.platform !== 'linux')(
  'certificates that are trusted beside the system’s',
  () => {
    const refused = (home: string): string => {
      try {
        requireOwnTrust(home)
      } catch (error) {
        return toAppError(error).code
      }
      return 'used'
    }
    const aHome = async (): Promise<{ home: string; store: string }> => {
      const home = await aFolder()
      const store = path.join(home, '.pki', 'nssdb')
      await mkdir(store, { recursive: true, mode: 0o700 })
      return { home, store }
    }

    test('may be the person’s own, or not there', async () => {
      expect(refused(await aFolder())).toBe('used')
      expect(refused((await aHome()).home)).toBe('used')
    })

    test('must not be open for others to change', async () => {
      const { home, store } = await aHome()
      await chmod(store, 0o722)
      expect(refused(home)).toBe('trust-not-yours')
    })

    test.skipIf(!isRoot)('must not be somebody else’s, nor the folder around them', async () => {
      for (const part of ['.pki', '.pki/nssdb']) {
        const { home } = await aHome()
        await chown(path.join(home, part), STRANGER, STRANGER)
        expect(refused(home)).toBe('trust-not-yours')
      }
    })
  },
)
