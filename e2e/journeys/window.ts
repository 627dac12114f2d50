import type { Locator, Page } from 'playwright'
import type { Status } from '../../electron/contract/status.ts'
import type { StepId } from '../../electron/contract/steps.ts'
import { calledIn, type Called } from './spoken.ts'

type Kind = Status['kind']

/** The one line of the checklist that carries a step's status. */
export function line(window: Page, step: StepId): Locator {
  return window.locator(`[data-step="${step}"][data-status]`)
}

/** The panel of a step, where it shows and asks. */
export function panel(window: Page, step: StepId): Locator {
  return window.locator(`[data-panel="${step}"]`)
}

/**
 * Opens the panel of a step by a click on its line of the checklist. Also when it is shown by now:
 * the window, which follows the flow, may be about to leave it.
 */
export async function open(window: Page, step: StepId): Promise<Locator> {
  await line(window, step).click()
  await panel(window, step).waitFor()
  return panel(window, step)
}

/** Waits until the step has one of the statuses; the error tells what it had instead. */
export async function reaches(
  window: Page,
  step: StepId,
  ...kinds: readonly Kind[]
): Promise<void> {
  const any = kinds.map((kind) => `[data-step="${step}"][data-status="${kind}"]`).join(', ')
  try {
    await window.locator(any).waitFor({ state: 'attached' })
  } catch (cause) {
    const status = await line(window, step).getAttribute('data-status')
    const shown = await window.locator('main').innerText()
    throw new Error(`${step} is ${status}, not ${kinds.join(' or ')}. Shown:\n${shown}`, { cause })
  }
}

/** The button of a step's panel that sends `action`. */
export function button(window: Page, step: StepId, action: string): Locator {
  return panel(window, step).locator(`button[data-action="${action}"]`)
}

/** Presses a step's button, opening its panel first if need be. */
export async function press(window: Page, step: StepId, action: string): Promise<void> {
  await open(window, step)
  await button(window, step, action).first().click()
}

/** Types into a labelled field of the panel, replacing what is there. */
export async function fill(
  window: Page,
  step: StepId,
  label: Called,
  value: string,
): Promise<void> {
  const name = await calledIn(window, label)
  const field = (await open(window, step)).getByLabel(name, { exact: true })
  await field.waitFor({ state: 'attached' })
  if (!(await field.isVisible())) await unfold(window, step)
  await field.fill(value)
}

/** Opens what is folded of a step's form: the names and settings that most people keep. */
export async function unfold(window: Page, step: StepId): Promise<void> {
  const folds = panel(window, step).locator('[data-fold="closed"]')
  for (const fold of await folds.all())
    await fold.getByRole('button', { expanded: false }).first().click()
}

/** The checklist as text, one line a step, for people and for logs. */
export async function checklistText(window: Page): Promise<string> {
  const rows = await window.locator('[data-step][data-status]').evaluateAll((elements) =>
    elements.map((element) => {
      const words =
        element instanceof HTMLElement ? element.innerText.replaceAll(/\s*\n\s*/g, '  ') : ''
      return `${(element.getAttribute('data-status') ?? '').padEnd(9)} ${words}`
    }),
  )
  return rows.join('\n')
}
