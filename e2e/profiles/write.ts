/**
 * `npx tsx e2e/profiles/write.ts [situation …]`: plays situations in the real window, against the
 * simulator, and keeps each profile as the build in `dist/` has left it. Build first.
 *
 * `v1/<situation>/` holds the app's own files, byte for byte, and `opening.json` with what opens them
 * again: the key that the test's keyring held, what AWS and Spot then knew, and what a second start
 * of the same build showed of each step. All of it comes from the simulator: the tokens open nothing
 * anywhere else. They stand in no file in the clear; a test that opens a profile takes them out of
 * `vault.bin` with the key, and makes them good in its own simulator. Nothing is rewritten for that:
 * addresses of the simulator reach the app by its environment and are in no file, and the sign-in is
 * given ten years, so that a profile opens on any day. Only `summaryFile` in `state.json` names a
 * folder that is gone.
 *
 * A folder is written once, by a build whose version it is, and never again (those that are there are
 * left out): what it says is what people have on their disks. For a new version raise `CURRENT` in
 * `kept.ts` first.
 */
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright'
import { STEP_IDS } from '../../electron/contract/steps.ts'
import { entryOf } from '../journeys/keychain-entry.ts'
import { line } from '../journeys/window.ts'
import { startDisplay, type Display } from '../runtime/display.ts'
import { startKeyring } from '../runtime/keyring.ts'
import { launchApp } from '../runtime/launch.ts'
import { scenarios, startSimulator, type World } from '../simulator/index.ts'
import { farSideOf } from './far-side.ts'
import { CURRENT, isKept, keepFiles, keepOpening, type Opening } from './kept.ts'
import { situations, type Situation } from './situations.ts'

const browserStandIn = fileURLToPath(new URL('../simulator/open-url.mjs', import.meta.url))
const DECADE = 10 * 365 * 24 * 3600

const signedInForLong = ({ sso }: World): void => {
  sso.lifetimes.accessTokenSeconds = DECADE
  sso.lifetimes.sessionSeconds = DECADE
}

/** What each step shows once nothing is being looked at any more. */
async function statusesIn(window: Page): Promise<Record<(typeof STEP_IDS)[number], string>> {
  const look = async (): Promise<(readonly [string, string])[]> =>
    Promise.all(
      STEP_IDS.map(async (id) => {
        const status = await line(window, id).getAttribute('data-status')
        return [id, status ?? ''] as const
      }),
    )
  let before = ''
  for (;;) {
    const now = await look()
    const same = before === JSON.stringify(now)
    const restless = now.some(([, status]) => ['checking', 'acting', ''].includes(status))
    if (same && !restless)
      return Object.fromEntries(now) as Record<(typeof STEP_IDS)[number], string>
    before = JSON.stringify(now)
    await delay(1500)
  }
}

/** Runs in the page. */
const select = (id: string): Promise<unknown> => {
  const bridge = Reflect.get(globalThis, 'ecoConnect') as {
    send: (command: unknown) => Promise<unknown>
  }
  return bridge.send({ step: 'connections', action: 'select', id })
}

/** The statuses of every connection, each of them shown in turn. */
async function allStatuses(window: Page, ids: readonly string[]): Promise<Opening['statuses']> {
  const found: Opening['statuses'] = {}
  for (const id of ids) {
    await window.evaluate(select, id)
    found[id] = await statusesIn(window)
  }
  return found
}

async function keep(situation: Situation, display: Display): Promise<void> {
  const { id, scenario: scenarioId, stackSeconds = 2, deliverySeconds = 6 * 3600 } = situation
  const scenario = scenarios.find((one) => one.id === scenarioId)
  if (!scenario) throw new Error(`no scenario ${scenarioId}`)
  const simulator = await startSimulator({
    scenario: scenarioId,
    stackSeconds,
    deliverySeconds,
    arrange: signedInForLong,
  })
  const keyring = await startKeyring('unlocked')
  const profile = await mkdtemp(path.join(tmpdir(), 'eco-connect-'))
  const start = () =>
    launchApp({
      keyring,
      display,
      profile,
      env: { ...simulator.env, ECO_CONNECT_OPEN_URL_COMMAND: browserStandIn },
    })
  try {
    const app = await start()
    await situation.play({ app, scenario, simulator, profile })
    await statusesIn(app.window)
    await app.close()
    await keepFiles(CURRENT, id, profile)
    const farSide = farSideOf(simulator.world)
    const ids = await readdir(path.join(profile, 'connections'))
    const keys: Record<string, string> = {}
    for (const connection of ids) {
      const key = await entryOf(keyring, connection)
      if (key !== null) keys[connection] = key
    }
    const again = await start()
    const statuses = await allStatuses(again.window, ids)
    await again.close()
    await keepOpening(CURRENT, id, { scenario: scenarioId, keys, statuses, farSide })
    process.stdout.write(`${id}: ${JSON.stringify(statuses)}\n`)
  } finally {
    await keyring.stop()
    await simulator.stop()
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function writeAll(asked: readonly string[]): Promise<void> {
  const chosen = situations.filter(
    ({ id }) => !isKept(CURRENT, id) && (asked.length === 0 || asked.includes(id)),
  )
  const display = await startDisplay()
  try {
    for (const situation of chosen) await keep(situation, display)
  } finally {
    await display.stop()
  }
}

writeAll(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
  process.exitCode = 1
})
