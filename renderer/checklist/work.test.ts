import { describe, expect, it } from 'vitest'
import { STEP_IDS } from '../../electron/contract/steps.ts'
import { stepGivenWork } from './work.ts'

describe('a command', () => {
  it('gives its step work', () => {
    expect(stepGivenWork({ step: 'sign-in', action: 'sign-in-again' })).toBe('sign-in')
    expect(stepGivenWork({ step: 'registration', action: 'connect', token: 't' })).toBe(
      'registration',
    )
    expect(stepGivenWork({ step: 'stack', action: 'cancel' })).toBe('stack')
  })

  it('that only looks gives none', () => {
    expect(STEP_IDS.map((step) => stepGivenWork({ step, action: 'check' }))).toEqual(
      STEP_IDS.map(() => null),
    )
    const draft = { reportName: 'a', bucketName: 'b', prefix: '', bucketIsNew: true }
    expect(stepGivenWork({ step: 'cost-report', action: 'preview', ...draft })).toBeNull()
    expect(
      stepGivenWork({
        step: 'registration',
        action: 'support-details',
        spotOrganizationId: '',
      }),
    ).toBeNull()
  })

  it('about no step gives none', () => {
    expect(stepGivenWork({ step: 'connections', action: 'add' })).toBeNull()
    expect(stepGivenWork({ step: 'vault', action: 'retry' })).toBeNull()
    expect(stepGivenWork({ step: 'disconnect', action: 'list' })).toBeNull()
    expect(stepGivenWork({ step: 'app', action: 'reopen' })).toBeNull()
  })
})
