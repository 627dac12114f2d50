import type { ElectronApplication, Page } from 'playwright'
import { asBlock } from '../journeys/keys.ts'
import { button, panel, reaches } from '../journeys/window.ts'
import {
  consoleBrowser,
  issueCredentials,
  type Scenario,
  type ScenarioId,
  type Simulator,
} from '../simulator/index.ts'
import { begins, entersPortal, goesTo } from './moves.ts'
import type { Counts, Person } from './person.ts'

/** What a person does in the window until signed in; AWS's own pages in the browser come on top. */
export type SignInCounts = Pick<Counts, 'clicks' | 'entered' | 'pastedElsewhere'> & {
  /** Words shown from the start until the last press. */
  readonly words: number
}

/** Everything that a way to sign in needs. */
type Ground = {
  readonly app: ElectronApplication
  readonly window: Page
  readonly simulator: Simulator
  readonly scenario: Scenario
}
type Way = {
  /** Whose company signs in so. */
  readonly scenario: ScenarioId
  readonly signsIn: (ground: Ground, person: Person) => Promise<void>
}

async function takes(window: Page, person: Person, way: 'console' | 'keys'): Promise<void> {
  await person.presses(panel(window, 'sign-in').locator(`input[type="radio"][value="${way}"]`))
}

const keysOf = ({ simulator, scenario }: Ground): string =>
  asBlock(
    issueCredentials(simulator.world, {
      accountId: scenario.signIn.accountId,
      holder: { kind: 'permission-set', permissionSet: 'AdministratorAccess', user: 'dana.levi' },
      expires: Date.now() + 3_600_000,
    }),
  )

/** Each way to sign in, as somebody takes it who does what the window says. */
export const SIGN_INS = {
  portal: {
    scenario: 'fresh',
    signsIn: ({ window, scenario }, person) => entersPortal(window, person, scenario),
  },
  console: {
    scenario: 'console-sign-in',
    async signsIn({ window }, person) {
      await takes(window, person, 'console')
      await person.presses(button(window, 'sign-in', 'start-console'))
    },
  },
  keys: {
    scenario: 'fresh',
    async signsIn(ground, person) {
      const { window } = ground
      await takes(window, person, 'keys')
      const field = panel(window, 'sign-in').getByLabel('Keys as you copied them')
      person.carries()
      await person.enters(field, keysOf(ground))
      await person.presses(button(window, 'sign-in', 'use-keys'))
    },
  },
  otherDevice: {
    scenario: 'console-sign-in',
    async signsIn({ app, window, simulator }, person) {
      await takes(window, person, 'console')
      await person.presses(button(window, 'sign-in', 'start-elsewhere'))
      await person.presses(button(window, 'sign-in', 'copy-link'))
      person.carries()
      const link = await app.evaluate(({ clipboard }) => clipboard.readText())
      const code = await consoleBrowser(simulator).codeFrom(link)
      person.carries()
      const field = panel(window, 'sign-in').getByLabel('Code from AWS’s page')
      await person.enters(field, code ?? '')
      await person.presses(button(window, 'sign-in', 'enter-code'))
    },
  },
} as const satisfies Readonly<Record<string, Way>>

export type SignInWay = keyof typeof SIGN_INS

/** From the first window until it is proven who is signed in. */
export async function countSignIn(way: SignInWay, ground: Ground): Promise<SignInCounts> {
  const { window } = ground
  const person = await begins(window)
  await goesTo(window, person, 'sign-in')
  await SIGN_INS[way].signsIn(ground, person)
  await reaches(window, 'sign-in', 'done')
  const { clicks, wordsBeforeFirstChange: words, entered, pastedElsewhere } = await person.counts()
  return { clicks, words, entered, pastedElsewhere }
}
