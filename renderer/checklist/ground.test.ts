import { describe, expect, it } from 'vitest'
import { groundOf, hasMoved } from './ground.ts'
import { checklist, proven, told, withStatus } from './testing/checklists.ts'

const known = withStatus(checklist(['done', 'done', 'done', 'done', 'done', 'todo']), {
  plan: proven({ 'managed-by': 'us', 'msp-account': '' }),
  'sign-in': proven({ account: '418207315602', 'account-name': 'Northwind' }),
  template: proven({ 'template-sha256': 'abc' }),
})

describe('what the form of the stack rests on', () => {
  it('is who manages the account, the account, and the template, and nothing else', () => {
    expect(groundOf(known)).toEqual({
      'managed-by': 'us',
      account: '418207315602',
      'template-sha256': 'abc',
    })
  })

  it('counts what is told by hand as well', () => {
    const steps = withStatus(known, { 'sign-in': told({ account: '111122223333' }) })
    expect(groundOf(steps)['account']).toBe('111122223333')
  })

  it('is not known of a step that is being looked at, that failed, or that is not there', () => {
    const steps = withStatus(known, {
      'sign-in': { kind: 'checking' },
      template: { kind: 'failed', error: { code: 'unexpected', facts: {} } },
    })
    expect(groundOf(steps)).toEqual({ 'managed-by': 'us' })
    expect(groundOf([])).toEqual({})
  })

  it('takes a fact only from the step that proves it', () => {
    const steps = withStatus(known, {
      plan: proven({ account: 'other' }),
      'cost-report': proven({ account: 'another' }),
    })
    expect(groundOf(steps)['account']).toBe('418207315602')
  })
})

describe('the ground has moved', () => {
  it('when something that was known is another now', () => {
    expect(hasMoved({ account: 'a' }, { account: 'b' })).toBe(true)
  })

  it('not when something is known for the first time, or not known any more', () => {
    expect(hasMoved({}, { account: 'a' })).toBe(false)
    expect(hasMoved({ account: 'a' }, {})).toBe(false)
    expect(hasMoved({ account: 'a' }, { account: 'a', 'managed-by': 'us' })).toBe(false)
  })
})
