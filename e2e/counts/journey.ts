import type { Page } from 'playwright'
import type { StepId } from '../../electron/contract/steps.ts'
import { button, line, panel, reaches } from '../journeys/window.ts'
import { SPOT_DEMO_TOKEN, type Scenario } from '../simulator/index.ts'
import { personAt, type Counts, type Person } from './person.ts'

/** The most that the window may take to come to the next step by itself, milliseconds. */
const MOVES_MS = 5000

/** The first thing that is answered: who manages the account. */
const firstAnswer = (window: Page) => panel(window, 'plan').locator('input, button').first()

/** Looks at a step: where the window is by itself, else by a click on its line. */
async function at(window: Page, person: Person, step: StepId): Promise<void> {
  await reaches(window, step, 'todo', 'failed')
  const isThere = await panel(window, step)
    .waitFor({ timeout: MOVES_MS })
    .then(() => true)
    .catch(() => false)
  if (!isThere) await person.presses(line(window, step).locator('button'))
  await panel(window, step).waitFor()
}

async function pressesIfAsked(window: Page, person: Person, action: string, text: string) {
  const choice = button(window, 'sign-in', action).filter({ hasText: text })
  const over = window.locator('[data-step="sign-in"][data-status="done"]')
  await choice.or(over).first().waitFor()
  if (!(await choice.isVisible())) return
  await person.presses(choice)
  await choice.waitFor({ state: 'detached' })
}

async function untilSignIn(window: Page): Promise<Person> {
  await reaches(window, 'plan', 'todo')
  const person = await personAt(window, firstAnswer(window))
  await person.reads()
  await at(window, person, 'plan')
  await person.presses(panel(window, 'plan').locator('[data-answer="us"]'))
  await at(window, person, 'sign-in')
  return person
}

async function atPortal(window: Page, person: Person, { signIn }: Scenario): Promise<void> {
  const portal = panel(window, 'sign-in').getByLabel('AWS access portal URL', { exact: true })
  await person.enters(portal, signIn.startUrl)
  await person.presses(button(window, 'sign-in', 'start'))
  await pressesIfAsked(window, person, 'choose-account', signIn.accountId)
  await pressesIfAsked(window, person, 'choose-role', signIn.permissionSet)
}

/** What signing in asks of a person, from the first window on. */
export type SignInCounts = Pick<Counts, 'clicks' | 'entered'> & { readonly words: number }

/** From the first window until somebody is signed in; `keys` is the block that is pasted. */
export async function countSignIn(
  window: Page,
  scenario: Scenario,
  how: { readonly way: 'portal' | 'console' } | { readonly way: 'keys'; readonly keys: string },
): Promise<SignInCounts> {
  const person = await untilSignIn(window)
  const form = panel(window, 'sign-in')
  if (how.way === 'portal') await atPortal(window, person, scenario)
  else await person.presses(form.locator(`input[type="radio"][value="${how.way}"]`))
  if (how.way === 'console') await person.presses(button(window, 'sign-in', 'start-console'))
  if (how.way === 'keys') {
    await person.enters(form.getByLabel('Keys as you copied them'), how.keys)
    await person.presses(button(window, 'sign-in', 'use-keys'))
  }
  await reaches(window, 'sign-in', 'done')
  const { clicks, entered, wordsBeforeFirstChange: words } = await person.counts()
  return { clicks, entered, words }
}

/** From the first window to the registration, as somebody does it who takes what is proposed. */
export async function countJourney(window: Page, scenario: Scenario): Promise<Counts> {
  const person = await untilSignIn(window)
  await atPortal(window, person, scenario)

  await at(window, person, 'cost-report')
  await person.presses(button(window, 'cost-report', 'create'))
  person.changes()
  await reaches(window, 'bucket', 'done', 'pending')

  await at(window, person, 'template')
  await person.presses(button(window, 'template', 'approve'))

  await at(window, person, 'stack')
  await person.presses(button(window, 'stack', 'create'))
  await reaches(window, 'stack', 'done')

  await at(window, person, 'registration')
  const token = panel(window, 'registration').getByLabel('Spot API token', { exact: true })
  await person.enters(token, SPOT_DEMO_TOKEN)
  await person.presses(button(window, 'registration', 'connect'))
  await person.presses(button(window, 'registration', 'send').first())
  await reaches(window, 'registration', 'done')
  await person.reads()
  return person.counts()
}
