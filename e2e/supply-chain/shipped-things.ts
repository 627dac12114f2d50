import { Buffer } from 'node:buffer'
import type { BuildRecord } from '../bundling/build-record.ts'
import type { Font } from './fonts.ts'
import { packageAt, type Package } from './licence-texts.ts'
import { dataOf, readLock } from './lock.ts'
import type { ReleaseFacts } from './release-facts.ts'
import type { Versions } from './runtime-parts.ts'
import type { HashedFile } from './shipped-files.ts'

/** What lies beside the bundle: the native module, which cannot be bundled. */
const BESIDE = 'node_modules/keytar'

/** What is compiled into the native module: nothing but its headers, of a version that nobody wrote down. */
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
  /** The version of FFmpeg's library. */
  readonly ffmpeg: string
  /** Of the packaged folder, without what is written about it afterwards. */
  readonly files: readonly HashedFile[]
  /** Seconds since the epoch. */
  readonly madeAt: number
}

/** The packages of a build, and those whose data is in the app: each with its texts and its hash. */
export function packagesOf({ packages }: BuildRecord): Pick<Shipped, 'packages' | 'data'> {
  const lock = readLock()
  const byPlace = new Map(lock.packages.map((entry) => [entry.place, entry]))
  const shipped = (place: string, said: Pick<ShippedPackage, 'imports' | 'notices'>) => {
    const integrity = /^sha512-(.+)$/.exec(byPlace.get(place)?.integrity ?? '')?.[1] ?? ''
    const sha512 = Buffer.from(integrity, 'base64').toString('hex')
    return { ...packageAt(place), ...said, sha512 }
  }
  const nothing = { imports: [], notices: [] }
  return {
    packages: [...packages.map((one) => shipped(one.place, one)), shipped(BESIDE, nothing)],
    data: dataOf(lock).map(({ place }) => shipped(place, nothing)),
  }
}
