import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesOf } from './policy-change.ts'

const text = fc
  .array(fc.stringMatching(/^[ a-c{}"]{0,4}$/), { minLength: 1, maxLength: 12 })
  .map((lines) => lines.join('\n'))

test('the lines of a difference are those of both texts, in their order', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = linesOf(before, after)
      const without = (kind: string): string =>
        lines.flatMap((line) => (line.kind === kind ? [] : [line.text])).join('\n')
      if (before === after) expect(lines).toEqual([])
      else expect([without('added'), without('removed')]).toEqual([before, after])
    }),
  )
})

test('everything is new where there was nothing', () => {
  expect(linesOf('', '{\n}')).toEqual([
    { kind: 'added', text: '{' },
    { kind: 'added', text: '}' },
  ])
  expect(linesOf('', '')).toEqual([])
})
