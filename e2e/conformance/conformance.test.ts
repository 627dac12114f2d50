import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { repositoryRoot } from '../runtime/paths.ts'
import { hasTest } from '../supply-chain/named-test.ts'
import { tests } from './evidence.ts'
import { ALL, conformanceReport } from './report.ts'
import { FOLDER, keptResults, passedIn } from './results.ts'

test.each(Object.values(tests))('$file has the test “$title”', ({ file, title }) => {
  expect(hasTest(readFileSync(path.join(repositoryRoot, file), 'utf8'), title)).toBe(true)
})

test('the report is the one that its answers and results give', () => {
  const kept = readFileSync(path.join(FOLDER, 'conformance-report.html'), 'utf8')
  expect(kept).toBe(conformanceReport(keptResults()))
})

test('each test that is named is asked for by an answer, and none is answered twice', () => {
  const asked = new Set(ALL.flatMap(({ shownBy }) => shownBy))
  expect(Object.keys(tests).filter((name) => !asked.has(name as keyof typeof tests))).toEqual([])
  const numbers = ALL.map(({ number }) => number)
  expect(numbers).toEqual([...new Set(numbers)])
})

test('all criteria of WCAG 2.2, A and AA, are answered', () => {
  // 31 of level A, 24 of level AA, and 4.1.1, which WCAG 2.1 still has.
  const criteria = ALL.filter(({ number }) => /^[1-4]\.\d\.\d+$/.test(number) && isWcag(number))
  expect(criteria).toHaveLength(31 + 24 + 1)
})

/** The functional performance statements of the norm are numbered alike. */
const isWcag = (number: string): boolean => !number.startsWith('4.2.')

describe('what the tests did not show', () => {
  const results = keptResults()

  test('is taken back wherever an answer rests on it', () => {
    const without = { ...results, passed: results.passed.filter((name) => name !== 'keys') }
    const rows = conformanceReport(without).split('<tr class="').slice(1)
    const keyboard = rows.filter((row) => row.includes('2.1.1 Keyboard'))
    // In the table of what does not conform, and in its own.
    expect(keyboard).toHaveLength(2)
    for (const row of keyboard) expect(row).toContain('Does Not Support')
  })

  test('is what did not run, or failed once', () => {
    const spec = (ok: boolean) => ({ title: tests.axe.title, ok })
    const list = (...specs: object[]) => ({ suites: [{ file: 'accessibility.spec.ts', specs }] })
    expect(passedIn(list(spec(true)))).toEqual(['axe'])
    expect(passedIn(list(spec(true), spec(false)))).toEqual([])
    expect(passedIn(list())).toEqual([])
  })

  test('counts a title with what was filled in', () => {
    const title = 'from zero to registered by keyboard alone, at 900×600'
    const suites = [{ file: 'keyboard-journey.spec.ts', specs: [{ title, ok: true }] }]
    expect(passedIn({ suites })).toEqual(['keys'])
  })
})
