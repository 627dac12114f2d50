import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issueCredentials, secondPayer } from '../../e2e/simulator/index.ts'
import { PAYER, START_URL } from '../aws/testing/portal.ts'
import {
  beginningNow,
  expectAskedAsSomebodyKnown,
  expectNothingUntrue,
  expectOnlyReads,
  expectOnRecord,
  foundWrong,
  inTheEnd,
  isOfAccount,
  standing,
  type Pass,
} from '../steps/testing/held-to.ts'
import { whatExists } from '../steps/testing/kept-world.ts'
import { answeredInOrder, untilHeld } from '../steps/testing/in-order.ts'
import {
  pause,
  rememberedConnections,
  type Opened,
  type Since,
} from '../steps/testing/remembered.ts'
import { askOf as stackAskOf, create } from '../steps/testing/stack-scene.ts'
import {
  bucketOfAnother,
  deliveryFails,
  MEMBER,
  notYetDelivered,
  payerIn,
  reportOtherwise,
  roleGone,
  sessionEnded,
  stackDeleted,
  WRONG_PREMISES,
  type Premise,
} from '../steps/testing/wrong-premises.ts'
import { oneOf, rotatingSeed, runs } from '../testing/rotating-seed.ts'

const connections = rememberedConnections()
const SIGN_IN = {
  step: 'sign-in',
  action: 'start',
  startUrl: START_URL,
  region: 'us-east-1',
  method: 'browser',
} as const
const SIGN_OUT = { step: 'sign-in', action: 'sign-out' } as const
const ALL_DONE = 'all done'
const MINUTE = 60_000
const NOTHING = fc.constant(null)

/** Opens a registered connection for a look on a later day, and signs in for it. */
async function lookAgain(since: Since): Promise<Opened & { readonly pass: Pass }> {
  const opened = await (await connections.registered()).open(since)
  const pass = beginningNow(opened)
  await opened.command({ step: 'app', action: 'reopen' })
  await opened.reaches('sign-in', 'todo')
  await opened.command(SIGN_IN)
  return { ...opened, pass }
}

/** A third of the premises is tried in each of the two ways, and another third with the next seed. */
const premises: readonly (readonly [string, Premise])[] = Object.entries(WRONG_PREMISES)
const atTheStart = oneOf(3, 0, premises)
const laterOn = oneOf(3, 1, premises)

describe(`what is remembered and is not so any more (SEED=${rotatingSeed})`, () => {
  it.each(atTheStart)('at the start: %s', async (_name, { change, steps }) => {
    const opened = await (await connections.proven()).open({ change })
    const before = whatExists(opened.world)
    await opened.quiet()
    expect(standing(opened)).toBe(steps)
    expectNothingUntrue(opened)
    await expectOnlyReads(opened, before)
  })

  it.each(laterOn)('on a later day: %s', async (_name, { change, steps, health }) => {
    const opened = await lookAgain({ change })
    const before = whatExists(opened.world)
    await opened.quiet()
    expect(`${standing(opened)} | ${foundWrong(opened)}`).toBe(`${steps} | ${health}`)
    expectNothingUntrue(opened, opened.pass)
    await expectOnlyReads(opened, before)
  })
})

/** Keys of an administrator of an account, as somebody copies them. */
function keysOf({ world, clock }: Opened, accountId: string) {
  const { accessKeyId, secretAccessKey, sessionToken } = issueCredentials(world, {
    accountId,
    holder: { kind: 'permission-set', permissionSet: 'AdministratorAccess', user: 'dana.levi' },
    expires: clock.now() + 3_600_000,
  })
  return { accessKeyId, secretAccessKey, sessionToken }
}

const withKeys = async (opened: Opened, accountId: string): Promise<void> =>
  opened.command({ step: 'sign-in', action: 'use-keys', block: '', ...keysOf(opened, accountId) })

/** How somebody of an account signs in by each way. */
const WAYS: Readonly<
  Record<string, (opened: Opened, accountId: string, files: Map<string, string>) => Promise<void>>
