import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toAppError } from '../../errors/failure.ts'
import {
  isAccountRegional,
  isBucketName,
  parseBucketName,
  parseExistingBucketName,
  suggestBucketName,
  suggestGlobalBucketName,
} from './bucket-name.ts'

const ACCOUNT = '418207315602'
const SUFFIX = `-${ACCOUNT}-us-east-1-an`

const refusal = (text: string): { code: string; facts: object; field?: string } => {
  try {
    parseBucketName(text, ACCOUNT)
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
  [`${'a'.repeat(38)}${SUFFIX}`, 'regional-length'],
  [SUFFIX, 'ends'],
  ['reports-730915264418-us-east-1-an', 'regional-account'],
  [`reports-${ACCOUNT}-eu-west-1-an`, 'regional-region'],
  ['reports-an', 'regional-form'],
  [`reports-${ACCOUNT}-an`, 'regional-form'],
])('%j is no name for a bucket: %s', (text, rule) => {
  expect(refusal(text)).toMatchObject({
    code: 'bucket-name-invalid',
    facts: { rule },
    field: 'bucketName',
  })
})

test('forgives what is pasted around a name', () => {
  expect(parseBucketName(' s3://our-reports/ ', ACCOUNT)).toBe('our-reports')
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
        expect(parseExistingBucketName(text, ACCOUNT)).toBe(parseBucketName(text, ACCOUNT))
    }),
  )
})

test('accepts nothing that S3 refuses', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-z0-9.-]{1,70}$/)), (text) => {
      if (refusal(text).code !== 'accepted') return
      const name = parseBucketName(text, ACCOUNT)
      expect(name).toMatch(/^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/)
      expect(parseBucketName(name, ACCOUNT)).toBe(name)
    }),
  )
})

const part = fc.stringMatching(/^[a-z0-9](?:[a-z0-9-]{0,35}[a-z0-9])?$/)

test('a name with the account’s ending is taken as its own, and by no other account', () => {
  const other = fc.stringMatching(/^\d{12}$/).filter((id) => id !== ACCOUNT)
  fc.assert(
    fc.property(part, other, (own, stranger) => {
      fc.pre(!/^(xn--|sthree-|amzn-s3-demo-)/.test(own))
      const name = `${own}${SUFFIX}`
      expect(parseBucketName(name, ACCOUNT)).toBe(name)
      expect(parseExistingBucketName(name, ACCOUNT)).toBe(name)
      expect(isAccountRegional(name, ACCOUNT)).toBe(true)
      expect(isAccountRegional(name, stranger)).toBe(false)
      expect(() => parseBucketName(name, stranger)).toThrow(/bucket-name-invalid/)
    }),
  )
})

test('no name that is accepted ends like one of an account’s own without being this account’s', () => {
  const ending = fc.constantFrom('', '-an', SUFFIX, '-730915264418-us-east-1-an', '-eu-west-1-an')
  fc.assert(
    fc.property(part, ending, (own, end) => {
      const text = `${own}${end}`
      if (refusal(text).code !== 'accepted') return
      expect(text.endsWith('-an')).toBe(isAccountRegional(text, ACCOUNT))
    }),
  )
})

test.each([
  ['reports-730915264418-us-east-1-an', 'existing-account'],
  [`reports-${ACCOUNT}-eu-west-1-an`, 'existing-region'],
])('a bucket that is there cannot be %s: %s', (name, rule) => {
  try {
    parseExistingBucketName(name, ACCOUNT)
    expect.unreachable()
  } catch (error) {
    const { facts, field } = toAppError(error)
    expect({ rule: facts['rule'], field }).toEqual({ rule, field: 'bucketName' })
  }
})

test('a bucket of an MSP, and an old one that happens to end alike, may be there', () => {
  for (const name of ['reports-730915264418-us-east-1-an', 'plan-an'])
    expect(parseExistingBucketName(name)).toBe(name)
  expect(parseExistingBucketName('plan-an', ACCOUNT)).toBe('plan-an')
})

test('both names that are offered are valid, and only one is the account’s own', () => {
  expect(suggestBucketName(ACCOUNT)).toBe(`spot-eco-cur${SUFFIX}`)
  fc.assert(
    fc.property(fc.stringMatching(/^\d{12}$/), (accountId) => {
      const [regional, global] = [suggestBucketName(accountId), suggestGlobalBucketName(accountId)]
      for (const name of [regional, global]) expect(parseBucketName(name, accountId)).toBe(name)
      expect([regional, global].map((name) => isAccountRegional(name, accountId))).toEqual([
        true,
        false,
      ])
    }),
  )
})
