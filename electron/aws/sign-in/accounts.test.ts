import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fail, toAppError } from '../../errors/failure.ts'
import type { Account } from './account-list.ts'
import { createAccounts } from './accounts.ts'

const account = (number: number): Account => ({
  id: String(number).padStart(12, '0'),
  name: `Account ${number}`,
  email: '',
})

/** A portal that gives these pages, of which some fail once. */
function portalOf(pages: readonly (readonly Account[])[], failing: ReadonlySet<number>) {
  const due = new Set(failing)
  return createAccounts(async (token) => {
    const at = token === undefined ? 0 : Number(token)
    if (due.delete(at)) throw fail('aws-unavailable', { service: 'sso' })
    const nextToken = at + 1 < pages.length ? String(at + 1) : undefined
    return { accounts: pages[at] ?? [], nextToken }
  })
}

test('whatever the pages are and whichever fails, the list has the same accounts, each once', async () => {
  const numbers = fc.array(fc.array(fc.nat(40), { maxLength: 9 }), { minLength: 1, maxLength: 9 })
  await fc.assert(
    fc.asyncProperty(numbers, fc.uniqueArray(fc.nat(8)), async (pages, failing) => {
      const accounts = portalOf(
        pages.map((page) => page.map(account)),
        new Set(failing),
      )
      let before: readonly Account[] = []
      for (let asked = 0; accounts.hasMore(); asked += 1) {
        expect(asked).toBeLessThan(2 * pages.length)
        await accounts.readOn().catch((error: unknown) => {
          expect(toAppError(error).code).toBe('aws-unavailable')
        })
        // What was there stays in its place.
        expect(accounts.read().slice(0, before.length)).toEqual(before)
        before = accounts.read()
      }
      expect(before.map(({ id }) => id)).toEqual([
        ...new Set(pages.flat().map((number) => account(number).id)),
      ])
    }),
  )
})

test('a page that is asked for twice at once is taken once', async () => {
  const accounts = portalOf([[account(1)], [account(2)]], new Set())
  await Promise.all([accounts.readOn(), accounts.readOn()])
  expect(accounts.read()).toEqual([account(1)])
  expect(accounts.hasMore()).toBe(true)
})

test('a page that comes after the list was forgotten is in no list', async () => {
  const accounts = portalOf([[account(1)]], new Set())
  const late = accounts.readOn()
  accounts.forget()
  await late
  expect([accounts.read(), accounts.hasMore()]).toEqual([[], true])
})

test('a token that AWS does not take any more leads back to the first page, and nothing is lost', async () => {
  const asked: (string | undefined)[] = []
  const accounts = createAccounts(async (token) => {
    asked.push(token)
    const detail = { service: 'sso', httpStatus: 400, code: 'InvalidRequestException' }
    if (asked.length === 2) throw fail('aws-unavailable', { service: 'sso' }, { detail })
    if (token === undefined) return { accounts: [account(1)], nextToken: 'old' }
    return { accounts: [account(2)], nextToken: undefined }
  })
  await accounts.readOn()
  await expect(accounts.readOn()).rejects.toThrow('aws-unavailable')
  await accounts.readOn()
  await accounts.readOn()
  expect(asked).toEqual([undefined, 'old', undefined, 'old'])
  expect(accounts.read()).toEqual([account(1), account(2)])
  expect(accounts.hasMore()).toBe(false)
})
