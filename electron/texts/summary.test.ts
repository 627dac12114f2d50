import { expect, test } from 'vitest'
import { GERMAN } from './de/index.ts'
import { ENGLISH } from './en/index.ts'
import { summaryText } from './summary.ts'

const ABOUT = { byHand: false, managedBy: 'us', sent: null } as const
const AT = Date.parse('2026-11-23T09:00:00Z')
const lines = (way: string, language = ENGLISH): string[] => {
  const sections = [
    { id: 'registration', facts: [{ id: 'way', value: way }], verified: true },
  ] as const
  return summaryText(language, AT, sections, ABOUT).split('\n')
}

test('begins with what happens next and until when; what was proven comes after it', () => {
  const text = lines('spot-api')
  expect(text[3]).toBe('What happens now')
  expect(text[4]).toContain('due by November 25, 2026 at 09:00 UTC')
  expect(text.join('\n')).toContain('Delete the Spot API token')
  const proven = text.findIndex((line) => line.startsWith('Register with Spot Eco'))
  expect(proven).toBeGreaterThan(text.findIndex((line) => line.includes('console.spotinst.com')))
})

test('advises to delete a token only where one was used', () => {
  expect(lines('spot-console').join('\n')).not.toContain('token that was made')
})

test('is in the language that is spoken, moments too; what Spot Support reads stays English', () => {
  const request = {
    bucketName: 'b',
    roleArn: 'r',
    customerAccountId: 'c',
    mspAccountId: 'm',
    stackName: 's',
    reportPrefix: 'p',
    spotOrganizationId: 'o',
    billPayer: '',
    verified: true,
  }
  const sent = { request, how: 'copied' } as const
  const text = summaryText(GERMAN, AT, [], { ...ABOUT, sent })
  expect(text).toContain('23. November 2026 um 09:00 UTC')
  expect(text).toContain('  Hello Spot Support,')
})

test('says when something was, in words and not as machines write it', () => {
  const fact = { id: 'submitted-at', value: '2026-11-23T08:59:30.448Z' } as const
  const sections = [{ id: 'registration', facts: [fact], verified: true }] as const
  const german = summaryText(GERMAN, AT, sections, ABOUT)
  expect(german).toContain('  Gesendet: 23. November 2026 um 08:59 UTC')
  expect(summaryText(ENGLISH, AT, sections, ABOUT)).toContain('November 23, 2026 at 08:59 UTC')
})

test('every line fits an editor that does not wrap', () => {
  for (const way of ['spot-api', 'spot-console'])
    for (const language of [ENGLISH, GERMAN])
      expect(lines(way, language).filter((line) => line.length > 104)).toEqual([])
})
