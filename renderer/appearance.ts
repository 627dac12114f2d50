import { applyMode, disableMotion, Mode } from '@cloudscape-design/global-styles'

/** Follows the operating system: light or dark, and less motion where that is asked for. */
export function followSystemAppearance(): void {
  follow('(prefers-color-scheme: dark)', (dark) => applyMode(dark ? Mode.Dark : Mode.Light))
  follow('(prefers-reduced-motion: reduce)', (reduced) => disableMotion(reduced))
}

function follow(query: string, apply: (matches: boolean) => void): void {
  const list = window.matchMedia(query)
  apply(list.matches)
  list.addEventListener('change', (event) => apply(event.matches))
}
