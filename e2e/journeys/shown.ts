import type { Page } from 'playwright'

/** Records each step whose panel the window shows from now on; the function it returns lists them. */
export async function recordShown(window: Page): Promise<() => Promise<string[]>> {
  await window.evaluate(() => {
    const shown: string[] = []
    Reflect.set(globalThis, 'shownPanels', shown)
    const first = document.querySelector('.panel[data-panel]')?.getAttribute('data-panel')
    if (first) shown.push(first)
    new MutationObserver(() => {
      const step = document.querySelector('.panel[data-panel]')?.getAttribute('data-panel')
      if (step && step !== shown.at(-1)) shown.push(step)
    }).observe(document.body, {
      subtree: true,
      childList: true,
      attributeFilter: ['data-panel'],
    })
  })
  return () => window.evaluate(() => Reflect.get(globalThis, 'shownPanels') as string[])
}
