/** What a person reads has a name, is whole, and does not contradict what stands beside it. */
import { expect, test } from './journeys/fixture.ts'
import { brokenWords } from './journeys/broken-words.ts'
import { clippedFocus } from './journeys/clipped-focus.ts'
import {
  approveTemplate,
  choosePlan,
  settleReport,
  signIn,
  sendToSpot,
  untilRegistration,
} from './journeys/steps.ts'
import { button, fill, open, panel, press, reaches } from './journeys/window.ts'

test('while an account is chosen, nobody is told that they are not signed in', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  const { window } = await scene.start()
  const who = window.locator('.who')
  await choosePlan(window, 'us')
  await expect(who).toHaveText('Not signed in')
  await fill(window, 'sign-in', 'AWS access portal URL', scene.scenario.signIn.startUrl)
  await press(window, 'sign-in', 'start')
  const accounts = button(window, 'sign-in', 'choose-account')
  await accounts.first().waitFor()
  await expect(who).toHaveText('Signed in, not finished yet')
  await accounts.filter({ hasText: scene.scenario.signIn.accountId }).click()
  await button(window, 'sign-in', 'choose-role').first().waitFor()
  await expect(who).toHaveText('Signed in, not finished yet')
})

test('a refusal names all that is missing, and offers first to ask somebody else', async ({
  stage,
}) => {
  const scene = await stage('limited-operator')
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  await signIn(window, scene.scenario)
  await reaches(window, 'cost-report', 'todo')
  await open(window, 'cost-report')
  const foreseen = window.locator('[data-ability="lacks"] .missing li')
  await foreseen.first().waitFor()
  const missing = await foreseen.allInnerTexts()
  expect(missing.length).toBeGreaterThan(1)
  await press(window, 'cost-report', 'create')
  await reaches(window, 'cost-report', 'failed')
  const notice = panel(window, 'cost-report').getByRole('alert')
  await window.screenshot({ path: test.info().outputPath('refused.png') })
  await expect(notice.locator('.missing li')).toHaveText(missing)
  expect(missing.join()).toContain('s3:CreateBucket')
  await expect(notice.locator('.actions').first().locator('button').first()).toHaveAttribute(
    'data-action',
    'hand-over',
  )
})

test('every setting of the report has its name', async ({ stage }) => {
  const scene = await stage('report-fits')
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  await signIn(window, scene.scenario)
  await settleReport(window)
  const settings = (await open(window, 'cost-report')).locator('[data-fact="report-settings"]')
  await expect(settings.locator('dt')).toHaveCount(8)
  await expect(settings).toContainText('Refresh of closed months')
  await expect(settings).not.toContainText('HOURLY')
  await window.screenshot({ path: test.info().outputPath('settings.png') })
})

test('no word is broken in its middle, at any width', async ({ stage }) => {
  test.setTimeout(240_000)
  const scene = await stage('fresh')
  const { window } = await scene.start()
  const found = new Set<string>()
  const look = async (name: string): Promise<void> => {
    for (const width of [1180, 1000, 900, 760, 640, 560, 480]) {
      await window.setViewportSize({ width, height: 900 })
      const broken = await brokenWords(window)
      for (const word of broken) found.add(`${name} ${width}: ${word}`)
      if (broken.length > 0)
        await window.screenshot({ path: test.info().outputPath(`${name}-${width}.png`) })
    }
    await window.setViewportSize({ width: 1180, height: 820 })
  }
  await untilRegistration(window, scene.scenario, look)
  await sendToSpot(window, look)
  expect([...found]).toEqual([])
})

test('no focus ring is cut off, in any step and at two sizes', async ({ stage }) => {
  test.setTimeout(240_000)
  const scene = await stage('fresh')
  const { window } = await scene.start()
  const found = new Set<string>()
  const look = async (name: string): Promise<void> => {
    for (const [width, height] of [
      [1180, 820],
      [900, 600],
    ] as const) {
      await window.setViewportSize({ width, height })
      for (const one of await clippedFocus(window)) found.add(`${name} ${width}: ${one}`)
    }
  }
  await choosePlan(window, 'us', look)
  await approveTemplate(window, look)
  await signIn(window, scene.scenario, { look })
  await reaches(window, 'cost-report', 'todo')
  await open(window, 'cost-report')
  await look('cost-report')
  expect([...found]).toEqual([])
})
