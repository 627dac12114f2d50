import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright'
import {
  approveTemplate,
  askMsp,
  choosePlan,
  createStack,
  enterMspAnswer,
  requestFromSupport,
  sendToSpot,
  settleReport,
  signIn,
  type Look,
} from '../journeys/steps.ts'
import { button, open, panel, press, reaches } from '../journeys/window.ts'
import type { Scenario } from '../simulator/index.ts'

/** A stack takes longer than a click: the most that one step of the tour may take. */
const PATIENCE = 120_000

/**
 * Plays a scenario's whole journey in the real window, with a look at each state. Throws when it does
 * not end as the scenario should.
 */
export async function playTour(window: Page, scenario: Scenario, look: Look): Promise<void> {
  window.setDefaultTimeout(PATIENCE)
  if (scenario.ending === 'broken-and-repaired') return lookLater(window, scenario, look)
  await choosePlan(window, scenario.managedBy, look)
  await approveTemplate(window, look)
  await signIn(window, scenario, { look })
  await goOnAnyway(window, look)
  switch (scenario.ending) {
    case 'refused-member-account':
      await reaches(window, 'sign-in', 'failed')
      await expectText(window, 'sign-in', scenario.signIn.accountId)
      return
    case 'support-request':
      await askMsp(window, look)
      await enterMspAnswer(window, look)
      await createStack(window, { look })
      await reaches(window, 'stack', 'done')
      await requestFromSupport(window, look)
      await button(window, 'registration', 'confirm-connected').click()
      await button(window, 'registration', 'not-connected').waitFor()
      return look('confirmed-by-you')
    case 'stack-failed':
      await settleReport(window, look)
      await createStack(window, { look })
      await reaches(window, 'stack', 'failed')
      await open(window, 'stack')
      await look('stack-failed')
      await press(window, 'stack', 'delete-failed')
      await reaches(window, 'stack', 'todo')
      await look('stack-failed-deleted')
      return
    case 'report-denied':
      await reaches(window, 'cost-report', 'todo')
      await open(window, 'cost-report')
      await window.locator('[data-ability="lacks"][data-step="cost-report"]').waitFor()
      return look('report-denied')
    case 'registered-after-repair':
      await reaches(window, 'cost-report', 'todo')
      await press(window, 'cost-report', 'reuse')
      await reaches(window, 'bucket', 'todo', 'failed')
      await open(window, 'bucket')
      await look('bucket-broken')
      await press(window, 'bucket', 'repair')
      await reaches(window, 'bucket', 'pending', 'done')
      await look('bucket-repaired')
      await createStack(window, { look })
      return registerWithSpot(window, look)
    case 'registered-with-their-stack':
      await settleReport(window, look)
      await reaches(window, 'stack', 'todo')
      await open(window, 'stack')
      await look('stack-of-theirs')
      await press(window, 'stack', 'adopt')
      return registerWithSpot(window, look)
    case 'registered':
      await settleReport(window, look)
      await createStack(window, { look })
      return registerWithSpot(window, look)
  }
}

/** Weeks after it was made: what is found, what the app can repair, and what it leaves to others. */
async function lookLater(window: Page, scenario: Scenario, look: Look): Promise<void> {
  await open(window, 'registration')
  await look('weeks-later')
  await press(window, 'registration', 'reopen')
  await signIn(window, scenario)
  await reaches(window, 'bucket', 'failed')
  await open(window, 'registration')
  const verdict = window.locator('[data-verdict="broken"]')
  await verdict.waitFor()
  await look('broken')
  await window.locator('[data-difference="more"]').first().scrollIntoViewIfNeeded()
  await look('more-than-approved')
  await verdict.locator('[data-wrong="policy"]').getByRole('button').click()
  await look('bucket-broken')
  await press(window, 'bucket', 'repair')
  await reaches(window, 'bucket', 'pending')
  await open(window, 'registration')
  await verdict.locator('[data-wrong="permissions"]').waitFor()
  await verdict.locator('[data-wrong="policy"]').waitFor({ state: 'detached' })
  return look('bucket-repaired')
}

/** Where another account pays the bill, the person has been told so, and goes on. */
async function goOnAnyway(window: Page, look: Look): Promise<void> {
  const goOn = button(window, 'sign-in', 'accept-payer')
  if (!(await goOn.isVisible())) return
  await button(window, 'sign-in', 'email-question').scrollIntoViewIfNeeded()
  await look('paid-elsewhere-question')
  await goOn.scrollIntoViewIfNeeded()
  await look('paid-elsewhere-ways-on')
  await goOn.click()
  await reaches(window, 'sign-in', 'done')
  await open(window, 'sign-in')
  await look('went-on')
}

async function registerWithSpot(window: Page, look: Look): Promise<void> {
  await reaches(window, 'stack', 'done')
  await open(window, 'stack')
  await look('stack-done')
  return sendToSpot(window, look)
}

/** Saves a screenshot of each state, light and dark. */
export async function screenshots(window: Page, out: string): Promise<Look> {
  await mkdir(out, { recursive: true })
  let count = 0
  return async (name) => {
    count += 1
    for (const colorScheme of ['light', 'dark'] as const) {
      await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const file = `${String(count).padStart(2, '0')}-${name}-${colorScheme}.png`
      await window.screenshot({ path: path.join(out, file) })
    }
    await window.emulateMedia({ colorScheme: 'light' })
  }
}

async function expectText(window: Page, step: 'sign-in', text: string): Promise<void> {
  await open(window, step)
  await panel(window, step).getByText(text).first().waitFor()
}
