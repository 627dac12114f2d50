import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { brotliDecompressSync } from 'node:zlib'
import { extractFile, listPackage } from '@electron/asar'

/** What a font says of itself, and which bytes it is. */
export type Font = {
  readonly family: string
  /** The cut: weight and slant. */
  readonly style: string
  readonly version: string
  readonly copyright: string
  readonly manufacturer: string
  /** The licence in the font's own words, and its address. */
  readonly licence: string
  readonly licenceAddress: string
  /** Of the font file as it is in the app. */
  readonly sha256: string
}

/** The tables of a WOFF2 file whose tag is one number. Source: WOFF 2.0 (W3C), 5.2, in its order. */
const NAME_TAG = 5
const GLYF_TAG = 10
const LOCA_TAG = 11
const ANY_TAG = 63
const HEADER_BYTES = 48

/** Reads a number of 7 bits a byte, most significant first; the first bit says whether one more follows. */
function base128(bytes: Buffer, from: number): { value: number; at: number } {
  let value = 0
  let at = from
  for (;;) {
    const byte = bytes.readUInt8(at++)
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) return { value, at }
  }
}

/** The table of names of a WOFF2 file. It is one stream of all tables, the glyphs' in another form. */
function nameTable(woff2: Buffer): Buffer {
  if (woff2.toString('latin1', 0, 4) !== 'wOF2') throw new Error('A font in the app is no WOFF2.')
  const count = woff2.readUInt16BE(12)
  let at = HEADER_BYTES
  let offset = 0
  let name: { start: number; length: number } | undefined
  for (let table = 0; table < count; table += 1) {
    const flags = woff2.readUInt8(at++)
    const tag = flags & 0x3f
    if (tag === ANY_TAG) at += 4
    const original = base128(woff2, at)
    at = original.at
    let length = original.value
    const version = flags >> 6
    const isTransformed = tag === GLYF_TAG || tag === LOCA_TAG ? version !== 3 : version !== 0
    if (isTransformed) {
      const transformed = base128(woff2, at)
      at = transformed.at
      length = transformed.value
    }
    if (tag === NAME_TAG) name = { start: offset, length }
    offset += length
  }
  if (name === undefined) throw new Error('A font in the app has no table of names.')
  const tables = brotliDecompressSync(woff2.subarray(at, at + woff2.readUInt32BE(20)))
  return tables.subarray(name.start, name.start + name.length)
}

/** Numbers of names. Source: OpenType, table `name`. */
const NAMES = {
  copyright: 0,
  family: 1,
  style: 2,
  wholeFamily: 16,
  styleInWhole: 17,
  version: 5,
  manufacturer: 8,
  licence: 13,
  licenceAddress: 14,
} as const

const WINDOWS = 3

/** A name as the font has it for Windows, which is UTF-16; '' if it has none. */
function nameIn(table: Buffer, wanted: number): string {
  const count = table.readUInt16BE(2)
  const texts = table.readUInt16BE(4)
  for (let record = 0; record < count; record += 1) {
    const at = 6 + 12 * record
    if (table.readUInt16BE(at) !== WINDOWS || table.readUInt16BE(at + 6) !== wanted) continue
    const start = texts + table.readUInt16BE(at + 10)
    const text = Buffer.from(table.subarray(start, start + table.readUInt16BE(at + 8)))
    return text.swap16().toString('utf16le').trim()
  }
  return ''
}

/** What a WOFF2 file says of itself. Throws if it is none, or has no names. */
export function fontOf(woff2: Buffer): Font {
  const table = nameTable(woff2)
  const said = (which: keyof typeof NAMES): string => nameIn(table, NAMES[which])
  return {
    // Of a family with more than four cuts the first two names tell only part.
    family: said('wholeFamily') || said('family'),
    style: said('styleInWhole') || said('style'),
    version: said('version')
      .replace(/^Version\s+/i, '')
      .replace(/;.*$/, ''),
    copyright: said('copyright'),
    manufacturer: said('manufacturer'),
    licence: said('licence'),
    licenceAddress: said('licenceAddress'),
    sha256: createHash('sha256').update(woff2).digest('hex'),
  }
}

const EMBEDDED = /url\(["']?data:font\/[\w-]+;base64,([\w+/=]+)["']?\)/g

/** The fonts in a packaged app: those in its style sheets, and those in files of their own. */
export function fontsIn(archive: string): readonly Font[] {
  const files = listPackage(archive, { isPack: false }).map((file) => file.replace(/^[/\\]/, ''))
  const sheets = files.filter((file) => file.endsWith('.css'))
  const embedded = sheets.flatMap((file) =>
    [...extractFile(archive, file).toString('utf8').matchAll(EMBEDDED)].map(([, base64 = '']) =>
      Buffer.from(base64, 'base64'),
    ),
  )
  const apart = files
    .filter((file) => /\.woff2?$/.test(file))
    .map((file) => extractFile(archive, file))
  const byHash = new Map([...embedded, ...apart].map(fontOf).map((font) => [font.sha256, font]))
  return [...byHash.values()].toSorted((one, other) =>
    `${one.family} ${one.style}` < `${other.family} ${other.style}` ? -1 : 1,
  )
}
