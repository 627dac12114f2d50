import './styles/skeleton.css'
import { LANGUAGES } from '../electron/texts/languages.ts'
import { offerOf } from '../electron/texts/speech.ts'

/** Longest wait for the first paint; a window that is still hidden may never report one. */
const FIRST_PAINT_MS = 150

// The outline in index.html is painted before the app's own code is loaded.
let started = false
const start = (): void => {
  if (started) return
  started = true
  // Asked for together, so that the main process can turn to the services when both are on their way.
  // Words that cannot be loaded are told of by who needs them.
  const { language = '' } = document.documentElement.dataset
  offerOf(LANGUAGES, language)
    ?.load()
    .catch(() => undefined)
  void import('./mount.tsx').then(({ mount }) => mount())
}
requestAnimationFrame(() => setTimeout(start, 0))
setTimeout(start, FIRST_PAINT_MS)
