import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Status } from '../../electron/contract/status.ts'
import { editsAfter, failedAttempt, type StackFailure, stackFailure } from './stackFailure.ts'
import { checklist, withStatus } from './testing/checklists.ts'
import { failedStack, FORM, stackAsk, stackTodo } from './testing/stack.ts'

const allBefore = checklist(['done', 'done', 'done', 'done', 'done'])
const withStack = (stack: Status) => withStatus(allBefore, { stack })
const attempt = (cause: string, form: Partial<typeof FORM> = {}): StackFailure => {
  const failure = failedAttempt(withStack(failedStack(cause, form)))
  if (!failure) throw new Error('no failed attempt')
  return failure
}

describe('a failed attempt', () => {
  it('is one whose stack stands in AWS, with the names that it was made with', () => {
    expect(failedAttempt(withStack(failedStack('role-exists')))).toEqual({
      error: { code: 'stack-failed', facts: { cause: 'role-exists' } },
      form: FORM,
    })
  })

  it('is none as long as there is no stack to delete', () => {
    const error = { code: 'network-offline', facts: {} } as const
    expect(failedAttempt(withStack({ kind: 'failed', error }))).toBeNull()
    expect(failedAttempt(withStack({ kind: 'failed', error, ask: stackAsk() }))).toBeNull()
    expect(failedAttempt(allBefore)).toBeNull()
    expect(failedAttempt([])).toBeNull()
  })
})

describe('why the last attempt failed', () => {
  const before = attempt('role-exists')
  const after = (stack: Status) => stackFailure(before, withStack(stack))
  const acting = (doing: 'creating-stack' | 'deleting-stack'): Status => ({
    kind: 'acting',
    progress: { kind: 'working', doing },
  })

  it('is told while its stack is deleted, and afterwards beside the form', () => {
    expect(after(acting('deleting-stack'))).toBe(before)
    expect(after({ kind: 'checking' })).toBe(before)
    expect(after(stackTodo())).toBe(before)
  })

  it('is told until there is another attempt', () => {
    expect(after(acting('creating-stack'))).toBeNull()
  })

  it('is forgotten when the step is done, left out, or has to wait', () => {
    expect(after({ kind: 'done', evidence: [], at: 0 })).toBeNull()
    expect(after({ kind: 'skipped', why: 'msp-keeps-bucket' })).toBeNull()
    expect(after({ kind: 'waiting', for: ['template'] })).toBeNull()
    expect(stackFailure(before, [])).toBeNull()
  })

  it('is that of the newest attempt, and outlives an error that is not one', () => {
    expect(after(failedStack('policy-exists'))?.error.facts['cause']).toBe('policy-exists')
    expect(after({ kind: 'failed', error: { code: 'network-offline', facts: {} } })).toBe(before)
  })
})

describe('what was typed, after a failed attempt', () => {
  it('takes the consent back and keeps all else', () => {
    const typed = { stackName: 'Mine', acknowledged: 'yes', sent: 'new' }
    expect(editsAfter(attempt('limit-exceeded'), typed)).toEqual({ ...typed, acknowledged: '' })
  })

  it('proposes another name for the one that was taken', () => {
    expect(editsAfter(attempt('role-exists'), {})).toEqual({
      acknowledged: '',
      roleName: 'SpotRole-2',
    })
    expect(editsAfter(attempt('policy-exists'), { roleName: 'Mine' })).toEqual({
      acknowledged: '',
      roleName: 'Mine',
      policyName: 'SpotPolicy-2',
    })
  })

  it('leaves a name alone that is another one by now', () => {
    expect(editsAfter(attempt('role-exists'), { roleName: 'Mine' }).roleName).toBe('Mine')
  })

  it('knows the name that was taken by what was sent of it, which is without spaces around it', () => {
    expect(editsAfter(attempt('role-exists'), { roleName: ' SpotRole ' }).roleName).toBe(
      'SpotRole-2',
    )
  })

  it('counts on from a number at the end', () => {
    const next = (roleName: string) => editsAfter(attempt('role-exists', { roleName }), {}).roleName
    expect(next('Role-2')).toBe('Role-3')
    expect(next('Role-9')).toBe('Role-10')
    expect(next('Role-2026')).toBe('Role-2026-2')
    expect(next('Role2')).toBe('Role2-2')
  })

  it('proposes a name that IAM accepts, and never the one that was taken', () => {
    const name = (maxLength: number) =>
      fc.stringMatching(new RegExp(`^[A-Za-z0-9+=,.@_-]{1,${maxLength}}$`))
    const cases = [
      ['role-exists', 'roleName', 64],
      ['policy-exists', 'policyName', 128],
    ] as const
    for (const [cause, field, longest] of cases) {
      fc.assert(
        fc.property(name(longest), (taken) => {
          const proposed = editsAfter(attempt(cause, { [field]: taken }), {})[field]
          expect(proposed).not.toBe(taken)
          expect(proposed).toMatch(new RegExp(`^[A-Za-z0-9+=,.@_-]{1,${longest}}$`))
        }),
      )
    }
  })

  it('proposes a new name of the same length each time, however often the longest is taken', () => {
    let roleName = 'x'.repeat(64)
    const seen = new Set<string>()
    for (let attempts = 0; attempts < 120; attempts += 1) {
      seen.add(roleName)
      roleName = editsAfter(attempt('role-exists', { roleName }), {}).roleName ?? ''
      expect(roleName).toHaveLength(64)
    }
    expect(seen.size).toBe(120)
  })
})
