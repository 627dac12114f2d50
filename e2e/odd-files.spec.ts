import { execFile } from 'node:child_process'
import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { environmentFor } from './runtime/environment.ts'
import { resolveElectron } from './runtime/electron.ts'
import { repositoryRoot } from './runtime/paths.ts'
import { appProcesses, awaitGone, startCompanion } from './runtime/processes.ts'
import { expect, test, type App, type Stage } from './journeys/fixture.ts'
import { connectionIn } from './journeys/evidence.ts'
import { choosePlan, signIn } from './journeys/steps.ts'
import { line, open, panel, press, reaches } from './journeys/window.ts'

const run = promisify(execFile)
const STRANGER = 65534
const isRoot = process.getuid?.() === 0
test.skip(process.platform === 'win32', 'Windows has no such files')

const connectionOf = async (profile: string): Promise<string> =>
  path.join(profile, 'connections', await connectionIn(profile))
const body = (app: App) => app.window.locator('body')

/** Changes the saved choices, as somebody with an editor would. */
async function edit(scene: Stage, change: (text: string) => string): Promise<string> {
  const file = path.join(await connectionOf(scene.profile), 'state.json')
  const text = await readFile(file, 'utf8')
  const changed = change(text)
  expect(changed).not.toBe(text)
  await writeFile(file, changed)
  return file
}

test('a region that somebody wrote into the saved choices contacts nobody, and is asked again', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  const first = await scene.start()
  await choosePlan(first.window, 'us')
  await signIn(first.window, scene.scenario)
  await first.close()
  // Without a sign-in of its own, the app would go by what is saved here.
  await rm(path.join(await connectionOf(scene.profile), 'vault.bin'))
  await edit(scene, (text) => text.replace(/"region": "[^"]+"/, '"region": "evil-1"'))
  const asked = scene.simulator.requests.length

  const second = await scene.start()
  await reaches(second.window, 'plan', 'done')
  await reaches(second.window, 'sign-in', 'todo')
  await expect(body(second)).toContainText('is not what the app would have saved')
  await expect(body(second)).toContainText('where you sign in to AWS')
  await open(second.window, 'sign-in')
  await expect(panel(second.window, 'sign-in').getByLabel('AWS access portal URL')).toHaveValue('')
  expect(scene.simulator.requests.length).toBe(asked)

  // The account that had been chosen is still the one.
  await signIn(second.window, scene.scenario)
  await reaches(second.window, 'sign-in', 'done')
  await second.close()
  const third = await scene.start()
  await reaches(third.window, 'sign-in', 'done')
  await expect(body(third)).not.toContainText('is not what the app would have saved')
})

test('a pipe in the place of the saved choices is set aside, and told', async ({ stage }) => {
  const scene = await stage('fresh')
  const first = await scene.start()
  await choosePlan(first.window, 'us')
  await first.close()
  const folder = await connectionOf(scene.profile)
  const file = path.join(folder, 'state.json')
  await rm(file)
  await run('mkfifo', [file])
  const second = await scene.start()
  await reaches(second.window, 'plan', 'todo')
  await expect(body(second)).toContainText('The saved progress could not be read')
  await choosePlan(second.window, 'us')
  const [aside = ''] = (await readdir(folder)).filter((name) => name.includes('.unreadable-'))
  expect((await lstat(path.join(folder, aside))).isFIFO()).toBe(true)
})

test('a profile folder that was open to all is closed, and told', async ({ stage }) => {
  const scene = await stage('fresh')
  const first = await scene.start()
  await choosePlan(first.window, 'us')
  await expect(body(first)).not.toContainText('Other users of this computer')
  await first.close()
  const state = path.join(await connectionOf(scene.profile), 'state.json')
  for (const file of [scene.profile, path.dirname(state), state]) await chmod(file, 0o777)
  const second = await scene.start()
  await reaches(second.window, 'plan', 'done')
  await expect(body(second)).toContainText(
    'Other users of this computer could change the app’s files.',
  )
  const modes = [scene.profile, path.dirname(state), state].map(
    async (file) => (await stat(file)).mode,
  )
  expect((await Promise.all(modes)).map((mode) => mode & 0o777)).toEqual([0o700, 0o700, 0o600])
})

test('a profile folder of somebody else is refused, and nothing is written there', async ({
  stage,
  display,
}) => {
  test.skip(!isRoot, 'Only root can give a folder away')
  const scene = await stage('fresh')
  await chown(scene.profile, STRANGER, STRANGER)
  // Chromium has to be somewhere while the sentence is shown.
  const temporary = await mkdtemp(path.join(tmpdir(), 'odd-'))
  const { executable } = await resolveElectron()
  const child = startCompanion(
    executable,
    [repositoryRoot, '--no-sandbox', `--user-data-dir=${scene.profile}`],
    {
      env: environmentFor(scene.keyring.env, display.env, {
        ...scene.simulator.env,
        TMPDIR: temporary,
      }),
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  const lines: string[] = []
  child.stderr?.on('data', (chunk: Buffer) => lines.push(chunk.toString()))
  await expect.poll(() => lines.join('')).toContain('cannot start: AppFailure: folder-not-yours')
  // The message box waits for the person.
  expect(child.exitCode).toBeNull()
  const family = await appProcesses(child.pid ?? -1, scene.profile)
  child.kill('SIGKILL')
  await awaitGone(family, 0)
  await awaitGone(family, 5000)
  expect(await readdir(scene.profile)).toEqual([])
  await rm(temporary, { recursive: true, force: true, maxRetries: 5 })
})

for (const [what, put, sentence] of [
  [
    'twenty thousand profiles',
    (file: string) => {
      const profiles = Array.from(
        { length: 20_000 },
        (_, n) => `[profile p${n}]\nregion = eu-west-1\n`,
      )
      return writeFile(file, profiles.join(''))
    },
    'hold 20000 profiles',
  ],
  [
    'a pipe',
    (file: string) => run('mkfifo', [file]),
    'The files of the AWS CLI on this computer cannot be read.',
  ],
] as const) {
  test(`${what} in the AWS CLI’s file is a sentence, and the app goes on`, async ({ stage }) => {
    const scene = await stage('fresh')
    const folder = path.join(scene.profile, 'aws')
    await mkdir(folder)
    await put(path.join(folder, 'config'))
    const app = await scene.start({ env: { ECO_CONNECT_AWS_FOLDER: folder } })
    await choosePlan(app.window, 'us')
    const ways = await open(app.window, 'sign-in')
    await ways.locator('input[type="radio"][value="profile"]').check()
    await press(app.window, 'sign-in', 'look-for-profiles')
    await expect(body(app)).toContainText(sentence)
    await ways.locator('input[type="radio"][value="portal"]').check()
    await signIn(app.window, scene.scenario)
    await expect(line(app.window, 'sign-in')).toHaveAttribute('data-status', 'done')
  })
}
