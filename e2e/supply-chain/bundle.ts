import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createBuilder } from 'vite'
import { z } from 'zod'
import type { PackagedEdition } from '../../electron/start/edition.ts'
import { type BuildRecord, buildRecorder } from '../bundling/build-record.ts'
import { repositoryRoot } from '../runtime/paths.ts'

/**
 * By the folder of a package below the repository, the parts of the app that took something from it,
 * as `vite.config.mts` calls them.
 */
export type Bundled = ReadonlyMap<string, ReadonlySet<string>>

/** Builds the app as it is shipped, writes nothing, and returns what is in it. */
export async function bundledNow(): Promise<BuildRecord> {
  const { plugin, record } = buildRecorder(repositoryRoot)
  const builder = await createBuilder({
    configFile: path.join(repositoryRoot, 'vite.config.mts'),
    mode: 'shipped',
    root: path.join(repositoryRoot, 'renderer'),
    logLevel: 'error',
    build: { write: false },
    plugins: [{ ...plugin, name: 'bundled-now' }],
  })
  await builder.buildApp()
  return record()
}

/** Its packages by folder, for the list of dependencies. */
export const byFolder = ({ packages }: BuildRecord): Bundled =>
  new Map(packages.map(({ place, parts }) => [place, new Set(parts)]))

const names = z.array(z.string())
const recordShape = z.strictObject({
  imports: names,
  packages: z.array(
    z.strictObject({ place: z.string(), parts: names, imports: names, notices: names }),
  ),
})

/** What the build of an edition wrote down of itself (`vite.config.mts`). */
export function recordOf(edition: PackagedEdition): BuildRecord {
  const file = path.join(repositoryRoot, 'build', `${edition}.json`)
  return recordShape.parse(JSON.parse(readFileSync(file, 'utf8')))
}
