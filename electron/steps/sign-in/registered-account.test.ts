import { expect, test } from 'vitest'
import { PAYER, START_URL } from '../../aws/testing/portal.ts'
import { madeConnection } from '../testing/made-connection.ts'
import { enter } from '../testing/journey.ts'

const OTHER_PORTAL = 'https://d-9267a4e5b3.awsapps.com/start'
const OTHER_ACCOUNT = '604718392255'
const at = (startUrl: string) =>
  ({ step: 'sign-in', action: 'start', startUrl, region: 'us-east-1', method: 'browser' }) as const

test('looking at a connection through another portal leaves its account as it is', async () => {
  const { stage, journey, finding, lookAgain, verdict } = await madeConnection()
  const { sso } = stage.simulator.world
  sso.otherPortals.set(OTHER_PORTAL, new Set([OTHER_ACCOUNT]))
  sso.users.get(sso.whoIsInBrowser)?.assignments.set(OTHER_ACCOUNT, ['AdministratorAccess'])
  journey.engine.reopen()
  await journey.reaches('sign-in', 'todo')
  await journey.send(at(OTHER_PORTAL))
  await journey.reaches('sign-in', 'acting')
  await journey.reaches('sign-in', 'failed', 'todo')
  await verdict()
  expect(journey.engine.choices().account?.id).toBe(PAYER)
  expect(finding('account')).toMatchObject({ state: 'unseen' })
  await journey.send(at(START_URL))
  await journey.reaches('sign-in', 'acting')
  await enter(journey)
  expect(await verdict()).toBe('works')
  expect(await lookAgain()).toBe('works')
})
