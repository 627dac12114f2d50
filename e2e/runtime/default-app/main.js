// The test runtime's own default app is not in its tarball, so this takes its place: it starts the
// app folder named on the command line the way the stock `electron` command does.
import { app } from 'electron'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'

const require = createRequire(import.meta.url)
const preloads = []
let target

for (let i = 1; i < process.argv.length; i += 1) {
  const argument = process.argv[i]
  if (argument === '--version' || argument === '-v') {
    process.stdout.write(`v${process.versions.electron}\n`)
    process.exit(0)
  }
  if (argument === '-r' || argument === '--require') {
    i += 1
    preloads.push(process.argv[i])
  } else if (!argument.startsWith('-')) {
    target = path.resolve(argument)
    break
  }
}

if (target === undefined) {
  process.stderr.write('The test runtime needs the folder of an app as its argument.\n')
  process.exit(1)
}

for (const preload of preloads) require(path.resolve(preload))

Object.defineProperty(process, 'defaultApp', { enumerable: true, value: true })

const manifestPath = path.join(target, 'package.json')
if (existsSync(manifestPath)) {
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'))
  if (manifest.version) app.setVersion(manifest.version)
  const name = manifest.productName ?? manifest.name
  if (name) app.setName(name)
  app.setDesktopName(manifest.desktopName ?? `${app.getName()}.desktop`)
}

// Awaited at the top level: `ready` must not fire before the app has added its listeners.
try {
  const entry = require.resolve(target)
  app.setAppPath(existsSync(manifestPath) ? target : path.dirname(entry))
  await import(pathToFileURL(entry).href)
} catch (error) {
  process.stderr.write(`${error.stack}\n`)
  process.exit(1)
}
