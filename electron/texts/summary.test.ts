import { expect, test } from 'vitest'
import { ENGLISH } from './en/index.ts'
import { summaryText } from './summary.ts'

const ABOUT = { byHand: false, managedBy: 'us', sent: null } as const
const AT = Date.parse('2026-11-23T09:00:00Z')
const lines = (way: string): string[] => {
  const sections = [
    { id: 'registration', facts: [{ id: 'way', value: way }], verified: true },
  ] as const
  return summaryText(ENGLISH.words, AT, sections, ABOUT).split('\n')
}

test('begins with what happens next and until when; what was proven comes after it', () => {
  const text = lines('spot-api')
  expect(text[3]).toBe('What happens now')
  expect(text[4]).toContain('due by 2026-11-25T09:00:00.000Z')
  expect(text.join('\n')).toContain('Delete the Spot API token')
  const proven = text.findIndex((line) => line.startsWith('Register with Spot Eco'))
  expect(proven).toBeGreaterThan(text.findIndex((line) => line.includes('console.spotinst.com')))
})

test('advises to delete a token only where one was used', () => {
  expect(lines('spot-console').join('\n')).not.toContain('token that was made')
})

test('every line fits an editor that does not wrap', () => {
  for (const way of ['spot-api', 'spot-console'])
    expect(lines(way).filter((line) => line.length > 104)).toEqual([])
})
