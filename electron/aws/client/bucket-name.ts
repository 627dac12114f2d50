import { namespaceOf, regionalPart, regionalSuffix } from '../../contract/bucket-namespace.ts'
import { fail } from '../../errors/failure.ts'
import { REGION } from './regions.ts'

/** The rule that a name breaks; the catalogue has the sentence for each. */
type BucketNameRule =
  | 'length'
  | 'regional-length'
  | 'characters'
  | 'ends'
  | 'dots'
  | 'ip-address'
  | 'reserved-prefix'
  | 'reserved-suffix'
  | 'regional-account'
  | 'regional-region'
  | 'regional-form'
  | 'existing-length'
  | 'existing-characters'
  | 'existing-ip-address'
  | 'existing-account'
  | 'existing-region'
type Rules = readonly (readonly [BucketNameRule, (name: string, accountId: string) => boolean])[]

const isAddress = (name: string): boolean => /^\d+\.\d+\.\d+\.\d+$/.test(name)
const fits = (name: string): boolean => name.length >= 3 && name.length <= 63
/** A name that carries an account carries this one, where it is known which that has to be. */
const isOwn = (name: string, accountId: string): boolean =>
  [undefined, accountId].includes(namespaceOf(name)?.accountId)
const isHere = (name: string): boolean => [undefined, REGION].includes(namespaceOf(name)?.region)

/** Since March 2026 no name of everybody's may end like one of an account's own. */
const RULES: Rules = [
  ['regional-length', (name, account) => !isAccountRegional(name, account) || fits(name)],
  ['length', fits],
  ['characters', (name) => /^[a-z0-9.-]+$/.test(name)],
  ['ends', (name) => /^[a-z0-9].*[a-z0-9]$/.test(name)],
  // Dots are allowed by S3, but break its https addresses.
  ['dots', (name) => !name.includes('.')],
  ['ip-address', (name) => !isAddress(name)],
  ['reserved-prefix', (name) => !/^(xn--|sthree-|amzn-s3-demo-)/.test(name)],
  ['reserved-suffix', (name) => !/(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/.test(name)],
  ['regional-account', isOwn],
  ['regional-region', isHere],
  ['regional-form', (name) => !name.endsWith('-an') || namespaceOf(name) !== null],
]

function parse(text: string, accountId: string, rules: Rules): string {
  const name = text
    .trim()
    .replace(/^s3:\/\//, '')
    .replace(/\/+$/, '')
  const broken = rules.find(([, keeps]) => !keeps(name, accountId))
  if (!broken) return name
  throw fail('bucket-name-invalid', { value: name, rule: broken[0] }, { field: 'bucketName' })
}

/**
 * The name of a bucket that is to be created in an account, as typed. Throws `bucket-name-invalid`
 * (facts `value`, `rule`; field `bucketName`). Source: S3 User Guide, "General purpose bucket naming
 * rules" and "Namespaces for general purpose buckets".
 */
export const parseBucketName = (text: string, accountId: string): string =>
  parse(text, accountId, RULES)

/**
 * The name of a bucket that there is, as typed: it may be an old one, which no new bucket can have.
 * Without an account it may be in the namespace of any, as an MSP's is. Throws as `parseBucketName` does.
 */
export const parseExistingBucketName = (text: string, accountId = ''): string =>
  parse(text, accountId, [
    ...EXISTING,
    ['existing-account', (name) => accountId === '' || isOwn(name, accountId)],
    ['existing-region', isHere],
  ])

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
export const isBucketName = (name: string): boolean =>
  EXISTING.every(([, keeps]) => keeps(name, ''))

/** Whether a name is in the account's own namespace, so that nobody else can ever have it. */
export const isAccountRegional = (name: string, accountId: string): boolean =>
  regionalPart(name, accountId) !== null

const PROPOSED = 'spot-eco-cur'

/** The name that is proposed for a new bucket: in the account's own namespace, where nobody else can have it. */
export const suggestBucketName = (accountId: string): string =>
  `${PROPOSED}${regionalSuffix(accountId)}`

/** The same among the names of everybody, which somebody else is not likely to have. */
export const suggestGlobalBucketName = (accountId: string): string => `${PROPOSED}-${accountId}`
