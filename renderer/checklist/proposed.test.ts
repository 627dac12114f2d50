import { describe, expect, it } from 'vitest'
import type { Proposal, ShownHandOver } from '../../electron/contract/hand-over-file.ts'
import type { Ask, StepId } from '../../electron/contract/steps.ts'
import { editsFrom } from './proposed.ts'
import { checklist, withStatus } from './testing/checklists.ts'
import { stackAsk, stackTodo } from './testing/stack.ts'
import { filledIn, firstTyped, typedAfter, typing } from './typed.ts'

const ACCOUNT = '418207315602'
const file = (kind: ShownHandOver['kind'], values: ShownHandOver['values']): ShownHandOver => ({
  format: 'eco-connect-hand-over',
  version: 1,
  kind,
  from: { name: 'Dana', connection: '' },
  madeAt: '2026-01-31T12:05:00.000Z',
  appVersion: '',
  accountId: ACCOUNT,
  steps: [],
  values,
  template: null,
})
const proposal = (values: ShownHandOver['values'], id = 'one'): Proposal => ({
  id,
  content: file('request', values),
})
const reportAsk: Ask = {
  step: 'cost-report',
  stage: 'by-hand',
  accountId: ACCOUNT,
  bucketName: '',
  prefix: '',
  suggestion: { reportName: '', bucketName: '', prefix: '', bucketIsNew: true },
}

describe('a file fills in', () => {
  it('the name of a bucket under the kind that it is of', () => {
    const fields = (bucketName: string, bucketIsNew: boolean) =>
      editsFrom(file('request', { bucketName, bucketIsNew }), reportAsk)
    const regional = `spot-eco-cur-${ACCOUNT}-us-east-1-an`
    expect(fields(regional, true)).toEqual({
      bucketKind: 'regional',
      regionalBucket: 'spot-eco-cur',
    })
    expect(fields('northwind', true)).toEqual({ bucketKind: 'global', globalBucket: 'northwind' })
    expect(fields(regional, false)).toEqual({ bucketKind: 'own', ownBucket: regional })
  })

  it('what was told, for an answer', () => {
    const values = { bucketName: 'northwind', prefix: 'cur', roleArn: 'arn', externalId: 'id' }
    expect(editsFrom(file('answer', values), reportAsk)).toEqual({
      toldBucket: 'northwind',
      bucketByHand: 'northwind',
      prefixByHand: 'cur',
    })
    expect(editsFrom(file('answer', values), stackAsk())).toEqual({
      bucketName: 'northwind',
      bucketByHand: 'northwind',
      toldRoleArn: 'arn',
      toldExternalId: 'id',
      roleByHand: 'arn',
      externalIdByHand: 'id',
    })
  })

  it('the parameters of a template, by their own names', () => {
    expect(editsFrom(file('request', { parameters: { Team: 'a' } }), stackAsk())).toEqual({
      'parameter:Team': 'a',
    })
  })

  it('never a consent: of no step, whatever its values are', () => {
    const values = { managedBy: 'us', roleName: 'a', parameters: { acknowledged: 'yes' } } as const
    const edits = editsFrom(file('request', values), stackAsk())
    for (const consent of ['acknowledged', 'withoutExternalId', 'sent'])
      expect(edits).not.toHaveProperty(consent)
  })
})

describe('what a file proposes', () => {
  const steps = (...names: Parameters<typeof checklist>[0]) => checklist(names)
  const drafts = (typed: ReturnType<typeof firstTyped>, step: StepId) => typed.drafts[step]

  it('is there when a step asks, also one that asks later', () => {
    const taken = proposal({ managedBy: 'msp', stackName: 'Theirs' })
    const first = filledIn(firstTyped(steps('todo')), taken)
    expect(drafts(first, 'plan')).toEqual({ managedBy: 'msp' })
    expect(drafts(first, 'stack')).toBeUndefined()
    const later = withStatus(steps('done', 'done', 'done', 'done', 'done', 'todo'), {
      stack: stackTodo(),
    })
    const then = filledIn(typedAfter(first, later), taken)
    expect(drafts(then, 'stack')).toEqual({ stackName: 'Theirs' })
  })

  it('is filled in once, and is the person’s from then on', () => {
    const taken = proposal({ managedBy: 'msp' })
    const first = filledIn(firstTyped(steps('todo')), taken)
    const typed = typing(first, 'plan', 'managedBy', 'us')
    const later = filledIn(typedAfter(typed, steps('todo')), taken)
    expect(drafts(later, 'plan')).toEqual({ managedBy: 'us' })
    expect(filledIn(later, taken)).toBe(later)
    expect(filledIn(later, null)).toBe(later)
  })

  it('of another file is filled in over it', () => {
    const first = filledIn(firstTyped(steps('todo')), proposal({ managedBy: 'msp' }))
    const second = filledIn(first, proposal({ managedBy: 'us' }, 'two'))
    expect(drafts(second, 'plan')).toEqual({ managedBy: 'us' })
  })

  it('leaves a step alone that is done', () => {
    const first = filledIn(firstTyped(steps('done', 'todo')), proposal({ managedBy: 'msp' }))
    expect(drafts(first, 'plan')).toBeUndefined()
  })
})
