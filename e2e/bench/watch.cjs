const { app } = require('electron')

/**
 * Tells on stderr when the first page was painted, and when somebody could use it: the checklist is
 * drawn, and a button that does something in a step is in view, not disabled, not covered, and has been
 * painted. Runs in the page. Times are `Date.now()`'s.
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
    const look = () => {
      if (!usable()) return false
      watching.disconnect()
      // In the next frame what is there now is drawn; the task after it runs when it has been handed on.
      requestAnimationFrame(() => {
        setTimeout(() => {
          const [paint] = performance.getEntriesByName('first-contentful-paint')
          resolve({
            painted: performance.timeOrigin + (paint ? paint.startTime : performance.now()),
            usable: performance.timeOrigin + performance.now(),
          })
        }, 0)
      })
      return true
    }
    const watching = new MutationObserver(look)
    if (!look()) watching.observe(document, { subtree: true, childList: true, attributes: true })
  })
}

app.once('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', () => {
    contents.executeJavaScript(`(${untilUsable.toString()})()`).then(
      (seen) => process.stderr.write(`usable: ${JSON.stringify(seen)}\n`),
      (error) => process.stderr.write(`never usable: ${error}\n`),
    )
  })
})
