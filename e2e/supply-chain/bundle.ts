import path from 'node:path'
import { createBuilder, type Plugin } from 'vite'
import { repositoryRoot } from '../runtime/paths.ts'

/** The folder of the package that a bundled module is from, undefined for the app's own. */
export function packageOf(moduleId: string, root: string): string | undefined {
  const file = path.relative(root, moduleId.replace(/^\0/, '').replace(/\?.*$/, ''))
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]
}

/**
 * By the folder of a package below the repository, the parts of the app that took something from it,
 * as `vite.config.mts` calls them.
 */
export type Bundled = ReadonlyMap<string, ReadonlySet<string>>

/** Builds the app as it is shipped, writes nothing, and returns all packages that are in it. */
export async function bundledPackages(): Promise<Bundled> {
  const places = new Map<string, Set<string>>()
  const watch: Plugin = {
    name: 'bundled-packages',
    sharedDuringBuild: true,
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue
        for (const [id, { renderedLength }] of Object.entries(output.modules)) {
          const place = packageOf(id, repositoryRoot)
          // A style sheet leaves the JavaScript that it came through empty.
          if (place && (renderedLength > 0 || id.includes('.css')))
            places.set(place, (places.get(place) ?? new Set()).add(this.environment.name))
        }
      }
    },
  }
  const builder = await createBuilder({
    configFile: path.join(repositoryRoot, 'vite.config.mts'),
    mode: 'shipped',
    root: path.join(repositoryRoot, 'renderer'),
    logLevel: 'error',
    build: { write: false },
    plugins: [watch],
  })
  await builder.buildApp()
  return places
}
