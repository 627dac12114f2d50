import type { Page } from 'playwright'
import { fileURLToPath } from 'node:url'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { startDisplay } from '../runtime/display.ts'
import { startKeyring } from '../runtime/keyring.ts'
import { launchApp } from '../runtime/launch.ts'
import { ensureSystem } from '../runtime/system.ts'
import { asBlock } from '../journeys/keys.ts'
import {
  issueCredentials,
  scenarios,
  startSimulator,
  type Scenario,
  type Simulator,
} from '../simulator/index.ts'
import { countJourney, countSignIn, type SignInCounts } from './journey.ts'

const browserStandIn = fileURLToPath(new URL('../simulator/open-url.mjs', import.meta.url))

/** The smallest window in which every main action is to be in view. */
const SMALL = { width: 900, height: 600 }

/** Plays what is counted in the real window, as it opens or at a size of its page. */
async function play<Counted>(
  scenario: Scenario,
  count: (window: Page, simulator: Simulator) => Promise<Counted>,
  size?: typeof SMALL,
): Promise<Counted> {
  const simulator = await startSimulator({ scenario: scenario.id, stackSeconds: 4 })
  const display = await startDisplay()
  const keyring = await startKeyring('unlocked')
  try {
    const env = { ...simulator.env, ECO_CONNECT_OPEN_URL_COMMAND: browserStandIn }
    const app = await launchApp({ keyring, display, env })
    try {
      if (size)
        await app.app.evaluate(
          ({ BrowserWindow }, { width, height }) =>
            BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
          size,
        )
      return await count(app.window, simulator)
    } finally {
      await app.close()
    }
  } finally {
    await keyring.stop()
    await display.stop()
    await simulator.stop()
  }
}

function scenarioOf(id: Scenario['id']): Scenario {
  const scenario = scenarios.find((one) => one.id === id)
  if (!scenario) throw new Error(`There is no scenario “${id}”.`)
  return scenario
}

/** What each way of signing in asks, from the first window on, for whoever has nothing kept. */
async function countWays(): Promise<Record<string, SignInCounts>> {
  const [fresh, without] = [scenarioOf('fresh'), scenarioOf('console-sign-in')]
  const keysOf = ({ world }: Simulator): string =>
    asBlock(
      issueCredentials(world, {
        accountId: fresh.signIn.accountId,
        holder: { kind: 'permission-set', permissionSet: 'AdministratorAccess', user: 'dana.levi' },
        expires: Date.now() + 3_600_000,
      }),
    )
  return {
    portal: await play(fresh, (window) => countSignIn(window, fresh, { way: 'portal' })),
    console: await play(without, (window) => countSignIn(window, without, { way: 'console' })),
    keys: await play(fresh, (window, simulator) =>
      countSignIn(window, fresh, { way: 'keys', keys: keysOf(simulator) }),
    ),
  }
}

/** `npm run --silent counts -- --json`: what the journey from zero to registered asks of a person. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } })
  const scenario = scenarioOf('fresh')
  const journey = (window: Page) => countJourney(window, scenario)
  await ensureSystem()
  // Words as the window opens; what is below the fold where there is least room.
  const counts = {
    ...(await play(scenario, journey)),
    actionsBelowFold: (await play(scenario, journey, SMALL)).actionsBelowFold,
    signIn: await countWays(),
  }
  if (values.json) process.stdout.write(`${JSON.stringify(counts)}\n`)
  else
    for (const [name, value] of Object.entries(counts))
      process.stdout.write(`${name.padEnd(26)}${JSON.stringify(value)}\n`)
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
  process.exitCode = 1
})
