/** Who approved what Spot may do: by AWS’s word, kept, shown, and never by the word of a file. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Locator, Page } from 'playwright'
import type { HandOverFile } from '../electron/contract/hand-over-file.ts'
import { expect, test, type Stage } from './journeys/fixture.ts'
import { pictured } from './journeys/pictured.ts'
import {
  approveTemplate,
  choosePlan,
  createStack,
  sendToSpot,
  settleReport,
  signIn,
} from './journeys/steps.ts'
import { button, line, open, panel, press, reaches, unfold } from './journeys/window.ts'

const fact = (shown: Locator, id: string): Locator => shown.locator(`[data-fact="${id}"]`)
const claim = (window: Page): Locator => window.locator('[data-panel="claimed-approval"]')

/** The fingerprint of the template that is shown. */
async function shownFingerprint(window: Page): Promise<string> {
  await reaches(window, 'template', 'todo')
  await open(window, 'template')
  await unfold(window, 'template')
  return panel(window, 'template').locator('.details dd .code').innerText()
}

/** The text file that is kept after the registration. */
async function summaryIn({ profile }: Stage): Promise<string> {
  const [id = ''] = await readdir(path.join(profile, 'connections'))
  return readFile(path.join(profile, 'connections', id, 'summary.txt'), 'utf8')
}

/** A file of somebody else that claims an approval. */
async function claimingFile({ profile }: Stage, sha256: string): Promise<string> {
  const file: HandOverFile = {
    format: 'eco-connect-hand-over',
    version: 1,
    kind: 'request',
    from: { name: 'Dana Whitfield', connection: 'Northwind' },
    madeAt: '2026-01-31T12:05:00.000Z',
    appVersion: '1.2.3',
    accountId: '',
    steps: ['stack'],
    values: {},
    template: { fileName: 'eco-role.template.json', sha256, approved: true },
  }
  const place = path.join(profile, 'from-dana.ecoconnect')
  await writeFile(place, JSON.stringify(file))
  return place
}

test('who approved, when and which bytes stands in the step and in the summary', async ({
  stage,
}) => {
  const scene = await stage('report-fits')
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  await signIn(window, scene.scenario)
  await settleReport(window)
  const sha256 = await shownFingerprint(window)
  await approveTemplate(window)
  const shown = await open(window, 'template')
  const arn = await fact(shown, 'approved-by').innerText()
  expect(arn).toMatch(
    new RegExp(
      `^arn:aws:sts::${scene.scenario.signIn.accountId}:assumed-role/AWSReservedSSO_AdministratorAccess_`,
    ),
  )
  await expect(fact(shown, 'approved-at')).toContainText(/\d:\d\d/)
  await expect(fact(shown, 'template-sha256')).toContainText(sha256)
  await expect(fact(shown, 'claimed-by')).toHaveCount(0)
  await pictured(window, 'approved')

  await createStack(window)
  await reaches(window, 'stack', 'done')
  await sendToSpot(window)
  const summary = await summaryIn(scene)
  expect(summary).toContain(`Approved by (AWS’s word): ${arn}`)
  expect(summary).toMatch(/Approved at: \w+ \d+, \d{4} at \d\d:\d\d UTC/)
  expect(summary).toContain(`Fingerprint (SHA-256): ${sha256}`)
})

test('half a page is shown to whoever decides, and each permission beneath', async ({ stage }) => {
  const scene = await stage('fresh')
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  await reaches(window, 'template', 'todo')
  const shown = await open(window, 'template')
  const permission = shown.getByText('billing:GetBillingData', { exact: true })
  await expect(shown.locator('[data-panel="brief"]')).toBeVisible()
  await expect(button(window, 'template', 'approve')).toBeInViewport()
  await expect(permission).toBeHidden()
  await expect(shown.getByText('The one place where it may write')).toBeVisible()
  await pictured(window, 'brief')
  await unfold(window, 'template')
  for (const fold of await shown.locator('.fold').all()) await fold.click()
  await expect(permission).toBeVisible()
  await expect(shown.locator('.template-text')).toBeVisible()
  await pictured(window, 'for-reviewers')
  await press(window, 'template', 'approve')
  await reaches(window, 'template', 'done')
  await open(window, 'template')
  await expect(fact(shown, 'approved-by')).toHaveText('Not signed in: nobody is named by AWS')
})

test('an approval that came by a file is claimed, approves nothing, and is told to the end', async ({
  stage,
}) => {
  const scene = await stage('report-fits')
  const first = await scene.start()
  await choosePlan(first.window, 'us')
  const sha256 = await shownFingerprint(first.window)
  await first.close()

  const opened = await scene.start({ args: [await claimingFile(scene, sha256)] })
  await opened.window.locator('[data-panel="opened-file"] button[data-action="use"]').click()
  await reaches(opened.window, 'template', 'todo')
  await open(opened.window, 'template')
  await expect(claim(opened.window)).toContainText('claimed by a file, not verified', {
    ignoreCase: true,
  })
  await expect(claim(opened.window)).toContainText('Dana Whitfield')
  await expect(claim(opened.window)).toContainText('exactly this text')
  await pictured(opened.window, 'claimed')
  await opened.close()

  // It outlives the file and the app, and is still nobody’s approval here.
  const { window } = await scene.start()
  await reaches(window, 'template', 'todo')
  await open(window, 'template')
  await expect(claim(window)).toBeVisible()
  await approveTemplate(window)
  const shown = await open(window, 'template')
  await expect(fact(shown, 'approved-by')).toHaveText('Not signed in: nobody is named by AWS')
  await expect(fact(shown, 'claimed-by')).toHaveText('Dana Whitfield')
  await expect(fact(shown, 'claimed-text')).toHaveText('Exactly this text')
  await pictured(window, 'claimed-and-approved')
  await signIn(window, scene.scenario)
  await settleReport(window)
  await createStack(window)
  await reaches(window, 'stack', 'done')
  await sendToSpot(window)
  expect(await summaryIn(scene)).toContain(
    'Claimed by a file, not verified: an approval by: Dana Whitfield',
  )
})

test('a claim about other bytes says so, with their fingerprint', async ({ stage }) => {
  const scene = await stage('fresh')
  const other = '0'.repeat(64)
  const { window } = await scene.start({ args: [await claimingFile(scene, other)] })
  await window.locator('[data-panel="opened-file"] button[data-action="use"]').click()
  await choosePlan(window, 'us')
  await reaches(window, 'template', 'todo')
  await open(window, 'template')
  await expect(claim(window)).toContainText('their fingerprints differ')
  await expect(claim(window)).toContainText(other)
  await pictured(window, 'claimed-of-another')
  await approveTemplate(window)
  const shown = await open(window, 'template')
  await expect(fact(shown, 'claimed-text')).toHaveText('Another text than this one')
  await expect(fact(shown, 'claimed-sha256')).toContainText(other)
  await expect(line(window, 'template')).toHaveAttribute('data-status', 'done')
})
