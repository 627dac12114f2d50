import type { ElectronApplication, Page } from 'playwright'
import { sendToSpot, untilRegistration } from '../../journeys/steps.ts'
import { reaches } from '../../journeys/window.ts'
import { appProcesses } from '../../runtime/processes.ts'
import { launchApp } from '../../runtime/launch.ts'
import { scenarioCalled, startSimulator } from '../../simulator/index.ts'
import { grown } from '../figures.ts'
import { environmentOf } from '../played.ts'
import { takenBy } from '../memory-of.ts'
import type { Ground, Result } from '../row.ts'

/** Before those that count: code is loaded and compiled, and caches find their size. */
const WARM_UPS = 3
const JOURNEYS = 10

const scenario = scenarioCalled('fresh')

/** From the first question to the registration; then the connection is forgotten, and all is as before. */
async function journey(window: Page): Promise<void> {
  await untilRegistration(window, scenario)
  await sendToSpot(window)
  await window.locator('button[data-action="connections"]').click()
  await window.locator('[data-panel="connections"] button[data-action="remove"]').click()
  const removal = window.locator('[data-panel="remove"]')
  await removal.getByRole('checkbox').check()
  await removal.locator('button[data-action="remove"]').click()
  await reaches(window, 'plan', 'todo')
}

/** Has both JavaScript engines give back what nobody holds any more. */
async function collectGarbage(app: ElectronApplication, window: Page): Promise<void> {
  const session = await window.context().newCDPSession(window)
  await session.send('HeapProfiler.collectGarbage')
  await session.detach()
  await app.evaluate(async () => {
    const { Session } = process.getBuiltinModule('node:inspector/promises')
    const own = new Session()
    own.connect()
    await own.post('HeapProfiler.collectGarbage')
    own.disconnect()
  })
}

/**
 * How much memory is more after each of ten journeys in one running app, each against an AWS where nothing
 * is yet. Counted is what processes have taken for themselves that are there from the first journey on: those
 * that come and go (the keychain's) are no growth.
 */
export async function growth({ apps, keyring, display }: Ground): Promise<Result> {
  const world = { scenario: scenario.id, stackSeconds: 1 }
  let simulator = await startSimulator(world)
  const port = Number(new URL(simulator.url).port)
  const env = environmentOf(simulator)
  const { app, window, profile, close } = await launchApp({ app: apps.ours, keyring, display, env })
  try {
    const pid = app.process().pid ?? -1
    const lasting = new Set((await appProcesses(pid, profile)).map((one) => one.pid))
    const series: number[] = []
    for (let i = 0; i < WARM_UPS + JOURNEYS; i += 1) {
      await journey(window)
      await simulator.stop()
      simulator = await startSimulator({ ...world, port })
      await collectGarbage(app, window)
      if (i >= WARM_UPS) series.push(await takenBy({ pid, profile }, lasting))
    }
    const figure = { what: 'growth with each journey', unit: 'MB', goal: 1, limit: LIMIT } as const
    return grown(figure, series)
  } finally {
    await close()
    await simulator.stop()
  }
}

const LIMIT =
  'Nothing has to grow: each journey ends where it began. What is held of one that is over is a leak, or a ' +
  'cache without a bound.'
