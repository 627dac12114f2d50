import type { ElectronApplication, Page } from 'playwright'
import { expect, test } from './journeys/fixture.ts'
import { inBothAppearances } from './journeys/appearance.ts'
import { faint } from './journeys/faint.ts'
import { outOfPlaceIn } from './journeys/inspection.ts'
import { sendToSpot, type Look, untilRegistration } from './journeys/steps.ts'

const USUAL = { width: 1180, height: 820 }

/** What WCAG 1.4.12 lets people set, on every text at once. */
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }`

/** What a state shows wrongly in a column of 320 pixels, which is a window of 1280 at 400 %. */
async function inOneColumn(window: Page): Promise<string[]> {
  await window.setViewportSize({ width: 320, height: 640 })
  const found = await outOfPlaceIn(window)
  await window.setViewportSize(USUAL)
  return found.map((line) => `320 pixels: ${line}`)
}

/** What gets lost when people widen lines, words and letters. The page's own policy lets no style in. */
async function spaced(app: ElectronApplication, window: Page): Promise<string[]> {
  const key = await app.evaluate(
    ({ BrowserWindow }, css) => BrowserWindow.getAllWindows()[0]?.webContents.insertCSS(css),
    SPACED,
  )
  const found = await outOfPlaceIn(window)
  await app.evaluate(
    ({ BrowserWindow }, one) =>
      BrowserWindow.getAllWindows()[0]?.webContents.removeInsertedCSS(one),
    key ?? '',
  )
  return found.map((line) => `spaced: ${line}`)
}

test('each state is whole in one column and with wide spacing, and its controls stand out', async ({
  stage,
}) => {
  test.slow()
  const scene = await stage('fresh', { stackSeconds: 12 })
  const { app, window } = await scene.start()
  // tsx has every function that it compiles call this, also those that are run in the page.
  await window.evaluate('globalThis.__name = (named) => named')
  const findings: string[] = []
  const look: Look = async (name) => {
    for (const found of [
      ...(await inOneColumn(window)),
      ...(await spaced(app, window)),
      ...(await inBothAppearances(window, () => faint(window))),
    ])
      findings.push(`${name}, ${found}`)
  }
  await untilRegistration(window, scene.scenario, look)
  await sendToSpot(window, look)
  expect(findings).toEqual([])
})
