import { fail } from '../../errors/failure.ts'

/** The rule that a name breaks; the catalogue has the sentence for each. */
export type BucketNameRule =
  | 'length'
  | 'characters'
  | 'ends'
  | 'dots'
  | 'ip-address'
  | 'reserved-prefix'
  | 'reserved-suffix'

const RULES: readonly (readonly [BucketNameRule, (name: string) => boolean])[] = [
  ['length', (name) => name.length >= 3 && name.length <= 63],
  ['characters', (name) => /^[a-z0-9.-]+$/.test(name)],
  ['ends', (name) => /^[a-z0-9].*[a-z0-9]$/.test(name)],
  // Dots are allowed by S3, but break its https addresses.
  ['dots', (name) => !name.includes('.')],
  ['ip-address', (name) => !/^\d+\.\d+\.\d+\.\d+$/.test(name)],
  ['reserved-prefix', (name) => !/^(xn--|sthree-|amzn-s3-demo-)/.test(name)],
  ['reserved-suffix', (name) => !/(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/.test(name)],
]

/**
 * A bucket's name as typed. Throws `bucket-name-invalid` (facts `value`, `rule`; field
 * `bucketName`). Source: S3 User Guide, "General purpose bucket naming rules".
 */
export function parseBucketName(text: string): string {
  const name = text
    .trim()
    .replace(/^s3:\/\//, '')
    .replace(/\/+$/, '')
  const broken = RULES.find(([, keeps]) => !keeps(name))
  if (!broken) return name
  throw fail('bucket-name-invalid', { value: name, rule: broken[0] }, { field: 'bucketName' })
}

/** Names of other things than buckets, which the SDK would look for at hosts of their own. */
const ELSEWHERE = /--(?:x|xa|op)-s3$/

/**
 * Whether a bucket can have this name, also an old one: until 2018 capitals, underscores and up to 255
 * characters were allowed in us-east-1. Source: S3 User Guide, "General purpose bucket naming rules".
 */
export function isBucketName(name: string): boolean {
  return /^[\w.-]{3,255}$/.test(name) && !/^\.+$/.test(name) && !ELSEWHERE.test(name)
}

/** A name that nobody else is likely to have; the first that is not among `taken`. */
export function suggestBucketName(accountId: string, taken: readonly string[] = []): string {
  const base = `spot-eco-cur-${accountId}`
  let name = base
  for (let next = 2; taken.includes(name); next += 1) name = `${base}-${next}`
  return name
}
