/**
 * `npx tsx e2e/profiles/write-shapes.ts`: writes down the shape of each version that has none yet.
 * What is written down is never replaced: a changed shape is a new version (`electron/files/kept.ts`).
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { KEPT, shapeFile, shapesNow } from './shapes.ts'

for (const name of KEPT) {
  const { version, shape } = shapesNow[name]
  const file = shapeFile(name, version)
  if (existsSync(file)) continue
  mkdirSync(new URL('.', file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(shape, null, 2)}\n`)
  process.stdout.write(`written: ${name} ${version}\n`)
}
