import { existsSync } from 'node:fs'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { entryOf, replaceEntry } from '../journeys/keychain-entry.ts'
import { CURRENT, layOut, openingOf, rememberOutside } from '../profiles/kept.ts'
import { startKeyring, type Keyring } from '../runtime/keyring.ts'
import { startSimulator, type Simulator } from '../simulator/index.ts'
import { browserStandIn, runApp, type Ground, type Point, type PointResult } from './point.ts'

const SITUATION = 'two-connections'
/** What Chromium and the window leave beside the app's own files. */
const BESIDE = ['Local State', 'window.json']

/** What a removal has to do with: two payers who are signed in, on a profile and a keyring of their own. */
type Scene = {
  readonly profile: string
  readonly keyring: Keyring
  readonly simulator: Simulator
  readonly ids: readonly string[]
}

/**
 * Removes everything from a computer, killed at `point` (none: never) and, if it was, started again.
 * Says what is wrong then: what is left, and whether the second start did what the first had begun.
 */
export async function playErasure(
  { bundle }: Pick<Ground, 'bundle'>,
  point?: Point,
): Promise<PointResult> {
  const folder = await mkdtemp(path.join(tmpdir(), 'crash-'))
  const simulator = await startSimulator({ scenario: 'two-payers' })
  const keyring = await startKeyring('unlocked')
  const profile = path.join(folder, 'profile')
  try {
    const scene = { profile, keyring, simulator, ids: await twoPayers(profile, keyring, simulator) }
    const [log, memory] = [path.join(folder, 'boundaries'), path.join(folder, 'memory')]
    const environment = {
      ...simulator.env,
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      CRASH_COURSE: 'erasure',
      CRASH_LOG: log,
      CRASH_MEMORY: memory,
      CRASH_PROFILE: profile,
      ECO_CONNECT_AWS_FOLDER: path.join(folder, 'no-aws'),
      ECO_CONNECT_OPEN_URL_COMMAND: browserStandIn,
    }
    const run = (at: Readonly<Record<string, string>>) =>
      runApp({ bundle, keyring }, { ...environment, ...at })
    const first = await run({
      CRASH_AT: point?.name ?? '',
      CRASH_AT_TIME: String(point?.time ?? 1),
    })
    const boundaries = (await readFile(log, 'utf8').catch(() => '')).split('\n').slice(0, -1)
    const killed = existsSync(`${log}.killed`)
    const faults = killed ? await afterKill(scene, () => run({}), memory) : []
    if (!killed && first.said !== '') faults.push(`it does not get through: ${first.said}`)
    faults.push(...(await whatIsLeft(scene)))
    return { killed, boundaries, faults }
  } finally {
    await keyring.stop()
    await simulator.stop()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function twoPayers(
  profile: string,
  keyring: Keyring,
  simulator: Simulator,
): Promise<readonly string[]> {
  await layOut(CURRENT, SITUATION, profile)
  await rememberOutside(simulator.world, CURRENT, SITUATION, Date.now())
  const { keys } = await openingOf(CURRENT, SITUATION)
  for (const [id, key] of Object.entries(keys)) await replaceEntry(keyring, id, key)
  for (const name of BESIDE) await writeFile(path.join(profile, name), '{}')
  return Object.keys(keys)
}

/** Starts once more, and says what that did otherwise than it has to. */
async function afterKill(
  scene: Scene,
  run: () => ReturnType<typeof runApp>,
  memory: string,
): Promise<string[]> {
  const { profile, simulator } = scene
  const begun = existsSync(path.join(profile, 'removing-everything'))
  const before = await kept(scene)
  const asked = simulator.requests.length
  const faults: string[] = []
  // All of it or nothing of it, where no file says that a removal has begun.
  if (!begun && before !== 'all' && before !== 'nothing')
    faults.push(`no file says that it was begun, and of the connections there is ${before}`)
  const { said } = await run()
  if (said !== '') faults.push(`it does not get through after the kill: ${said}`)
  const did = await readFile(memory, 'utf8')
  if (did !== (begun ? 'went on' : 'asked')) faults.push(`the second start ${did}`)
  const others = simulator.requests
    .slice(asked)
    .map(({ operation }) => operation)
    .filter((operation) => operation !== 'Logout')
  if (begun && others.length > 0) faults.push(`it asked AWS for ${others.join(', ')}`)
  return faults
}

/** How much of the connections is there: their folders, and their keys in the keychain. */
async function kept({ profile, keyring, ids }: Scene): Promise<'all' | 'some' | 'nothing'> {
  const folders = await readdir(path.join(profile, 'connections')).catch(() => [])
  const keys = await Promise.all(ids.map((id) => entryOf(keyring, id)))
  const there = folders.length + keys.filter((key) => key !== null).length
  if (there === 0) return 'nothing'
  return there === 2 * ids.length ? 'all' : 'some'
}

async function whatIsLeft({ profile, keyring, simulator, ids }: Scene): Promise<string[]> {
  const faults = [...simulator.violations]
  if (existsSync(profile))
    faults.push(
      `the profile is left, with ${(await readdir(profile)).join(', ') || 'nothing in it'}`,
    )
  for (const id of ids)
    for (const entry of [id, `${id}.probe`])
      if ((await entryOf(keyring, entry)) !== null) faults.push(`the keychain still holds ${entry}`)
  const open = simulator.world.sso.sessions.size
  if (open > 0) faults.push(`${open} sign-ins are still open at AWS`)
  return faults
}
