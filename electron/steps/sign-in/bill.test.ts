import { describe, expect, test } from 'vitest'
import { issueCredentials } from '../../../e2e/simulator/index.ts'
import type { BillingTransfer } from '../../../e2e/simulator/index.ts'
import { PAYER, simulated, type Simulated } from '../../aws/testing/simulated.ts'
import type { ManagedBy } from '../../contract/ask/plan.ts'
import type { Status } from '../../contract/status.ts'
import { enter, playThrough, startJourney, type Disk, type Journey } from '../testing/journey.ts'

const RESELLER = '562910847733'
const SECOND = '295840173366'
const MEMBER = '730915264418'
const OUTBOUND = 'ListOutboundResponsibilityTransfers'
const INBOUND = 'ListInboundResponsibilityTransfers'
const DAY = 86_400_000

const organizationOf = ({ simulator }: Simulated) => {
  const { organization } = simulator.world
  if (!organization) throw new Error('The scenario has lost its organization')
  return organization
}
const transfer = (fields: Partial<BillingTransfer> = {}): BillingTransfer => ({
  id: 'rt-00000001',
  name: 'To our reseller',
  status: 'ACCEPTED',
  sourceAccountId: PAYER,
  targetAccountId: RESELLER,
  starts: Date.UTC(2026, 5, 1),
  ...fields,
})
const paidBy = (stage: Simulated, ...transfers: BillingTransfer[]): void => {
  organizationOf(stage).outboundTransfers = transfers
}

async function atSignIn(
  stage: Simulated,
  disk: Disk = new Map(),
  managedBy: ManagedBy = 'us',
): Promise<Journey> {
  const journey = await startJourney(stage, disk)
  if ((await journey.reaches('plan', 'todo', 'done')).kind === 'todo')
    await journey.send({ step: 'plan', action: 'choose', managedBy, mspAccountId: '' })
  return journey
}
async function signedIn(...given: Parameters<typeof atSignIn>): Promise<Journey> {
  const journey = await atSignIn(...given)
  await enter(journey)
  return journey
}
/** Whether the step asks, and about whom. */
const askedAbout = (status: Status) => {
  const ask = 'ask' in status ? status.ask : undefined
  if (status.kind !== 'todo' || ask?.step !== 'sign-in' || ask.stage !== 'paid-elsewhere')
    return null
  return ask.bill.paidBy.map(({ accountId }) => accountId)
}
const accept = (journey: Journey, payers: string) =>
  journey.send({ step: 'sign-in', action: 'accept-payer', payers })
const facts = (status: Status): Record<string, string> =>
  status.kind === 'done'
    ? Object.fromEntries(status.evidence.map(({ id, value }) => [id, value]))
    : {}
const asked = ({ simulator }: Simulated): string[] =>
  simulator.requests
    .map(({ operation }) => operation)
    .filter((operation) => operation === OUTBOUND || operation === INBOUND)

