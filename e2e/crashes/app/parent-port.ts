/**
 * Runs a program of Electron's utility process under Node: the port to the parent is the only thing
 * of Electron that it uses.
 */
import { pathToFileURL } from 'node:url'

const port = {
  on: (_event: 'message', listener: (event: { data: unknown }) => void) =>
    process.on('message', (data) => listener({ data })),
  postMessage: (reply: object) => process.send?.(reply),
}
Object.assign(process, { parentPort: port })

import(pathToFileURL(process.argv[2] ?? '').href).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`)
  process.exit(1)
})
