/** What Spot shows or mails on a later day: in the window each message has its cause, and is gone with it. */
import type { HealthCode, MessageId } from '../electron/contract/health.ts'
import { expect, type Stage, test } from './journeys/fixture.ts'
import { wordsIn } from './journeys/spoken.ts'
import { sendToSpot, signIn, untilRegistration } from './journeys/steps.ts'
import { open, press, reaches } from './journeys/window.ts'
import { addVersion, setDefaultVersion } from './simulator/index.ts'

/** What belongs to the connection, as AWS has it. */
function madeIn({ simulator: { world }, scenario }: Stage) {
  const account = world.accounts.get(scenario.signIn.accountId)
  const role = [...(account?.roles.values() ?? [])].find(({ name }) => name.startsWith('Spot'))
  const policy = [...(account?.policies.values() ?? [])].find(({ arn }) => role?.attached.has(arn))
  const [report] = account?.reports ?? []
  const bucket = world.buckets.get(report?.definition.S3Bucket ?? '')
  if (!account || !role || !policy || !report || !bucket) throw new Error('something is missing')
  return { account, role, policy, report, bucket, buckets: world.buckets }
}
type Made = ReturnType<typeof madeIn>

/** What somebody does in the account; gives how it is undone. */
type Change = (made: Made) => () => void

const CASES: readonly (readonly [MessageId, HealthCode, Change])[] = [
  [
    'invalid-arn',
    'role-gone',
    ({ account, role }) => {
      account.roles.delete(role.name)
      return () => account.roles.set(role.name, role)
    },
  ],
  [
    'no-bucket-access',
    'reading-refused',
    ({ role }) => {
      const Statement = [{ Effect: 'Deny' as const, Action: ['s3:GetObject'], Resource: ['*'] }]
      role.inline.set('Closed', { Version: '2012-10-17', Statement })
      return () => role.inline.clear()
    },
  ],
  [
    'bucket-gone',
    'bucket-gone',
    ({ buckets, bucket }) => {
      buckets.delete(bucket.name)
      return () => buckets.set(bucket.name, bucket)
    },
  ],
  [
    'no-new-data',
    'delivery-failed',
    ({ report }) => {
      const { delivery } = report
      report.delivery = { time: Date.now(), status: 'ERROR_PERMISSIONS' }
      return () => {
        report.delivery = delivery
      }
    },
  ],
  [
    'no-cost-access',
    'costs-refused',
    ({ policy }) => {
      const Statement = policy.document.Statement.map((one) => ({
        ...one,
        Action: [one.Action ?? []].flat().filter((action) => !action.startsWith('ce:')),
      }))
      addVersion(policy, { ...policy.document, Statement }, Date.now())
      return () => setDefaultVersion(policy, 'v1')
    },
  ],
  [
    'not-parquet',
    'report-changed',
    ({ report }) => {
      const { definition } = report
      report.definition = { ...definition, Format: 'textORcsv', Compression: 'GZIP' }
      return () => {
        report.definition = definition
      }
    },
  ],
  [
    'bucket-unlisted',
    'report-gone',
    ({ account, report }) => {
      account.reports.length = 0
      return () => account.reports.push(report)
    },
  ],
  [
    'permissions-missing',
    'permissions-less',
    ({ role, policy }) => {
      role.attached.delete(policy.arn)
      return () => role.attached.add(policy.arn)
    },
  ],
]

test('each message of Spot’s has its cause and what helps, and neither once it is mended', async ({
  stage,
}) => {
  test.slow()
  const scene = await stage('report-fits')
  const { window } = await scene.start()
  await untilRegistration(window, scene.scenario)
  await sendToSpot(window)
  await press(window, 'registration', 'reopen')
  await signIn(window, scene.scenario)
  await reaches(window, 'stack', 'done')
  await open(window, 'registration')
  const panel = window.locator('[data-panel="health"]')
  const verdict = panel.locator('[data-verdict]')
  await expect(verdict).toHaveAttribute('data-verdict', 'works')
  const { messages, codes, told } = (await wordsIn(window)).health
  // A step that needs somebody comes to the front.
  const lookAnew = async (comesTo: 'broken' | 'works'): Promise<void> => {
    await press(window, 'registration', 'look-anew')
    await expect(async () => {
      await open(window, 'registration')
      await expect(verdict).toHaveAttribute('data-verdict', comesTo, { timeout: 2000 })
    }).toPass()
  }

  for (const [id, code, change] of CASES)
    await test.step(id, async () => {
      const undo = change(madeIn(scene))
      await lookAnew('broken')
      await panel.getByText(told.title).click()
      await panel.locator(`input[type="radio"][value="${id}"]`).check()
      const message = panel.locator(`[data-message="${id}"]`)
      await expect(message).toContainText(messages[id].means)
      await expect(message.locator('[data-finding][data-state="bad"]').first()).toBeVisible()
      await expect(message).toContainText(codes[code])
      undo()
      await lookAnew('works')
    })
})
