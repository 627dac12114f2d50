import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { z } from 'zod'

/** By the names of `process.versions`, what a runtime is made of. */
export type Versions = Readonly<Record<string, string>>

/** The environment in which an Electron whose fuse still allows it runs as Node. */
const asNode = { ELECTRON_RUN_AS_NODE: '1' }

/**
 * The versions that an Electron tells of itself. It has to be one that can run here, and whose fuses have not
 * been set: the packaged program does not run as Node any more.
 */
export async function versionsToldBy(executable: string): Promise<Versions> {
  const { stdout } = await promisify(execFile)(
    executable,
    ['--print', 'JSON.stringify(process.versions)'],
    { env: asNode },
  )
  return z.record(z.string(), z.string()).parse(JSON.parse(stdout))
}

/** Where the program has its versions written: as the identity of its requests, and of its engine. */
const WRITTEN: Readonly<Record<string, RegExp>> = {
  chrome: /Chrome\/(\d+\.\d+\.\d+\.\d+) Electron\//,
  electron: /Chrome\/[\d.]+ Electron\/(\d+\.\d+\.\d+)/,
  node: /nodejs\.org\/download\/release\/v(\d+\.\d+\.\d+)\//,
  v8: /\0(\d+\.\d+\.\d+\.\d+-electron\.\d+)\0/,
}

/**
 * The versions that stand in an Electron for another system, which cannot be asked here: fewer than it would
 * tell. Throws naming one that is not where it is expected.
 */
export async function versionsWrittenIn(executable: string): Promise<Versions> {
  const text = (await readFile(executable)).toString('latin1')
  return Object.fromEntries(
    Object.entries(WRITTEN).map(([name, pattern]) => {
      const version = pattern.exec(text)?.[1]
      if (version === undefined) throw new Error(`${executable} does not say which ${name} it has.`)
      return [name, version]
    }),
  )
}

/** The version of a build of FFmpeg, by what stands in its library: a commit, not a release. */
export async function ffmpegVersionIn(library: string): Promise<string> {
  const text = (await readFile(library)).toString('latin1')
  const version = /FFmpeg version ([\w.-]+)\0/.exec(text)?.[1]
  if (version === undefined) throw new Error(`${library} does not say which FFmpeg it is.`)
  return version
}

/** What is known of a part of the runtime besides its version. */
export type RuntimePart = {
  readonly name: string
  readonly supplier: string
  /** By SPDX. What else is in it has its licence in `LICENSES.chromium.html`. */
  readonly licence: string
  readonly purl?: (version: string) => string
  /** Vendor and product, as the National Vulnerability Database calls them. */
  readonly cpe?: string
}

const onGitHub =
  (repository: string, tag = '') =>
  (version: string): string =>
    `pkg:github/${repository}@${tag}${version}`

/**
 * What Node.js brings along, by its name in `process.versions`. Source: Node.js, “Maintaining dependencies”, and
 * the LICENSE of each.
 */