> = {
  async portal(opened, accountId) {
    opened.world.sso.whoIsInBrowser = accountId === PAYER ? 'dana.levi' : 'sam.ortiz'
    await opened.command(SIGN_IN)
    await opened.quiet()
    if (opened.status('sign-in').kind === 'todo')
      await opened.command({
        step: 'sign-in',
        action: 'choose-role',
        roleName: 'AdministratorAccess',
      })
  },
  keys: withKeys,
  async profile(opened, accountId, files) {
    const { accessKeyId, secretAccessKey, sessionToken } = keysOf(opened, accountId)
    const lines = [
      '[anybody]',
      `aws_access_key_id = ${accessKeyId}`,
      `aws_secret_access_key = ${secretAccessKey}`,
      `aws_session_token = ${sessionToken}`,
    ]
    files.set('credentials', lines.join('\n'))
    await opened.command({ step: 'sign-in', action: 'use-profile', profile: 'anybody' })
  },
  async console(opened, accountId) {
    opened.world.signin.whoIsInBrowser = accountId === PAYER ? 'iam-user' : 'member-user'
    await opened.command({ step: 'sign-in', action: 'start-console', method: 'browser' })
  },
}

describe('another account signs in than the remembered one', () => {
  it.each(oneOf(2, 0, Object.entries(WAYS)))('by %s', async (way, signIn) => {
    const awsFiles = new Map<string, string>()
    const opened = await (await connections.proven()).open({ awsFiles })
    await opened.quiet()
    await opened.command(SIGN_OUT)
    await opened.quiet()
    const before = whatExists(opened.world)
    const asStranger = beginningNow(opened)
    await signIn(opened, MEMBER, awsFiles)
    await opened.quiet()
    const problem = way === 'portal' ? 'account-not-listed' : 'account-told-other'
    expect(standing(opened)).toBe(`sign-in failed ${problem}`)
    expectNothingUntrue(opened, asStranger)
    // Nothing of what an account has was asked, neither of this one nor of the remembered one.
    expect(opened.network.sent.slice(asStranger.sent).filter(isOfAccount)).toEqual([])

    const asOneself = beginningNow(opened)
    await signIn(opened, PAYER, awsFiles)
    await opened.quiet()
    expect(standing(opened)).toBe(ALL_DONE)
    expectNothingUntrue(opened, asOneself)
    expectAskedAsSomebodyKnown(opened, asOneself)
    await expectOnlyReads(opened, before)
  })

  it('of another organization, and is what the checklist is about from then on', async () => {
    const opened = await (await connections.proven()).open()
    await opened.quiet()
    await opened.command(SIGN_OUT)
    await opened.quiet()
    const pass = beginningNow(opened)
    const before = whatExists(opened.world)
    await withKeys(opened, secondPayer)
    await opened.quiet()
    expect(standing(opened)).toBe('sign-in failed account-told-other')
    await opened.command({ step: 'sign-in', action: 'choose-account', accountId: secondPayer })
    await opened.quiet()
    expect(standing(opened)).toBe('cost-report todo choose')
    expectNothingUntrue(opened, pass)
    await expectOnlyReads(opened, before)
  })
})

