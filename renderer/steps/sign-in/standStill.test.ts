import { expect, test } from 'vitest'
import { keptInPlace } from './standStill.ts'

const row = (id: string, mark = '') => ({ id, mark })

test('what is drawn stays in its place, as it is by now, and what is new comes after it', () => {
  expect(
    keptInPlace([row('b'), row('a')], [row('payer'), row('a', 'named'), row('b'), row('c')]),
  ).toEqual([row('b'), row('a', 'named'), row('payer'), row('c')])
})

test('what is not among the first any more stays as long as somebody is there', () => {
  expect(keptInPlace([row('z')], [row('a')])).toEqual([row('z'), row('a')])
})
