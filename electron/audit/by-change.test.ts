import { expect, test } from 'vitest'
import { changesOf, foldedReads } from './by-change.ts'
import type { Entry } from './entry.ts'
import { outcomeOf } from './outcome.ts'

let second = 0
const at = (): string => new Date(Date.UTC(2026, 10, 23, 9, 0, (second += 1))).toISOString()
const call = (name: string, resource = '', error = ''): Entry => {
  const [service, operation = ''] = name.split(' ')
  const services = { s3: 's3', iam: 'iam', cloudformation: 'cloudformation', sso: 'sso' } as const
  const known = Object.entries(services).find(([one]) => one === service)?.[1] ?? 'spot'
  const rest = { status: error === '' ? 200 : 404, requestId: 'R', durationMs: 1, attempts: 1 }
  return { kind: 'call', at: at(), service: known, operation, resource, error, ...rest }
}
const change = (step: string, action: string): Entry => ({
  kind: 'change',
  at: at(),
  step,
  action,
  about: '',
})
const outcomes = (entries: readonly Entry[]): string[] =>
  entries.map((_entry, place) => outcomeOf(entries, place))

test('a setting that nobody has made is an answer, and a denial is none', () => {
  expect(
    outcomes([
      call('s3 GetBucketPolicy', 'b', 'NoSuchBucketPolicy'),
      call('s3 GetBucketPolicy', 'b', 'AccessDenied'),
      call('s3 PutBucketPolicy', 'b', 'NoSuchBucketPolicy'),
    ]),
  ).toEqual(['expected', 'failed', 'failed'])
})

test('what is not there was expected before the app created it, and after it removed it', () => {
  const gone = (): Entry => call('s3 GetBucketLocation', 'b', 'NoSuchBucket')
  expect(
    outcomes([
      gone(),
      call('s3 CreateBucket', 'b'),
      gone(),
      call('s3 DeleteBucket', 'b'),
      gone(),
      call('s3 GetBucketLocation', 'other', 'NoSuchBucket'),
    ]),
  ).toEqual(['expected', 'ok', 'absent', 'ok', 'expected', 'absent'])
})

test('a stack’s name that is free is told by what was created under it, and not by a guess', () => {
  const asked = (): Entry => call('cloudformation DescribeStacks', 'Spot', 'ValidationError')
  const role = (): Entry => call('iam GetRole', 'Reader', 'NoSuchEntityException')
  expect(outcomes([asked(), role()])).toEqual(['failed', 'absent'])
  expect(outcomes([asked(), role(), call('cloudformation CreateStack', 'Spot')])).toEqual([
    'expected',
    'expected',
    'ok',
  ])
  expect(
    outcomes([
      call('cloudformation DeleteStack', 'arn:aws:cloudformation:us-east-1:1:stack/Spot/x'),
      asked(),
      role(),
    ]),
  ).toEqual(['ok', 'expected', 'expected'])
  // A creation that AWS refused explains nothing.
  expect(outcomes([asked(), call('cloudformation CreateStack', 'Spot', 'AccessDenied')])).toEqual([
    'failed',
    'failed',
  ])
})

test('each change has the calls that carried it out, and what the app refused has none', () => {
  const made = changesOf([
    call('sso Logout'),
    call('s3 PutBucketTagging', 'b'),
    change('cost-report', 'create'),
    call('s3 GetBucketPolicy', 'b'),
    call('s3 CreateBucket', 'b'),
    call('s3 PutBucketPolicy', 'b', 'AccessDenied'),
    change('stack', 'create'),
    { kind: 'refused', at: at(), step: 'stack', action: 'create', code: 'busy' },
  ])
  expect(
    made.map(({ asked, refused, calls }) => [
      asked?.step ?? '',
      refused,
      calls.map(({ call: { operation }, outcome }) => `${operation} ${outcome}`),
    ]),
  ).toEqual([
    ['', '', ['PutBucketTagging ok']],
    ['cost-report', '', ['CreateBucket ok', 'PutBucketPolicy failed']],
    ['stack', 'busy', []],
  ])
})

test('reads that are alike are one line, with how often and from when to when', () => {
  const entries = [
    call('iam GetRole', 'Reader'),
    call('iam GetRole', 'Other'),
    call('iam GetRole', 'Reader'),
    call('iam GetRole', 'Reader', 'AccessDenied'),
    call('s3 CreateBucket', 'b'),
  ]
  const lines = foldedReads(entries)
  expect(lines.map(({ resource, error, count }) => [resource, error, count])).toEqual([
    ['Reader', '', 2],
    ['Other', '', 1],
    ['Reader', 'AccessDenied', 1],
  ])
  expect([lines[0]?.first, lines[0]?.last]).toEqual([entries[0]?.at, entries[2]?.at])
})
