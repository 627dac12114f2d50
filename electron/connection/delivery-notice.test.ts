import { expect, it } from 'vitest'
import type { Status } from '../contract/status.ts'
import { createDeliveryNotice } from './delivery-notice.ts'

const bucket = (status: Status) => [{ id: 'bucket' as const, status }]
const done = bucket({ kind: 'done', at: 0, evidence: [] })
const checking = bucket({ kind: 'checking' })
const awaited = bucket({
  kind: 'pending',
  blocks: false,
  lookAgainAt: 0,
  progress: { kind: 'delivery', awaited: 'first', dueAt: 0, overdue: false, evidence: [] },
})

it('tells once that a delivery which was awaited has arrived', () => {
  let told = 0
  const look = createDeliveryNotice(() => (told += 1))
  for (const steps of [awaited, checking, awaited, done, checking, done]) look(steps)
  expect(told).toBe(1)
})

it('has no news where AWS had delivered before the first look', () => {
  let told = 0
  const look = createDeliveryNotice(() => (told += 1))
  for (const steps of [checking, done, checking, done]) look(steps)
  expect(told).toBe(0)
})
