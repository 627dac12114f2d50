import type { Page } from 'playwright'

/**
 * Controls and marks that stand out too little from what is behind them: the edge of a field, the edge
 * or the ground of a button, a mark of a state, less than 3:1 (WCAG 1.4.11). What cannot be used may be
 * faint, and forced colours are the system's.
 */
export function faint(window: Page): Promise<string[]> {
  return window.evaluate(faintOnes)
}

/** Runs in the page. */
function faintOnes(): string[] {
  type Colour = readonly [red: number, green: number, blue: number, alpha: number]
  const brush = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  if (!brush) throw new Error('the page gives no canvas')
  /** As it is drawn, in whatever notation it was given. */
  const parsed = (css: string): Colour => {
    brush.clearRect(0, 0, 1, 1)
    brush.fillStyle = css
    brush.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0, alpha = 0] = brush.getImageData(0, 0, 1, 1).data
    return [red, green, blue, alpha / 255]
  }
  const over = ([r, g, b, alpha]: Colour, [red, green, blue]: Colour): Colour => {
    const mix = (above: number, below: number): number => above * alpha + below * (1 - alpha)
    return [mix(r, red), mix(g, green), mix(b, blue), 1]
  }
  const behind = (element: Element | null): Colour => {
    if (!element) return parsed('Canvas')
    const own = parsed(getComputedStyle(element).backgroundColor)
    return own[3] === 1 ? own : over(own, behind(element.parentElement))
  }
  /** WCAG's relative luminance. */
  const luminance = ([red, green, blue]: Colour): number => {
    const linear = (value: number): number => {
      const part = value / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
  const contrast = (one: Colour, other: Colour): number => {
    const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
    return (light + 0.05) / (dark + 0.05)
  }
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true }) &&
    !element.closest('.for-screen-readers, [aria-disabled="true"], :disabled')
  const named = (element: Element): string =>
    `${element.tagName.toLowerCase()}.${(element.getAttribute('class') ?? '').slice(0, 40)} “${(element.textContent ?? '').trim().slice(0, 40)}”`

  const found: string[] = []
  const told = (element: Element, what: string, seen: readonly number[]): void => {
    const best = Math.max(...seen)
    if (best < 3) found.push(`faint: ${what} of ${named(element)}, ${best.toFixed(2)}:1`)
  }
  const top = document.querySelector('dialog[open]') ?? document.body
  for (const control of top.querySelectorAll('input, textarea, select, button')) {
    const style = getComputedStyle(control)
    const outside = behind(control.parentElement)
    // A button without edge and ground is told by its text, which has a rule of its own.
    const hasEdge = parseFloat(style.borderTopWidth) > 0 && style.borderTopStyle !== 'none'
    const isField = !control.matches('button, [type="radio"], [type="checkbox"]')
    if (!isShown(control) || !isField || !hasEdge) continue
    const edge = over(parsed(style.borderTopColor), outside)
    told(control, 'edge', [contrast(edge, outside), contrast(behind(control), outside)])
  }
  for (const mark of top.querySelectorAll('svg')) {
    if (!isShown(mark) || mark.closest('button:not(.line), a')) continue
    const { color } = getComputedStyle(mark)
    const ground = behind(mark)
    told(mark, 'mark', [contrast(over(parsed(color), ground), ground)])
  }
  return [...new Set(found)]
}
