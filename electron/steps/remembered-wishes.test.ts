import { expect, onTestFinished, test } from 'vitest'
import { PAYER, simulated } from '../aws/testing/simulated.ts'
import { formatState, noChoices, parseState, type Choices } from '../checklist/state-file.ts'
import { NOT_MANAGED, type Managed } from '../contract/managed.ts'
import { sha256Of } from '../template/review.ts'
import { builtInTemplate } from './testing/ground.ts'
import { startJourney, type Disk } from './testing/journey.ts'

/* What somebody wished before an organization decided against it: told, not done, and still remembered. */

const OTHER = builtInTemplate.replace('"Description"', '"Description" ')
const account = { id: PAYER, name: '', email: '' }
const us = { managedBy: 'us' as const, mspAccountId: '' }
const own: Partial<Choices> = {
  ownTemplate: { fileName: 'own.json', body: OTHER },
  approvedTemplate: { sha256: sha256Of(OTHER), by: '', at: 1 },
}

async function opened(choices: Partial<Choices>, managed: Partial<Managed>) {
  const disk: Disk = new Map([['state.json', formatState({ ...noChoices, plan: us, ...choices })]])
  const journey = await startJourney(await simulated(), disk, undefined, { managed })
  onTestFinished(() => journey.engine.stop())
  await journey.engine.idle()
  return { ...journey, kept: () => parseState(disk.get('state.json') ?? '') }
}

const refusedFor = (setting: string) => ({ code: 'set-by-organization', facts: { setting } })

test.each([
  ['AllowOwnTemplates', 'off'],
  ['AllowedTemplateFingerprints', { sha256: [sha256Of('other bytes')] }],
] as const)('an approval of other bytes counts no more by %s', async (setting, ownTemplates) => {
  const { engine, send, status, kept } = await opened(own, { ownTemplates })
  expect(status('template')).toMatchObject({
    kind: 'failed',
    error: refusedFor(setting),
    ask: { review: { source: 'built-in' } },
  })
  expect(kept()).toMatchObject(own)
  // The bytes cannot be approved again, those that come with the app can.
  await send({ step: 'template', action: 'approve', sha256: sha256Of(OTHER) })
  await engine.idle()
  expect(status('template')).toMatchObject({ kind: 'failed', error: refusedFor(setting) })
  await send({ step: 'template', action: 'approve', sha256: sha256Of(builtInTemplate) })
  await engine.idle()
  expect(status('template')).toMatchObject({ kind: 'done' })
})

test('an approval of bytes that are pinned goes on', async () => {
  const sha256 = [sha256Of(OTHER)]
  const { status } = await opened(own, { ownTemplates: { sha256 } })
  expect(status('template')).toMatchObject({ kind: 'done' })
})

test('going on by hand is told as off, with the ways that are left', async () => {
  const signInWays = { ...NOT_MANAGED.signInWays, byHand: false }
  const { status, kept } = await opened({ byHand: true, account }, { signInWays })
  expect(status('sign-in')).toMatchObject({
    kind: 'todo',
    ask: { stage: 'start' },
    problem: refusedFor('AllowedSignInWays'),
  })
  expect(status('cost-report')).toMatchObject({ kind: 'waiting' })
  expect(kept()).toMatchObject({ byHand: true, account })
})

test('an account that was told by hand is told beside its field', async () => {
  const { status } = await opened({ byHand: true, account }, { accounts: ['111122223333'] })
  expect(status('sign-in')).toMatchObject({
    kind: 'todo',
    ask: { stage: 'by-hand', accountId: PAYER },
    problem: { ...refusedFor('AllowedAccounts'), field: 'accountId' },
  })
})

test('a bucket and a role that were told by hand are told beside their fields', async () => {
  const { status } = await opened(
    {
      byHand: true,
      account,
      typedBucket: { accountId: PAYER, bucketName: 'other-cur', prefix: 'cur' },
      ownRole: { accountId: PAYER, roleArn: `arn:aws:iam::${PAYER}:role/Spot`, externalId: '' },
      approvedTemplate: { sha256: sha256Of(builtInTemplate), by: '', at: 1 },
    },
    { bucketName: 'finance-*', externalIdRequired: true },
  )
  expect(status('cost-report')).toMatchObject({
    kind: 'todo',
    problem: { ...refusedFor('BucketNamePattern'), field: 'bucketName' },
  })
})

test('a role without an external ID that was told by hand is told beside its field', async () => {
  const { status } = await opened(
    {
      byHand: true,
      account,
      typedBucket: { accountId: PAYER, bucketName: 'finance-cur', prefix: 'cur' },
      ownRole: { accountId: PAYER, roleArn: `arn:aws:iam::${PAYER}:role/Spot`, externalId: '' },
      approvedTemplate: { sha256: sha256Of(builtInTemplate), by: '', at: 1 },
    },
    { bucketName: 'finance-*', externalIdRequired: true },
  )
  expect(status('stack')).toMatchObject({
    kind: 'todo',
    problem: { ...refusedFor('RequireExternalId'), field: 'externalId' },
  })
})
