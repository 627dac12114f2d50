import { expect, test } from 'vitest'
import { verdictOf, type Finding } from '../contract/health.ts'
import type { Status, StepView } from '../contract/status.ts'
import { STEP_IDS, type StepId } from '../contract/steps.ts'
import type { ErrorCode } from '../errors/catalogue.ts'
import { lookedAtOf } from './kept.ts'
import { lookOf, readingsOf } from './of-steps.ts'

const done: Status = { kind: 'done', at: 1, evidence: [] }
const failed = (code: ErrorCode): Status => ({ kind: 'failed', error: { code, facts: {} } })
const waiting = (...steps: StepId[]): Status => ({ kind: 'waiting', for: steps })
const stepsWith = (some: Readonly<Partial<Record<StepId, Status>>>): StepView[] =>
  STEP_IDS.map((id) => ({ id, status: some[id] ?? done }))
const told = (some: Readonly<Partial<Record<StepId, Status>>>, managedBy: 'us' | 'msp' = 'us') =>
  Object.fromEntries(
    readingsOf(stepsWith(some), managedBy, () => 2).map(({ id, state, codes }) => [
      id,
      `${state} ${codes.join()}`.trim(),
    ]),
  )

test('what could not be looked at is neither right nor wrong', () => {
  expect(told({ 'cost-report': failed('aws-denied') }).report).toBe('unseen denied')
  expect(told({ 'cost-report': failed('network-reset') }).report).toBe('unseen not-answered')
  expect(told({ bucket: waiting('cost-report') })).toMatchObject({
    bucket: 'unseen not-asked',
    delivery: 'unseen not-asked',
  })
})

test('a bucket of which nothing is told is not right by that', () => {
  const { bucket, encryption, policy, delivery, format } = told({})
  expect([bucket, encryption, policy, delivery, format].join()).not.toContain('good')
})

test('where an MSP keeps the report, it is not looked for', () => {
  expect(Object.keys(told({}, 'msp')).toSorted()).toEqual(['account', 'reading', 'role', 'trust'])
})

test('a proof goes from one to the next: before what is wrong all was right', () => {
  expect(told({ stack: failed('role-cannot-read') })).toMatchObject({
    role: 'good',
    trust: 'good',
    reading: 'bad reading-refused',
  })
  expect(told({ stack: failed('role-trust-wrong') })).toMatchObject({
    role: 'good',
    trust: 'bad trust-changed',
    reading: 'unseen not-asked',
  })
  expect(told({ stack: failed('stack-gone') }).role).toBe('bad role-gone')
  expect(told({ stack: failed('stack-half-changed') }).role).toBe('bad stack-changed')
})

test('that somebody else signs in says nothing of the account', () => {
  expect(told({ 'sign-in': failed('account-told-other') }).account).toBe('unseen account-wrong')
  expect(told({ 'sign-in': failed('account-not-listed') }).account).toBe('unseen account-wrong')
  expect(told({ 'sign-in': failed('wrong-account-member') }).account).toBe('bad account-member')
})

test('a look is as old as the oldest thing seen in it', () => {
  const seen = (state: Finding['state'], at: number) => ({ state, at })
  expect(lookedAtOf([seen('good', 5), seen('bad', 3), seen('awaited', 9)])).toBe(3)
  expect(lookedAtOf([seen('good', 5), seen('unseen', 1)])).toBe(5)
  expect(lookedAtOf([seen('unseen', 2)])).toBe(2)
})

test('a look goes on while a step is read, or waits for one that is', () => {
  expect(lookOf(stepsWith({}))).toBe('looked')
  expect(lookOf(stepsWith({ bucket: { kind: 'checking' }, stack: waiting('bucket') }))).toBe(
    'looking',
  )
  expect(lookOf(stepsWith({ bucket: failed('bucket-missing'), stack: waiting('bucket') }))).toBe(
    'looked',
  )
  expect(lookOf(stepsWith({ 'sign-in': failed('sign-in-ended') }))).toBe('signing-in')
})

test('what is broken outweighs what nobody has seen, and that what is awaited', () => {
  const finding = (state: Finding['state']): Finding => ({
    id: 'role',
    state,
    codes: [],
    at: 1,
    before: null,
  })
  const of = (...states: Finding['state'][]) => verdictOf(states.map(finding))
  expect(of('good', 'unseen', 'bad', 'bad')).toEqual({ kind: 'broken', count: 2 })
  expect(of('good', 'unseen', 'awaited')).toEqual({ kind: 'unseen', count: 1 })
  expect(of('good', 'awaited')).toEqual({ kind: 'waits' })
  expect(of('good')).toEqual({ kind: 'works' })
})
