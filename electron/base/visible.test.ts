import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byDirection, drawn, hides, meant, visible, visibleJson, visibleLine } from './visible.ts'

/** From Unicode's own tables, independent of the rule: controls of direction, what has no width, fillers. */
const KNOWN = [
  [0x00, 0x08],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0x2800, 0x2800],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff9, 0xfffb],
  [0xe0000, 0xe007f],
  [0xe0100, 0xe01ef],
].flatMap(([first = 0, last = 0]) =>
  Array.from({ length: last - first + 1 }, (_, place) => String.fromCodePoint(first + place)),
)

const anyText = fc.string({ unit: 'binary', maxLength: 40 })
const looksLikeAMark = fc.constantFrom(
  '⟨',
  '⟩',
  'U+',
  '202E',
  '⟨U+202E⟩',
  '⟨U+27E8⟩',
  '\u202e',
  'x',
)
const hostile = fc.oneof(
  anyText,
  fc.array(looksLikeAMark, { maxLength: 12 }).map((all) => all.join('')),
)

describe('a text that is shown', () => {
  test('has a mark for every control of direction, for what has no width, and for fillers', () => {
    const unmarked = KNOWN.filter(
      (character) => !/^a⟨U\+[0-9A-F]{4,6}⟩b$/.test(visible(`a${character}b`)),
    )
    expect(unmarked).toEqual([])
    expect(KNOWN.every(hides)).toBe(true)
  })

  test('has no such character left, and is the same when done twice', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = visible(text)
        expect(hides(shown)).toBe(false)
        expect(visible(shown)).toBe(shown)
      }),
    )
  })

  test.each([
    'Northwind Traders (Production)',
    'شركة الشمال',
    'חברת הצפון בע״מ',
    '北风贸易',
    'Zürich – Köln, “Œuvre” №5',
    'नेपाल',
    '🚀',
    '{\n\t"a": 1\r\n}',
  ])('is as it was when all can be seen: %j', (text) => {
    expect(visible(text)).toBe(text)
  })

  test('marks what joins letters and emoji too, and leaves the rest readable', () => {
    expect(visible('می\u200cخواهم')).toBe('می⟨U+200C⟩خواهم')
    expect(visible('👩\u200d💻')).toBe('👩⟨U+200D⟩💻')
  })

  test('has one line in a file of lines', () => {
    expect(visibleLine('x\r\nRole ARN:\tmine')).toBe('x⟨U+000D⟩⟨U+000A⟩Role ARN:⟨U+0009⟩mine')
  })
})

describe('what the window draws', () => {
  test('can be turned back into the exact value, whatever it is', () => {
    fc.assert(fc.property(hostile, (text) => meant(drawn(text)) === text))
  })

  test('shows no such character, and no mark that somebody else has written', () => {
    fc.assert(fc.property(hostile, (text) => !hides(drawn(text))))
    expect(drawn('a⟨U+202E⟩')).not.toBe(drawn('a\u202e'))
  })

  test('is different for different names', () => {
    fc.assert(
      fc.property(hostile, hostile, (one, other) => one === other || drawn(one) !== drawn(other)),
    )
  })
})

test('JSON says them in its own escapes', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const json = visibleJson(JSON.stringify({ text }))
      expect(hides(json)).toBe(false)
      expect(JSON.parse(json)).toEqual({ text })
    }),
  )
})

test('a sentence is parted where the direction turns, and nothing of it is lost', () => {
  expect(byDirection('Account “شركة 2 الشمال” (418207315602)')).toEqual([
    'Account “',
    'شركة 2 الشمال',
    '” (418207315602)',
  ])
  expect(byDirection('Northwind')).toEqual(['Northwind'])
  fc.assert(fc.property(anyText, (text) => byDirection(text).join('') === text))
})
