/** The types of Thrift's compact protocol that Parquet uses. Source: Apache Thrift, "Thrift compact protocol". */
const TYPE = { stop: 0, yes: 1, no: 2, byte: 3, long: 6, double: 7, binary: 8, list: 9, struct: 12 }

/** Parquet's own structures are some seven deep. */
const DEEPEST = 16
/** A whole number of 64 bits, seven at a time. */
const LONGEST_NUMBER = 10
/** Values in one footer: with more, reading it would take more memory than any honest one is worth. */
const MOST_VALUES = 2_000_000

type Walk = { readonly bytes: Uint8Array; at: number; values: number }

const outOfBounds = (what: string): Error => new Error(`A footer that is out of bounds: ${what}`)

/**
 * Throws for a footer that the Parquet reader could not read in a fair time. The reader takes numbers of
 * any length: one of a million bytes would keep it busy for minutes. A number, a list or a nesting beyond
 * what Parquet has is refused before; whatever passes is read in time that grows with its length only.
 */
export function refuseUnbounded(bytes: Uint8Array): void {
  const walk: Walk = { bytes, at: 0, values: 0 }
  structure(walk, 0)
}

function next(walk: Walk): number {
  const byte = walk.bytes[walk.at]
  if (byte === undefined) throw outOfBounds('it ends early')
  walk.at += 1
  return byte
}

/** A number of at most 64 bits; exact up to 2^53, which is all that a length can use. */
function number(walk: Walk): number {
  let value = 0
  for (let place = 0; place < LONGEST_NUMBER; place += 1) {
    const byte = next(walk)
    value += (byte % 128) * 128 ** place
    if (byte < 128) return value
  }
  throw outOfBounds('a number is too long')
}

function skip(walk: Walk, length: number): void {
  if (length > walk.bytes.length - walk.at) throw outOfBounds('it ends early')
  walk.at += length
}

function structure(walk: Walk, depth: number): void {
  for (;;) {
    const header = next(walk)
    const type = header % 16
    if (type === TYPE.stop) return
    if (header < 16) number(walk)
    value(walk, type, depth + 1)
  }
}

function value(walk: Walk, type: number, depth: number): void {
  walk.values += 1
  if (walk.values > MOST_VALUES) throw outOfBounds('it has too many values')
  if (depth > DEEPEST) throw outOfBounds('it is too deep')
  switch (type) {
    case TYPE.yes:
    case TYPE.no:
      return
    case TYPE.byte:
      return skip(walk, 1)
    case TYPE.double:
      return skip(walk, 8)
    case TYPE.binary:
      return skip(walk, number(walk))
    case TYPE.list:
      return list(walk, depth)
    case TYPE.struct:
      return structure(walk, depth)
    default:
      // The two other whole numbers; of what else there may be, Parquet has nothing.
      if (type > TYPE.byte && type <= TYPE.long) return void number(walk)
      throw outOfBounds(`there is no type ${type}`)
  }
}

function list(walk: Walk, depth: number): void {
  const header = next(walk)
  const type = header % 16
  const size = header >> 4 === 15 ? number(walk) : header >> 4
  if (size > walk.bytes.length - walk.at) throw outOfBounds('a list is longer than the rest')
  // In a list a truth value takes a byte, and has none in a structure.
  const isTruth = type === TYPE.yes || type === TYPE.no
  for (let one = 0; one < size; one += 1) value(walk, isTruth ? TYPE.byte : type, depth + 1)
}
