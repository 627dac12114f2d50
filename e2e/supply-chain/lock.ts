import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { repositoryRoot } from '../runtime/paths.ts'
import { DATA } from './reasons.ts'

const versions = z.record(z.string(), z.string()).default({})

const manifestShape = z.object({
  name: z.string(),
  version: z.string(),
  dependencies: versions,
  devDependencies: versions,
})
export type Manifest = z.infer<typeof manifestShape>

const entryShape = z.object({
  /** Only where the folder is called otherwise: an alias. */
  name: z.string().optional(),
  version: z.string(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  license: z.string().optional(),
  engines: versions,
  dev: z.boolean().default(false),
  optional: z.boolean().default(false),
  link: z.boolean().default(false),
  hasInstallScript: z.boolean().default(false),
})

const lockShape = z.object({
  lockfileVersion: z.number(),
  packages: z.looseObject({ '': manifestShape }).catchall(z.unknown()),
})

/** One package of the lockfile; `place` is its folder below the repository. */
export type Locked = Omit<z.infer<typeof entryShape>, 'name'> & {
  readonly place: string
  readonly name: string
}
export type Lock = {
  readonly lockfileVersion: number
  /** What the lockfile says that `package.json` asks for. */
  readonly root: Manifest
  readonly packages: readonly Locked[]
}

function json(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}

export function readManifest(folder = repositoryRoot): Manifest {
  return manifestShape.parse(json(path.join(folder, 'package.json')))
}

/** The lockfile of a folder, every package in the lockfile's own order. */
export function readLock(folder = repositoryRoot): Lock {
  const { lockfileVersion, packages } = lockShape.parse(
    json(path.join(folder, 'package-lock.json')),
  )
  const { '': root, ...others } = packages
  return {
    lockfileVersion,
    root,
    packages: Object.entries(others).map(([place, entry]) => {
      const { name, ...facts } = entryShape.parse(entry)
      return { ...facts, place, name: name ?? nameAt(place) }
    }),
  }
}

/** The name of the package in a folder: what follows the last `node_modules`. */
function nameAt(place: string): string {
  return place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
}

/** What `npm ci --omit=dev` would install: everything the app could be built from. */
export function runtimeOf({ packages }: Lock): readonly Locked[] {
  return packages.filter(({ dev }) => !dev)
}

/** What the app carries data of. */
export function dataOf({ packages }: Lock): readonly Locked[] {
  return packages.filter(({ name }) => Object.hasOwn(DATA, name))
}
