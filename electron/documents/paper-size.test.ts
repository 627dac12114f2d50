import { expect, test } from 'vitest'
import { paperSizeOf } from './paper-size.ts'

test('the country decides, then the likeliest one of the language, then A4', () => {
  expect(paperSizeOf('US', 'de-DE')).toBe('Letter')
  expect(paperSizeOf('de', 'en-US')).toBe('A4')
  expect(paperSizeOf('', 'en-US')).toBe('Letter')
  expect(paperSizeOf('', 'en-GB')).toBe('A4')
  expect(paperSizeOf('', 'de')).toBe('A4')
  expect(paperSizeOf('', 'fr-CA')).toBe('Letter')
  for (const tag of ['', 'C', 'POSIX', 'not a tag']) expect(paperSizeOf('', tag)).toBe('A4')
})
