import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright'
import { launchApp } from '../runtime/launch.ts'
import {
  scenarios,
  startSimulator,
  type Scenario,
  type ScenarioId,
  type Simulator,
  type SimulatorOptions,
} from '../simulator/index.ts'
import { inPage, watchedFromNow } from './page.ts'
import { environmentOf } from './played.ts'
import type { Ground } from './row.ts'

/** A simulated account, and a profile on which the app of any folder is started. */
export type Scene = {
  readonly scenario: Scenario
  readonly simulator: Simulator
  readonly profile: string
  /** Starts the app in `folder`, hands its window to `measure`, and ends all its processes. */
  readonly with: <T>(folder: string, measure: (window: Page) => Promise<T>) => Promise<T>
  readonly close: () => Promise<void>
}

/** The most that anything may take in a measurement that goes well; milliseconds. */
const PATIENCE = 120_000

/** Sets a scene up: nothing runs in it yet but the simulator. */
export async function openScene(
  ground: Ground,
  id: ScenarioId,
  options: Partial<SimulatorOptions> = {},
): Promise<Scene> {
  const scenario = scenarios.find((one) => one.id === id)
  if (!scenario) throw new Error(`There is no scenario “${id}”.`)
  const simulator = await startSimulator({ scenario: id, places: 'each', ...options })
  const profile = await mkdtemp(path.join(tmpdir(), 'bench-'))
  return {
    scenario,
    simulator,
    profile,
    async with(folder, measure) {
      const app = await launchApp({
        app: folder,
        executable: ground.executable,
        profile,
        before: inPage,
        keyring: ground.keyring,
        display: ground.display,
        env: environmentOf(simulator),
      })
      try {
        app.window.setDefaultTimeout(PATIENCE)
        await watchedFromNow(app.window)
        return await measure(app.window)
      } catch (cause) {
        throw new Error(`The measurement stopped. The app said:\n${app.output()}`, { cause })
      } finally {
        await app.close()
      }
    },
    async close() {
      await simulator.stop()
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
      if (simulator.violations.length > 0)
        throw new Error(`Not as AWS would have it:\n${simulator.violations.join('\n')}`)
    },
  }
}
