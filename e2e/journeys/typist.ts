import type { Locator, Page } from 'playwright'
import { expect } from '@playwright/test'

/** Somebody at the keyboard, without a mouse. */
export type Typist = {
  /** Presses one key, after a look at where the focus is: somewhere, marked, and inside the view. */
  readonly press: (key: Key) => Promise<void>
  readonly type: (text: string) => Promise<void>
  /** Presses Tab, or Shift+Tab, until this has the focus; tells how often. */
  readonly tabTo: (control: Locator, key?: 'Tab' | 'Shift+Tab') => Promise<number>
  /** Waits until this has the focus by itself. */
  readonly isAt: (control: Locator) => Promise<void>
}

type Key = 'Tab' | 'Shift+Tab' | 'Space' | 'Enter' | 'Escape' | `Arrow${'Up' | 'Down'}`

/** More than any view of the window has. */
const MOST_TABS = 60

/** Begins where the window has put the focus. */
export function typistAt(window: Page): Typist {
  let isFirst = true
  /** Nobody works in a window that does not say where its keyboard is. */
  const look = async (): Promise<void> => {
    await expect.poll(() => window.evaluate(wrongWithFocus, isFirst)).toBe('')
  }
  const press = async (key: Key): Promise<void> => {
    await look()
    isFirst = false
    await window.keyboard.press(key)
  }
  const hasFocus = (control: Locator): Promise<boolean> =>
    control.evaluate((element) => element === document.activeElement)
  return {
    press,
    async type(text) {
      await look()
      await window.keyboard.type(text)
    },
    async tabTo(control, key = 'Tab') {
      await control.waitFor({ state: 'attached' })
      for (let tabs = 0; tabs <= MOST_TABS; tabs += 1) {
        if (await hasFocus(control)) {
          await look()
          return tabs
        }
        await press(key)
      }
      throw new Error(`${key} never came to ${control.toString()}`)
    },
    async isAt(control) {
      await expect(control).toBeFocused()
      await look()
    },
  }
}

/**
 * What is wrong with the focus: '' where somebody sees it. Runs in the page, which remembers how
 * everything looks without the focus, and what has it: the two have to differ.
 * @param isFirst nobody has pressed a key yet, and the heading that the window begins with has no ring
 */
function wrongWithFocus(isFirst: boolean): string {
  /** All that a ring is drawn with: by the element, by what is beside it, or around it. */
  const ring = (element: Element): string => {
    const drawnBy = [element, element.nextElementSibling, element.previousElementSibling]
    return [...drawnBy, element.parentElement]
      .filter((one) => one !== null)
      .flatMap((one) =>
        [null, '::before', '::after'].map((pseudo) => {
          const style = getComputedStyle(one, pseudo)
          const { outlineStyle, outlineWidth, boxShadow, borderTopColor } = style
          return [outlineStyle, outlineWidth, boxShadow, borderTopColor].join(' ')
        }),
      )
      .join('; ')
  }
  const named = (element: Element): string =>
    `${element.tagName.toLowerCase()} “${(element.textContent ?? '').slice(0, 40)}”`
  const looks = (Reflect.get(globalThis, 'looksWithout') ?? new WeakMap()) as WeakMap<
    Element,
    string
  >
  Reflect.set(globalThis, 'looksWithout', looks)
  const last = Reflect.get(globalThis, 'lastFocused') as [Element, string] | undefined
  const element = document.activeElement
  if (!element || element === document.body) return 'nothing has the focus'
  for (const one of document.querySelectorAll('button, input, select, textarea, a, [tabindex]'))
    if (one !== element && one.checkVisibility()) looks.set(one, ring(one))
  if (last && last[0] !== element && looks.get(last[0]) === last[1])
    return `${named(last[0])} looks the same without the focus`
  if (!isFirst) {
    if (looks.get(element) === ring(element)) return `${named(element)} looks as without the focus`
    Reflect.set(globalThis, 'lastFocused', [element, ring(element)])
  }
  const { top, bottom, left, right, width, height } = element.getBoundingClientRect()
  const view = document.documentElement
  // What is higher than the view is read from its beginning.
  const isTall = height > view.clientHeight / 2
  if (top < 0 || left < 0 || right > view.clientWidth || (!isTall && bottom > view.clientHeight))
    return `${named(element)} is outside of the view`
  const at = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 40))
  const label = at?.closest('label')
  if (!at || !(element.contains(at) || at.contains(element) || label?.contains(element)))
    return `${named(element)} is behind ${at ? named(at) : 'nothing'}`
  return ''
}
