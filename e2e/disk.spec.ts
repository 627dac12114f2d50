import { execFile } from 'node:child_process'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { environmentFor } from './runtime/environment.ts'
import { resolveElectron } from './runtime/electron.ts'
import { repositoryRoot } from './runtime/paths.ts'
import { appProcesses, awaitGone, startCompanion } from './runtime/processes.ts'
import { expect, test, type Stage } from './journeys/fixture.ts'
import { connectionIn } from './journeys/evidence.ts'
import { approveTemplate, choosePlan, signIn } from './journeys/steps.ts'
import { panel, press, reaches } from './journeys/window.ts'

const run = promisify(execFile)
const stateOf = async (profile: string): Promise<string> =>
  path.join(profile, 'connections', await connectionIn(profile), 'state.json')

/** A disk of its own for the connections of a profile; only root may mount one, and only Linux. */
async function ownDisk(scene: Stage): Promise<{
  fill: () => Promise<void>
  free: () => Promise<void>
  protect: () => Promise<void>
  release: () => Promise<void>
  unmount: () => Promise<void>
}> {
  const folder = path.join(scene.profile, 'connections')
  const ballast = path.join(folder, 'ballast')
  await mkdir(folder)
  await run('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder])
  const remount = (how: string) => run('mount', ['-o', `remount,${how}`, folder])
  return {
    fill: async () => {
      const full = await writeFile(ballast, Buffer.alloc(512 * 1024)).catch(
        (error: unknown) => error,
      )
      expect(full).toMatchObject({ code: 'ENOSPC' })
    },
    free: () => rm(ballast),
    protect: async () => void (await remount('ro')),
    release: async () => void (await remount('rw')),
    unmount: async () => void (await run('umount', ['-l', folder])),
  }
}

const mayMount = process.platform === 'linux' && process.getuid?.() === 0

for (const trouble of ['full', 'protected'] as const) {
  test(`a ${trouble} disk is told, loses nothing, and goes on once it can be written`, async ({
    stage,
  }) => {
    test.skip(!mayMount, 'Only root may mount a disk')
    const scene = await stage('fresh')
    const disk = await ownDisk(scene)
    try {
      const first = await scene.start()
      await choosePlan(first.window, 'us')
      await (trouble === 'full' ? disk.fill() : disk.protect())
      await reaches(first.window, 'template', 'todo')
      await press(first.window, 'template', 'approve')
      await reaches(first.window, 'template', 'failed')
      const told = panel(first.window, 'template')
      await expect(told).toContainText('Your progress could not be saved on this computer.')
      await first.close()

      const second = await scene.start()
      await reaches(second.window, 'plan', 'done')
      await (trouble === 'full' ? disk.free() : disk.release())
      await approveTemplate(second.window)
      await second.close()

      const third = await scene.start()
      await reaches(third.window, 'template', 'done')
      await third.close()
      const files = await readdir(path.dirname(await stateOf(scene.profile)))
      expect(files.filter((name) => name.includes('.tmp-'))).toEqual([])
    } finally {
      await disk.unmount()
    }
  })
}

/** Starts the app without waiting for a window of it. */
async function startBlindly(scene: Stage, display: { env: Record<string, string | undefined> }) {
  const { executable } = await resolveElectron()
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return startCompanion(
    executable,
    [repositoryRoot, ...sandbox, `--user-data-dir=${scene.profile}`],
    {
      env: environmentFor(scene.keyring.env, display.env, scene.simulator.env),
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
}

test('a profile folder that cannot be written is told at the start', async ({ stage, display }) => {
  test.skip(!mayMount, 'Only root may mount a disk')
  const scene = await stage('fresh')
  await run('mount', ['-t', 'tmpfs', '-o', 'size=64k,ro', 'tmpfs', scene.profile])
  try {
    const child = await startBlindly(scene, display)
    const lines: string[] = []
    child.stderr?.on('data', (chunk: Buffer) => lines.push(chunk.toString()))
    await expect.poll(() => lines.join('')).toContain('cannot start: AppFailure: folder-read-only')
    // The message box waits for the person.
    expect(child.exitCode).toBeNull()
    const family = await appProcesses(child.pid ?? -1, scene.profile)
    child.kill('SIGKILL')
    await awaitGone(family, 0)
    await awaitGone(family, 5000)
  } finally {
    await run('umount', ['-l', scene.profile])
  }
})

test('a state file that cannot be read is kept beside, and told', async ({ stage }) => {
  const scene = await stage('fresh')
  const first = await scene.start()
  await choosePlan(first.window, 'us')
  await first.close()
  const file = await stateOf(scene.profile)
  const good = await readFile(file, 'utf8')
  const unreadable = 'The saved progress could not be read'
  const damages = [
    ['random bytes', Buffer.from([0, 255, 17, 200, 123, 34])],
    ['half of it', Buffer.from(good.slice(0, good.length / 2))],
  ] as const
  for (const [what, bytes] of damages) {
    await writeFile(file, bytes)
    const app = await scene.start()
    await reaches(app.window, 'plan', 'todo')
    await expect(app.window.locator('body'), what).toContainText(unreadable)
    await choosePlan(app.window, 'us')
    await app.close()
    const folder = path.dirname(file)
    const [aside = ''] = (await readdir(folder)).filter((name) => name.includes('.unreadable-'))
    expect(await readFile(path.join(folder, aside)), what).toEqual(bytes)
    await rm(path.join(folder, aside))
  }
})

test('a damaged vault is kept beside, told, and replaced by a new sign-in', async ({ stage }) => {
  const scene = await stage('fresh')
  const first = await scene.start()
  await choosePlan(first.window, 'us')
  await signIn(first.window, scene.scenario)
  await first.close()
  const file = path.join(path.dirname(await stateOf(scene.profile)), 'vault.bin')
  const flipped = await readFile(file)
  flipped[40] = (flipped[40] ?? 0) ^ 1
  for (const [number, bytes] of [flipped, flipped.subarray(0, 20)].entries()) {
    await writeFile(file, bytes)
    const app = await scene.start()
    await reaches(app.window, 'sign-in', 'todo')
    await expect(app.window.locator('body')).toContainText('The saved sign-in could not be opened')
    expect(await readFile(`${file}.unreadable-${number + 1}`)).toEqual(bytes)
    await signIn(app.window, scene.scenario)
    await reaches(app.window, 'sign-in', 'done')
    await app.close()
  }
  const last = await scene.start()
  await reaches(last.window, 'sign-in', 'done')
})

test('a second start on the same profile leaves it to the first', async ({ stage, display }) => {
  const scene = await stage('fresh')
  const first = await scene.start()
  await choosePlan(first.window, 'us')
  const before = await readdir(path.join(scene.profile, 'connections'), { recursive: true })
  await first.app.evaluate(({ app, BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.blur()
    app.once('second-instance', () => process.stdout.write('asked to show itself\n'))
  })
  const second = await startBlindly(scene, display)
  const said = second.stderr ? text(second.stderr) : Promise.resolve('')
  await expect.poll(() => second.exitCode).toBe(0)
  expect(await said).not.toContain('cannot start')
  await expect.poll(() => first.output()).toContain('asked to show itself')
  expect(await readdir(path.join(scene.profile, 'connections'), { recursive: true })).toEqual(
    before,
  )
  expect(
    await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length),
  ).toBe(1)
})

test('what a crash left half written goes at the next start', async ({ stage }) => {
  const scene = await stage('fresh')
  const first = await scene.start()
  await choosePlan(first.window, 'us')
  await first.close()
  const file = await stateOf(scene.profile)
  await writeFile(`${file}.tmp-6e961297-fc97-4499-b785-ebcf106ac4bd`, '{"version": 1, "cho')
  await writeFile(`${file}.bak`, 'somebody’s own copy')
  const second = await scene.start()
  await reaches(second.window, 'plan', 'done')
  const names = (await readdir(path.dirname(file))).filter((name) => name.startsWith('state.json'))
  expect(names).toEqual(['state.json', 'state.json.bak'])
})
