import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { App, Stage } from '../journeys/fixture.ts'
import {
  approveTemplate,
  chooseAccountAndRole,
  createStack,
  sendToSpot,
  settleReport,
} from '../journeys/steps.ts'
import { button, panel, reaches } from '../journeys/window.ts'
import { beginSignIn } from '../network/company.ts'
import { proxyWindow, proxyWindows, typePassword } from '../network/question.ts'
import { companyNetwork, type CompanyNetwork, type CompanyOptions } from '../network/stage.ts'
import { startDisplay, type Environment } from '../runtime/display.ts'
import { startKeyring } from '../runtime/keyring.ts'
import { launchApp } from '../runtime/launch.ts'
import { scenarios, startSimulator, type Scenario } from '../simulator/index.ts'
import { oneLine, type Seen } from './cases.ts'

/** A computer in a company whose proxy is the only way out. */
export type Office = {
  readonly network: CompanyNetwork
  readonly folder: string
  readonly display: Environment
  /** Starts the app behind these switches and begins the sign-in. */
  readonly begin: (args: readonly string[], env?: Record<string, string>) => Promise<App>
  readonly ends: (end: () => Promise<unknown>) => void
  /**
   * Starts the app behind these switches and asks for the sign-in, with a person who types each
   * `user:password` in turn where a proxy asks for one; resolves what came of it.
   */
  readonly trySignIn: (
    args: readonly string[],
    env?: Record<string, string>,
    typed?: readonly string[],
  ) => Promise<Outcome>
  /** The same, and on until Spot has taken the registration. */
  readonly register: (
    args: readonly string[],
    env?: Record<string, string>,
    typed?: readonly string[],
  ) => Promise<Outcome>
}
export type Outcome = {
  readonly signedIn: boolean
  readonly told: string
  readonly seconds: number
  /** What the window for the proxy's password said, each time that something was to be typed. */
  readonly asked: readonly string[]
  /** How many windows for it were opened, until the app was closed. */
  readonly windows: number
}

const NO_LIMIT = 240_000

/** Sets an office up, lets it be used, and takes it down. */
export async function inOffice(
  options: CompanyOptions,
  use: (office: Office) => Promise<Seen>,
): Promise<Seen> {
  const endings: (() => Promise<unknown>)[] = []
  const ends: Office['ends'] = (end) => void endings.push(end)
  try {
    const [scenario] = scenarios.filter(({ id }) => id === 'fresh')
    if (!scenario) throw new Error('no scenario')
    const simulator = await startSimulator({ scenario: 'fresh', stackSeconds: 2 })
    ends(() => simulator.stop())
    const keyring = await startKeyring('unlocked')
    ends(keyring.stop)
    const display = await startDisplay()
    ends(display.stop)
    const folder = await mkdtemp(path.join(tmpdir(), 'office-'))
    ends(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
    // For squid, which is somebody else.
    await chmod(folder, 0o755)
    let starts = 0
    const start: Stage['start'] = async ({ env = {}, args = [] } = {}) => {
      starts += 1
      const profile = path.join(folder, `profile-${starts}`)
      const app = await launchApp({ keyring, display, profile, args, env })
      ends(() => app.close().catch(() => undefined))
      return app
    }
    const scene: Stage = { scenario, simulator, keyring, profile: folder, start }
    const network = await companyNetwork(scene, options)
    ends(network.stop)
    const begin: Office['begin'] = async (args, env = {}) => {
      const app = await scene.start({ env: { ...network.realHosts, ...env }, args })
      app.window.setDefaultTimeout(NO_LIMIT)
      await beginSignIn(app, scene)
      return app
    }
    const journey =
      (goOn: (app: App) => Promise<void>): Office['trySignIn'] =>
      async (args, env = {}, typed = []) => {
        const app = await begin(args, env)
        let windows = proxyWindows(app)
        app.app.on('window', () => (windows += 1))
        const outcome = await signInOf(app, typed)
        await goOn(app)
        await app.close()
        return { ...outcome, windows }
      }
    const trySignIn = journey(() => Promise.resolve())
    const register = journey((app) => registered(app, scenario))
    return await use({ network, folder, display: display.env, ends, begin, trySignIn, register })
  } finally {
    for (const end of endings.toReversed()) await end()
  }
}

async function signInOf(app: App, typed: readonly string[]): Promise<Omit<Outcome, 'windows'>> {
  const { window } = app
  const begun = Date.now()
  const chosen = button(window, 'sign-in', 'choose-account').first()
  const failed = window.locator('[data-step="sign-in"][data-status="failed"]')
  const asked: string[] = []
  for (const one of typed) {
    const question = await proxyWindow(app)
    if (asked.length > 0) await question.problem.waitFor()
    asked.push(oneLine(await question.page.locator('main').innerText()))
    await typePassword(question, one)
  }
  await chosen.or(failed).first().waitFor()
  const seconds = Math.round((Date.now() - begun) / 1000)
  const told = oneLine(await panel(window, 'sign-in').innerText())
  return { signedIn: await chosen.isVisible(), told, seconds, asked }
}

/** From the choice of the account to the registration. */
async function registered({ window }: App, scenario: Scenario): Promise<void> {
  await chooseAccountAndRole(window, scenario)
  await settleReport(window)
  await approveTemplate(window)
  await createStack(window)
  await reaches(window, 'stack', 'done')
  await sendToSpot(window)
}

/** The part of what was told that begins with these words. */
export const from = (told: string, words: string): string =>
  told.includes(words) ? told.slice(told.indexOf(words)).slice(0, 200) : told.slice(0, 200)
