import { expect, test } from 'vitest'
import { GERMAN } from '../../electron/texts/de/index.ts'
import { ENGLISH } from '../../electron/texts/en/index.ts'
import { ERROR_CODES, factNames } from '../../electron/errors/catalogue.ts'
import { errorText } from '../../electron/texts/errors.ts'
import { byTongue, saidIn } from './foreign.ts'

const MESSAGE = 'Resource handler returned message: "You may not do that" (RequestToken: 1-2)'

/** Their reason is a place in a file, or a code of the disk, and never prose. */
const NO_PROSE = ['hand-over-not-understood', 'erase-left']

test.each([ENGLISH, GERMAN])('what others said stands in quotation marks, in $id', ({ words }) => {
  const prose = 'You may not do that here'
  const found = ERROR_CODES.flatMap((code) =>
    factNames(code).flatMap((name) => {
      const facts = { [name]: prose }
      const { what, meaning, todo } = errorText(words, { code, facts })
      const said = saidIn({ facts })
      const text = `${what} ${meaning} ${todo}`
      return said.length > 0 && text.includes(prose) ? [[code, byTongue(text, said)[1]]] : []
    }),
  )
  expect(found.length).toBeGreaterThan(10)
  expect(found.filter(([, quoted]) => quoted !== prose).map(([code]) => code)).toEqual(NO_PROSE)
})

test('a quotation without what was around it is one as well', () => {
  expect(byTongue('AWS meldet: „You may not do that“.', [MESSAGE])).toEqual([
    'AWS meldet: „',
    'You may not do that',
    '“.',
  ])
  expect(byTongue('AWS says: “You may not do that”.', [MESSAGE])[1]).toBe('You may not do that')
})

test('names, codes and our own words in quotation marks are not taken for it', () => {
  const own = 'Wählen Sie „Erneut prüfen“ für den Stack „SpotEcoConnect“.'
  expect(byTongue(own, [MESSAGE])).toEqual([own])
  expect(saidIn({ facts: { message: 'AccessDenied', stack: 'a b', reason: 'x y' } })).toEqual([
    'x y',
  ])
})
