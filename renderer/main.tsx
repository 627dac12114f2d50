import './styles/skeleton.css'

/** Longest wait for the first paint; a window that is still hidden may never report one. */
const FIRST_PAINT_MS = 150

// The outline in index.html is painted before the app's own code is loaded.
let started = false
const start = (): void => {
  if (started) return
  started = true
  void import('./mount.tsx').then(({ mount }) => mount())
}
requestAnimationFrame(() => setTimeout(start, 0))
setTimeout(start, FIRST_PAINT_MS)
