import type { Page } from 'playwright'
import type { StepId } from '../../electron/contract/steps.ts'
import { button, line, panel, reaches } from '../journeys/window.ts'
import type { Scenario } from '../simulator/index.ts'
import { personAt, type Person } from './person.ts'

/** The most that the window may take to come to the next step by itself, milliseconds. */
const MOVES_MS = 5000

/** The first thing that is answered: who manages the account. */
const firstAnswer = (window: Page) => panel(window, 'plan').locator('input, button').first()

/** Looks at a step: where the window is by itself, else by a click on its line. */
export async function goesTo(window: Page, person: Person, step: StepId): Promise<void> {
  await reaches(window, step, 'todo', 'failed')
  const isThere = await panel(window, step)
    .waitFor({ timeout: MOVES_MS })
    .then(() => true)
    .catch(() => false)
  if (!isThere) await person.presses(line(window, step).locator('button'))
  await panel(window, step).waitFor()
}

/** Somebody at the first window, who reads it and says that they manage the account themselves. */
export async function begins(window: Page): Promise<Person> {
  await reaches(window, 'plan', 'todo')
  const person = await personAt(window, firstAnswer(window))
  await person.reads()
  await goesTo(window, person, 'plan')
  await person.presses(panel(window, 'plan').locator('[data-answer="us"]'))
  return person
}

async function pressesIfAsked(window: Page, person: Person, action: string, text: string) {
  const choice = button(window, 'sign-in', action).filter({ hasText: text })
  const over = window.locator('[data-step="sign-in"][data-status="done"]')
  await choice.or(over).first().waitFor()
  if (!(await choice.isVisible())) return
  await person.presses(choice)
  await choice.waitFor({ state: 'detached' })
}

/** Signs in at the access portal of a scenario, and chooses its account and permission set. */
export async function entersPortal(
  window: Page,
  person: Person,
  { signIn: { startUrl, accountId, permissionSet } }: Scenario,
): Promise<void> {
  const portal = panel(window, 'sign-in').getByLabel('AWS access portal URL', { exact: true })
  await person.enters(portal, startUrl)
  await person.presses(button(window, 'sign-in', 'start'))
  await pressesIfAsked(window, person, 'choose-account', accountId)
  await pressesIfAsked(window, person, 'choose-role', permissionSet)
}
