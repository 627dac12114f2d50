import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toAppError } from '../../errors/failure.ts'
import {
  isBucketName,
  parseBucketName,
  parseExistingBucketName,
  suggestBucketName,
} from './bucket-name.ts'

const refusal = (text: string): { code: string; facts: object; field?: string } => {
  try {
    parseBucketName(text)
  } catch (error) {
    return toAppError(error)
  }
  return { code: 'accepted', facts: {} }
}

test.each([
  ['ab', 'length'],
  ['', 'length'],
  ['a'.repeat(64), 'length'],
  ['Reports', 'characters'],
  ['our_reports', 'characters'],
  ['our reports', 'characters'],
  ['-reports', 'ends'],
  ['reports-', 'ends'],
  ['our.reports', 'dots'],
  ['xn--reports', 'reserved-prefix'],
  ['reports-s3alias', 'reserved-suffix'],
])('%j is no name for a bucket: %s', (text, rule) => {
  expect(refusal(text)).toMatchObject({
    code: 'bucket-name-invalid',
    facts: { rule },
    field: 'bucketName',
  })
})

test('forgives what is pasted around a name', () => {
  expect(parseBucketName(' s3://our-reports/ ')).toBe('our-reports')
})

test.each(['northwind.billing.reports', 'Old_Bucket', '_a-', 'a..b', `a${'B'.repeat(254)}`])(
  'a bucket of this name may be there: %s',
  (name) => {
    expect(parseExistingBucketName(` s3://${name}/ `)).toBe(name)
    expect(isBucketName(name)).toBe(true)
  },
)

test.each(['ab', 'a'.repeat(256), 'a b', 'a/b', '...', '10.0.0.1', 'b--x-s3', 'bücket'])(
  'no bucket of this name can be there: %s',
  (name) => {
    expect(() => parseExistingBucketName(name)).toThrow(/bucket-name-invalid/)
    expect(isBucketName(name)).toBe(false)
  },
)

test('whatever can be created can be there', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9.-]{1,70}$/), (text) => {
      if (refusal(text).code === 'accepted')
        expect(parseExistingBucketName(text)).toBe(parseBucketName(text))
    }),
  )
})

test('accepts nothing that S3 refuses', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-z0-9.-]{1,70}$/)), (text) => {
      if (refusal(text).code !== 'accepted') return
      const name = parseBucketName(text)
      expect(name).toMatch(/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/)
      expect(parseBucketName(name)).toBe(name)
    }),
  )
})

test('offers a free name that is valid', () => {
  expect(suggestBucketName('418207315602')).toBe('spot-eco-cur-418207315602')
  const account = fc.stringMatching(/^\d{12}$/)
  fc.assert(
    fc.property(account, fc.nat(6), (accountId, count) => {
      const taken: string[] = []
      for (let index = 0; index < count; index += 1) taken.push(suggestBucketName(accountId, taken))
      expect(new Set(taken).size).toBe(count)
      for (const name of taken) expect(parseBucketName(name)).toBe(name)
    }),
  )
})
