import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { environmentFor } from '../runtime/environment.ts'
import type { Keyring } from '../runtime/keyring.ts'
import { endChild, startCompanion } from '../runtime/processes.ts'
import { SPOT_DEMO_TOKEN, startSimulator, type SimulatorOptions } from '../simulator/index.ts'
import type { Bundle } from './bundle.ts'
import { faultsLeft, hasVault, openAtAws } from './left.ts'

export const browserStandIn = fileURLToPath(new URL('../simulator/open-url.mjs', import.meta.url))

/** What every point needs. The keyring is one for all: entries are named by connection. */
export type Ground = { readonly bundle: Bundle; readonly keyring: Keyring }

/** How the app ended: killed at its boundary, through, or stuck. */
type End = { readonly killed: boolean; readonly through: boolean; readonly said: string }

/**
 * A boundary of the journey: its name, and which passing of it is meant (from 1). Not its place
 * among all of them, because what is written beside an answer may come before or after it.
 */
export type Point = { readonly name: string; readonly time: number }

export type PointResult = {
  /** False when the app got through without passing the boundary. */
  readonly killed: boolean
  /** Every boundary of the run that was killed, in order. */
  readonly boundaries: readonly string[]
  /** What is wrong afterwards; empty is good. */
  readonly faults: readonly string[]
}

/** Runs the app to whatever end it comes to. */
export async function runApp(
  { bundle, keyring }: Ground,
  environment: Readonly<Record<string, string>>,
): Promise<End> {
  const child = startCompanion(process.execPath, [bundle.program], {
    env: environmentFor(keyring.env, environment),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const said: string[] = []
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  await new Promise((resolve) => child.once('close', resolve))
  await endChild(child)
  const killed = child.signalCode === 'SIGKILL'
  return { killed, through: child.exitCode === 0, said: said.join('').trim() }
}

/** By how many milliseconds the app's clock is wrong, before and after the crash. */
export type Clocks = { readonly before: number; readonly after: number }

/**
 * Plays one journey on a profile and a simulator of its own, killed at `point` (none: never)
 * and, if it was, started again and played to its end. Says what is wrong then. `world` is what is
 * otherwise on the far side than in the journey of somebody who may do everything.
 */
export async function play(
  ground: Ground,
  point?: Point,
  clocks: Clocks = { before: 0, after: 0 },
  world: Partial<SimulatorOptions> = {},
): Promise<PointResult> {
  const folder = await mkdtemp(path.join(tmpdir(), 'crash-'))
  const simulator = await startSimulator({ scenario: 'fresh', stackSeconds: 0.2, ...world })
  const profile = path.join(folder, 'profile')
  const log = path.join(folder, 'boundaries')
  const environment = {
    ...simulator.env,
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    CRASH_LOG: log,
    CRASH_MEMORY: path.join(folder, 'taken'),
    CRASH_PROFILE: profile,
    CRASH_SPOT_TOKEN: SPOT_DEMO_TOKEN,
    ECO_CONNECT_AWS_FOLDER: path.join(folder, 'no-aws'),
    ECO_CONNECT_OPEN_URL_COMMAND: browserStandIn,
    CRASH_SIGN_IN: world.scenario === 'console-sign-in' ? 'console' : 'portal',
  }
  try {
    const first = await runApp(ground, {
      ...environment,
      CRASH_AT: point?.name ?? '',
      CRASH_AT_TIME: String(point?.time ?? 1),
      CRASH_CLOCK: String(clocks.before),
    })
    const boundaries = (await readFile(log, 'utf8').catch(() => '')).split('\n').slice(0, -1)
    const vaultLost = first.killed && !(await hasVault(profile))
    const lostSessions = vaultLost ? openAtAws(simulator) : 0
    const again = { ...environment, CRASH_CLOCK: String(clocks.after) }
    const last = first.killed ? await runApp(ground, again) : first
    const faults = last.through ? [] : [`it does not get through: ${last.said}`]
    faults.push(
      ...(await faultsLeft({ simulator, profile, keyring: ground.keyring, lostSessions })),
    )
    return { killed: first.killed, boundaries, faults }
  } finally {
    await simulator.stop()
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
