import { fail } from '../../errors/failure.ts'

/** The rule that a name breaks; the catalogue has the sentence for each. */
type BucketNameRule =
  | 'length'
  | 'characters'
  | 'ends'
  | 'dots'
  | 'ip-address'
  | 'reserved-prefix'
  | 'reserved-suffix'
  | 'existing-length'
  | 'existing-characters'
  | 'existing-ip-address'

type Rules = readonly (readonly [BucketNameRule, (name: string) => boolean])[]

const isAddress = (name: string): boolean => /^\d+\.\d+\.\d+\.\d+$/.test(name)

const RULES: Rules = [
  ['length', (name) => name.length >= 3 && name.length <= 63],
  ['characters', (name) => /^[a-z0-9.-]+$/.test(name)],
  ['ends', (name) => /^[a-z0-9].*[a-z0-9]$/.test(name)],
  // Dots are allowed by S3, but break its https addresses.
  ['dots', (name) => !name.includes('.')],
  ['ip-address', (name) => !isAddress(name)],
  ['reserved-prefix', (name) => !/^(xn--|sthree-|amzn-s3-demo-)/.test(name)],
  ['reserved-suffix', (name) => !/(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/.test(name)],
]

function parse(text: string, rules: Rules): string {
  const name = text
    .trim()
    .replace(/^s3:\/\//, '')
    .replace(/\/+$/, '')
  const broken = rules.find(([, keeps]) => !keeps(name))
  if (!broken) return name
  throw fail('bucket-name-invalid', { value: name, rule: broken[0] }, { field: 'bucketName' })
}

/**
 * The name of a bucket that is to be created, as typed. Throws `bucket-name-invalid` (facts `value`,
 * `rule`; field `bucketName`). Source: S3 User Guide, "General purpose bucket naming rules".
 */
export const parseBucketName = (text: string): string => parse(text, RULES)

/**
 * The name of a bucket that there is, as typed: it may be an old one, which no new bucket can have.
 * Throws as `parseBucketName` does.
 */
export const parseExistingBucketName = (text: string): string => parse(text, EXISTING)

/** Names of other things than buckets, which the SDK would look for at hosts of their own. */
const ELSEWHERE = /--(?:x|xa|op)-s3$/
/** Until March 2018 us-east-1 took capitals, underscores, dots anywhere and up to 255 characters. */
const EXISTING: Rules = [
  ['existing-length', (name) => name.length >= 3 && name.length <= 255],
  [
    'existing-characters',
    (name) => /^[A-Za-z0-9._-]+$/.test(name) && !/^\.+$/.test(name) && !ELSEWHERE.test(name),
  ],
  ['existing-ip-address', (name) => !isAddress(name)],
]

/**
 * Whether a bucket can have this name, also an old one: until 2018 capitals, underscores and up to 255
 * characters were allowed in us-east-1. Source: S3 User Guide, "General purpose bucket naming rules".
 */
export const isBucketName = (name: string): boolean => EXISTING.every(([, keeps]) => keeps(name))

/** A name that nobody else is likely to have; the first that is not among `taken`. */
export function suggestBucketName(accountId: string, taken: readonly string[] = []): string {
  const base = `spot-eco-cur-${accountId}`
  let name = base
  for (let next = 2; taken.includes(name); next += 1) name = `${base}-${next}`
  return name
}
