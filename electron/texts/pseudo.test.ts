import { expect, test } from 'vitest'
import { STEP_IDS } from '../contract/steps.ts'
import { ERROR_CODES, factNames } from '../errors/catalogue.ts'
import { errorText } from './errors.ts'
import { ENGLISH, english } from './en/index.ts'
import { pseudoLanguage } from './pseudo.ts'

const { words } = pseudoLanguage(ENGLISH)

type Leaf = { readonly at: string; readonly text: string }

/** What each function of the catalogue may be given: enough for each of its branches to speak. */
const GIVEN: readonly unknown[] = ['value', 2, ['one', 'two']]
/** The arguments of functions that take something else than names, numbers and lists of names. */
const ARGUMENTS: Readonly<Record<string, readonly unknown[]>> = {
  'app.moment': ['other', 'value', 'value'],
  'app.lines.after': [[1, 2]],
  'bucket.policyDiff.count': [1, 2],
}

/** Every text of a part of a catalogue, with what functions say when they are given something. */
function leaves(part: unknown, at: string): Leaf[] {
  if (typeof part === 'string') return [{ at, text: part }]
  if (typeof part === 'function') return leaves(said(part, at), `${at}()`)
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([name, inside]) =>
    leaves(inside, at === '' ? name : `${at}.${name}`),
  )
}

function said(part: object, at: string): unknown {
  if (at.startsWith('changes.texts')) return call(part, [{}, () => 5])
  if (at.startsWith('errors.sentences')) return call(part, [{}])
  const known = ARGUMENTS[at]
  if (known) return call(part, known)
  // Lists of names are told from names by what the function does with them.
  for (const given of GIVEN) {
    try {
      return call(part, [given, given, given])
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
  }
  throw new Error(`${at} takes something else`)
}

const call = (part: object, given: readonly unknown[]): unknown =>
  typeof part === 'function' ? Reflect.apply(part, undefined, given) : undefined

const plain = leaves(english, '').filter(({ text }) => text !== '')

test('every text of the catalogue is another one in the pseudo-language', () => {
  const strange = new Map(leaves(words, '').map(({ at, text }) => [at, text]))
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
