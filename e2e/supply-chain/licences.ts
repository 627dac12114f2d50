import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { repositoryRoot } from '../runtime/paths.ts'

/** Ask for the licence's text and the author's name to be kept, and for nothing else. */
export const PERMISSIVE: readonly string[] = [
  'MIT',
  'Apache-2.0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
]

/** Other licences of tools that are never shipped, by package, each with why it is accepted. */
export const ACCEPTED_FOR_TOOLS: readonly {
  readonly licence: string
  readonly packages: RegExp
  readonly why: string
}[] = [
  {
    licence: 'MPL-2.0',
    packages: /^(axe-core|ical[.]js|lightningcss(-[a-z0-9-]+)?)$/,
    why: 'Binds changes to its own files, which are used unchanged, to test and to build.',
  },
  {
    licence: 'MIT OR Apache-2.0',
    packages: /^parquet-wasm$/,
    why: 'Taken under MIT; writes files for the tests.',
  },
  {
    licence: 'BlueOak-1.0.0',
    packages: /^(chownr|graceful-fs|isexe|minimatch|minipass|sax|tar|yallist)$/,
    why: 'As permissive as MIT; only newer than the lists that name the usual ones.',
  },
  {
    licence: 'Python-2.0',
    packages: /^argparse$/,
    why: 'Permissive; a port of a module of Python, for the packaging tool’s options.',
  },
  {
    licence: 'WTFPL',
    packages: /^truncate-utf8-bytes$/,
    why: 'Asks for nothing; shortens file names in the packaging tool.',
  },
  {
    licence: 'WTFPL OR ISC',
    packages: /^sanitize-filename$/,
    why: 'Taken under ISC; cleans file names in the packaging tool.',
  },
  {
    licence: '(WTFPL OR MIT)',
    packages: /^utf8-byte-length$/,
    why: 'Taken under MIT; counts bytes in the packaging tool.',
  },
  {
    licence: '(MIT OR CC0-1.0)',
    packages: /^type-fest$/,
    why: 'Taken under MIT; types only.',
  },
]

const installedShape = z.object({
  version: z.string(),
  license: z.string().optional(),
})

/** Version and licence as the installed package itself states them. */
export function installed(place: string): z.infer<typeof installedShape> {
  const file = path.join(repositoryRoot, place, 'package.json')
  return installedShape.parse(JSON.parse(readFileSync(file, 'utf8')))
}
