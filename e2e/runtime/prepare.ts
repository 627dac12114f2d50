import process from 'node:process'
import { parseArgs } from 'node:util'
import { resolveElectron } from './electron.ts'
import { ensureSystem } from './system.ts'

async function prepare(): Promise<void> {
  const { values } = parseArgs({ options: { tests: { type: 'boolean', default: false } } })
  const runtime = await resolveElectron()
  const installed = await ensureSystem(runtime.executable, values.tests)
  const kind = runtime.fallback ? 'test runtime' : 'the shipped version'
  const system = installed.packages.length > 0 ? installed.packages.join(', ') : 'complete'
  process.stdout.write(`Electron ${runtime.version} (${kind}); system libraries: ${system}.\n`)
}

prepare().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