describe('a bill that another account pays', () => {
  test('stops the sign-in before anything is created, and says who pays', async () => {
    const stage = await simulated({ scenario: 'billing-transfer' })
    const journey = await signedIn(stage)
    expect(journey.status('sign-in')).toMatchObject({
      kind: 'todo',
      ask: {
        stage: 'paid-elsewhere',
        bill: {
          paidBy: [{ accountId: RESELLER, ends: null }],
          question: { accountId: PAYER, organizationId: 'o-4kd92mx0ab', spotOrganizationId: '' },
        },
      },
    })
    expect(journey.status('cost-report').kind).toBe('waiting')
    expect(stage.simulator.world.accounts.get(PAYER)?.reports).toEqual([])
    journey.engine.stop()
  })

  test('is gone on with by a decision, which evidence, summary and state keep', async () => {
    const stage = await simulated()
    paidBy(stage, transfer())
    const disk: Disk = new Map()
    const journey = await signedIn(stage, disk)
    await accept(journey, RESELLER)
    expect(facts(await journey.reaches('sign-in', 'done'))).toMatchObject({
      'management-account': 'yes',
      'bill-payer': RESELLER,
      'bill-payer-email': `aws+${RESELLER}@example.com`,
      'bill-payer-since': '2026-06-01',
      'bill-decision': 'went-on',
    })
    expect(journey.engine.choices().acceptedPayers).toEqual([
      { accountId: PAYER, payerId: RESELLER },
    ])
    await playThrough(journey)
    await journey.engine.idle()
    const summary = disk.get('summary.txt')
    expect(summary).toContain(`Who pays the bill: ${RESELLER}`)
    expect(summary).toContain('Decided here: Gone on anyway, although another account pays')
    const signIn = journey.engine.choices().registered?.steps.find(({ id }) => id === 'sign-in')
    expect(signIn?.evidence).toContainEqual({ id: 'bill-decision', value: 'went-on', copy: false })
    journey.engine.stop()
  })

  test('that began after the registration is asked about at the next look, and looking goes on after it', async () => {
    const stage = await simulated()
    const disk: Disk = new Map()
    const journey = await signedIn(stage, disk)
    await playThrough(journey)
    await journey.engine.idle()
    journey.engine.stop()
    paidBy(stage, transfer())
    const later = await startJourney(stage, disk)
    later.engine.reopen()
    await enter(later)
    expect(askedAbout(await later.reaches('sign-in', 'todo'))).toEqual([RESELLER])
    await accept(later, RESELLER)
    expect(facts(await later.reaches('sign-in', 'done'))).toMatchObject({ 'bill-payer': RESELLER })
    await later.reaches('stack', 'done')
    await later.engine.idle()
    const record = later.engine.choices().registered?.steps.find(({ id }) => id === 'sign-in')
    expect(record?.evidence).toContainEqual({ id: 'bill-payer', value: RESELLER, copy: true })
    later.engine.stop()
  })

  test('is not asked about again after a restart, nor of whoever signs in later', async () => {
    const stage = await simulated({ scenario: 'billing-transfer' })
    const disk: Disk = new Map()
    const first = await signedIn(stage, disk)
    await accept(first, RESELLER)
    await first.reaches('sign-in', 'done')
    await first.engine.idle()
    first.engine.stop()
    const second = await startJourney(stage, disk)
    expect(facts(await second.reaches('sign-in', 'done'))).toMatchObject({
      'bill-decision': 'went-on',
    })
    await second.send({ step: 'sign-in', action: 'sign-out' })
    await second.reaches('sign-in', 'todo')
    await enter(second)
    expect(facts(second.status('sign-in'))).toMatchObject({ 'bill-decision': 'went-on' })
    second.engine.stop()
  })

  test('waits for the same question after a restart without a decision', async () => {
    const stage = await simulated({ scenario: 'billing-transfer' })
    const disk: Disk = new Map()
    const first = await signedIn(stage, disk)
    await first.engine.idle()
    first.engine.stop()
    const second = await startJourney(stage, disk)
    expect(askedAbout(await second.reaches('sign-in', 'todo'))).toEqual([RESELLER])
    second.engine.stop()
  })

  test('is asked about anew when yet another account pays', async () => {
    const stage = await simulated()
    paidBy(stage, transfer())
    const journey = await signedIn(stage)
    await accept(journey, RESELLER)
    await journey.reaches('sign-in', 'done')
    paidBy(stage, transfer({ targetAccountId: SECOND }))
    await journey.send({ step: 'sign-in', action: 'check' })
    expect(askedAbout(await journey.reaches('sign-in', 'todo'))).toEqual([SECOND])
    await accept(journey, SECOND)
    await journey.reaches('sign-in', 'done')
    paidBy(stage, transfer())
    await journey.send({ step: 'sign-in', action: 'check' })
    expect(facts(await journey.reaches('sign-in', 'done'))).toMatchObject({
      'bill-payer': RESELLER,
    })
    journey.engine.stop()
  })

  test('is decided upon as it was shown, and not for whoever pays by then', async () => {
    const stage = await simulated()
    paidBy(stage, transfer(), transfer({ id: 'rt-00000002', targetAccountId: SECOND }))
    const journey = await signedIn(stage)
    await accept(journey, RESELLER)
    await journey.engine.idle()
    expect(journey.status('sign-in')).toMatchObject({ error: { code: 'not-now' } })
    expect(journey.engine.choices().acceptedPayers).toEqual([])
    await journey.send({ step: 'sign-in', action: 'check' })
    expect(askedAbout(await journey.reaches('sign-in', 'todo'))).toEqual([RESELLER, SECOND])
    await accept(journey, `${SECOND},${RESELLER}`)
    expect(facts(await journey.reaches('sign-in', 'done'))).toMatchObject({
      'bill-payer': `${RESELLER}, ${SECOND}`,
      'bill-decision': 'went-on',
    })
    journey.engine.stop()
  })

  test('leads to another account, where nothing of it is left', async () => {
    const stage = await simulated({ scenario: 'billing-transfer' })
    const journey = await signedIn(stage)
    await journey.send({ step: 'sign-in', action: 'other-account' })
    await journey.reaches('sign-in', 'todo')
    await journey.send({ step: 'sign-in', action: 'choose-account', accountId: MEMBER })
    await journey.reaches('sign-in', 'failed', 'todo')
    expect(journey.engine.choices().acceptedPayers).toEqual([])
    journey.engine.stop()
  })

  test('can be asked of Spot Support before and after the decision', async () => {
    const stage = await simulated()
    const ends = stage.clock.now() + 60 * 86_400_000
    const lastDay = new Date(ends).toISOString().slice(0, 10)
    paidBy(stage, transfer({ ends }))
    const journey = await signedIn(stage)
    await journey.send({ step: 'sign-in', action: 'email-question' })
    await accept(journey, RESELLER)
    await journey.reaches('sign-in', 'done')
    await journey.send({ step: 'sign-in', action: 'email-question' })
    const letters = journey.desktop.opened
      .filter((link) => link.startsWith('mailto:'))
      .map((link) => new URL(link).searchParams.get('body') ?? '')
    expect(letters).toHaveLength(2)
    for (const letter of letters) {
      expect(letter).toContain(`AWS management account of our organization: ${PAYER}`)
      expect(letter).toContain(
        `AWS account that pays our bill: ${RESELLER}, since 2026-06-01, until ${lastDay}`,
      )
    }
    journey.engine.stop()
  })

  test('is told to whoever is asked instead, before the decision and after it', async () => {
    const stage = await simulated({ scenario: 'billing-transfer' })
    const journey = await signedIn(stage)
    const told = `AWS says that the account ${RESELLER} pays the bill`
    const files = () =>
      [...journey.desktop.saved].flatMap(([name, text]) => (name.endsWith('.html') ? [text] : []))
    await journey.send({ step: 'sign-in', action: 'hand-over', language: 'en' })
    await journey.reaches('sign-in', 'pending')
    expect(files().at(-1)).toContain(told)
    await journey.send({ step: 'sign-in', action: 'take-back' })
    await journey.reaches('sign-in', 'todo')
    await accept(journey, RESELLER)
    await journey.reaches('sign-in', 'done')
    await journey.reaches('cost-report', 'todo')
    journey.desktop.saved.clear()
    await journey.send({ step: 'cost-report', action: 'hand-over', language: 'en' })
    await journey.reaches('cost-report', 'pending')
    expect(files().at(-1)).toContain(told)
    journey.engine.stop()
  })

  test('is told, and stands in nobody’s way, where an MSP sets up the report', async () => {
    const stage = await simulated({ scenario: 'billing-transfer' })
    const journey = await signedIn(stage, new Map(), 'msp')
    const status = await journey.reaches('sign-in', 'done')
    expect(facts(status)).toMatchObject({ 'bill-payer': RESELLER })
    expect(facts(status)).not.toHaveProperty('bill-decision')
    expect(status).toMatchObject({ ask: { stage: 'bill', bill: { managedBy: 'msp' } } })
    journey.engine.stop()
  })

  test('is seen with pasted keys as well', async () => {
    const stage = await simulated({ scenario: 'billing-transfer' })
    const journey = await atSignIn(stage)
    const keys = issueCredentials(stage.simulator.world, {
      accountId: PAYER,
      holder: { kind: 'permission-set', permissionSet: 'AdministratorAccess', user: 'dana.levi' },
      expires: stage.clock.now() + 3_600_000,
    })
    const { accessKeyId, secretAccessKey, sessionToken } = keys
    await journey.reaches('sign-in', 'todo')
    await journey.send({
      step: 'sign-in',
      action: 'use-keys',
      block: '',
      accessKeyId,
      secretAccessKey,
      sessionToken,
    })
    await journey.engine.idle()
    expect(askedAbout(journey.status('sign-in'))).toEqual([RESELLER])
    journey.engine.stop()
  })
})

