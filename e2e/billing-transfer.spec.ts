import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { connectionIn, operatorPolicy } from './journeys/evidence.ts'
import { expect, test, type Stage } from './journeys/fixture.ts'
import { choosePlan, signIn } from './journeys/steps.ts'
import { button, open, panel, press, reaches } from './journeys/window.ts'
import type { BillingTransfer, World } from './simulator/index.ts'

const PAYER = '418207315602'
const OTHER = '295840173366'

const organizationOf = ({ organization }: World) => {
  if (!organization) throw new Error('The scenario has lost its organization')
  return organization
}
const payerOf = ({ simulator }: Stage): string => {
  const payer = organizationOf(simulator.world).outboundTransfers?.[0]?.targetAccountId
  if (payer === undefined) throw new Error('Nobody else pays')
  return payer
}
const transfer = (fields: Partial<BillingTransfer>): BillingTransfer => ({
  id: 'rt-00000001',
  name: 'One pays for another',
  status: 'ACCEPTED',
  sourceAccountId: PAYER,
  targetAccountId: OTHER,
  starts: Date.UTC(2026, 5, 1),
  ...fields,
})

test('whoever pays the bill is named before anything is created, and going on is noted', async ({
  stage,
}) => {
  const scene = await stage('billing-transfer', { policy: operatorPolicy() })
  const { window } = await scene.start()
  const payer = payerOf(scene)
  await choosePlan(window, 'us')
  await signIn(window, scene.scenario)
  await expect(panel(window, 'sign-in').locator(`[data-payer="${payer}"]`)).toBeVisible()
  await expect(button(window, 'sign-in', 'other-account')).toBeVisible()
  await reaches(window, 'cost-report', 'waiting')
  expect(scene.simulator.requests.filter(({ service }) => service === 'cur')).toEqual([])

  await press(window, 'sign-in', 'accept-payer')
  await reaches(window, 'sign-in', 'done')
  await open(window, 'sign-in')
  await expect(panel(window, 'sign-in')).toContainText('Gone on anyway')
  await expect(panel(window, 'sign-in').locator('[data-bill="went-on"]')).toBeVisible()
  await reaches(window, 'cost-report', 'todo')
  const connection = await connectionIn(scene.profile)
  const record = path.join(scene.profile, 'connections', connection, 'audit.jsonl')
  expect((await readFile(record, 'utf8')).split('\n')).toContainEqual(
    expect.stringContaining(`"action":"accept-payer","about":"${payer}"`),
  )
})

test('the question to Spot Support is copied, and the decision outlasts a restart', async ({
  stage,
}) => {
  const scene = await stage('billing-transfer')
  const first = await scene.start()
  await choosePlan(first.window, 'us')
  await signIn(first.window, scene.scenario)
  const copy = button(first.window, 'sign-in', 'copy').filter({ hasText: 'Copy the question' })
  await copy.click()
  await expect(panel(first.window, 'sign-in')).toContainText('Copied')
  const copied = await first.app.evaluate(({ clipboard }) => clipboard.readText())
  expect(copied).toContain(`AWS management account of our organization: ${PAYER}`)
  expect(copied).toContain(`AWS account that pays our bill: ${payerOf(scene)}, since `)
  await press(first.window, 'sign-in', 'accept-payer')
  await reaches(first.window, 'sign-in', 'done')
  await first.close()

  const second = await scene.start()
  await reaches(second.window, 'sign-in', 'done')
  await second.close()

  organizationOf(scene.simulator.world).outboundTransfers = [transfer({})]
  const third = await scene.start()
  await reaches(third.window, 'sign-in', 'todo')
  await open(third.window, 'sign-in')
  await expect(panel(third.window, 'sign-in').locator(`[data-payer="${OTHER}"]`)).toBeVisible()
})

test('another account is chosen instead, and nothing is noted', async ({ stage }) => {
  const scene = await stage('billing-transfer')
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  await signIn(window, scene.scenario)
  await press(window, 'sign-in', 'other-account')
  await button(window, 'sign-in', 'choose-account').first().waitFor()
  const connection = await connectionIn(scene.profile)
  const state = path.join(scene.profile, 'connections', connection, 'state.json')
  expect(await readFile(state, 'utf8')).not.toContain(payerOf(scene))
})

test('what is ahead, and whose bills this account pays, is told and stops nobody', async ({
  stage,
}) => {
  const scene = await stage('fresh', {
    arrange: (world) => {
      const organization = organizationOf(world)
      organization.outboundTransfers = [transfer({ starts: Date.UTC(2099, 0, 1) })]
      organization.inboundTransfers = [
        transfer({ sourceAccountId: '562910847733', targetAccountId: PAYER }),
      ]
    },
  })
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  await signIn(window, scene.scenario)
  await reaches(window, 'sign-in', 'done')
  const shown = panel(window, 'sign-in')
  await expect(shown.locator('[data-bill="ahead"]')).toContainText('January 1, 2099')
  await expect(shown.locator('[data-bill="pays-for"]')).toContainText('562910847733')
  await reaches(window, 'cost-report', 'todo')
})

test('where AWS may not be asked who pays, that is told as not known', async ({ stage }) => {
  const scene = await stage('billing-transfer', {
    arrange: ({ sso }) =>
      void sso.permissionSets.set('AdministratorAccess', {
        Statement: [
          { Effect: 'Allow', Action: '*', Resource: '*' },
          { Effect: 'Deny', Action: 'organizations:List*', Resource: '*' },
        ],
      }),
  })
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  await signIn(window, scene.scenario)
  await reaches(window, 'sign-in', 'done')
  const shown = panel(window, 'sign-in')
  await expect(shown.locator('[data-fact="bill-payer"]')).toContainText('Not known')
  await reaches(window, 'cost-report', 'todo')
})
