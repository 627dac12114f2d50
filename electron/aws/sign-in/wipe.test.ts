import { expect, test } from 'vitest'
import { fail, toAppError } from '../../errors/failure.ts'
import { english } from '../../texts/en/index.ts'
import { errorText } from '../../texts/errors.ts'
import { createWipe, whatRemains } from './wipe.ts'

const entry = 'Eco Connect/one'

test.each([
  [{ reason: 'kept', entry }, 'wipe-key-unproven', /“Eco Connect\/one” may still be there/],
  [{ reason: 'locked', entry }, 'wipe-key-left', /did not let the app remove the entry “Eco/],
  [{ reason: 'file' }, 'wipe-file-left', /nobody can open the file/],
  [{ reason: 'file', entry }, 'wipe-file-left', /together they still hold the sign-in/],
] as const)('says of %s what remains and what it opens', async (facts, code, meaning) => {
  const failure = fail('vault-locked', facts)
  const wipe = createWipe({ signOut: () => Promise.reject(failure) }, () => undefined)
  expect(await wipe.run()).toBe(false)
  const state = wipe.state()
  if (state.kind !== 'failed') return expect.unreachable()
  expect(state.error.code).toBe(code)
  const here = errorText(english, state.error)
  expect(here.meaning).toMatch(meaning)
  expect(here.todo).toContain('emove the sign-in again')
  // A connection that is gone from the list has no button for that any more.
  const gone = errorText(english, whatRemains(failure.error, 'removed'))
  expect(gone.meaning).toMatch(meaning)
  expect(gone.todo).not.toContain('again')
  expect(gone.todo).toMatch(/[Dd]elete /)
})

test('says of a session that AWS was not told to end that nobody here can use it', () => {
  const lost = toAppError(new Error('net::ERR_CONNECTION_RESET'))
  expect(whatRemains(lost, 'kept')).toMatchObject({ code: 'wipe-aws-not-told', facts: {} })
  const { todo } = errorText(english, whatRemains(lost, 'removed'))
  expect(todo).not.toContain('remove the sign-in again')
})
