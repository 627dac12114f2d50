/** The words are exchanged while the window is open: all of them, and nothing but them. */
import type { Page } from 'playwright'
import { STEP_IDS } from '../electron/contract/steps.ts'
import { PSEUDO_ID } from '../electron/texts/pseudo.ts'
import { expect, test } from './journeys/fixture.ts'
import { notTranslated, speak, textsIn, valuesIn, type Shown } from './journeys/language.ts'
import {
  approveTemplate,
  choosePlan,
  createStack,
  sendToSpot,
  settleReport,
  signIn,
} from './journeys/steps.ts'
import { fill, line, open, panel, press, reaches } from './journeys/window.ts'

/** What is shown in the pseudo-language and is neither a text of it nor a value. */
async function leftOver(window: Page, name: string): Promise<readonly Shown[]> {
  const shown = await textsIn(window)
  expect(shown.filter(({ text }) => text.includes('⟦')).length, name).toBeGreaterThan(10)
  await window.screenshot({ path: test.info().outputPath(`${name}.png`) })
  return notTranslated(shown, await valuesIn(window))
}

/** Looks at the panel of every step in the pseudo-language, then speaks English again. */
async function lookThrough(window: Page, name: string): Promise<void> {
  const before = await textsIn(window)
  await speak(window, PSEUDO_ID)
  await expect(window.locator('h1')).toContainText('⟦')
  const found: Record<string, readonly Shown[]> = {}
  for (const step of STEP_IDS) {
    if (!(await line(window, step).isVisible())) continue
    await open(window, step)
    const left = await leftOver(window, `${name}-${step}`)
    if (left.length > 0) found[step] = left
  }
  expect(found, name).toEqual({})
  await speak(window, 'en')
  await expect(window.locator('h1')).not.toContainText('⟦')
  const after = await textsIn(window)
  expect(after.filter(({ text }) => /[⟦⟧]/.test(text))).toEqual([])
  expect(after.length).toBeGreaterThan(10)
  expect(before.filter(({ text }) => /[⟦⟧]/.test(text))).toEqual([])
}

const connections = (window: Page, action: string) =>
  window.locator(`[data-panel="connections"] button[data-action="${action}"]`)

test('every word on every screen of a journey is exchanged, and nothing that was typed', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  const { window } = await scene.start()
  await reaches(window, 'plan', 'todo')
  await lookThrough(window, 'begun')
  await open(window, 'plan')
  await choosePlan(window, 'us')
  await signIn(window, scene.scenario)
  await reaches(window, 'cost-report', 'todo')

  // A form that is open, with something typed and not yet sent.
  await fill(window, 'cost-report', 'Report name', 'typed-before')
  await speak(window, PSEUDO_ID)
  await expect(panel(window, 'cost-report').locator('input[value="typed-before"]')).toBeVisible()
  expect(await leftOver(window, 'form')).toEqual([])
  expect(await window.evaluate(() => document.documentElement.lang)).toBe('en-US')
  await speak(window, 'en')
  await expect(panel(window, 'cost-report').getByLabel('Report name')).toHaveValue('typed-before')

  await lookThrough(window, 'signed-in')
  await open(window, 'cost-report')
  await settleReport(window)
  await approveTemplate(window)
  await reaches(window, 'stack', 'todo')
  await lookThrough(window, 'approved')
  await createStack(window)
  await reaches(window, 'stack', 'done')
  await lookThrough(window, 'proven')
  await sendToSpot(window)
  await lookThrough(window, 'registered')
})

test('so is every word of a refusal, the list of connections and the dialogs', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  await signIn(window, scene.scenario)
  await reaches(window, 'cost-report', 'todo')
  await fill(window, 'cost-report', 'Report name', 'not a name')
  await speak(window, PSEUDO_ID)
  await press(window, 'cost-report', 'create')
  await expect(panel(window, 'cost-report')).toContainText('⟦Éñtér àñöthér ñàmé')
  expect(await leftOver(window, 'refusal')).toEqual([])

  await window.locator('button[data-action="connections"]').click()
  await expect(connections(window, 'rename')).toBeVisible()
  expect(await leftOver(window, 'menu')).toEqual([])

  await connections(window, 'rename').click()
  const rename = window.locator('[data-panel="rename"]')
  await expect(rename).toBeVisible()
  expect(await leftOver(window, 'rename')).toEqual([])
  await rename.locator('button[data-action="cancel"]').click()

  await window.locator('button[data-action="connections"]').click()
  await connections(window, 'disconnect').click()
  await expect(window.locator('[data-panel="disconnect"]')).toBeVisible()
  await expect(
    window.locator('[data-panel="disconnect"] [data-action="close"]').last(),
  ).toBeVisible()
  expect(await leftOver(window, 'disconnect')).toEqual([])
})

test('so is every entry of the application’s menu, and its keys stay', async ({ stage }) => {
  const { app, window } = await (await stage('fresh')).start()
  await reaches(window, 'plan', 'todo')
  const entries = () =>
    app.evaluate(({ Menu }) => {
      type Entry = { readonly label: string; readonly keys: string; readonly kind: string }
      const within = (menu: Electron.Menu | null | undefined): Entry[] =>
        (menu?.items ?? []).flatMap(({ label, accelerator, type, submenu }) => [
          { label, keys: accelerator?.toString() ?? '', kind: type },
          ...within(submenu),
        ])
      return within(Menu.getApplicationMenu()).filter(({ kind }) => kind !== 'separator')
    })
  const before = await entries()
  expect(before.length).toBeGreaterThan(10)
  await speak(window, PSEUDO_ID)
  const spoken = await entries()
  // Languages go by their own names, which no language changes.
  const named = spoken.filter(({ kind }) => kind !== 'radio')
  expect(named.filter(({ label }) => !/^⟦.+⟧$/.test(label))).toEqual([])
  expect(spoken.map(({ keys }) => keys)).toEqual(before.map(({ keys }) => keys))
  await speak(window, 'en')
  expect(await entries()).toEqual(
    before.map((entry) => expect.objectContaining({ label: entry.label, keys: entry.keys })),
  )
})

test('a language that a build does not know is refused', async ({ stage }) => {
  const { window } = await (await stage('fresh')).start()
  await expect(speak(window, 'tlh')).rejects.toThrow('does not speak')
  await expect(speak(window, 'constructor')).rejects.toThrow('does not speak')
})
