import { createHash } from 'node:crypto'
import type { Product } from '../../installation/installed.ts'

/**
 * By which Windows knows all versions of the product as one product. Drawn once; were it another, a
 * newer version would be installed beside the older one and not in its place.
 */
export const UPGRADE_CODE = '16DD29A0-DFB9-4B96-BD73-64C15C52B04E'

const hexOf = (bytes: Buffer): string => bytes.toString('hex').toUpperCase()

/** A UUID that follows from a name (version 5), in upper case as Windows Installer wants it. RFC 9562, 5.5. */
export function uuidOf(namespace: string, name: string): string {
  const space = Buffer.from(namespace.replaceAll('-', ''), 'hex')
  const bytes = createHash('sha1').update(space).update(name, 'utf8').digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const parts = [bytes.subarray(0, 4), bytes.subarray(4, 6), bytes.subarray(6, 8)]
  return [...parts, bytes.subarray(8, 10), bytes.subarray(10)].map(hexOf).join('-')
}

/** Each version of each architecture is a product of its own, that takes the place of the one before. */
export const productCode = ({ version, architecture }: Product): string =>
  uuidOf(UPGRADE_CODE, `product ${version} ${architecture}`)

/** A file keeps its component's code in all versions, as long as it keeps its place. */
export const componentCode = (to: string): string => uuidOf(UPGRADE_CODE, `component ${to}`)

/** Two packages have the same code only if the same is in them. */
export const packageCode = (digest: string): string => uuidOf(UPGRADE_CODE, `package ${digest}`)

/** A key in the package's tables, for a file, its component or a folder, by its place. */
export const keyOf = (kind: 'F' | 'C' | 'D', to: string): string =>
  kind + createHash('sha256').update(to).digest('hex').slice(0, 24)

const SHORT = /^[A-Za-z0-9_-]{1,8}(\.[A-Za-z0-9_-]{1,3})?$/

/**
 * A name as the tables have it: one that is long has a short one (8.3) before it, the same in every
 * version. Source: https://learn.microsoft.com/windows/win32/msi/filename
 */
export function fileName(name: string): string {
  if (SHORT.test(name)) return name
  const stem = `E${hexOf(createHash('sha256').update(name).digest()).slice(0, 7)}`
  const extension = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.slice(0, 3).toUpperCase()
  return `${extension === undefined ? stem : `${stem}.${extension}`}|${name}`
}

/** Each of the three numbers of a version has to be below this. */
const BOUNDS = [256, 256, 65_536] as const

/**
 * The version as Windows Installer compares it: three numbers. It knows no pre-releases, so that
 * 1.0.0-beta could never be replaced by 1.0.0: such a version gets no package.
 * Source: https://learn.microsoft.com/windows/win32/msi/productversion
 */
export function installerVersion(version: string): string {
  const parts = version.split('.')
  const fits = BOUNDS.every((bound, place) => {
    const part = parts[place] ?? ''
    return /^\d+$/.test(part) && Number(part) < bound
  })
  if (fits && parts.length === BOUNDS.length) return version
  throw new Error(
    `Windows Installer cannot compare the version ${version}: it takes three numbers, below ${BOUNDS.join(', ')}, ` +
      'and no pre-release. Whoever makes the release gives package.json such a version.',
  )
}
