import type { Page } from 'playwright'

/**
 * Walks through the window by Tab and names each element whose focus ring is cut off: by the edge of
 * something that scrolls or hides what leaves it, or by the edge of the window.
 */
export async function clippedFocus(window: Page, most = 60): Promise<string[]> {
  await window.evaluate(() => {
    const { activeElement } = document
    if (activeElement instanceof HTMLElement) activeElement.blur()
  })
  const clipped = new Set<string>()
  const seen = new Set<string>()
  for (let tabs = 0; tabs < most; tabs += 1) {
    await window.keyboard.press('Tab')
    const { name, cut } = await window.evaluate(ringOfFocus)
    if (seen.has(name)) break
    seen.add(name)
    if (cut !== '') clipped.add(`${name}: ${cut}`)
  }
  return [...clipped]
}

/** Runs in the page. */
function ringOfFocus(): { name: string; cut: string } {
  const element = document.activeElement
  if (!element || element === document.body) return { name: 'body', cut: '' }
  const path = (of: Element): string =>
    `${of.tagName.toLowerCase()}.${of.getAttribute('data-action') ?? of.className.slice(0, 30)} “${(of.textContent ?? '').slice(0, 30)}”`
  /** How far the outline reaches over the edge of what it is drawn around. */
  const reach = (style: CSSStyleDeclaration): number =>
    style.outlineStyle === 'none'
      ? 0
      : parseFloat(style.outlineWidth) + parseFloat(style.outlineOffset)
  const out = Math.max(0, reach(getComputedStyle(element)))
  const box = element.getBoundingClientRect()
  const index = [...document.querySelectorAll('*')].indexOf(element)
  const name = `${index} ${path(element)}`
  if (out === 0) return { name, cut: '' }
  // Where the element itself reaches over the edge, it is scrolled, and its ring with it.
  const isCut = (beyond: number): boolean => beyond <= 0.5 && beyond + out > 0.5
  const edges = (outer: { left: number; right: number; top: number; bottom: number }): string[] => [
    ...(isCut(outer.left - box.left) ? ['left'] : []),
    ...(isCut(box.right - outer.right) ? ['right'] : []),
    ...(isCut(outer.top - box.top) ? ['top'] : []),
    ...(isCut(box.bottom - outer.bottom) ? ['bottom'] : []),
  ]
  for (let outer = element.parentElement; outer; outer = outer.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(outer)
    if (overflowX === 'visible' && overflowY === 'visible') continue
    const rect = outer.getBoundingClientRect()
    // Inside of borders and scrollbars.
    const left = rect.left + outer.clientLeft
    const top = rect.top + outer.clientTop
    const inner = { left, top, right: left + outer.clientWidth, bottom: top + outer.clientHeight }
    const cut = edges(inner)
    if (cut.length > 0) return { name, cut: `${cut.join(' and ')} by ${path(outer).slice(0, 60)}` }
  }
  return { name, cut: '' }
}