describe('what happens while answers are under way', () => {
  it('credentials end, and are renewed', async () => {
    const opened = await (await connections.proven()).open({ held: isOfAccount })
    await untilHeld(opened, 'DescribeReportDefinitions')
    opened.world.sso.expireRoleCredentials()
    opened.letGo()
    await opened.quiet()
    expect(standing(opened)).toBe(ALL_DONE)
    expectNothingUntrue(opened)
  })

  it('the whole sign-in ends', async () => {
    const opened = await (await connections.proven()).open({ held: isOfAccount })
    const before = whatExists(opened.world)
    await untilHeld(opened, 'DescribeReportDefinitions')
    sessionEnded(opened.world)
    opened.letGo()
    await opened.quiet()
    // Whatever AWS had answered by then was true; whoever asks it now is told.
    expect(standing(opened)).toMatch(/^(all done|sign-in failed sign-in-ended)/)
    expectNothingUntrue(opened)
    await opened.command({ step: 'sign-in', action: 'check' })
    await opened.quiet()
    expect(standing(opened)).toMatch(/^sign-in failed sign-in-ended/)
    await expectOnlyReads(opened, before)
  })

  it('the person signs out', async () => {
    const opened = await (await connections.proven()).open({ held: isOfAccount })
    await untilHeld(opened, 'DescribeReportDefinitions')
    const pass = beginningNow(opened)
    await opened.command(SIGN_OUT)
    await opened.reaches('sign-in', 'todo')
    const asked = opened.network.sent.length
    opened.letGo()
    await opened.quiet()
    expect(standing(opened)).toBe('sign-in todo start')
    expectNothingUntrue(opened, pass)
    expect(opened.network.sent.slice(asked).filter(isOfAccount)).toEqual([])
    await expectOnRecord(opened)
  })

  it('the person takes another account', async () => {
    const opened = await (await connections.proven()).open({ held: isOfAccount })
    await untilHeld(opened, 'DescribeReportDefinitions')
    const pass = beginningNow(opened)
    await opened.command({ step: 'sign-in', action: 'change' })
    await opened.reaches('sign-in', 'todo')
    await opened.command({ step: 'sign-in', action: 'choose-account', accountId: MEMBER })
    await pause(20)
    opened.letGo()
    await opened.quiet()
    expect(standing(opened)).toBe('sign-in todo role')
    expectNothingUntrue(opened, pass)
  })

  it('the person creates the role anew, of which a look says that it is gone', async () => {
    const opened = await (await connections.proven()).open({ change: stackDeleted })
    await opened.quiet()
    const ask = stackAskOf(opened.status('stack'))
    opened.network.hold(isOfAccount)
    await opened.command({ step: 'stack', action: 'check' })
    await untilHeld(opened, 'DescribeStacks')
    opened.network.hold(null)
    await opened.command(create(ask))
    await opened.reaches('stack', 'done', 'failed', 'todo')
    opened.letGo()
    await opened.quiet()
    expect(standing(opened)).toBe(ALL_DONE)
    expect(payerIn(opened.world).stacks.map(({ status }) => status)).toEqual(['CREATE_COMPLETE'])
    await expectOnRecord(opened)
  })

  it('the person repairs the bucket, of which a look says that nobody may deliver', async () => {
    const opened = await (await connections.proven()).open({ change: deliveryFails })
    await opened.quiet()
    const status = opened.status('bucket')
    const ask = 'ask' in status && status.ask?.step === 'bucket' ? status.ask : null
    opened.network.hold(({ operation }) => operation === 'GetBucketPolicy')
    await opened.command({ step: 'bucket', action: 'check' })
    await untilHeld(opened, 'GetBucketPolicy')
    opened.network.hold(null)
    const reviewed = ask?.repair?.reviewed ?? ''
    await opened.command({ step: 'bucket', action: 'repair', reviewed })
    await opened.reaches('bucket', 'pending', 'done', 'failed')
    opened.letGo()
    await opened.quiet()
    expect(standing(opened)).toBe('bucket pending delivery')
    await expectOnRecord(opened)
  })
})

describe('what changes at AWS after a look', () => {
  it('is told when the person looks again', async () => {
    const opened = await (await connections.proven()).open()
    await opened.quiet()
    expect(standing(opened)).toBe(ALL_DONE)
    stackDeleted(opened.world)
    await opened.command({ step: 'stack', action: 'check' })
    await opened.quiet()
    expect(standing(opened)).toBe('stack failed stack-gone')
    deliveryFails(opened.world)
    await opened.command({ step: 'bucket', action: 'check' })
    await opened.quiet()
    expect(standing(opened)).toBe('bucket failed bucket-policy-missing')
    reportOtherwise(opened.world)
    await opened.command({ step: 'cost-report', action: 'check' })
    await opened.quiet()
    expect(standing(opened)).toBe('cost-report failed report-not-fitting')
    sessionEnded(opened.world)
    await opened.command({ step: 'sign-in', action: 'check' })
    await opened.quiet()
    expect(standing(opened)).toBe('sign-in failed sign-in-ended')
  })

  it('is told when the whole connection is looked at once more', async () => {
    const opened = await lookAgain({})
    await opened.quiet()
    expect(foundWrong(opened)).toBe('works')
    roleGone(opened.world)
    const pass = beginningNow(opened)
    await opened.command({ step: 'app', action: 'look-anew' })
    await opened.quiet()
    expect(`${standing(opened)} | ${foundWrong(opened)}`).toBe(
      'stack failed role-missing | role: role-gone',
    )
    expectNothingUntrue(opened, pass)
    bucketOfAnother(opened.world)
    await opened.command({ step: 'app', action: 'look-anew' })
    await opened.quiet()
    expect(standing(opened)).toBe('bucket failed bucket-not-owned')
  })

  it('is told by the look that comes by itself', async () => {
    const opened = await (await connections.proven()).open({ change: notYetDelivered })
    await opened.quiet()
    expect(standing(opened)).toBe('bucket pending delivery')
    deliveryFails(opened.world)
    opened.later(10 * MINUTE)
    await opened.quiet()
    expect(standing(opened)).toBe('bucket failed bucket-policy-missing')
    expectNothingUntrue(opened)
  })
})

