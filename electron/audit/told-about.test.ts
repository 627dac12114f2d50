import { expect, test } from 'vitest'
import { GERMAN } from '../texts/de/index.ts'
import { ENGLISH } from '../texts/en/index.ts'
import { toldAbout } from './told-about.ts'

const SHA = 'ab12'.repeat(16)
const change = (named: string, about: string) => {
  const [step = '', action = ''] = named.split(' ')
  return { step, action, about }
}

const WRITTEN = [
  ['template approve', `sha256 ${SHA}`, `SHA-256 ${SHA}`],
  [
    'template claimed',
    `sha256 ${SHA}, by: Kim (IT) (claimed by file, not verified)`,
    `SHA-256 ${SHA}, laut Datei von: Kim (IT), nicht überprüft`,
  ],
  ['file use', 'answer, from: Kim (not verified)', 'Antwort, von: Kim, nicht überprüft'],
  ['stack create', 'SpotEcoConnect (external ID: none)', 'SpotEcoConnect, ohne externe ID'],
  ['disconnect remove', 'report spot-eco', 'Bericht spot-eco'],
  ['cost-report remove-bucket', 'bucket spot-eco', 'Bucket spot-eco'],
] as const

test.each(WRITTEN)('%s is told in the language of the page', (named, written, german) => {
  expect(toldAbout(GERMAN.words.audit.about, change(named, written))).toBe(german)
  expect(toldAbout(ENGLISH.words.audit.about, change(named, written))).toBe(written)
})

test.each(WRITTEN)(
  '%s, cut off or about another thing, stays as it was written',
  (named, written) => {
    for (const about of [written.slice(0, 3), `x${written}`.replace(' (external', ' [external')])
      expect(toldAbout(GERMAN.words.audit.about, change(named, about))).toBe(about)
    expect(toldAbout(GERMAN.words.audit.about, change('cost-report create', written))).toBe(written)
  },
)
