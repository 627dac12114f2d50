import { expect, test } from 'vitest'
import { PAYER, START_URL } from '../aws/testing/portal.ts'
import { rememberedConnections } from '../steps/testing/remembered.ts'

/* Ways past what an organization has decided that are no command of their own. */

const connections = rememberedConnections()
const ELSEWHERE = 'https://elsewhere.awsapps.com/start'
const start = {
  step: 'sign-in',
  action: 'start',
  startUrl: ELSEWHERE,
  region: 'us-east-1',
  method: 'browser',
} as const

test('what is refused where a step is done is said there, and the step stays done', async () => {
  const managed = { portals: [START_URL] }
  const opened = await (await connections.proven()).open({ managed })
  await opened.quiet()
  await opened.command(start)
  await opened.quiet()
  expect(opened.status('sign-in')).toMatchObject({
    kind: 'done',
    refused: {
      code: 'set-by-organization',
      facts: { setting: 'AllowedPortals', value: ELSEWHERE },
    },
  })
  expect(opened.status('stack')).toMatchObject({ kind: 'done' })
  // The next look says how it is, and no more what was refused before.
  await opened.command({ step: 'sign-in', action: 'check' })
  await opened.quiet()
  expect(opened.status('sign-in')).not.toHaveProperty('refused')
})

test('what was created can be taken back whatever else is decided by then', async () => {
  const managed = {
    bucketName: 'finance-*',
    classicNamesOnly: true,
    ownTemplates: 'off',
    externalIdRequired: true,
    spotApi: false,
  } as const
  const opened = await (await connections.proven()).open({ managed })
  await opened.quiet()
  expect(opened.status('cost-report')).toMatchObject({ kind: 'failed' })
  await opened.command({ step: 'disconnect', action: 'list' })
  await opened.quiet()
  const { disconnect } = opened.connection.view()
  expect(disconnect).toMatchObject({ kind: 'listed' })
})

test('nothing is taken back in an account that may not be looked at any more', async () => {
  const managed = { accounts: ['111122223333'] }
  const opened = await (await connections.proven()).open({ managed })
  await opened.quiet()
  const before = opened.simulator.requests.length
  const listing = opened.connection.command({ step: 'disconnect', action: 'list' })
  await expect(listing).rejects.toMatchObject({ error: { code: 'not-signed-in' } })
  const since = opened.simulator.requests.slice(before)
  expect(since.map(({ operation }) => operation)).toEqual([])
  expect(PAYER).not.toBe(managed.accounts[0])
})
