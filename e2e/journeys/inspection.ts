import axe from 'axe-core'
import type { Page } from 'playwright'
import { brokenWords } from './broken-words.ts'

declare global {
  var axe: { run: (context: Document, options: axe.RunOptions) => Promise<axe.AxeResults> }
}

/** What is wrong with the window as it is shown now, a line each: nothing in a good one. */
export async function inspect(window: Page): Promise<string[]> {
  return [
    ...(await violations(window)),
    ...(await outOfPlaceIn(window)),
    ...(await brokenWords(window)).map((word) => `broken: ${word}`),
  ]
}

/** What is cut off, out of reach or to be scrolled sideways, a line each. */
export const outOfPlaceIn = (window: Page): Promise<string[]> => window.evaluate(outOfPlace)

/**
 * The rules of axe that the window breaks, and where. With forced colours Chromium answers a page that
 * asks with the forced background and the page's own text colour, so that axe compares what is not drawn.
 */
export async function violations(window: Page): Promise<string[]> {
  await window.evaluate(axe.source)
  const found = await window.evaluate(() => {
    const enabled = !matchMedia('(forced-colors: active)').matches
    return globalThis.axe.run(document, {
      // The size of targets is a rule of WCAG 2.2, which axe has switched off.
      rules: { 'color-contrast': { enabled }, 'target-size': { enabled: true } },
    })
  })
  return found.violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, any }) => `${html.slice(0, 160)} ${any[0]?.message ?? ''}`).join(' | ')}`,
  )
}

/**
 * What is cut off or out of reach, as the page draws it: text that is wider than its place or reaches
 * over the edge of the window, anything to be scrolled sideways, a main action that is not in view.
 */
function outOfPlace(): string[] {
  const found: string[] = []
  const view = document.documentElement
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true }) &&
    !element.closest('.for-screen-readers')
  const named = (element: Element): string =>
    `${element.tagName.toLowerCase()}.${element.className.slice(0, 40)} “${(element.textContent ?? '').trim().slice(0, 60)}”`
  const dialog = document.querySelector('dialog[open]')
  for (const scrolled of [view, ...document.querySelectorAll('.main, .checklist, dialog[open]')])
    if (scrolled.scrollWidth > scrolled.clientWidth) found.push(`sideways: ${named(scrolled)}`)

  const walker = document.createTreeWalker(dialog ?? document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const { currentNode: node } = walker
    const element = node.parentElement
    if (!(node instanceof Text) || node.data.trim() === '' || !element || !isShown(element))
      continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const text = range.getBoundingClientRect()
    // Far off to the left is where Cloudscape puts what screen readers shall say.
    if (text.width <= 1 || text.right < -view.clientWidth) continue
    for (let around: Element | null = element; around; around = around.parentElement) {
      const { overflowX, overflowY, clipPath } = getComputedStyle(around)
      const box = around.getBoundingClientRect()
      // Drawn for screen readers only.
      if (clipPath !== 'none' || (box.width <= 1 && overflowX === 'hidden')) break
      const isCut =
        (/hidden|clip/.test(overflowX) &&
          (text.right > box.right + 1 || text.left < box.left - 1)) ||
        (/hidden|clip/.test(overflowY) && (text.bottom > box.bottom + 2 || text.top < box.top - 2))
      if (isCut) found.push(`cut off: ${named(element)} by ${named(around).slice(0, 80)}`)
      // What is beyond this can be scrolled to.
      if (/auto|scroll/.test(overflowX)) break
      if (around === view && (text.right > view.clientWidth + 1 || text.left < -1))
        found.push(`beyond the edge: ${named(element)}`)
    }
  }

  // In a window that is too low for it the bar stands where it is written.
  const isInView = (action: Element): boolean => {
    const { top, bottom, left, right } = action.getBoundingClientRect()
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
    return top >= 0 && bottom <= view.clientHeight && hit !== null && action.contains(hit)
  }
  const panel = dialog ?? document.querySelector('.panel')
  const main = [
    ...(panel?.querySelectorAll('button[class*="variant-primary"]:not([aria-disabled="true"])') ??
      []),
  ].filter(isShown)
  const isTooLow = view.clientHeight <= 420
  if (!isTooLow && main.length > 0 && !main.some(isInView))
    found.push(`not in view: ${main.map(named).join(', ')}`)
  return [...new Set(found)]
}
