// Loaded into Electron before the app (`-r`): keeps the app from getting ready, and so from opening a
// window, until Playwright is attached and calls `__playwright_run`. Attached to a window that is just
// going from its empty page to its first one, Playwright is told of neither and waits for ever.
//
// Playwright's own loader does the same, but also sets some forty Chromium switches, among them ones
// that keep Chromium from the network; the tests are to see the app as its users have it.
const { app } = require('electron')

const emit = app.emit.bind(app)
const isReady = app.isReady.bind(app)
const whenReady = app.whenReady.bind(app)
const ready = whenReady()
let details = []
let letGo = () => undefined
const hasBeenLetGo = new Promise((resolve) => {
  letGo = resolve
})

app.emit = (event, ...values) => {
  if (event !== 'ready') return emit(event, ...values)
  details = values
  return true
}
app.isReady = () => false
app.whenReady = () => hasBeenLetGo

Reflect.set(globalThis, '__playwright_run', async () => {
  await ready
  Object.assign(app, { emit, isReady, whenReady })
  letGo()
  emit('ready', ...details)
})