export const IN_NODE: Readonly<Record<string, RuntimePart>> = {
  acorn: {
    name: 'acorn',
    supplier: 'acornjs',
    licence: 'MIT',
    purl: (version) => `pkg:npm/acorn@${version}`,
  },
  ada: {
    name: 'Ada',
    supplier: 'ada-url',
    licence: 'MIT OR Apache-2.0',
    purl: onGitHub('ada-url/ada', 'v'),
  },
  ares: {
    name: 'c-ares',
    supplier: 'c-ares',
    licence: 'MIT',
    purl: onGitHub('c-ares/c-ares', 'v'),
    cpe: 'c-ares:c-ares',
  },
  amaro: {
    name: 'amaro',
    supplier: 'nodejs',
    licence: 'MIT',
    purl: (version) => `pkg:npm/amaro@${version}`,
  },
  base64: {
    name: 'base64',
    supplier: 'aklomp',
    licence: 'BSD-2-Clause',
    purl: onGitHub('aklomp/base64', 'v'),
  },
  brotli: {
    name: 'Brotli',
    supplier: 'Google',
    licence: 'MIT',
    purl: onGitHub('google/brotli', 'v'),
    cpe: 'google:brotli',
  },
  cjs_module_lexer: {
    name: 'cjs-module-lexer',
    supplier: 'nodejs',
    licence: 'MIT',
    purl: (version) => `pkg:npm/cjs-module-lexer@${version}`,
  },
  icu: {
    name: 'ICU',
    supplier: 'Unicode',
    licence: 'Unicode-3.0',
    cpe: 'icu-project:international_components_for_unicode',
  },
  llhttp: {
    name: 'llhttp',
    supplier: 'nodejs',
    licence: 'MIT',
    purl: onGitHub('nodejs/llhttp', 'v'),
    cpe: 'llhttp:llhttp',
  },
  nghttp2: {
    name: 'nghttp2',
    supplier: 'nghttp2',
    licence: 'MIT',
    purl: onGitHub('nghttp2/nghttp2', 'v'),
    cpe: 'nghttp2:nghttp2',
  },
  simdjson: {
    name: 'simdjson',
    supplier: 'simdjson',
    licence: 'Apache-2.0 OR MIT',
    purl: onGitHub('simdjson/simdjson', 'v'),
  },
  simdutf: {
    name: 'simdutf',
    supplier: 'simdutf',
    licence: 'Apache-2.0 OR MIT',
    purl: onGitHub('simdutf/simdutf', 'v'),
  },
  sqlite: { name: 'SQLite', supplier: 'SQLite', licence: 'blessing', cpe: 'sqlite:sqlite' },
  undici: {
    name: 'undici',
    supplier: 'nodejs',
    licence: 'MIT',
    purl: (version) => `pkg:npm/undici@${version}`,
    cpe: 'nodejs:undici',
  },
  uv: {
    name: 'libuv',
    supplier: 'libuv',
    licence: 'MIT',
    purl: onGitHub('libuv/libuv', 'v'),
    cpe: 'libuv:libuv',
  },
  uvwasi: {
    name: 'uvwasi',
    supplier: 'nodejs',
    licence: 'MIT',
    purl: onGitHub('nodejs/uvwasi', 'v'),
  },
  zlib: { name: 'zlib', supplier: 'zlib', licence: 'Zlib', cpe: 'zlib:zlib' },
  zstd: {
    name: 'Zstandard',
    supplier: 'Meta',
    licence: 'BSD-3-Clause OR GPL-2.0-only',
    purl: onGitHub('facebook/zstd', 'v'),
    cpe: 'facebook:zstandard',
  },
}

/** What `process.versions` tells besides, and why it is no part of its own. */
export const NO_PARTS: Readonly<Record<string, string>> = {
  chrome: 'A component of Electron.',
  cldr: 'Data within ICU.',
  electron: 'What the others are in.',
  modules: 'The number of an interface.',
  napi: 'The number of an interface.',
  node: 'A component of Electron.',
  openssl: 'Electron has BoringSSL, Chromium’s, in its place, and tells 0.0.0.',
  tz: 'Data within ICU.',
  unicode: 'Data within ICU.',
  v8: 'A component of Electron.',
}

/** What Electron is made of. */
export const IN_ELECTRON = {
  electron: {
    name: 'electron',
    supplier: 'OpenJS Foundation',
    licence: 'MIT',
    purl: onGitHub('electron/electron', 'v'),
    cpe: 'electronjs:electron',
  },
  chrome: {
    name: 'Chromium',
    supplier: 'The Chromium Authors',
    licence: 'BSD-3-Clause',
    purl: (version: string): string => `pkg:generic/chromium@${version}`,
    cpe: 'google:chrome',
  },
  node: {
    name: 'Node.js',
    supplier: 'OpenJS Foundation',
    licence: 'MIT',
    purl: onGitHub('nodejs/node', 'v'),
    cpe: 'nodejs:node.js',
  },
  v8: {
    name: 'V8',
    supplier: 'The V8 project authors',
    licence: 'BSD-3-Clause',
    purl: onGitHub('v8/v8'),
    cpe: 'google:v8',
  },
  ffmpeg: {
    name: 'FFmpeg',
    supplier: 'FFmpeg',
    licence: 'LGPL-2.1-or-later',
  },
} satisfies Readonly<Record<string, RuntimePart>>

/** The name of a part in the form of CPE 2.3, undefined for one that the database does not know. */
export function cpeOf({ cpe }: RuntimePart, version: string): string | undefined {
  if (cpe === undefined) return undefined
  const [vendor = '', product = ''] = cpe.split(':')
  return `cpe:2.3:a:${vendor}:${product}:${version.replace(/-.*$/, '')}:*:*:*:*:*:*:*`
}
