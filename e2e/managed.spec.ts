import { inBothAppearances } from './journeys/appearance.ts'
import { expect, test as base } from './journeys/fixture.ts'
import { inspect } from './journeys/inspection.ts'
import { makePolicyFolder, type PolicyFolder } from './journeys/policy-folder.ts'
import { everyCommand } from './policies/commands.ts'
import { repliesTo } from './policies/past-window.ts'

const test = base.extend<{ policy: PolicyFolder }>({
  policy: async ({}, use) => {
    const policy = await makePolicyFolder()
    await use(policy)
    await policy.remove()
  },
})

test('a policy that cannot be used locks the app: where, why, for whom, and nothing else', async ({
  stage,
  policy,
}) => {
  const scene = await stage('fresh')
  await policy.write('{\n  "AllowDeviceCode": false,\n  "AllowDeviceCodes": false\n}\n')
  const { window } = await scene.start({ env: policy.env })
  const page = window.locator('[data-panel="halted"]')
  await expect(page.getByRole('heading', { level: 2 })).toBeFocused()
  await expect(page).toContainText(policy.file)
  await expect(page).toContainText('AllowDeviceCodes')
  await expect(page).toContainText('Line 3')
  await expect(page).toContainText('Your IT department')
  await expect(window.locator('[data-step], [data-action]')).toHaveCount(0)

  const said = await repliesTo(window, everyCommand())
  expect(new Set(said)).toEqual(new Set(['policy-unusable']))
  expect(scene.simulator.requests).toEqual([])
})

test('the locked page is read in German as well, in light and in dark', async ({
  stage,
  policy,
}) => {
  const scene = await stage('fresh')
  await policy.write({ AllowedAccounts: ['1111-2222-3333'] })
  let pictures = 0
  for (const [language, words] of [
    ['de', 'Ihre IT-Abteilung muss sie dort berichtigen'],
    ['en-US', 'Your IT department has to correct them there'],
  ] as const) {
    const { window, close } = await scene.start({ env: policy.env, args: [`--lang=${language}`] })
    const page = window.locator('[data-panel="halted"]')
    await expect(page).toContainText(words)
    await expect(page).toContainText('AllowedAccounts')
    const found = await inBothAppearances(window, async () => {
      const name = `locked-${language}-${pictures++}.png`
      await window.screenshot({ path: test.info().outputPath(name) })
      return inspect(window)
    })
    expect(found).toEqual([])
    await close()
  }
})

test('the app works again once the policy is mended', async ({ stage, policy }) => {
  const scene = await stage('fresh')
  await policy.write('{')
  const locked = await scene.start({ env: policy.env })
  await expect(locked.window.locator('[data-panel="halted"]')).toBeVisible()
  await locked.close()
  await policy.write({ AllowDeviceCode: false })
  const { window } = await scene.start({ env: policy.env })
  await expect(window.locator('[data-step="plan"]').first()).toBeVisible()
})
