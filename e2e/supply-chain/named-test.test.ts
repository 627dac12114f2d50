import { expect, test } from 'vitest'
import { hasTest } from './named-test.ts'

test.each([
  ["test('a title', () => {})", true],
  ["test.each([1])('a title', () => {})", true],
  ["test.each([\n  1,\n])(\n  'a title',\n  () => {})", true],
  ["test.skip('a title', () => {})", false],
  ["test.skipIf(process.platform === 'win32')('a title', () => {})", true],
  ["const text = 'a title'", false],
  ["describe('a title', () => {})", false],
])('%s: %s', (source, found) => {
  expect(hasTest(source, 'a title')).toBe(found)
})
