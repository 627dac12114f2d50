/**
 * An Electron without a window that forks utility processes as the app does, and passes on what is
 * said on either side. Started with a channel to its parent; the first argument is the program to fork.
 */
const { app, utilityProcess } = require('electron')

const program = process.argv.at(-1)
const children = new Map()
const tell = (n, what, text) => process.send({ n, what, ...(text === undefined ? {} : { text }) })

process.on('message', ({ n, what, message }) => {
  if (what === 'fork') {
    const child = utilityProcess.fork(program, [], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    })
    children.set(n, child)
    child.on('message', (reply) => process.send({ n, what: 'reply', reply }))
    child.once('exit', (code) => tell(n, 'exit', String(code)))
    child.stderr.on('data', (text) => tell(n, 'complaint', String(text)))
  } else if (what === 'kill') children.get(n)?.kill()
  else children.get(n)?.postMessage(message)
})
process.on('disconnect', () => app.exit())
void app.whenReady().then(() => tell(0, 'ready'))
