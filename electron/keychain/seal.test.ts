import { randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  isSealedByNewer,
  KEY_BYTES,
  LAST_VERSION,
  NONCE_BYTES,
  seal,
  SEAL_VERSION,
  unseal,
} from './seal.ts'

const key = randomBytes(KEY_BYTES)
const text = fc.string({ unit: 'binary' })
const sealed = (plain: string): Buffer => seal(plain, key, randomBytes(NONCE_BYTES), 'here')

test('any text comes back', () => {
  fc.assert(fc.property(text, (plain) => unseal(sealed(plain), key, 'here') === plain))
})

test('with any byte changed nothing comes out', () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.integer({ min: 1, max: 255 }), (plain, place, change) => {
      const bytes = sealed(plain)
      const at = place % bytes.length
      bytes[at] = (bytes[at] ?? 0) ^ change
      return unseal(bytes, key, 'here') === null
    }),
  )
})

test('with any part cut off nothing comes out', () => {
  fc.assert(
    fc.property(text, fc.nat(), (plain, length) => {
      const bytes = sealed(plain)
      return unseal(bytes.subarray(0, length % bytes.length), key, 'here') === null
    }),
  )
})

test('another key or another owner opens nothing', () => {
  const bytes = sealed('secret')
  expect(unseal(bytes, randomBytes(KEY_BYTES), 'here')).toBeNull()
  expect(unseal(bytes, key, 'there')).toBeNull()
})

test('a later version is known by the first byte alone, and opens nothing', () => {
  fc.assert(
    fc.property(
      text,
      fc.integer({ min: SEAL_VERSION + 1, max: LAST_VERSION }),
      (plain, version) => {
        const bytes = sealed(plain)
        expect(isSealedByNewer(bytes)).toBe(false)
        bytes[0] = version
        return isSealedByNewer(bytes) && unseal(bytes, key, 'here') === null
      },
    ),
  )
  expect(isSealedByNewer(Buffer.of())).toBe(false)
  // Text, of whatever kind, is none of any version.
  expect(isSealedByNewer(Buffer.from('garbage'))).toBe(false)
})
