import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { systemClock } from '../../electron/base/clock.ts'
import { createKeychain, type Keychain } from '../../electron/keychain/keychain.ts'
import type { App } from '../journeys/fixture.ts'
import { startDisplay, type Environment } from '../runtime/display.ts'
import { launchApp } from '../runtime/launch.ts'
import { endChild } from '../runtime/processes.ts'
import { makeHome, startBus } from '../runtime/session-bus.ts'
import { scenarios, startSimulator, type Scenario, type Simulator } from '../simulator/index.ts'
import { startKeychainHost, type KeychainHost } from './keychain-host.ts'

/** A session of a desktop: a screen, a message bus, folders, and the app in the middle. */
export type Desk = {
  readonly env: Environment
  readonly folder: string
  readonly scenario: Scenario
  readonly simulator: Simulator
  readonly profile: string
  /** The app with its window, on the same profile each time. */
  readonly start: () => Promise<App>
  /** The app's keychain alone, each with processes of its own, as after a start of the app. */
  readonly keychain: () => Keychain
  readonly host: KeychainHost
  /** Something that has to end with the desk. */
  readonly ends: (end: () => Promise<unknown>) => void
  readonly stop: () => Promise<void>
}

const browserStandIn = fileURLToPath(new URL('../simulator/open-url.mjs', import.meta.url))

/** Sets up a session in temporary folders. `stop` ends what was started on it, the last first. */
export async function openDesk(): Promise<Desk> {
  const endings: (() => Promise<unknown>)[] = []
  const ends: Desk['ends'] = (end) => void endings.push(end)
  const [scenario] = scenarios.filter(({ id }) => id === 'fresh')
  if (!scenario) throw new Error('no scenario')
  const simulator = await startSimulator({ scenario: 'fresh', stackSeconds: 2 })
  ends(() => simulator.stop())
  const home = await makeHome(null)
  ends(() => rm(home.folder, { recursive: true, force: true, maxRetries: 5 }))
  const display = await startDisplay()
  ends(display.stop)
  const bus = await startBus(home)
  ends(() => endChild(bus))
  const env = { ...home.env, ...display.env }
  const profile = await mkdtemp(path.join(tmpdir(), 'eco-connect-'))
  ends(() => rm(profile, { recursive: true, force: true, maxRetries: 5 }))
  const host = await startKeychainHost(env)
  ends(host.stop)
  return {
    env,
    folder: home.folder,
    scenario,
    simulator,
    profile,
    host,
    ends,
    async start() {
      const app = await launchApp({
        keyring: { env: home.env },
        display,
        profile,
        env: { ...simulator.env, ECO_CONNECT_OPEN_URL_COMMAND: browserStandIn },
      })
      ends(() => app.close().catch(() => undefined))
      await app.window.locator('[data-step][data-status]').first().waitFor({ state: 'attached' })
      return app
    },
    keychain: () => createKeychain({ fork: host.fork, service: 'Eco Connect', clock: systemClock }),
    async stop() {
      for (const end of endings.toReversed()) await end()
    },
  }
}
