import { describe, expect, it } from 'vitest'
import type { Status, StepView } from '../contract/status.ts'
import type { ErrorCode } from '../errors/catalogue.ts'
import { recordedStatus, recordOf, refreshedRecord } from './record.ts'
import { noChoices, type Choices } from './state-file.ts'

const done = (value: string, at: number): Status => ({
  kind: 'done',
  at,
  evidence: [{ id: 'role-arn', value }],
})
const told = (value: string, at: number): Status => ({
  kind: 'pending',
  blocks: false,
  lookAgainAt: null,
  progress: { kind: 'unverified', at, evidence: [{ id: 'role-arn', value }] },
})
const registeredWith = (...checklist: StepView[]): Choices => ({
  ...noChoices,
  registered: {
    way: 'spot-console',
    at: 1,
    evidence: [],
    steps: recordOf(checklist),
    summaryFile: '',
    wiped: true,
    sent: null,
    confirmedAt: null,
  },
})
const evidenceOf = (choices: Choices, id: 'stack' | 'bucket'): unknown =>
  choices.registered?.steps.find((step) => step.id === id)

describe('the record of a registered connection', () => {
  it('keeps what was told apart from what was proven', () => {
    const choices = registeredWith({ id: 'stack', status: told('told', 5) })
    expect(recordedStatus(choices, 'stack')).toMatchObject({
      kind: 'pending',
      blocks: false,
      lookAgainAt: null,
      progress: { kind: 'unverified', at: 5, evidence: [{ value: 'told' }] },
    })
    expect(recordedStatus(choices, 'bucket')).toEqual({ kind: 'waiting', for: [] })
    expect(recordedStatus(noChoices, 'stack')).toBeNull()
  })

  it('takes what is proven now, and keeps the old line of what is not', () => {
    const before = registeredWith(
      { id: 'bucket', status: done('old bucket', 1) },
      { id: 'stack', status: told('told', 1) },
    )
    const now = (bucket: Status, stack: Status) =>
      refreshedRecord(before, [
        { id: 'bucket', status: bucket },
        { id: 'stack', status: stack },
        { id: 'registration', status: done('recorded elsewhere', 9) },
      ])
    const fresh = { ...before, ...now({ kind: 'checking' }, done('proven', 9)) }
    expect(evidenceOf(fresh, 'bucket')).toMatchObject({ kind: 'done', at: 1 })
    expect(evidenceOf(fresh, 'stack')).toMatchObject({
      kind: 'done',
      at: 9,
      evidence: [{ value: 'proven' }],
    })
    expect(fresh.registered?.steps.map(({ id }) => id)).toEqual(['bucket', 'stack'])
    const failed = (code: ErrorCode): Status => ({ kind: 'failed', error: { code, facts: {} } })
    const unseen = failed('network-offline')
    expect(now({ kind: 'waiting', for: [] }, unseen)).toBeNull()
    expect(now(told('told again', 9), unseen)).toBeNull()
    expect(now({ kind: 'checking' }, failed('aws-denied'))).toBeNull()
    const gone = now({ kind: 'checking' }, failed('stack-gone'))
    expect(gone?.registered?.steps.map(({ id }) => id)).toEqual(['bucket'])
    expect(refreshedRecord(noChoices, [])).toBeNull()
  })
})

it('a fact that only another build knows stays in the file, and is not shown', () => {
  const kept = { id: 'of-a-later-build', value: 'x', copy: false }
  const evidence = [kept, { id: 'role-arn', value: 'arn', copy: true }]
  const choices: Choices = {
    ...noChoices,
    registered: {
      way: 'spot-api',
      at: 1,
      evidence,
      steps: [{ id: 'stack', kind: 'done', at: 1, evidence }],
      summaryFile: '',
      wiped: true,
      sent: null,
      confirmedAt: null,
    },
  }
  const shown = [{ id: 'role-arn', value: 'arn', copy: true }]
  expect(recordedStatus(choices, 'registration')).toMatchObject({ evidence: shown })
  expect(recordedStatus(choices, 'stack')).toEqual({ kind: 'done', at: 1, evidence: shown })
  const after = refreshedRecord(choices, [
    { id: 'bucket', status: { kind: 'done', at: 2, evidence: [] } },
    { id: 'stack', status: { kind: 'checking' } },
  ])
  expect(after?.registered?.evidence).toContainEqual(kept)
  expect(after?.registered?.steps.find(({ id }) => id === 'stack')?.evidence).toContainEqual(kept)
})
