import { expect, test, vi } from 'vitest'
import { LANGUAGE_IDS } from '../contract/language.ts'
import { localeOf } from './locale.ts'

test('a count takes the form that the language has for it, not the English one', () => {
  const forms = { one: 'krok', few: 'kroki', many: 'kroków', other: 'kroku' }
  const { plural } = localeOf('pl')
  expect([1, 2, 5, 22, 25, 1.5].map((count) => plural(count, forms))).toEqual([
    'krok',
    'kroki',
    'kroków',
    'kroki',
    'kroków',
    'kroku',
  ])
  expect(localeOf('ja').plural(1, { one: 'never', other: '1' })).toBe('1')
})

test('numbers, lists and the order of names are those of the language', () => {
  const german = localeOf('de')
  expect(german.number(51_200)).toBe('51.200')
  expect(german.seconds(1234)).toBe('1,23')
  expect(german.list(['a', 'b', 'c'])).toBe('a, b und c')
  expect(['z', 'ä', 'a'].toSorted(german.compare)).toEqual(['a', 'ä', 'z'])
  expect(['z', 'ä', 'a'].toSorted(localeOf('sv').compare)).toEqual(['a', 'z', 'ä'])
})

test('a moment for somebody elsewhere is told in UTC', () => {
  const at = Date.UTC(2026, 0, 31, 23, 5)
  expect(localeOf('en-US').dateInUtc(at)).toBe('January 31, 2026 at 23:05 UTC')
  expect(localeOf('de').dateInUtc(at)).toBe('31. Januar 2026 um 23:05 UTC')
})

test('hours are counted as the system counts them, in the words of the language', () => {
  const { hourCycle } = new Intl.DateTimeFormat(undefined, { hour: 'numeric' }).resolvedOptions()
  const afternoon = new Date(2026, 0, 31, 15, 4).getTime()
  const shown = localeOf('en-US').clock(afternoon)
  expect(shown).toMatch(hourCycle === 'h12' || hourCycle === 'h11' ? /^3:04\sPM$/ : /^15:04$/)
  // Nobody says that in German.
  expect(localeOf('de-DE').clock(afternoon)).toBe('15:04')
})

test.each(LANGUAGE_IDS)('no word of “%s” needs a formatter before it is read', async (id) => {
  vi.resetModules()
  // The first formatter takes milliseconds, of which each start would have its share.
  vi.stubGlobal('Intl', {})
  try {
    const { LANGUAGES } = await import('./languages.ts')
    expect(await LANGUAGES[id].load()).toMatchObject({ id })
  } finally {
    vi.unstubAllGlobals()
  }
})