describe('no obstacle is', () => {
  const evidenceOf = async (arrange: (stage: Simulated) => void) => {
    const stage = await simulated()
    arrange(stage)
    const journey = await signedIn(stage)
    const status = await journey.reaches('sign-in', 'done')
    await journey.reaches('cost-report', 'todo')
    journey.engine.stop()
    return { facts: facts(status), status }
  }

  test('a bill that this account pays', async () => {
    const { facts: found, status } = await evidenceOf(() => undefined)
    expect(found).toMatchObject({ 'bill-payer': 'own' })
    expect(status).not.toHaveProperty('ask')
  })

  test('a transfer that lies ahead, which is told with its day', async () => {
    const { facts: found, status } = await evidenceOf((stage) =>
      paidBy(stage, transfer({ starts: Date.UTC(2099, 0, 1) })),
    )
    expect(found).toMatchObject({
      'bill-payer': 'own',
      'next-bill-payer': RESELLER,
      'next-bill-payer-from': '2099-01-01',
    })
    expect(status).toMatchObject({
      ask: { stage: 'bill', bill: { ahead: [{ accountId: RESELLER }] } },
    })
  })

  test.each<[string, 'missing-permission' | 'service-control-policy']>([
    ['a person who may not ask', 'missing-permission'],
    ['a policy of the organization', 'service-control-policy'],
  ])('%s: that is told as not known', async (_, denial) => {
    const { facts: found, status } = await evidenceOf((stage) => {
      paidBy(stage, transfer())
      stage.simulator.inject({ kind: 'accessDenied', operation: OUTBOUND, denial })
    })
    expect(found).toMatchObject({ 'management-account': 'yes', 'bill-payer': 'denied' })
    expect(status).not.toHaveProperty('ask')
  })

  test('an AWS that does not answer', async () => {
    const { facts: found } = await evidenceOf((stage) => {
      paidBy(stage, transfer())
      stage.simulator.inject({ kind: 'throttling', operation: OUTBOUND })
      stage.simulator.inject({ kind: 'throttling', operation: INBOUND })
    })
    expect(found).toMatchObject({ 'bill-payer': 'unknown' })
    expect(found).not.toHaveProperty('pays-bills-of')
  })

  test('a bill of others that this account pays, which is told', async () => {
    const { facts: found, status } = await evidenceOf((stage) => {
      organizationOf(stage).inboundTransfers = [
        transfer({ sourceAccountId: SECOND, targetAccountId: PAYER }),
      ]
    })
    expect(found).toMatchObject({ 'bill-payer': 'own', 'pays-bills-of': SECOND })
    expect(status).toMatchObject({
      ask: { bill: { paidBy: [], paysFor: [{ accountId: SECOND }] } },
    })
  })
})

