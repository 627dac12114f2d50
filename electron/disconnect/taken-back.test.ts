import { expect, test } from 'vitest'
import { noChoices } from '../checklist/state-file.ts'
import type { Removable } from '../contract/disconnect.ts'
import { fail } from '../errors/failure.ts'
import { disconnectedOf, takenBack } from './taken-back.ts'

const item = (
  id: Removable['id'],
  state: Removable['state'],
  error?: Removable['error'],
): Removable => ({ id, name: `the ${id}`, state, objects: null, ...(error && { error }) })

const about = (now: number) => ({ accountId: '418207315602', now, steps: [] })
const begun = takenBack(null, [item('stack', 'removing'), item('bucket', 'there')], about(5))

test('is noted before AWS is told, with what is left', () => {
  expect(begun).toMatchObject({
    at: 5,
    removed: [{ id: 'stack', at: 5, proven: false }],
    left: [{ id: 'bucket', state: 'there' }],
  })
})

test('is proven by what was read, at the time at which it was begun', () => {
  const after = takenBack(begun, [item('stack', 'removed'), item('bucket', 'there')], about(9))
  expect(after).toMatchObject({ at: 5, removed: [{ id: 'stack', at: 5, proven: true }] })
})

test('is nothing when AWS refused it, and may have come about when nobody heard the answer', () => {
  const { error: denied } = fail('wrong-account-member', {
    account: '1',
    managementAccount: '2',
    managementEmail: '',
  })
  const { error: lost } = fail('network-reset', { host: 'cloudformation.us-east-1.amazonaws.com' })
  expect(takenBack(begun, [item('stack', 'failed', denied)], about(9))).toBeNull()
  expect(takenBack(begun, [item('stack', 'failed', lost)], about(9))).toMatchObject({
    removed: [{ id: 'stack', proven: false }],
    left: [{ id: 'stack', state: 'failed' }],
  })
  expect(takenBack(begun, [item('stack', 'unread', lost)], about(9))).toMatchObject({
    removed: [{ id: 'stack', proven: false }],
  })
})

test('keeps what was removed earlier and is not listed any more', () => {
  const first = takenBack(begun, [item('stack', 'removed'), item('bucket', 'there')], about(6))
  const second = takenBack(first, [item('bucket', 'removed')], about(9))
  expect(second?.removed.map(({ id, at }) => [id, at])).toEqual([
    ['stack', 5],
    ['bucket', 9],
  ])
  expect(second?.left).toEqual([])
})

test('asks Spot Support only about an account that Spot knows', () => {
  expect(disconnectedOf(noChoices)).toBeNull()
  expect(disconnectedOf({ ...noChoices, disconnected: begun })?.atSpot).toBeNull()
  const registered = {
    way: 'spot-api' as const,
    at: 1,
    evidence: [{ id: 'role-arn', value: 'arn:aws:iam::418207315602:role/Spot', copy: true }],
    steps: [],
    summaryFile: '',
    wiped: true,
    sent: null,
    confirmedAt: null,
  }
  expect(disconnectedOf({ ...noChoices, disconnected: begun, registered })?.atSpot).toMatchObject({
    accountId: '418207315602',
    roleArn: 'arn:aws:iam::418207315602:role/Spot',
    bucketName: '',
  })
})
