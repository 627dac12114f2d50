import { describe, expect, it } from 'vitest'
import { isClosed, isRegistered } from './registered.ts'
import { checklist, NAMES, withStatus } from './testing/checklists.ts'
import { snapshotOf } from './testing/snapshots.ts'

const all = checklist(['done', 'done', 'done', 'done', 'done', 'done', 'done'])

describe('a connection', () => {
  it('is registered when the last step is done, whatever is looked at anew', () => {
    const again = checklist(['checking', 'failed', 'waiting', 'waiting', 'todo', 'waiting', 'done'])
    const proven = withStatus(again, { registration: { kind: 'done', evidence: [], at: 0 } })
    expect(isRegistered(snapshotOf(all))).toBe(true)
    expect(isRegistered(snapshotOf(proven))).toBe(true)
  })

  it('is not registered by anything less', () => {
    for (const name of NAMES.filter((one) => one !== 'done')) {
      const steps = checklist(['done', 'done', 'done', 'done', 'done', 'done', name])
      expect([name, isRegistered(snapshotOf(steps))]).toEqual([name, false])
    }
    expect(isRegistered(snapshotOf([]))).toBe(false)
  })

  it('is closed once it is registered, until it is reopened', () => {
    expect(isClosed(snapshotOf(all))).toBe(true)
    expect(isClosed(snapshotOf(all, { reopened: true }))).toBe(false)
    expect(isClosed(snapshotOf(checklist(['todo'])))).toBe(false)
  })
})