test('a transfer that begins meanwhile is asked about at the next look', async () => {
  const stage = await simulated()
  const starts = stage.clock.now() + DAY / 12
  paidBy(stage, transfer({ starts }))
  const journey = await signedIn(stage)
  await journey.reaches('sign-in', 'done')
  stage.clock.advance(DAY / 8)
  await journey.send({ step: 'sign-in', action: 'check' })
  expect(askedAbout(await journey.reaches('sign-in', 'todo'))).toEqual([RESELLER])
  journey.engine.stop()
})

describe('AWS is not asked about transfers', () => {
  test('of a member, who pays nothing', async () => {
    const stage = await simulated({ scenario: 'billing-transfer' })
    const journey = await atSignIn(stage, new Map(), 'msp')
    await enter(journey)
    await journey.send({ step: 'sign-in', action: 'other-account' })
    stage.simulator.requests.length = 0
    await journey.reaches('sign-in', 'todo')
    await journey.send({ step: 'sign-in', action: 'choose-account', accountId: MEMBER })
    await journey.reaches('sign-in', 'todo')
    await journey.send({ step: 'sign-in', action: 'choose-role', roleName: 'AdministratorAccess' })
    expect(facts(await journey.reaches('sign-in', 'done'))).toMatchObject({
      account: MEMBER,
      'management-account': PAYER,
    })
    expect(asked(stage)).toEqual([])
    journey.engine.stop()
  })

  test('of an account without an organization', async () => {
    const stage = await simulated({ arrange: (world) => void (world.organization = undefined) })
    const journey = await signedIn(stage)
    expect(facts(await journey.reaches('sign-in', 'done'))).not.toHaveProperty('bill-payer')
    expect(asked(stage)).toEqual([])
    journey.engine.stop()
  })

  test('by hand, where the account was only told', async () => {
    const stage = await simulated({ scenario: 'billing-transfer' })
    const journey = await atSignIn(stage)
    await journey.reaches('sign-in', 'todo')
    await journey.send({ step: 'sign-in', action: 'by-hand' })
    await journey.reaches('sign-in', 'todo')
    await journey.send({ step: 'sign-in', action: 'by-hand-account', accountId: PAYER })
    await journey.reaches('sign-in', 'pending')
    expect(asked(stage)).toEqual([])
    journey.engine.stop()
  })
})
