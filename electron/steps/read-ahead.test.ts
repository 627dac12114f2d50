import { expect, test } from 'vitest'
import { issueCredentials } from '../../e2e/simulator/index.ts'
import { PAYER } from '../aws/testing/simulated.ts'
import type { Call } from '../network/call.ts'
import { madeConnection } from './testing/made-connection.ts'
import { enter, startJourney } from './testing/journey.ts'

/** A connection that was made, opened anew by an app that tells its calls. */
async function openedAnew() {
  const made = await madeConnection()
  const calls: Call[] = []
  const { stage, disk } = made
  const network = { onCall: (call: Call) => void calls.push(call) }
  const journey = await startJourney(stage, disk, undefined, { network })
  const ahead = (): string[] => calls.flatMap((call) => (call.ahead ? [call.operation] : []))
  const ended = async (): Promise<void> => {
    for (let round = 0; round < 3; round++) {
      await journey.engine.idle()
      await journey.health.idle()
    }
    journey.engine.stop()
  }
  return { ...made, journey, calls, ahead, ended }
}

test('what is read ahead is asked once, and everything is proven by it', async () => {
  const { journey, calls, ahead, ended } = await openedAnew()
  journey.engine.reopen()
  await enter(journey)
  await journey.reaches('stack', 'done')
  await ended()
  expect(ahead()).toContain('DescribeStacks')
  const counted = (name: string): number =>
    calls.filter(({ operation }) => operation === name).length
  for (const name of ['DescribeReportDefinitions', 'GetRole', 'DescribeStacks', 'GetBucketPolicy'])
    expect([name, counted(name)]).toEqual([name, 1])
})

test('what was read under a premise that turns out wrong proves nothing', async () => {
  const { journey, account, ahead, ended } = await openedAnew()
  account.reports.length = 0
  journey.engine.reopen()
  await enter(journey)
  await journey.reaches('cost-report', 'failed')
  await ended()
  expect(ahead()).toContain('GetRole')
  expect([journey.status('bucket').kind, journey.status('stack').kind]).toEqual([
    'waiting',
    'waiting',
  ])
})

test('who pays is not asked of an account that has no organization, once that is known', async () => {
  const { stage, journey, calls, ended } = await openedAnew()
  stage.simulator.world.organization = undefined
  journey.engine.reopen()
  await enter(journey)
  await journey.reaches('stack', 'done')
  await journey.engine.idle()
  const looked = calls.length
  journey.engine.lookAnew()
  await ended()
  expect(journey.status('stack').kind).toBe('done')
  const asked = calls.slice(looked).map(({ operation }) => operation)
  expect(asked).toContain('DescribeOrganization')
  expect(asked.filter((name) => name.endsWith('ResponsibilityTransfers'))).toEqual([])
})

test('nothing is read ahead with keys of another account', async () => {
  const { stage, journey, calls, ahead, ended } = await openedAnew()
  const other = [...stage.simulator.world.accounts.keys()].find((id) => id !== PAYER) ?? ''
  const { accessKeyId, secretAccessKey, sessionToken } = issueCredentials(stage.simulator.world, {
    accountId: other,
    holder: { kind: 'permission-set', permissionSet: 'AdministratorAccess', user: 'dana.levi' },
    expires: stage.clock.now() + 3_600_000,
  })
  journey.engine.reopen()
  await journey.reaches('sign-in', 'todo')
  const keys = { accessKeyId, secretAccessKey, sessionToken, block: '' }
  await journey.send({ step: 'sign-in', action: 'use-keys', ...keys })
  await journey.reaches('sign-in', 'failed')
  await ended()
  expect(ahead()).toEqual([])
  expect([...new Set(calls.map(({ operation }) => operation))]).toEqual(['GetCallerIdentity'])
})
