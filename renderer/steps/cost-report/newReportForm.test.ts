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
  regionalName,
  takesReports,
  whyNotYet,
} from './newReportForm.ts'

const ACCOUNT = '418207315602'
const SUFFIX = `-${ACCOUNT}-us-east-1-an`
const NEW: ReportDraft = {
  reportName: 'spot-eco',
  bucketName: `spot-eco-cur${SUFFIX}`,
  prefix: 'cur',
  bucketIsNew: true,
}
const GLOBAL: ReportDraft = { ...NEW, bucketName: 'northwind-eco' }
const OWN: ReportDraft = { ...NEW, bucketName: 'mine', bucketIsNew: false }
const proposed = { regional: NEW.bucketName, global: `spot-eco-cur-${ACCOUNT}` }
const fields = (draft: ReportDraft) => fieldsOf({ draft, proposed, accountId: ACCOUNT })
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
  accountId: ACCOUNT,
  reports: [],
  limitReached: false,
  draft: NEW,
  ownBuckets: [],
  proposed,
  leftBuckets: [],
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
      bucketName: fc.oneof(
        name,
        name.map((part) => `${part}${SUFFIX}`),
      ),
      prefix: name,
      bucketIsNew: fc.boolean(),
    })
    fc.assert(
      fc.property(draft, (suggested) => {
        expect(draftOf(typed(fields(suggested)), ACCOUNT)).toEqual(suggested)
      }),
    )
  })

  it('proposes for each kind of bucket a name of that kind', () => {
    const kinds = { regionalBucket: 'spot-eco-cur', globalBucket: proposed.global, ownBucket: '' }
    expect(fields(NEW)).toMatchObject({ ...kinds, bucketKind: 'regional' })
    expect(fields(GLOBAL)).toMatchObject({
      ...kinds,
      bucketKind: 'global',
      globalBucket: 'northwind-eco',
    })
    expect(fields(OWN)).toMatchObject({ ...kinds, bucketKind: 'own', ownBucket: 'mine' })
  })

  it('keeps the ending of a name as it is, also where the whole name was pasted', () => {
    for (const text of ['mine', ` mine${SUFFIX} `])
      expect(regionalName(text, ACCOUNT)).toBe(`mine${SUFFIX}`)
    expect(regionalName('mine-730915264418-us-east-1-an', ACCOUNT)).toBe(
      `mine-730915264418-us-east-1-an${SUFFIX}`,
    )
  })

  it('sends the bucket of the kind that is chosen, without spaces around anything', () => {
    const all = {
      reportName: ' a ',
      prefix: 'b\n',
      regionalBucket: ' new',
      globalBucket: ' other',
      ownBucket: 'own ',
    }
    const sent = (bucketKind: string) => draftOf(typed({ ...all, bucketKind }), ACCOUNT)
    expect(sent('regional')).toEqual({
      reportName: 'a',
      prefix: 'b',
      bucketName: `new${SUFFIX}`,
      bucketIsNew: true,
    })
    expect(sent('global')).toMatchObject({ bucketName: 'other', bucketIsNew: true })
    expect(sent('own')).toMatchObject({ bucketName: 'own', bucketIsNew: false })
  })

  it('asks for another preview when any field is another, however names are put together', () => {
    const changed: readonly Partial<ReportDraft>[] = [
      { reportName: 'x' },
      { bucketName: 'x' },
      { prefix: 'x' },
      { bucketIsNew: false },
      { reportName: `spot-eco","${NEW.bucketName}`, bucketName: 'cur' },
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
