import { fileURLToPath } from 'node:url'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { startDisplay } from '../runtime/display.ts'
import { startKeyring } from '../runtime/keyring.ts'
import { launchApp } from '../runtime/launch.ts'
import { ensureSystem } from '../runtime/system.ts'
import { scenarios, startSimulator } from '../simulator/index.ts'
import { countJourney } from './journey.ts'
import { countSignIn, SIGN_INS, type SignInWay } from './sign-ins.ts'

const browserStandIn = fileURLToPath(new URL('../simulator/open-url.mjs', import.meta.url))

/** The smallest window in which every main action is to be in view. */
const SMALL = { width: 900, height: 600 }

/** Everything that somebody who is counted stands on. */
type Ground = Parameters<typeof countSignIn>[1]

/** Has something counted in the real window, opened for the first time in a world of its own. */
async function counted<Result>(
  id: string,
  count: (ground: Ground) => Promise<Result>,
): Promise<Result> {
  const scenario = scenarios.find((one) => one.id === id)
  if (!scenario) throw new Error(`There is no scenario “${id}”.`)
  const simulator = await startSimulator({ scenario: scenario.id, stackSeconds: 4 })
  const display = await startDisplay()
  const keyring = await startKeyring('unlocked')
  try {
    const env = { ...simulator.env, ECO_CONNECT_OPEN_URL_COMMAND: browserStandIn }
    const { app, window, close } = await launchApp({ keyring, display, env })
    try {
      return await count({ app, window, simulator, scenario })
    } finally {
      await close()
    }
  } finally {
    await keyring.stop()
    await display.stop()
    await simulator.stop()
  }
}

async function inSmallWindow({ app, window, scenario }: Ground) {
  await app.evaluate(
    ({ BrowserWindow }, { width, height }) =>
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height),
    SMALL,
  )
  return countJourney(window, scenario)
}

const signInBy = (way: SignInWay) =>
  counted(SIGN_INS[way].scenario, (ground) => countSignIn(way, ground))

/** `npm run --silent counts -- --json`: what the journey, and each way to sign in, asks of a person. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } })
  await ensureSystem()
  // Words as the window opens; what is below the fold where there is least room.
  const journey = await counted('fresh', ({ window, scenario }) => countJourney(window, scenario))
  const { actionsBelowFold } = await counted('fresh', inSmallWindow)
  const counts = { ...journey, actionsBelowFold }
  const toSignedIn = {
    portal: await signInBy('portal'),
    console: await signInBy('console'),
    keys: await signInBy('keys'),
    otherDevice: await signInBy('otherDevice'),
  }
  if (values.json) {
    process.stdout.write(`${JSON.stringify({ ...counts, toSignedIn })}\n`)
    return
  }
  const tell = (name: string, value: unknown): void =>
    void process.stdout.write(`${name.padEnd(26)}${JSON.stringify(value)}\n`)
  for (const [name, value] of Object.entries(counts)) tell(name, value)
  for (const [way, value] of Object.entries(toSignedIn)) tell(`toSignedIn.${way}`, value)
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
  process.exitCode = 1
})
