import { screen, type BrowserWindow, type Rectangle } from 'electron'
import { placeOf, placeOn, type Place } from './place.ts'

/** Milliseconds of rest after which a window that is moved or resized has found its place. */
const REST = 400

/** What windows may cover of each screen, the primary one first. Electron must be ready. */
export function workAreas(): readonly [Rectangle, ...Rectangle[]] {
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id)
  return [primary.workArea, ...others.map(({ workArea }) => workArea)]
}

/** Keeps the window where it can be seen, and not larger than its screen, when the screens change. */
export function followScreens(window: BrowserWindow): void {
  const fit = (): void => {
    if (window.isDestroyed()) return
    const { bounds, smallest } = placeOn(workAreas(), placeOf(window))
    window.setMinimumSize(smallest.width, smallest.height)
    // The system itself looks after one that fills its screen.
    if (!window.isMaximized() && !window.isFullScreen()) window.setBounds(bounds)
  }
  screen.on('display-removed', fit)
  screen.on('display-metrics-changed', fit)
  window.on('closed', () => {
    screen.off('display-removed', fit)
    screen.off('display-metrics-changed', fit)
  })
}

/** Calls `found` with each place that the window has come to rest at, and with its last one. */
export function watchPlace(window: BrowserWindow, found: (place: Place) => void): void {
  let last = JSON.stringify(placeOf(window))
  let resting: NodeJS.Timeout | undefined
  const tell = (): void => {
    clearTimeout(resting)
    if (window.isDestroyed() || window.isFullScreen()) return
    const place = placeOf(window)
    if (JSON.stringify(place) === last) return
    last = JSON.stringify(place)
    found(place)
  }
  const moved = (): void => {
    clearTimeout(resting)
    resting = setTimeout(tell, REST)
  }
  window.on('move', moved)
  window.on('resize', moved)
  window.on('maximize', moved)
  window.on('unmaximize', moved)
  window.on('close', tell)
}
