/**
 * `npm run review-pack`: the review pack and the user guide, in every language, into `release/review-pack/`,
 * as pages and as PDF. With `--write` the pages in `resources/review-pack/`, which are committed, are made anew.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { repositoryRoot } from '../runtime/paths.ts'
import { makePack, packDate } from './make.ts'
import { pages } from './pages.ts'
import { PACK_FOLDER } from './picture-ids.ts'

const HELP = `npm run review-pack [-- --write]

  The review pack for security and IT, and the user guide, in every language: pages and PDF, into
  release/review-pack.

  --write  only makes the committed pages in resources/review-pack anew
`

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return void process.stdout.write(HELP)
  if (values.write) {
    await mkdir(PACK_FOLDER, { recursive: true })
    for (const { name, html } of await pages()) await writeFile(path.join(PACK_FOLDER, name), html)
    return
  }
  const out = path.join(repositoryRoot, 'release', 'review-pack')
  for (const { file, bytes } of await makePack(out, packDate()))
    process.stdout.write(
      `${path.relative(repositoryRoot, file)} (${(bytes / 1000).toFixed(0)} kB)\n`,
    )
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
