import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cpuTime } from '../testing/cpu-time.ts'
import { isLike } from './glob.ts'

test.each([
  ['finance-eu-billing', 'finance-*-billing', true],
  ['finance-billing', 'finance-*-billing', false],
  ['finance-billing', 'finance-*billing', true],
  ['finance-eu-billing-old', 'finance-*-billing', false],
  ['my-finance-eu-billing', 'finance-*-billing', false],
  ['reports-2', 'reports-?', true],
  ['reports-', 'reports-?', false],
  ['reports-22', 'reports-?', false],
  ['anything', '*', true],
  ['', '*', true],
  ['', '?', false],
  // A dot is a dot.
  ['a.b', 'a.b', true],
  ['aab', 'a.b', false],
])('“%s” is like “%s”: %s', (name, pattern, like) => {
  expect(isLike(name, pattern)).toBe(like)
})

const LETTERS = fc.array(fc.constantFrom('a', 'b', '-'), { maxLength: 8 })
const PATTERN = fc.array(fc.constantFrom('a', 'b', '-', '*', '?'), { maxLength: 8 })

test('says what a regular expression of the same meaning says', () => {
  fc.assert(
    fc.property(LETTERS, PATTERN, (letters, parts) => {
      const pattern = parts.join('')
      const same = new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`)
      expect(isLike(letters.join(''), pattern)).toBe(same.test(letters.join('')))
    }),
    { numRuns: 2000 },
  )
})

test('takes no time for a pattern that is made to take long', () => {
  const spent = cpuTime(() => expect(isLike('a'.repeat(63), `${'*a'.repeat(31)}b`)).toBe(false))
  expect(spent).toBeLessThan(1000)
})
