import fc from 'fast-check'
import { expect, test } from 'vitest'
import { planOfText } from '../testing/of-text.ts'
import { textOf } from '../testing/in-account.ts'
import { ENGLISH } from '../texts/en/index.ts'
import { FATES, type PlanPaper } from '../texts/plan-paper.ts'
import { planPage } from './plan-page.ts'

const { fates } = ENGLISH.words.planPaper
const planned = fc.record({
  fate: fc.constantFrom(...FATES),
  proof: fc.constantFrom('proven', 'earlier', 'none'),
})
const PLAIN = planOfText('plain')
/** Any thing of the plan in any state, whatever the others are. */
const paper: fc.Arbitrary<PlanPaper> = fc
  .record({
    stage: fc.constantFrom('before', 'begun', 'finished', 'taken-back'),
    managedBy: fc.constantFrom('us', 'msp', null),
    byHand: fc.boolean(),
    accountId: fc.constantFrom('', '418207315602'),
    roleArn: fc.constantFrom('', 'arn:aws:iam::418207315602:role/r'),
    report: planned,
    bucket: planned,
    isNew: fc.boolean(),
    bucketPolicy: planned,
    stack: planned,
    role: planned,
    externalId: fc.constantFrom(
      { kind: 'not-asked' },
      { kind: 'open', optional: true },
      { kind: 'open', optional: false },
      { kind: 'value', value: 'id-1' },
      { kind: 'hidden' },
      { kind: 'none' },
    ),
    registration: fc.constantFrom(
      { kind: 'to-do' },
      { kind: 'registered', at: 0 },
      { kind: 'asked-spot', at: 0, confirmed: false },
      { kind: 'asked-spot', at: 0, confirmed: true },
    ),
    approved: fc.constantFrom(null, { by: null, at: null }, { by: '', at: 0 }),
  })
  .map(({ report, bucket, isNew, stack, role, ...more }) => ({
    ...PLAIN,
    ...more,
    report: { ...PLAIN.report, ...report },
    bucket: { ...PLAIN.bucket, ...bucket, isNew },
    stack: { ...PLAIN.stack, ...stack },
    resources: PLAIN.resources.map((one) => ({ ...one, ...role })),
  }))

test('says of every thing in every state what becomes of it, and claims no proof that it has not', () => {
  fc.assert(
    fc.property(paper, (one) => {
      const text = textOf(planPage(ENGLISH, one))
      const things = [one.report, one.bucket, one.stack, ...one.resources]
      for (const { fate } of [one.report, one.bucket, one.stack])
        expect(text).toContain(fates[fate])
      const all = [...things, one.bucketPolicy]
      if (all.every(({ proof }) => proof !== 'proven'))
        expect(text).not.toContain('proven from AWS')
      if (all.every(({ fate }) => fate !== 'created' && fate !== 'begun'))
        expect(text).not.toContain('Created by this app')
      if (one.accountId === '') expect(text).toContain('not known before the sign-in')
      if (one.registration.kind === 'to-do') expect(text).toContain('Not done yet.')
      else expect(text).toMatch(/(Done|Noted as sent) on January 1, 1970/)
      expect(text).not.toMatch(/undefined|\[object|null/)
    }),
    { numRuns: 200 },
  )
})
