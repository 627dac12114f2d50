import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'

/** A package of which a build of the app has something in it. */
type BundledPackage = {
  /** Its folder below the repository. */
  readonly place: string
  /** The parts of the app that took something from it, as `vite.config.mts` calls them. */
  readonly parts: readonly string[]
  /** The folders of the packages from which its modules import, as far as they are in the build. */
  readonly imports: readonly string[]
  /** What its own files say in comments about who made them and under which licence, each once. */
  readonly notices: readonly string[]
}

/** What is in a build of the app that the app's authors did not write. */
export type BuildRecord = {
  /** The folders of the packages from which the app's own modules import. */
  readonly imports: readonly string[]
  readonly packages: readonly BundledPackage[]
}

/** The file of a module, without what the bundler adds to its name. */
const fileOf = (moduleId: string): string => moduleId.replace(/^\0/, '').replace(/\?.*$/, '')

/** The folder of the package that a bundled module is from, undefined for the app's own. */
export function packageOf(moduleId: string, root: string): string | undefined {
  const file = path.relative(root, fileOf(moduleId)).split(path.sep).join('/')
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]
}

const COMMENT = /\/\*[^]*?\*\/|(?:^[ \t]*\/\/.*\r?\n?)+/gm
const ABOUT_RIGHTS = /copyright|licen[sc]e|vendored|\(c\)|©/i

/** The comments of a source that say who made it, or under which licence: minifying drops most of them. */
export function noticesIn(source: string): readonly string[] {
  return (source.match(COMMENT) ?? [])
    .filter((comment) => ABOUT_RIGHTS.test(comment))
    .map((comment) =>
      comment
        .split(/\r?\n/)
        .map((line) =>
          line.replace(/^\s*(?:\/\/|\/\*+!?|\*+(?!\/|\*))? ?|\s*\**\*\/\s*$/g, '').trimEnd(),
        )
        .join('\n')
        .trim(),
    )
}

type Found = Record<'parts' | 'imports' | 'notices', Set<string>>

/**
 * Notes while the app is built what of which package comes to be in it: by the bundler's own graph, so that
 * neither a lockfile nor a manifest is believed. What a build leaves out of a package does not count, but
 * for style sheets, which leave the JavaScript that they came through empty.
 */
export function buildRecorder(root: string): {
  readonly plugin: Plugin
  readonly record: () => BuildRecord
} {
  const found = new Map<string, Found>()
  const own = new Set<string>()
  const plugin: Plugin = {
    name: 'build-record',
    sharedDuringBuild: true,
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue
        for (const [id, { renderedLength }] of Object.entries(output.modules)) {
          if (renderedLength === 0 && !id.includes('.css')) continue
          const place = packageOf(id, root)
          const imported = (this.getModuleInfo(id)?.importedIds ?? [])
            .map((other) => packageOf(other, root))
            .filter((other) => other !== undefined && other !== place)
          if (place === undefined) {
            for (const other of imported) if (other !== undefined) own.add(other)
            continue
          }
          const entry = found.get(place) ?? {
            parts: new Set(),
            imports: new Set(),
            notices: new Set(),
          }
          found.set(place, entry)
          entry.parts.add(this.environment.name)
          for (const other of imported) if (other !== undefined) entry.imports.add(other)
          for (const notice of noticesIn(readFileSync(fileOf(id), 'utf8')))
            entry.notices.add(notice)
        }
      }
    },
  }
  const included = (others: ReadonlySet<string>): string[] =>
    [...others].filter((other) => found.has(other)).toSorted()
  const record = (): BuildRecord => ({
    imports: included(own),
    packages: [...found]
      .map(([place, { parts, imports, notices }]) => ({
        place,
        parts: [...parts].toSorted(),
        imports: included(imports),
        notices: [...notices].toSorted(),
      }))
      .toSorted((one, other) => (one.place < other.place ? -1 : 1)),
  })
  return { plugin, record }
}

/** The same, written into a file whenever a part of the app has been written. */
export function recordedIn(file: string, root: string): Plugin {
  const { plugin, record } = buildRecorder(root)
  return {
    ...plugin,
    writeBundle() {
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(file, `${JSON.stringify(record(), null, 2)}\n`)
    },
  }
}
