import { Buffer } from 'node:buffer'
import type { BuildRecord } from '../bundling/build-record.ts'
import type { Font } from './fonts.ts'
import { packageAt, type Package } from './licence-texts.ts'
import { dataOf, readLock } from './lock.ts'
import type { ReleaseFacts } from './release-facts.ts'
import type { Versions } from './runtime-parts.ts'
import type { HashedFile } from './shipped-files.ts'

/** A system to package for, as Node calls it, and native modules their binaries. */
export type System = 'linux' | 'win32' | 'darwin'

/** A package that lies beside the bundle, with those that it imports. */
type Beside = { readonly place: string; readonly imports: readonly string[] }

const KEYCHAIN: Beside = { place: 'node_modules/keytar', imports: [] }
/** On Windows what an organization has decided is in the registry. */
const REGISTRY: readonly Beside[] = [
  { place: 'node_modules/native-reg', imports: ['node_modules/node-gyp-build'] },
  { place: 'node_modules/node-gyp-build', imports: [] },
]

/** What lies beside the bundle: the native modules, which cannot be bundled, and what finds their binaries. */
const BESIDE: Readonly<Record<System, readonly Beside[]>> = {
  linux: [KEYCHAIN],
  win32: [KEYCHAIN, ...REGISTRY],
  darwin: [KEYCHAIN],
}

/** The folders of all that may lie there. */
export const BESIDE_PLACES: readonly string[] = Object.values(BESIDE)
  .flat()
  .map(({ place }) => place)

/** The native modules by their folders, each with its program in the package. */
export const NATIVE: Readonly<Record<string, string>> = {
  'node_modules/keytar': 'keytar.node',
  'node_modules/native-reg': 'node.napi.node',
}

/** What is compiled into the native modules: nothing but its headers, of a version that nobody wrote down. */
export const COMPILED_IN = 'node_modules/node-addon-api'

/** A package of which something ships, with what the build says of it. */
export type ShippedPackage = Package & {
  readonly imports: readonly string[]
  readonly notices: readonly string[]
  /** Of the package as npm publishes it, in hexadecimal digits; '' if the lockfile has none. */
  readonly sha512: string
}

/** All that ships, as it was found in the package itself, in a record of its build and in its runtime. */
export type Shipped = {
  readonly app: { readonly name: string; readonly version: string }
  readonly facts: ReleaseFacts
  readonly isForDistribution: boolean
  /** The folders of the packages that the app's own modules import. */
  readonly imports: readonly string[]
  readonly packages: readonly ShippedPackage[]
  /** Packages of which the app has data and no code. */
  readonly data: readonly ShippedPackage[]
  readonly fonts: readonly Font[]
  readonly runtime: Versions
  /**
   * Whether a stand-in takes the place of Electron. There is no program of Electron's then, and `runtime` tells
   * only of which Electron the data files are.
   */
  readonly isStandIn: boolean
  /** The version of FFmpeg's library; '' where a stand-in has none. */
  readonly ffmpeg: string
  /** Of the packaged folder, without what is written about it afterwards. */
  readonly files: readonly HashedFile[]
  /** Seconds since the epoch. */
  readonly madeAt: number
}

/** The packages of a build for a system, and those whose data is in the app: each with its texts and its hash. */
export function packagesOf(
  { packages }: BuildRecord,
  system: System,
): Pick<Shipped, 'packages' | 'data'> {
  const lock = readLock()
  const byPlace = new Map(lock.packages.map((entry) => [entry.place, entry]))
  const shipped = (place: string, said: Pick<ShippedPackage, 'imports' | 'notices'>) => {
    const integrity = /^sha512-(.+)$/.exec(byPlace.get(place)?.integrity ?? '')?.[1] ?? ''
    const sha512 = Buffer.from(integrity, 'base64').toString('hex')
    return { ...packageAt(place), ...said, sha512 }
  }
  const beside = BESIDE[system].map((one) => shipped(one.place, { ...one, notices: [] }))
  return {
    packages: [...packages.map((one) => shipped(one.place, one)), ...beside],
    data: dataOf(lock).map(({ place }) => shipped(place, { imports: [], notices: [] })),
  }
}
