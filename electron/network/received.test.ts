import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { parseReceived } from './received.ts'

const names = z.object({ names: z.array(z.string()) })

test('an answer is parsed as ever', () => {
  expect(parseReceived(names, { names: ['a'] })).toEqual({ success: true, data: { names: ['a'] } })
  expect(parseReceived(names, { names: [1] }).error?.issues).toHaveLength(1)
  expect(parseReceived(names, { names: Array.from({ length: 20_000 }, () => 'a') }).success).toBe(
    true,
  )
})

test.each([
  ['a list', { names: Array.from({ length: 20_001 }, () => 0) }],
  ['a list within lists', { names: [[[Array.from({ length: 20_001 }, () => 0)]]] }],
  ['an object', { names: [], more: Object.fromEntries(Array.from({ length: 20_001 }).entries()) }],
])('%s of more entries than any honest answer is one fault, not one for each', (_, value) => {
  const { success, error } = parseReceived(names, value)
  expect(success).toBe(false)
  expect(error?.issues).toHaveLength(1)
})

test('however deep an answer is nested, it is looked at', () => {
  let deep: unknown = []
  for (let level = 0; level < 100_000; level += 1) deep = [deep]
  expect(parseReceived(z.unknown(), deep).success).toBe(true)
})

test('bytes and streams are no lists', () => {
  const reply = { Body: Readable.from(['x']), Bytes: new Uint8Array(30_000) }
  expect(parseReceived(z.looseObject({}), reply).success).toBe(true)
})
