import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { repositoryRoot } from '../runtime/paths.ts'
import { bundledPackages } from './bundle.ts'
import { dependencyDocument } from './document.ts'
import { readLock, readManifest } from './lock.ts'

const file = path.join(repositoryRoot, 'resources', 'security', 'dependencies.md')

/** With `--write` the list is written, else compared. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      write: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
    },
  })
  const text = dependencyDocument(readManifest(), readLock(), await bundledPackages())
  if (values.write) {
    writeFileSync(file, text)
    return
  }
  if (readFileSync(file, 'utf8') === text) return
  throw new Error(
    'resources/security/dependencies.md is out of date. Run "npm run dependencies -- --write".',
  )
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