/** Places among the answers that wait; a look again has some fifty. */
const orders = fc.array(fc.nat({ max: 30 }), { minLength: 12, maxLength: 60 })

/** Tries orders of answers, and on a failure shorter and more ordinary ones. */
const inAnyOrder = <T>(
  extra: fc.Arbitrary<T>,
  check: (order: readonly number[], extra: T) => Promise<void>,
): Promise<void> =>
  fc.assert(fc.asyncProperty(orders, extra, check), { numRuns: runs(2, 40), seed: rotatingSeed })

/** As many times as long as there are times more orders to try than in an ordinary run (ms). */
const PATIENCE = { timeout: runs(1, 20) * MINUTE }

const everyAnswer = (): boolean => true
const ORDERED = [
  'nothing at all',
  "the bucket is another account's",
  'the role trusts somebody else',
] as const

/** What comes in place of one answer. */
const FAULTS = [
  { kind: 'accessDenied', denial: 'missing-permission' },
  { kind: 'throttling' },
  { kind: 'status', status: 500 },
  { kind: 'reset' },
  { kind: 'expiredCredentials' },
] as const
const MET = [
  'GetCallerIdentity',
  'DescribeOrganization',
  'DescribeReportDefinitions',
  'GetBucketLocation',
  'GetBucketPolicy',
  'ListObjectsV2',
  'DescribeStacks',
  'GetRole',
  'SimulatePrincipalPolicy',
] as const
const oneFault = fc.record({
  fault: fc.constantFrom(...FAULTS),
  operation: fc.constantFrom(...MET),
})

/** What a person presses on a step that could not be looked at, until there is none. */
async function lookUntilSeen(opened: Opened): Promise<void> {
  for (let press = 0; press < 6; press += 1) {
    const { steps } = opened.connection.view()
    const [open] = steps.filter(({ status }) => status.kind === 'failed' || 'problem' in status)
    const unconfirmed = standing(opened) === 'sign-in todo unconfirmed'
    if (!open && !unconfirmed) return
    await opened.command({ step: open?.id ?? 'sign-in', action: 'check' })
    await opened.quiet()
  }
}

describe(`answers in every order (SEED=${rotatingSeed})`, () => {
  it.each(oneOf(3, 0, ORDERED))('at the start: %s', PATIENCE, async (name) => {
    const open = async (): Promise<Opened> =>
      (await connections.proven()).open({ held: everyAnswer, ...WRONG_PREMISES[name] })
    const first = await open()
    await answeredInOrder(first, [])
    const meant = inTheEnd(first)
    expect(standing(first)).toBe(WRONG_PREMISES[name].steps)
    await inAnyOrder(NOTHING, async (order) => {
      const opened = await open()
      const before = whatExists(opened.world)
      await answeredInOrder(opened, order)
      expect(inTheEnd(opened)).toEqual(meant)
      expectNothingUntrue(opened)
      await expectOnlyReads(opened, before)
      await opened.stop()
    })
  })

  it.each(oneOf(3, 1, ORDERED))('on a later day: %s', PATIENCE, async (name) => {
    const open = (): Promise<Opened & { readonly pass: Pass }> =>
      lookAgain({ held: everyAnswer, ...WRONG_PREMISES[name] })
    const first = await open()
    await answeredInOrder(first, [])
    const meant = inTheEnd(first)
    expect(foundWrong(first)).toBe(WRONG_PREMISES[name].health)
    await inAnyOrder(NOTHING, async (order) => {
      const opened = await open()
      const before = whatExists(opened.world)
      await answeredInOrder(opened, order)
      expect(inTheEnd(opened)).toEqual(meant)
      expectNothingUntrue(opened, opened.pass)
      await expectOnlyReads(opened, before)
      await opened.stop()
    })
  })

  it('where one of them is a refusal, or none', PATIENCE, async () => {
    await inAnyOrder(oneFault, async (order, { fault, operation }) => {
      const opened = await (await connections.proven()).open({ held: everyAnswer })
      const before = whatExists(opened.world)
      const lift = opened.simulator.inject({ ...fault, operation, count: 1 })
      await answeredInOrder(opened, order)
      lift()
      expectNothingUntrue(opened)
      opened.letGo()
      await lookUntilSeen(opened)
      expect(standing(opened)).toBe(ALL_DONE)
      await expectOnlyReads(opened, before)
      await opened.stop()
    })
  })
})
