import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { LANGUAGE_IDS } from '../../electron/contract/language.ts'
import { startDisplay } from '../runtime/display.ts'
import { startKeyring } from '../runtime/keyring.ts'
import { launchApp } from '../runtime/launch.ts'
import { startSimulator, type Scenario } from '../simulator/index.ts'
import { keepConnectionOfBefore } from './connected-before.ts'

type Started = Awaited<ReturnType<typeof launchApp>>

type PlayOptions = {
  readonly env?: Readonly<Record<string, string>>
  /** The id of the language to begin with; without it, the fallback. */
  readonly language?: string | undefined
  /** How long AWS is at work on a stack. */
  readonly stackSeconds?: number
}

const browserStandIn = fileURLToPath(new URL('../simulator/open-url.mjs', import.meta.url))

/**
 * Starts the app before a scenario, in a virtual display and with a keyring of its own, for as long as
 * `journey` takes. Throws with what the app said if that throws, and if AWS would have refused anything.
 */
export async function played(
  scenario: Scenario,
  { env = {}, language, stackSeconds = 12 }: PlayOptions,
  journey: (app: Started) => Promise<void>,
): Promise<void> {
  const simulator = await startSimulator({ scenario: scenario.id, stackSeconds })
  const display = await startDisplay()
  const keyring = await startKeyring('unlocked')
  const profile = await mkdtemp(path.join(tmpdir(), 'eco-connect-played-'))
  try {
    if (scenario.ending === 'broken-and-repaired')
      await keepConnectionOfBefore(profile, scenario, simulator.world, Date.now())
    const app = await launchApp({
      profile,
      keyring,
      display,
      args: language === undefined ? [] : [`--lang=${language}`],
      env: { ...simulator.env, ECO_CONNECT_OPEN_URL_COMMAND: browserStandIn, ...env },
    })
    try {
      await journey(app)
    } catch (cause) {
      throw new Error(`The journey stopped. The app said:\n${app.output()}`, { cause })
    } finally {
      await app.close()
    }
    if (simulator.violations.length > 0)
      throw new Error(`Not as AWS would have it:\n${simulator.violations.join('\n')}`)
  } finally {
    await keyring.stop()
    await display.stop()
    await simulator.stop()
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}

/** The language that the command line asks for; undefined for none. Throws for one that nobody speaks. */
export function languageOf(asked: string | undefined): string | undefined {
  if (asked === undefined || LANGUAGE_IDS.some((id) => id === asked)) return asked
  throw new Error(`There is no language “${asked}”, only ${LANGUAGE_IDS.join(', ')}.`)
}

/** What an error says, and what has caused it. */
export function reasons(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)]
  return [error.message, ...(error.cause === undefined ? [] : reasons(error.cause))]
}
