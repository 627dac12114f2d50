import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Account } from '../../aws/sign-in/session.ts'
import { ACCOUNTS_SHOWN } from '../../contract/ask/sign-in.ts'
import { localeOf } from '../../texts/locale.ts'
import { accountsShown, type Shelf } from './accounts-shown.ts'

const account = (id: string, name: string, email = ''): Account => ({ id, name, email })
const shelf = (read: readonly Account[], more: Partial<Shelf> = {}): Shelf => ({
  read,
  isWhole: true,
  lastId: '',
  named: null,
  compareNames: localeOf('en').compare,
  ...more,
})
const names = (from: Shelf, sought = ''): readonly string[] =>
  accountsShown(from, sought).accounts.map(({ name, id }) => (name === '' ? id : name))

const SOME = [
  account('333', 'Zoo'),
  account('222', 'Data', 'Ann@northwind.example'),
  account('111', 'Northwind Payer'),
  account('444', 'Apps'),
]

describe('the accounts that are shown', () => {
  test('are ordered by name once all are there, and stand as they came until then', () => {
    expect(names(shelf(SOME))).toEqual(['Northwind Payer', 'Apps', 'Data', 'Zoo'])
    expect(names(shelf(SOME, { isWhole: false }))).toEqual([
      'Northwind Payer',
      'Zoo',
      'Data',
      'Apps',
    ])
  })

  test('begin with the one of last time, then the one that AWS has named, then guesses', () => {
    const from = shelf(SOME, { lastId: '333', named: { id: '222', email: '' } })
    expect(accountsShown(from, '').accounts.map(({ id, management }) => [id, management])).toEqual([
      ['333', 'unknown'],
      ['222', 'named'],
      ['111', 'likely'],
      ['444', 'unknown'],
    ])
  })

  test('have the named one among them before its page has come, and once after it', () => {
    const named = { id: '999', email: 'aws@northwind.example' }
    expect(names(shelf(SOME, { named, isWhole: false }))[0]).toBe('999')
    const listed = [...SOME, account('999', 'Holding')]
    expect(names(shelf(listed, { named }))).toEqual([
      'Holding',
      'Northwind Payer',
      'Apps',
      'Data',
      'Zoo',
    ])
  })

  test.each([
    ['ANN@', ['Data']],
    [' zoo ', ['Zoo']],
    ['4-4', ['Apps']],
    ['4 44', ['Apps']],
    ['-', []],
    ['nothing', []],
  ])('are found by what is typed: %s', (sought, found) => {
    expect(names(shelf(SOME), sought)).toEqual(found)
  })

  test('are a hundred at most, of which the likely ones are there wherever they were listed', () => {
    const many = Array.from({ length: 10_000 }, (_, at) => account(String(1e11 + at), `A ${at}`))
    const shown = accountsShown(shelf([...many, account('7', 'Billing')]), '')
    expect(shown).toMatchObject({ matching: 10_001, total: 10_001 })
    expect(shown.accounts).toHaveLength(ACCOUNTS_SHOWN)
    expect(shown.accounts[0]?.name).toBe('Billing')
  })

  test('stay where they are while others come that look like nothing in particular', () => {
    const listed = fc.array(fc.integer({ min: 1, max: 999 }), { maxLength: 300 })
    fc.assert(
      fc.property(listed, fc.nat(300), fc.constantFrom('', '1', '22'), (ids, first, sought) => {
        const all = [...new Set(ids)].map((id) => account(String(id), `Team ${id}`))
        const before = names(shelf(all.slice(0, first), { isWhole: false }), sought)
        const after = names(shelf(all, { isWhole: false }), sought)
        expect(after.slice(0, before.length)).toEqual(before)
      }),
    )
  })
})
