import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Display } from '../runtime/display.ts'
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
    /** The Electron to run, where it is another than usual. */
    readonly executable?: string
  }) => Promise<App>
}

export type StageOptions = Partial<SimulatorOptions> & { readonly keyring?: KeyringState }

const browserStandIn = fileURLToPath(new URL('../simulator/open-url.mjs', import.meta.url))

/** Sets a stage up, and starts nothing on it. */
export type SetStage = (scenario: ScenarioId, options?: StageOptions) => Promise<Stage>

/** Stages on a display. What ends each part is put into `endings`, to be called last to first. */
export const stagesOn =
  (display: Display, endings: (() => Promise<void>)[]): SetStage =>
  async (id, { keyring: state = 'unlocked', ...options } = {}) => {
    const scenario = scenarioCalled(id)
    const simulator = await startSimulator({ scenario: id, stackSeconds: 2, ...options })
    endings.push(() => simulator.stop())
    const keyring = await startKeyring(state)
    endings.push(() => keyring.stop())
    const profile = await mkdtemp(path.join(tmpdir(), 'eco-connect-'))
    endings.push(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }))
    const start: Stage['start'] = async ({ env = {}, ...started } = {}) => {
      const app = await launchApp({
        keyring,
        display,
        profile,
        ...started,
        env: { ...simulator.env, ECO_CONNECT_OPEN_URL_COMMAND: browserStandIn, ...env },
      })
      endings.push(() => app.close())
      await hasComeUp(app)
      return app
    }
    return { scenario, simulator, keyring, profile, start }
  }

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
