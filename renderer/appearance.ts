import { applyMode, disableMotion, Mode } from '@cloudscape-design/global-styles'

/**
 * Follows the operating system: light or dark, less motion where that is asked for, and colours that
 * are not the app's to choose.
 */
export function followSystemAppearance(): void {
  follow('(prefers-color-scheme: dark)', (dark) => applyMode(dark ? Mode.Dark : Mode.Light))
  follow('(prefers-reduced-motion: reduce)', (reduced) => disableMotion(reduced))
  follow('(forced-colors: active)', (forced) => mark('forced-colors', forced))
}

/** A high-contrast theme of the desktop, which no query in the page tells of on Linux. */
export function showMoreContrast(asked: boolean): void {
  mark('more-contrast', asked)
}

/** For `styles/contrast.css`, whose rules both are answered with. */
function mark(name: 'forced-colors' | 'more-contrast', on: boolean): void {
  document.documentElement.classList.toggle(name, on)
}

function follow(query: string, apply: (matches: boolean) => void): void {
  const list = window.matchMedia(query)
  apply(list.matches)
  list.addEventListener('change', (event) => apply(event.matches))
}
