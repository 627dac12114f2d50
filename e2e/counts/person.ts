import type { Locator, Page } from 'playwright'
import { recordShown } from '../journeys/shown.ts'
import { STEPS } from '../../electron/contract/steps.ts'

/** What was counted of a journey by somebody who follows the window. */
export type Counts = {
  readonly clicks: number
  /** Values typed or pasted into the window. */
  readonly entered: number
  /** Values that the clipboard carries between this window and another program or device. */
  readonly pastedElsewhere: number
  /** Words shown until AWS was first changed, each as often as it came into view anew. */
  readonly wordsBeforeFirstChange: number
  /** Numbers of the steps, as their panels were shown. */
  readonly order: readonly number[]
  readonly tabsToFirstAnswer: number
  /** Main actions that had to be scrolled to when they were needed. */
  readonly actionsBelowFold: number
}

/** Somebody at the window, who is counted. */
export type Person = {
  /** Reads what the window shows by now. */
  readonly reads: () => Promise<void>
  /** Presses what is shown, reading first. */
  readonly presses: (control: Locator) => Promise<void>
  /** Types a value into a field, with a click into it unless the window has put the focus there. */
  readonly enters: (field: Locator, value: string) => Promise<void>
  /** Copies a value here for elsewhere, or elsewhere for here. */
  readonly carries: () => void
  /** From now on what is read is read after the first change. */
  readonly changes: () => void
  readonly counts: () => Promise<Counts>
}

const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => /\w/.test(word)).length

/**
 * The text that is drawn in the window, piece by piece: dialogs and list marks too, but nothing that
 * only screen readers get or that is folded.
 */
const drawnText = (window: Page): Promise<string[]> =>
  window.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const pieces: string[] = []
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? ''
      const parent = node.parentElement
      if (text === '' || !parent) continue
      if (!parent.checkVisibility({ checkVisibilityCSS: true })) continue
      // What only screen readers get is clipped to a point, or around such a thing.
      let isDrawn = true
      for (let around: Element | null = parent; around; around = around.parentElement) {
        const { width, height } = around.getBoundingClientRect()
        if (getComputedStyle(around).display !== 'contents' && (width <= 1 || height <= 1))
          isDrawn = false
      }
      if (isDrawn) pieces.push(text)
    }
    return pieces
  })

/** What is in `now` and was not in `before`, piece by piece. */
function newIn(now: readonly string[], before: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const piece of before) left.set(piece, (left.get(piece) ?? 0) + 1)
  return now.filter((piece) => {
    const count = left.get(piece) ?? 0
    left.set(piece, count - 1)
    return count <= 0
  })
}

const inView = (control: Locator): Promise<boolean> =>
  control.evaluate((element) => {
    const { top, bottom, left, width } = element.getBoundingClientRect()
    const { clientHeight } = document.documentElement
    if (top < 0 || bottom > clientHeight) return false
    // Not behind something else either.
    const hit = document.elementFromPoint(left + width / 2, (top + bottom) / 2)
    return hit !== null && (element.contains(hit) || hit.contains(element))
  })

/** How often Tab is pressed from the start of the page until `answer` has the focus. */
async function tabsTo(window: Page, answer: Locator): Promise<number> {
  // The window puts the focus where it begins; nobody is faster than that.
  await window
    .locator('h2:focus')
    .waitFor({ timeout: 3000 })
    .catch(() => undefined)
  for (let tabs = 0; tabs <= 40; tabs += 1) {
    if (await answer.evaluate((element) => element === document.activeElement)) return tabs
    await window.keyboard.press('Tab')
  }
  throw new Error('The first answer is not reached by Tab.')
}

/** A person who sees the window for the first time; `answer` is the first control that answers. */
export async function personAt(window: Page, answer: Locator): Promise<Person> {
  let [clicks, entered, carried, words, below] = [0, 0, 0, 0, 0]
  let changed = false
  let before: readonly string[] = []
  const steps: readonly string[] = Object.keys(STEPS)
  const reads = async (): Promise<void> => {
    const now = await drawnText(window)
    if (!changed) for (const piece of newIn(now, before)) words += wordsIn(piece)
    before = now
  }
  await answer.waitFor()
  const shown = await recordShown(window)
  const tabs = await tabsTo(window, answer)
  return {
    reads,
    async presses(control) {
      await control.waitFor()
      await reads()
      if (!(await inView(control))) below += 1
      clicks += 1
      await control.click()
    },
    async enters(field, value) {
      await field.waitFor()
      // Focus comes a moment after the step.
      await field
        .and(window.locator(':focus'))
        .waitFor({ timeout: 1500 })
        .catch(() => undefined)
      if (!(await field.evaluate((element) => element === document.activeElement))) {
        clicks += 1
        await field.click()
      }
      entered += 1
      await window.keyboard.insertText(value)
    },
    carries() {
      carried += 1
    },
    changes() {
      changed = true
    },
    counts: async () => ({
      clicks,
      entered,
      pastedElsewhere: carried,
      wordsBeforeFirstChange: words,
      order: (await shown()).map((step) => steps.indexOf(step) + 1),
      tabsToFirstAnswer: tabs,
      actionsBelowFold: below,
    }),
  }
}
