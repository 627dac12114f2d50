import { test as base } from '@playwright/test'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { startDisplay, type Display } from '../runtime/display.ts'
import { startKeyring, type Keyring, type KeyringState } from '../runtime/keyring.ts'
import { launchApp } from '../runtime/launch.ts'
import {
  scenarios,
  startSimulator,
  type Scenario,
  type ScenarioId,
  type Simulator,
  type SimulatorOptions,
} from '../simulator/index.ts'

export { expect } from '@playwright/test'

export type App = Awaited<ReturnType<typeof launchApp>>

/** Everything that one test has to itself. */
export type Stage = {
  readonly scenario: Scenario
  readonly simulator: Simulator
  readonly keyring: Keyring
  /** The profile folder, the same for every start of the app in this test. */
  readonly profile: string
  /** Starts the app and lets it come up; `close` it to start it again on the same profile. */
  readonly start: (options?: {
    readonly env?: Record<string, string>
    readonly args?: readonly string[]
  }) => Promise<App>
}

export type StageOptions = Partial<SimulatorOptions> & { readonly keyring?: KeyringState }

const browserStandIn = fileURLToPath(new URL('../simulator/open-url.mjs', import.meta.url))

/**
 * `stage('fresh')` sets up a simulator, a keyring and a profile, and starts nothing. Whatever the
 * test started is ended after it, and the simulator must have seen nothing that AWS would refuse.
 */
export const test = base.extend<
  { stage: (scenario: ScenarioId, options?: StageOptions) => Promise<Stage> },
  { display: Display }
>({
  display: [
    async ({}, use) => {
      const display = await startDisplay()
      await use(display)
      await display.stop()
    },
    { scope: 'worker' },
  ],
  stage: async ({ display }, use) => {
    const endings: (() => Promise<void>)[] = []
    await use(async (id, { keyring: state = 'unlocked', ...options } = {}) => {
      const scenario = scenarioCalled(id)
      const simulator = await startSimulator({ scenario: id, stackSeconds: 2, ...options })
      endings.push(() => simulator.stop())
      const keyring = await startKeyring(state)
      endings.push(() => keyring.stop())
      const profile = await mkdtemp(path.join(tmpdir(), 'eco-connect-'))
      endings.push(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }))
      const start: Stage['start'] = async ({ env = {}, args = [] } = {}) => {
        const app = await launchApp({
          keyring,
          display,
          profile,
          args,
          env: { ...simulator.env, ECO_CONNECT_OPEN_URL_COMMAND: browserStandIn, ...env },
        })
        endings.push(() => app.close())
        await hasComeUp(app)
        return app
      }
      return { scenario, simulator, keyring, profile, start }
    })
    for (const end of endings.toReversed()) await end()
  },
})

/**
 * The page draws the checklist, or what is in its place, once the main process has loaded its services. A
 * look into that process while it loads them is lost now and then ("promise was garbage collected").
 */
async function hasComeUp({ window }: App): Promise<void> {
  const drawn = window.locator(
    '[data-step][data-status], [data-panel="locked"], [data-panel="erased"], [data-panel="halted"]',
  )
  await drawn.first().waitFor({ state: 'attached' })
}

function scenarioCalled(id: ScenarioId): Scenario {
  const scenario = scenarios.find((candidate) => candidate.id === id)
  if (!scenario) throw new Error(`no scenario ${id}`)
  return scenario
}

/** The files of a profile that hold one of the texts. Chromium's own temporary files may go while they are read. */
export async function filesWith(profile: string, texts: readonly string[]): Promise<string[]> {
  const entries = await readdir(profile, { recursive: true, withFileTypes: true })
  const found: string[] = []
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    const content = await readFile(file).catch(emptyIfGone)
    if (texts.some((text) => content.includes(text))) found.push(path.relative(profile, file))
  }
  return found
}

function emptyIfGone(error: NodeJS.ErrnoException): Buffer {
  if (error.code !== 'ENOENT') throw error
  return Buffer.alloc(0)
}
