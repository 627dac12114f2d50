import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { firstLanguage } from './first-language.ts'
import { keptLanguage } from './kept-language.ts'

it.each([
  [['de'], 'de'],
  [['de-AT', 'en-US'], 'de'],
  [['de_CH.UTF-8'], 'de'],
  [['DE'], 'de'],
  [['fr-FR', 'de-DE', 'en-US'], 'de'],
  [['en-GB', 'de'], 'en'],
  [['', 'de'], 'de'],
  [['C', 'POSIX'], 'en'],
  [['den', 'ende'], 'en'],
  [[], 'en'],
])('of %j it begins with %s', (wanted, id) => {
  expect(firstLanguage(wanted)).toBe(id)
})

it.each([
  ['{"version":2,"order":[],"selected":"","language":"de"}', 'de'],
  ['{"version":2,"order":[],"selected":"","language":""}', ''],
  ['{"version":1,"order":[],"selected":""}', ''],
  ['{"version":99,"language":"de"}', 'de'],
  ['{"language":{"id":"de"}}', ''],
  ['["de"]', ''],
  ['null', ''],
  ['not JSON', ''],
])('of the settings %s it takes “%s”', async (text, language) => {
  const profile = mkdtempSync(path.join(tmpdir(), 'eco-connect-'))
  try {
    writeFileSync(path.join(profile, 'settings.json'), text)
    expect(await keptLanguage(profile)).toBe(language)
  } finally {
    rmSync(profile, { recursive: true })
  }
})

it('without settings it takes nothing', async () => {
  expect(await keptLanguage(path.join(tmpdir(), 'eco-connect-not-there'))).toBe('')
})
