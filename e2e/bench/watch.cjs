const { app } = require('electron')
const path = require('node:path')

/** Files of the app's build that the main process has loaded. */
const loaded = () => {
  const build = path.join(app.getAppPath(), 'dist')
  const files = Object.keys(require.cache).filter((file) => file.startsWith(build))
  return files.map((file) => path.relative(build, file))
}

// What is loaded when the outline of the page has come is loaded before its first paint.
let loadedBefore = []
app.once('web-contents-created', (_event, contents) => {
  contents.once('did-finish-load', () => {
    loadedBefore = loaded()
  })
})

/** When the page was first painted, as Chromium has recorded it (https://w3c.github.io/paint-timing/). */
function firstPaint() {
  return new Promise((resolve) => {
    new PerformanceObserver((list, observer) => {
      const [paint] = list.getEntriesByName('first-contentful-paint')
      if (!paint) return
      observer.disconnect()
      resolve(performance.timeOrigin + paint.startTime)
    }).observe({ type: 'paint', buffered: true })
  })
}

/**
 * When somebody could use the page: the checklist is drawn, and a button that does something in a step is in
 * view, not disabled and not covered; and the frame with it is done, since the next one begins.
 */
function untilUsable() {
  const usable = () => {
    const steps = [...document.querySelectorAll('[data-step][data-status]')]
    const panels = steps.map(({ dataset }) => `[data-panel="${dataset.step}"] [data-action]`)
    if (panels.length === 0) return false
    return [...document.querySelectorAll(panels.join())].some((button) => {
      if (button.matches(':disabled, [aria-disabled="true"]')) return false
      const { left, top, width, height } = button.getBoundingClientRect()
      const hit = document.elementFromPoint(left + width / 2, top + height / 2)
      return width > 0 && height > 0 && button.contains(hit)
    })
  }
  return new Promise((resolve) => {
    const nextFrame = (then) => requestAnimationFrame(() => requestAnimationFrame(then))
    const look = () => {
      if (!usable()) return false
      watching.disconnect()
      nextFrame(() => resolve(performance.timeOrigin + performance.now()))
      return true
    }
    const watching = new MutationObserver(look)
    if (!look()) watching.observe(document, { subtree: true, childList: true, attributes: true })
  })
}

const both = `Promise.all([${firstPaint.toString()}, ${untilUsable.toString()}].map((when) => when()))`

const tell = (seen) => process.stderr.write(`usable: ${JSON.stringify(seen)}\n`)

// One line on stderr, with times as of `Date.now()`. Electron loads this before either app.
app.once('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', () => {
    contents.executeJavaScript(both).then(
      ([painted, usable]) =>
        tell({ painted, usable: Math.max(painted, usable), loadedBefore, loaded: loaded() }),
      (error) => process.stderr.write(`never usable: ${error}\n`),
    )
  })
})
