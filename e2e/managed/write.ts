/** `npm run managed`: writes the files for administrators anew. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { FOLDER, managedFiles } from './files.ts'

const folder = fileURLToPath(new URL(`../../${FOLDER}`, import.meta.url))
rmSync(folder, { recursive: true, force: true })
for (const [name, content] of Object.entries(managedFiles())) {
  const file = path.join(folder, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, content)
}
