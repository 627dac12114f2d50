import { expect, test } from 'vitest'
import { STEP_IDS } from '../contract/steps.ts'
import { ERROR_CODES, factNames } from '../errors/catalogue.ts'
import { errorText } from './errors.ts'
import { ENGLISH, english } from './en/index.ts'
import { pseudoLanguage } from './pseudo.ts'
import { leavesOf } from './testing/leaves.ts'

const { words } = pseudoLanguage(ENGLISH)

const plain = leavesOf(english).filter(({ text }) => text !== '')

test('every text of the catalogue is another one in the pseudo-language', () => {
  const strange = new Map(leavesOf(words).map(({ at, text }) => [at, text]))
  expect(plain.length).toBeGreaterThan(1200)
  const same = plain.filter(({ at, text }) => strange.get(at) === text)
  expect(same).toEqual([])
})

test('what is filled in stays as it is', () => {
  expect(words.stack.inAccount('418207315602')).toContain('418207315602')
  expect(words.bucket.recreate('northwind-cur')).toContain(' northwind-cur ')
  for (const step of STEP_IDS) expect(words.handOver.fileName(step, '')).toContain(step)
  for (const code of ERROR_CODES) {
    const facts = Object.fromEntries(factNames(code).map((name) => [name, 'Caeliou']))
    const before = Object.values(errorText(english, { code, facts })).join(' ')
    const after = Object.values(errorText(words, { code, facts })).join(' ')
    expect(after.split('Caeliou').length, code).toBe(before.split('Caeliou').length)
  }
})
