import { fileURLToPath } from 'node:url'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { startDisplay } from '../runtime/display.ts'
import { startKeyring } from '../runtime/keyring.ts'
import { launchApp } from '../runtime/launch.ts'
import { ensureSystem } from '../runtime/system.ts'
import { scenarios, startSimulator, type Scenario } from '../simulator/index.ts'
import { countJourney } from './journey.ts'
import type { Counts } from './person.ts'

const browserStandIn = fileURLToPath(new URL('../simulator/open-url.mjs', import.meta.url))

/** The smallest window in which every main action is to be in view. */
const SMALL = { width: 900, height: 600 }

/** Plays the journey from zero in the real window, as it opens or at a size of its page. */
async function play(scenario: Scenario, size?: typeof SMALL): Promise<Counts> {
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
      return await countJourney(app.window, scenario)
    } finally {
      await app.close()
    }
  } finally {
    await keyring.stop()
    await display.stop()
    await simulator.stop()
  }
}

/** `npm run --silent counts -- --json`: what the journey from zero to registered asks of a person. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } })
  const scenario = scenarios.find(({ id }) => id === 'fresh')
  if (!scenario) throw new Error('There is no scenario “fresh”.')
  await ensureSystem()
  // Words as the window opens; what is below the fold where there is least room.
  const counts = {
    ...(await play(scenario)),
    actionsBelowFold: (await play(scenario, SMALL)).actionsBelowFold,
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
