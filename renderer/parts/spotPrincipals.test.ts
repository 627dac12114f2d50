import { describe, expect, it } from 'vitest'
import type { TemplateReview } from '../../electron/contract/ask/template.ts'
import type { Status } from '../../electron/contract/status.ts'
import { checklist, withStatus } from '../checklist/testing/checklists.ts'
import { snapshotOf } from '../checklist/testing/snapshots.ts'
import { spotPrincipalsOf } from './spotPrincipals.ts'

const SPOT = 'arn:aws:iam::922761411349:root'
const review = (source: TemplateReview['source']): TemplateReview => ({
  source,
  fileName: '',
  sha256: 'abc',
  bytes: 3,
  body: '{}',
  principals: [SPOT],
  externalIds: [],
  asksForId: 'no',
  managed: [],
  managedData: { version: '1', date: '2026-08-26' },
  statements: [],
  unseen: [],
  resources: [],
  parameters: [],
  actionData: { version: '1', date: '2026-09-26' },
  obstacles: [],
  capability: 'CAPABILITY_IAM',
})
const ask = (source: TemplateReview['source']) =>
  ({ step: 'template', review: review(source), claim: null }) as const
const known = (template: Status) => [
  ...spotPrincipalsOf(snapshotOf(withStatus(checklist(['done']), { template }))),
]

describe('whom the window calls Spot', () => {
  it('is whom the built-in template trusts, while it is reviewed and once it is approved', () => {
    expect(known({ kind: 'todo', ask: ask('built-in') })).toEqual([SPOT])
    expect(known({ kind: 'done', evidence: [], at: 0, ask: ask('built-in') })).toEqual([SPOT])
  })

  it('is nobody by the word of a file', () => {
    expect(known({ kind: 'todo', ask: ask('file') })).toEqual([])
    expect(known({ kind: 'done', evidence: [], at: 0, ask: ask('file') })).toEqual([])
  })

  it('is nobody as long as the template is not known', () => {
    expect(known({ kind: 'checking' })).toEqual([])
    expect(known({ kind: 'done', evidence: [], at: 0 })).toEqual([])
    expect([...spotPrincipalsOf(snapshotOf([]))]).toEqual([])
  })
})
