import type { Page } from 'playwright'
import { countJourney } from './counts/journey.ts'
import { countSignIn, SIGN_INS } from './counts/sign-ins.ts'
import { expect, test } from './journeys/fixture.ts'
import { approveTemplate, choosePlan, settleReport, signIn } from './journeys/steps.ts'
import { open, panel, reaches } from './journeys/window.ts'

test('ten clicks, two values, and every main action in view in a small window', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  const { app, window } = await scene.start()
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600),
  )
  const counts = await countJourney(window, scene.scenario)
  expect(counts).toMatchObject({ entered: 2, pastedElsewhere: 0, actionsBelowFold: 0 })
  expect(counts.clicks).toBeLessThanOrEqual(10)
  expect(counts.wordsBeforeFirstChange).toBeLessThanOrEqual(800)
  expect(counts.tabsToFirstAnswer).toBeLessThanOrEqual(3)
  expect(counts.order).toEqual(counts.order.toSorted((one, other) => one - other))
})

const SIGN_IN_BOUNDS = {
  // The address, and the account or permission set if there are several.
  portal: { clicks: 4, words: 620, entered: 1, pastedElsewhere: 0 },
  // Nothing but the way and the browser.
  console: { clicks: 3, words: 620, entered: 0, pastedElsewhere: 0 },
  keys: { clicks: 4, words: 630, entered: 1, pastedElsewhere: 1 },
  // The link goes to the other device, and its code comes back.
  otherDevice: { clicks: 6, words: 740, entered: 1, pastedElsewhere: 2 },
} as const

for (const way of ['portal', 'console', 'keys', 'otherDevice'] as const)
  test(`from start to signed in, by ${way}, takes no more than it must`, async ({ stage }) => {
    const scene = await stage(SIGN_INS[way].scenario)
    const { app, window } = await scene.start()
    const { simulator, scenario } = scene
    const counts = await countSignIn(way, { app, window, simulator, scenario })
    const { clicks, words, ...values } = SIGN_IN_BOUNDS[way]
    expect(counts).toMatchObject(values)
    expect(counts.clicks).toBeGreaterThanOrEqual(2)
    expect(counts.clicks).toBeLessThanOrEqual(clicks)
    expect(counts.words).toBeGreaterThan(100)
    expect(counts.words).toBeLessThanOrEqual(words)
  })

/** What is drawn without a fold being opened. */
const shownIn = (window: Page, step: 'cost-report' | 'template' | 'stack') =>
  panel(window, step).innerText()

test('names, cost, undo and who gets access stand unfolded beside what creates them', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  await signIn(window, scene.scenario)
  await reaches(window, 'cost-report', 'todo')
  await open(window, 'cost-report')
  const { accountId } = scene.scenario.signIn
  for (const said of [
    `spot-eco-cur-${accountId}-us-east-1-an`,
    'The report spot-eco',
    'Cost: storage only, usually a few US dollars a month or less.',
    'AWS charges for nothing else here.',
    'To undo: empty and delete the bucket',
    'To undo: delete the report',
    'AWS’s billing service may check it and deliver your account’s report.',
  ])
    expect(await shownIn(window, 'cost-report')).toContain(said)
  await settleReport(window)
  await reaches(window, 'template', 'todo')
  await open(window, 'template')
  const brief = await shownIn(window, 'template')
  for (const said of [
    'Spot (by NetApp, now Flexera), from its AWS accounts 884866656237 and 627743545735',
    'Your Cost and Usage Report',
    'yet it may write in one place',
    'Change, start, stop or delete anything in your account',
    'a role for Spot and its list of permissions',
    'Nothing. AWS charges neither for roles nor for permissions.',
    'delete the stack in the CloudFormation console',
    'I approve',
  ])
    expect(brief).toContain(said)
  // Half a page: what a review needs besides is folded.
  const page = await panel(window, 'template').locator('[data-panel="brief"]').innerText()
  expect(page.split(/\s+/).length).toBeLessThan(250)
  expect(brief).not.toContain('SHA-256')
  await approveTemplate(window)
  await reaches(window, 'stack', 'todo')
  await open(window, 'stack')
  for (const said of [
    'SpotEcoConnect',
    'SpotByNetApp_Finops_ReadOnly',
    'which only Spot’s AWS accounts may use',
    'AWS charges for none of this.',
    'To undo: delete the stack',
    'you acknowledge that AWS CloudFormation might create IAM resources',
    'Going on without is your decision',
  ])
    expect(await shownIn(window, 'stack')).toContain(said)
})
