import type { Page } from 'playwright'
import { suggestBucketName, suggestGlobalBucketName } from '../electron/aws/client/bucket-name.ts'
import { PAYER } from '../electron/aws/testing/portal.ts'
import { expect, test } from './journeys/fixture.ts'
import {
  approveTemplate,
  choosePlan,
  createStack,
  sendToSpot,
  settleReport,
  signIn,
} from './journeys/steps.ts'
import { button, fill, open, panel, press, reaches } from './journeys/window.ts'
import { addFittingReport, type Scenario, type World } from './simulator/index.ts'

/** Signed in, with the form for a report open. */
async function untilReport(window: Page, scenario: Scenario): Promise<void> {
  await choosePlan(window, scenario.managedBy)
  await approveTemplate(window)
  await signIn(window, scenario)
  await reaches(window, 'cost-report', 'todo')
  await open(window, 'cost-report')
}

const ownBuckets = ({ buckets }: World): string[] =>
  [...buckets.keys()].filter((name) => name.startsWith('spot-eco') || name.startsWith('finance'))

test('a new bucket is created under the account’s own name, of which the beginning is chosen', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  const { world } = scene.simulator
  const { accountId } = scene.scenario.signIn
  const name = `finance-cur-${accountId}-us-east-1-an`
  const { window } = await scene.start()
  await untilReport(window, scene.scenario)
  const form = panel(window, 'cost-report')
  await expect(form).toContainText(`The whole name: ${suggestBucketName(accountId)}`)
  await expect(form).toContainText('is not confirmed yet')
  // Whoever pastes the whole name gets no second ending.
  await fill(window, 'cost-report', 'Bucket name', name)
  await expect(form.getByLabel('Bucket name', { exact: true })).toHaveValue('finance-cur')
  await expect(form.locator('ol.changes')).toContainText(name)
  await settleReport(window)
  expect(ownBuckets(world)).toEqual([name])
  const operations = scene.simulator.requests.map(({ operation }) => operation)
  expect(operations).toContain('CreateBucket')
  expect(operations).not.toContain('PutBucketTagging')
  expect(Object.keys(world.buckets.get(name)?.tags ?? {})).toEqual(['created-by', 'eco-connect'])
  await createStack(window)
  await reaches(window, 'stack', 'done')
  await sendToSpot(window)
  expect(JSON.stringify([...world.spot.registrations.values()])).toContain(name)
})

test('one that AWS does not take for reports gives way to an ordinary name, and is removed', async ({
  stage,
}) => {
  const scene = await stage('fresh', {
    arrange: ({ settings }) => {
      settings.reportsToAccountRegional = false
    },
  })
  const { world } = scene.simulator
  const { accountId } = scene.scenario.signIn
  const [refused, other] = [suggestBucketName(accountId), suggestGlobalBucketName(accountId)]
  const { window } = await scene.start()
  await untilReport(window, scene.scenario)
  await press(window, 'cost-report', 'create')
  const offer = window.locator('[data-panel="refused-namespace"]')
  await expect(offer).toContainText(refused)
  expect(ownBuckets(world)).toEqual([refused])
  await button(window, 'cost-report', 'other-name').click()
  const form = panel(window, 'cost-report')
  await expect(form.getByLabel('Bucket name', { exact: true })).toHaveValue(other)
  await expect(form.locator('ol.changes')).toContainText(other)
  expect(ownBuckets(world)).toEqual([refused])

  const left = window.locator('[data-panel="left-bucket"]')
  await expect(left.locator('button[data-action="remove-bucket"]')).toBeDisabled()
  await left.getByRole('checkbox').check()
  await left.locator('button[data-action="remove-bucket"]').click()
  await expect(left).toHaveCount(0)
  await expect.poll(() => ownBuckets(world)).toEqual([])
  await settleReport(window)
  expect(ownBuckets(world)).toEqual([other])
})

test('an existing bucket with capitals and underscores gets as far as the created stack', async ({
  stage,
}) => {
  const name = `Northwind_Billing.${'Reports_'.repeat(20)}CUR`
  const scene = await stage('fresh', {
    arrange(there) {
      addFittingReport(there, Date.now())
      const report = there.accounts.get(PAYER)?.reports[0]
      const bucket = there.buckets.get(report?.definition.S3Bucket ?? '')
      if (!report || !bucket) throw new Error('no report')
      there.buckets.delete(bucket.name)
      there.buckets.set(name, {
        ...bucket,
        name,
        policy: bucket.policy?.replaceAll(bucket.name, name),
      })
      report.definition = { ...report.definition, S3Bucket: name }
    },
  })
  const { window } = await scene.start()
  await untilReport(window, scene.scenario)
  await settleReport(window)
  await createStack(window)
  await reaches(window, 'stack', 'done')
  const [stack] = scene.simulator.world.accounts.get(PAYER)?.stacks ?? []
  expect(stack?.parameters).toMatchObject({ CostAndUsageBucket: name })
})
