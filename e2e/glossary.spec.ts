/** What stands in the window and is no everyday word is explained in Help. */
import type { Page } from 'playwright'
import { TERM_IDS } from '../electron/contract/help.ts'
import { plainWords } from '../electron/texts/help.ts'
import { ENGLISH } from '../electron/texts/en/index.ts'
import { expect, test } from './journeys/fixture.ts'
import { textsIn, valuesIn } from './journeys/language.ts'
import {
  approveTemplate,
  choosePlan,
  createStack,
  sendToSpot,
  settleReport,
  signIn,
} from './journeys/steps.ts'
import { panel, reaches } from './journeys/window.ts'

const { glossary } = ENGLISH.words.help

/** Words of this trade, by which they are recognised in a sentence; acronyms are found by themselves. */
const TRADE = [
  /access portal/i,
  /\bAthena\b/,
  /\bBlock Public Access\b/,
  /\bbucket polic(y|ies)\b/i,
  /\bbuckets?\b/i,
  /\bCloudFormation\b/,
  /\bCost and Usage Report\b/,
  /\bcost report\b/i,
  /\bCost Explorer\b/,
  /\bevent notifications?\b/i,
  /\bexternal ID\b/i,
  /\bfingerprint\b/i,
  /\bIdentity Center\b/,
  /\bIdentity Center region\b/i,
  /\bkeychain\b/i,
  /\bmanagement account\b/i,
  /\bmanifest\b/i,
  /\bParquet\b/,
  /\bpermission sets?\b/i,
  /\bpolic(y|ies)\b/i,
  /\bprefix\b/i,
  /\bresource IDs?\b/i,
  /\broles?\b/i,
  /\bSavings Plans?\b/,
  /\bShort-lived keys\b/i,
  /\bSpot API token\b/,
  /\bSpot organization\b/,
  /\bstacks?\b/i,
  /\btemplates?\b/i,
]

/** Short for something that everybody who is here knows, or no abbreviation of this trade. */
const EVERYDAY = new Set([
  // The language, on its button.
  'EN',
  'AWS',
  'US',
  'ID',
  'IDs',
  'IT',
  'API',
  'URL',
  'JSON',
  'PDF',
  'OK',
  'UTC',
  'PM',
  'AM',
])

/** Abbreviations: two capitals or more in a row, with digits and hyphens. */
const ABBREVIATION = /(?<![\w:/.“_-])[A-Z][A-Z0-9]+(?:-[A-Z0-9]+)*s?(?![\w:/._-])/g

/** The terms of a sentence that somebody may not know. */
const termsIn = (text: string): readonly string[] => [
  ...TRADE.flatMap((pattern) => pattern.exec(text)?.[0] ?? []),
  ...[...text.matchAll(ABBREVIATION)].map(([found]) => found).filter((one) => !EVERYDAY.has(one)),
]

/** Whether an entry of the glossary goes by this name: all of its words are among its names. */
function isExplained(term: string): boolean {
  const one = (word: string): string => word.replace(/ies$/, 'y').replace(/(?<=..)s$/, '')
  const wanted = plainWords(term).map(one)
  return TERM_IDS.some((id) => {
    const { term: name, aws, also } = glossary[id]
    const names = new Set(plainWords(`${name} ${aws} ${also}`).map(one))
    return wanted.every((word) => names.has(word))
  })
}

test('every term that stands in the window on the main path is explained by the glossary', async ({
  stage,
}) => {
  test.slow()
  const scene = await stage('fresh')
  const { window } = await scene.start()
  const terms = new Map<string, string>()
  const look = async (): Promise<void> => {
    const values = new Set(await valuesIn(window))
    for (const { text } of await textsIn(window))
      if (!values.has(text)) for (const term of termsIn(text)) terms.set(term, text)
  }
  await choosePlan(window, 'us', look)
  await approveTemplate(window, look)
  await signIn(window, scene.scenario, { look })
  await settleReport(window, look)
  await look()
  await createStack(window, { look })
  await reaches(window, 'stack', 'done')
  await sendToSpot(window, look)
  await look()
  // The main path has many of them: a search that finds none would prove nothing.
  expect(terms.size).toBeGreaterThan(20)
  expect([...terms].filter(([term]) => !isExplained(term))).toEqual([])
})

/** The page of Help that a mark beside a word opens, and whether it is about that word. */
async function explainedBy(window: Page, id: string): Promise<string> {
  await window.locator(`.panel [data-term="${id}"]:visible`).first().click()
  const title = await window.locator('[data-panel="help"] .help-page h3').innerText()
  await window.keyboard.press('Escape')
  await window.locator('[data-panel="help"]').waitFor({ state: 'detached' })
  return title
}

test('each mark beside a word opens the page about that word', async ({ stage }) => {
  test.slow()
  const scene = await stage('fresh')
  const { window } = await scene.start()
  const seen = new Map<string, string>()
  const look = async (): Promise<void> => {
    const marks = window.locator('.panel [data-term]')
    const ids = await marks.evaluateAll((all) =>
      all
        .filter((mark) => mark.checkVisibility())
        .map((mark) => mark.getAttribute('data-term') ?? ''),
    )
    for (const id of new Set(ids)) if (!seen.has(id)) seen.set(id, await explainedBy(window, id))
  }
  await choosePlan(window, 'us')
  await panel(window, 'sign-in').waitFor()
  await look()
  await approveTemplate(window)
  await signIn(window, scene.scenario, { look })
  await settleReport(window, look)
  await createStack(window, { look })
  await reaches(window, 'stack', 'done')
  await panel(window, 'registration').waitFor()
  await look()
  expect(seen.size).toBeGreaterThan(7)
  for (const [id, title] of seen)
    expect(title).toBe(TERM_IDS.filter((one) => one === id).map((one) => glossary[one].term)[0])
})
