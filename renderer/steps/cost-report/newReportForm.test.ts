import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BucketFinding } from '../../../electron/contract/ask/bucket.ts'
import type {
  CostReportAsk,
  ExistingBucket,
  ReportDraft,
} from '../../../electron/contract/ask/cost-report.ts'
import {
  bucketRead,
  draftOf,
  type Field,
  fieldsOf,
  keyOf,
  takesReports,
  whyNotYet,
} from './newReportForm.ts'

const NEW: ReportDraft = {
  reportName: 'spot-eco',
  bucketName: 'spot-eco-cur',
  prefix: 'cur',
  bucketIsNew: true,
}
const OWN: ReportDraft = { ...NEW, bucketName: 'mine', bucketIsNew: false }
const bucket = (changed: Partial<ExistingBucket> = {}): ExistingBucket => ({
  name: 'mine',
  findings: [],
  policy: null,
  notifications: [],
  ...changed,
})
const asked = (existingBucket: ExistingBucket | null): CostReportAsk => ({
  step: 'cost-report',
  stage: 'choose',
  accountId: '418207315602',
  reports: [],
  limitReached: false,
  draft: NEW,
  ownBuckets: [],
  changes: [],
  existingBucket,
})
const found = (id: BucketFinding['id'], verdict: BucketFinding['verdict']): BucketFinding => ({
  id,
  verdict,
  value: '',
})
const policy = { diff: [], reviewed: 'fingerprint' }
const typed =
  (fields: Partial<Record<Field, string>>) =>
  (field: Field): string =>
    fields[field] ?? ''

describe('the form for a new report', () => {
  it('filled in with a suggestion sends that suggestion', () => {
    const name = fc.string().map((text) => text.trim())
    const draft = fc.record({
      reportName: name,
      bucketName: name,
      prefix: name,
      bucketIsNew: fc.boolean(),
    })
    fc.assert(
      fc.property(draft, (suggested) => {
        expect(draftOf(typed(fieldsOf(suggested)))).toEqual(suggested)
      }),
    )
  })

  it('does not propose the name of a new bucket for one that is there, nor the other way', () => {
    expect(fieldsOf(NEW)).toMatchObject({ newBucket: 'spot-eco-cur', ownBucket: '' })
    expect(fieldsOf(OWN)).toMatchObject({ newBucket: '', ownBucket: 'mine' })
  })

  it('sends the bucket of the kind that is chosen, without spaces around anything', () => {
    const fields = { reportName: ' a ', prefix: 'b\n', newBucket: ' new', ownBucket: 'own ' }
    expect(draftOf(typed({ ...fields, bucketKind: 'new' }))).toEqual({
      reportName: 'a',
      prefix: 'b',
      bucketName: 'new',
      bucketIsNew: true,
    })
    expect(draftOf(typed({ ...fields, bucketKind: 'own' }))).toMatchObject({
      bucketName: 'own',
      bucketIsNew: false,
    })
  })

  it('asks for another preview when any field is another, however names are put together', () => {
    const changed: readonly Partial<ReportDraft>[] = [
      { reportName: 'x' },
      { bucketName: 'x' },
      { prefix: 'x' },
      { bucketIsNew: false },
      { reportName: 'spot-eco","spot-eco-cur', bucketName: 'cur' },
    ]
    const keys = changed.map((change) => keyOf({ ...NEW, ...change }))
    expect(new Set([keyOf(NEW), ...keys]).size).toBe(changed.length + 1)
    expect(keyOf({ ...NEW })).toBe(keyOf(NEW))
  })
})

describe('a report can be created', () => {
  it('at once in a new bucket, whatever else was read', () => {
    expect(whyNotYet(asked(null), NEW)).toBeNull()
    const unfit = bucket({ name: NEW.bucketName, findings: [found('region', 'bad')] })
    expect(whyNotYet(asked(unfit), NEW)).toBeNull()
    expect(bucketRead(asked(unfit), NEW)).toBeNull()
  })

  it('in a bucket that is there once it was chosen, read, and found fit', () => {
    expect(whyNotYet(asked(null), { ...OWN, bucketName: '' })).toBe('chooseBucket')
    expect(whyNotYet(asked(null), OWN)).toBe('notReadYet')
    expect(whyNotYet(asked(bucket({ findings: [found('region', 'bad')] })), OWN)).toBe(
      'bucketUnfit',
    )
    expect(whyNotYet(asked(bucket()), OWN)).toBeNull()
  })

  it('not by what was read of another bucket', () => {
    const other = asked(bucket({ name: 'other' }))
    expect(bucketRead(other, OWN)).toBeNull()
    expect(whyNotYet(other, OWN)).toBe('notReadYet')
    expect(bucketRead(asked(bucket()), OWN)).toEqual(bucket())
  })
})

describe('a bucket takes reports', () => {
  it('when nothing is bad about it', () => {
    expect(takesReports(bucket({ findings: [found('encryption', 'note')] }))).toBe(true)
    expect(takesReports(bucket({ findings: [found('owner', 'bad')] }))).toBe(false)
  })

  it('when only its policy is, and can be repaired', () => {
    const findings = [found('policy', 'bad'), found('region', 'good')]
    expect(takesReports(bucket({ findings, policy }))).toBe(true)
    expect(takesReports(bucket({ findings }))).toBe(false)
    expect(takesReports(bucket({ findings: [...findings, found('region', 'bad')], policy }))).toBe(
      false,
    )
  })
})
