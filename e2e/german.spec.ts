/** The app in German: every screen of a journey, by keyboard too, and exchanged in the middle of it. */
import type { Page } from 'playwright'
import { english } from '../electron/texts/en/index.ts'
import { leavesOf } from '../electron/texts/testing/leaves.ts'
import { playTour } from './demo/tour.ts'
import { expect, test } from './journeys/fixture.ts'
import { inspect } from './journeys/inspection.ts'
import { registerByKeys, resize } from './journeys/keyboard.ts'
import { textsIn, valuesIn } from './journeys/language.ts'
import { MODES, showIn } from './journeys/modes.ts'
import { choosePlan, signIn } from './journeys/steps.ts'
import { wordsIn } from './journeys/spoken.ts'
import { fill, open, panel, reaches } from './journeys/window.ts'

const IN_GERMAN = { args: ['--lang=de'] } as const
const SMALL = { width: 900, height: 600 }

/** What the app says in English, as far as it is a sentence and no name. */
const ENGLISH = new Set(
  leavesOf(english)
    .filter(({ at, text }) => /\p{Ll}+\s+\p{Ll}+/u.test(text) && !/glossary.*\.aws$/.test(at))
    .map(({ text }) => text),
)
const ENGLISH_WORDS =
  /\b(the|and|is|are|of|your|you|with|this|that|have|has|not|please|from|for|be)\b/

/** What is shown in English and is neither marked as English, nor quoted, nor a value. */
async function leftInEnglish(window: Page): Promise<readonly string[]> {
  const values = await valuesIn(window)
  return (await textsIn(window))
    .map(({ text }) => text)
    .filter((text) => !values.includes(text))
    .filter((text) => {
      const own = text.replaceAll(/„[^“]*“|\([^)]*\)/g, '')
      return ENGLISH.has(text) || ENGLISH_WORDS.test(own)
    })
}

/** Screens with the longest texts, which are looked at enlarged as well. */
const LONG = new Set(['template', 'sign-in', 'cost-report', 'bucket', 'registered'])

test('every screen of a journey is German, whole, and by the rules of axe', async ({ stage }) => {
  test.slow()
  const scene = await stage('fresh')
  const started = await scene.start(IN_GERMAN)
  const { window } = started
  expect(await window.evaluate(() => document.documentElement.lang)).toBe('de-DE')
  const small = { ...MODES.small, size: SMALL }
  await showIn(started, small)
  const wrong: string[] = []
  const look = async (name: string): Promise<void> => {
    const note = (found: readonly string[]): void =>
      void wrong.push(...found.map((one) => `${name}: ${one}`))
    note(await leftInEnglish(window))
    note(await inspect(window))
    await window.screenshot({ path: test.info().outputPath(`${name}.png`) })
    if (!LONG.has(name)) return
    await showIn(started, MODES.enlarged)
    note(await inspect(window))
    await showIn(started, small)
  }
  await playTour(window, scene.scenario, look)
  await window.locator('button[data-action="help"]').click()
  await window.locator('[data-panel="help"]').waitFor()
  await look('help')
  expect(wrong).toEqual([])
  // No English is loaded for it.
  const loaded: string[] = []
  window.on('request', (request) => loaded.push(request.url().replace(/^.*\//, '')))
  await window.reload()
  await expect(window.locator('[data-step][data-status]').first()).toBeVisible()
  expect(loaded.filter((name) => name.startsWith('de-'))).toHaveLength(1)
  expect(loaded.filter((name) => name.startsWith('en-'))).toEqual([])
})

test('from zero to registered by keyboard alone, in German', async ({ stage }) => {
  test.slow()
  const scene = await stage('fresh')
  const started = await scene.start(IN_GERMAN)
  await resize(started, SMALL)
  await registerByKeys(started.window, scene.scenario)
})

test('it is chosen in the middle of the way, keeps what was typed, and stays for the next start', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  const { app, window, close } = await scene.start()
  await choosePlan(window, 'us')
  await signIn(window, scene.scenario)
  await reaches(window, 'cost-report', 'todo')
  await fill(
    window,
    'cost-report',
    (words) => words.costReport.newReport.reportName,
    'typed-before',
  )

  await window.locator('button[data-action="languages"]').click()
  await window.locator('[data-panel="languages"] button[data-language="de"]').click()
  await expect(window.locator('html')).toHaveAttribute('lang', 'de-DE')
  await expect(panel(window, 'cost-report').locator('input[value="typed-before"]')).toBeVisible()
  const { costReport, menu } = await wordsIn(window)
  await expect(
    panel(window, 'cost-report').getByLabel(costReport.newReport.reportName),
  ).toHaveValue('typed-before')
  expect(await leftInEnglish(window)).toEqual([])
  const labels = await app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).map(({ label }) => label),
  )
  expect(labels).toContain(menu.view)
  await close()

  const again = await scene.start()
  await expect(again.window.locator('html')).toHaveAttribute('lang', 'de-DE')
  await reaches(again.window, 'cost-report', 'todo')
  await open(again.window, 'cost-report')
  expect(await leftInEnglish(again.window)).toEqual([])
})
