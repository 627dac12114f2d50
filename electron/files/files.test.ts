import { lstatSync } from 'node:fs'
import { lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createAuditLog } from '../audit/log.ts'
import { manualClock } from '../testing/manual-clock.ts'
import { noChoices } from '../checklist/state-file.ts'
import { createConnectionFolders } from '../connection/folders.ts'
import { toAppError } from '../errors/failure.ts'
import { emptyFile, readIfThere } from './files.ts'
import { createSealedFile } from '../keychain/sealed-file.ts'
import { ODD_FILES } from '../testing/odd-files.ts'
import { english } from '../texts/en/index.ts'
import { errorText } from '../texts/errors.ts'

const LIMIT = 1000

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'eco-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}
const errorOf = (work: Promise<unknown>) =>
  work.then(
    () => expect.unreachable(),
    (error: unknown) => toAppError(error),
  )

describe('a file is read', () => {
  test('whole, up to its limit, also through a link', async () => {
    const file = path.join(await aFolder(), 'file')
    await writeFile(file, 'x'.repeat(LIMIT))
    await symlink(file, `${file}.link`)
    expect((await readIfThere(file, LIMIT))?.toString()).toBe('x'.repeat(LIMIT))
    expect((await readIfThere(`${file}.link`, LIMIT))?.byteLength).toBe(LIMIT)
    await writeFile(file, 'x'.repeat(300_000))
    expect((await readIfThere(file, 300_000))?.byteLength).toBe(300_000)
    await writeFile(file, '')
    expect((await readIfThere(file, LIMIT))?.byteLength).toBe(0)
  })

  test('as null when there is none, or a link leads nowhere', async () => {
    const folder = await aFolder()
    await symlink(path.join(folder, 'nowhere'), path.join(folder, 'link'))
    expect(await readIfThere(path.join(folder, 'none'), LIMIT)).toBeNull()
    expect(await readIfThere(path.join(folder, 'link'), LIMIT)).toBeNull()
  })

  test('not one byte beyond its limit', async () => {
    const file = path.join(await aFolder(), 'file')
    await writeFile(file, 'x'.repeat(LIMIT + 1))
    expect((await errorOf(readIfThere(file, LIMIT))).facts).toMatchObject({ oddity: 'too-large' })
  })

  test('not beyond its limit either where its size is not told', async () => {
    if (process.platform !== 'linux') return
    const { code, facts } = await errorOf(readIfThere('/proc/kallsyms', LIMIT))
    expect([code, facts['oddity']]).toEqual(['file-odd', 'too-large'])
  })
})

describe.skipIf(process.platform === 'win32').each(ODD_FILES)('a $oddity', ({ oddity, put }) => {
  test('in the place of a file is a sentence, at once, and stays as it is', async () => {
    const file = path.join(await aFolder(), 'file')
    await put(file)
    const before = await lstat(file)
    const error = await errorOf(readIfThere(file, LIMIT))
    expect(error).toMatchObject({ code: 'file-odd', facts: { file, oddity } })
    expect(errorText(english, error).what).toContain(file)
    expect((await lstat(file)).ino).toBe(before.ino)
  })

  test('in the place of the state file is set aside whole, and told', async () => {
    const [folder] = await createConnectionFolders(await aFolder(), manualClock()).all()
    if (!folder) return expect.unreachable()
    const file = path.join(path.dirname(folder.vaultFile), 'state.json')
    await folder.stateFile.save(noChoices)
    await rm(file)
    await put(file)
    const { ino } = lstatSync(file)
    const { choices, setAside } = await folder.stateFile.load()
    expect(choices).toEqual(noChoices)
    expect(lstatSync(setAside?.file ?? '').ino).toBe(ino)
    await folder.stateFile.save(noChoices)
    expect(lstatSync(setAside?.file ?? '').ino).toBe(ino)
  })

  test('in the place of the list of connections loses none of them, and is told', async () => {
    const profile = await aFolder()
    const { id } = await createConnectionFolders(profile, manualClock()).add()
    const file = path.join(profile, 'settings.json')
    await rm(file)
    await put(file)
    const { ino } = lstatSync(file)
    const folders = createConnectionFolders(profile, manualClock())
    expect((await folders.all()).map((found) => found.id)).toEqual([id])
    await folders.select(id)
    expect(await folders.selected()).toBe(id)
    const [told, ...more] = folders.problems()
    expect(more).toEqual([])
    expect(told?.code).toBe('settings-set-aside')
    expect(lstatSync(told?.facts['file'] ?? '').ino).toBe(ino)
  })

  test('in the place of the vault is not read, and can be set aside and passed over', async () => {
    const folder = await aFolder()
    const sealed = createSealedFile(path.join(folder, 'vault.bin'))
    await put(path.join(folder, 'vault.bin'))
    expect((await errorOf(sealed.read())).code).toBe('file-odd')
    await sealed.setAside()
    expect(await sealed.read()).toBeNull()
    await sealed.write(Buffer.from('sealed'))
    await sealed.remove()
    const left = await readdir(folder)
    expect(left).toEqual(oddity === 'folder' ? ['vault.bin.unreadable-1'] : [])
    expect(await sealed.leavesTraces()).toBe(false)
  })

  test('in the place of the record is told, and nothing waits for it', async () => {
    if (oddity === 'too-large') return
    const file = path.join(await aFolder(), 'audit.jsonl')
    await put(file)
    const problems: string[] = []
    const log = createAuditLog({
      file,
      clock: manualClock(),
      onProblem: ({ error }) => problems.push(error.code),
    })
    for (let n = 0; n < 3000; n += 1) log.change({ step: 'stack', action: 'create', about: 'spot' })
    expect(problems).toEqual(['audit-write-failed'])
    expect((await errorOf(log.read())).code).toBe('file-odd')
  })
})

test('a record that is far too large is kept, and begun anew', async () => {
  const file = path.join(await aFolder(), 'audit.jsonl')
  await ODD_FILES.find(({ oddity }) => oddity === 'too-large')?.put(file)
  const log = createAuditLog({ file, clock: manualClock(), onProblem: () => expect.unreachable() })
  log.change({ step: 'stack', action: 'create', about: 'spot' })
  expect((await readFile(file, 'utf8')).trim().split('\n')).toHaveLength(2)
  expect((await lstat(path.join(path.dirname(file), 'audit.1.jsonl'))).size).toBe(104_857_600)
  expect((await errorOf(log.read())).facts).toMatchObject({ oddity: 'too-large' })
})

test.skipIf(process.platform === 'win32')(
  'a pipe is not waited for when it is emptied',
  async () => {
    const file = path.join(await aFolder(), 'note')
    await ODD_FILES.find(({ oddity }) => oddity === 'pipe')?.put(file)
    await expect(emptyFile(file)).rejects.toMatchObject({ code: 'ENXIO' })
  },
)

test('what is no folder is no connection, and what is no file is not removed as one', async () => {
  const profile = await aFolder()
  const { id } = await createConnectionFolders(profile, manualClock()).add()
  const other = '6e961297-fc97-4499-b785-ebcf106ac4bd'
  await writeFile(path.join(profile, 'connections', other), 'a file')
  await mkdir(path.join(profile, 'connections', id, `state.json.tmp-${other}`))
  const found = await createConnectionFolders(profile, manualClock()).all()
  expect(found.map((folder) => folder.id)).toEqual([id])
})
