/** The languages beside each other: each says all that the first one says, and nothing in its words. */
import { describe, expect, test } from 'vitest'
import { LANGUAGE_IDS } from '../contract/language.ts'
import { GERMAN } from './de/index.ts'
import { english } from './en/index.ts'
import { LANGUAGES } from './languages.ts'
import { FILLED_IN, leavesOf, partsOf } from './testing/leaves.ts'

const german = GERMAN.words
const ours = new Map(leavesOf(english).map(({ at, text }) => [at, text]))
const theirs = leavesOf(german)

/** What stands so in AWS's and Spot's consoles, or is AWS's own word for something. */
const THEIR_WORDS =
  /^(audit\.services|byHand\.(costReport|stack)\.(labels|values)|byHand\.pages|health\.messages\.[\w-]+\.quote|help\.glossary\.[\w-]+\.aws|signIn\.keys\.fields|signIn\.profiles\.kinds)\b/

/** Words that German has in the same form: names, and what it took over. */
const SAME =
  /^(Eco Connect|OK|Region|Parquet|Spot|AWS|Bucket|Links|In AWS|ARN|AWS CLI|CloudFormation|Cost Explorer|IAM|IAM Identity Center|Manifest|MSP|Parameter|Proxy|Simulation|Spot Eco|Stack|Version|System|Spot Support|Bucket in us-east-1|us-east-1|Israel \(Tel Aviv\)|China \(Ningxia\)|Status|US East \(N\. Virginia\), us-east-1)$/

/** Names with what stands beside them, and abbreviations, by where they stand. */
const SAME_AT = new Set([
  'app.lines.laterWith()',
  'handOver.fileName()',
  'help.details.runtime()',
  'help.details.http()',
  'openedFile.parameter()',
  'stack.progress.state()',
  'summary.links().1',
])

/** English names in German sentences. */
const NAMES =
  /Billing and Cost( Management)?|Cost and Usage Reports?|Identity and Access Management/g

/** A text without what was filled in. */
const bare = (text: string): string => text.replaceAll(/Qx[abc]|NaN|undefined/g, '')

test('a language is loaded by its id, and goes by its own name', async () => {
  for (const id of LANGUAGE_IDS) {
    const language = await LANGUAGES[id].load()
    expect(language.id).toBe(id)
    expect(new Intl.Locale(language.locale).language).toBe(id)
    expect(LANGUAGES[id].name).toBe(new Intl.DisplayNames(id, { type: 'language' }).of(id))
  }
})

test('both have the same parts, and functions of as many values', () => {
  expect(partsOf(german)).toEqual(partsOf(english))
})

describe('what both say', () => {
  test('is said in German wherever it is said in English', () => {
    const said = new Set(theirs.filter(({ text }) => text !== '').map(({ at }) => at))
    // Lines of a list are broken where each language has to.
    const isLine = (at: string): boolean => /\.\d+$/.test(at)
    const missing = [...ours].filter(([at, text]) => text !== '' && !said.has(at) && !isLine(at))
    expect(theirs.length).toBeGreaterThan(1200)
    expect(missing).toEqual([])
  })

  test('is another text, but for names and a few words', () => {
    const same = theirs.filter(({ at, text }) => ours.get(at) === text && !THEIR_WORDS.test(at))
    const unknown = same.filter(
      ({ at, text }) => /\p{L}{2}/u.test(bare(text)) && !SAME.test(text) && !SAME_AT.has(at),
    )
    expect(unknown.map(({ at, text }) => `${at}: ${text}`)).toEqual([])
  })

  test('has the same values in both', () => {
    const valuesIn = (text: string): string => FILLED_IN.filter((one) => text.includes(one)).join()
    const others = theirs.filter(({ at, text }) => {
      const english = ours.get(at)
      return english !== undefined && valuesIn(text) !== valuesIn(english)
    })
    expect(others.map(({ at, text }) => [at, text, ours.get(at)])).toEqual([])
  })
})

test('no English word stands in German, outside of what is quoted', () => {
  const words =
    /\b(the|and|is|are|of|your|you|with|this|that|have|has|not|please|from|for|it|be|or)\b/
  const found = theirs.filter(({ at, text }) => {
    const own = text.replaceAll(/„[^“]*“|\([^)]*\)|https:\S+/g, '').replaceAll(NAMES, '')
    // Whoever looks for something in Help may know only the English word.
    return words.test(own) && !THEIR_WORDS.test(at) && !at.endsWith('.also')
  })
  expect(found.map(({ at, text }) => `${at}: ${text}`)).toEqual([])
})
