import { expect, it } from 'vitest'
import { managedBy } from './managedBy.ts'
import { checklist, proven, withStatus } from './testing/checklists.ts'

const answered = (value: string) =>
  withStatus(checklist(['done']), { plan: proven({ 'managed-by': value }) })

it('the account is managed as the first step was answered', () => {
  expect(managedBy(answered('msp'))).toBe('msp')
  expect(managedBy(answered('us'))).toBe('us')
})

it('and by the customer as long as that is not known', () => {
  expect(managedBy(checklist(['todo']))).toBe('us')
  expect(managedBy([])).toBe('us')
})
