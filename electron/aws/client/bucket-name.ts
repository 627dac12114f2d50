import { namespaceOf, regionalPart, regionalSuffix } from '../../contract/bucket-namespace.ts'
import type { Managed } from '../../contract/managed.ts'
import { fail } from '../../errors/failure.ts'
import { newBucketRefusal } from '../../managed/rules.ts'
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

/** A name without what is copied along with it. */
export const bareBucketName = (text: string): string =>
  text
    .trim()
    .replace(/^s3:\/\//, '')
    .replace(/\/+$/, '')

function parse(text: string, accountId: string, rules: Rules): string {
  const name = bareBucketName(text)
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

/**
 * Names to propose for a new bucket, of both kinds, as the organization wants them: each '' where none
 * follows from its pattern, and somebody has to think of one.
 */
export function suggestedBucketNames(
  accountId: string,
  managed: Pick<Managed, 'bucketName' | 'classicNamesOnly'>,
): { readonly regional: string; readonly global: string } {
  const suffix = regionalSuffix(accountId)
  const isGood = (name: string): boolean =>
    managed.bucketName === null ||
    (newBucketRefusal(managed, name) === null && RULES.every(([, keeps]) => keeps(name, accountId)))
  const likely = (...parts: readonly string[]): string[] =>
    namesLike(managed.bucketName, parts).filter(isGood)
  const regional = likely(suggestBucketName(accountId), suffix.slice(1))
  const global = likely(suggestGlobalBucketName(accountId), accountId, PROPOSED)
  return {
    regional: managed.classicNamesOnly
      ? ''
      : (regional.find((name) => name.endsWith(suffix)) ?? ''),
    global: global.find((name) => !name.endsWith(suffix)) ?? '',
  }
}

/** A name that the app would propose, or anyway one like the pattern: to ask AWS about, before there is one. */
export function likelyBucketName(
  accountId: string,
  managed: Pick<Managed, 'bucketName' | 'classicNamesOnly'>,
): string {
  const { regional, global } = suggestedBucketNames(accountId, managed)
  return regional || global || (managed.bucketName ?? '').replaceAll(/[*?]/g, 'x')
}

/** The parts themselves, and each in the place of the pattern's first `*`; a `?` is nobody's to guess. */
function namesLike(pattern: string | null, parts: readonly string[]): readonly string[] {
  if (pattern === null) return parts
  if (!pattern.includes('*')) return [pattern]
  const [before = '', ...after] = pattern.split('*')
  return [...parts, ...parts.map((part) => `${before}${part}${after.join('')}`)]
}
