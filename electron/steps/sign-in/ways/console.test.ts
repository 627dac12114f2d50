import { describe, expect, it } from 'vitest'
import { consoleBrowser, issueCredentials } from '../../../../e2e/simulator/index.ts'
import { PAYER, simulated } from '../../../aws/testing/simulated.ts'
import { systemClock } from '../../../base/clock.ts'
import { NOT_MANAGED } from '../../../contract/managed.ts'
import type { Status } from '../../../contract/status.ts'
import { startJourney, type Disk, type Person } from '../../testing/journey.ts'

const MEMBER = '730915264418'
const MINUTE = 60_000

/** Where the person's time in the browser does not run on by itself. */
async function world() {
  const stage = await simulated({ scenario: 'console-sign-in' })
  const { clock } = stage
  const sleep: typeof clock.sleep = (ms, signal) =>
    (ms < MINUTE ? clock : systemClock).sleep(ms, signal)
  return { ...stage, clock: { ...clock, sleep } }
}
type World = Awaited<ReturnType<typeof world>>

async function atSignIn(stage: World, person: Person = {}, disk: Disk = new Map()) {
  const journey = await startJourney(stage, disk, undefined, person)
  if (!disk.has('state.json'))
    await journey.send({ step: 'plan', action: 'choose', managedBy: 'us', mspAccountId: '' })
  await journey.reaches('sign-in', 'todo', 'done', 'failed', 'pending')
  return {
    ...journey,
    settled: (): Promise<Status> => journey.reaches('sign-in', 'todo', 'done', 'failed', 'pending'),
  }
}

const start = (method: 'browser' | 'device') =>
  ({ step: 'sign-in', action: 'start-console', method }) as const
const exchanges = ({ simulator }: World): number =>
  simulator.requests.filter(({ operation }) => operation === 'CreateOAuth2Token').length

describe('the way as in the AWS console', () => {
  it('that is switched off is not offered, not taken, and not gone on with', async () => {
    const stage = await world()
    const disk: Disk = new Map()
    const before = await atSignIn(stage, {}, disk)
    await before.send(start('browser'))
    expect(await before.settled()).toMatchObject({ kind: 'done' })
    before.engine.stop()
    const asked = exchanges(stage)

    const { engine, send, settled } = await atSignIn(
      stage,
      { managed: { signInWays: { ...NOT_MANAGED.signInWays, console: false } } },
      disk,
    )
    const off = { code: 'set-by-organization', facts: { setting: 'AllowedSignInWays' } }
    expect(await settled()).toMatchObject({
      kind: 'todo',
      problem: off,
      ask: { stage: 'start', ways: ['portal', 'keys', 'profile'] },
    })
    expect(stage.stored()).toBeNull()
    const refused = { kind: 'failed', error: off, ask: { stage: 'start' } }
    await send({ step: 'sign-in', action: 'sign-in-again' })
    expect(await settled()).toMatchObject(refused)
    await send(start('browser'))
    expect(await settled()).toMatchObject(refused)
    expect(exchanges(stage)).toBe(asked)
    engine.stop()
  })

  it('is not offered where the region that it goes through is not allowed', async () => {
    const stage = await world()
    const { engine, status } = await atSignIn(stage, { managed: { regions: ['eu-central-1'] } })
    expect(status('sign-in')).toMatchObject({ ask: { ways: ['portal', 'keys', 'profile'] } })
    engine.stop()
  })

  it('is switched off for another device apart', async () => {
    const stage = await world()
    const managed = { deviceCode: false }
    const { engine, send, settled } = await atSignIn(stage, { managed })
    await send(start('device'))
    expect(await settled()).toMatchObject({
      kind: 'failed',
      ask: { stage: 'start', elsewhereAllowed: false },
      error: { code: 'set-by-organization', facts: { setting: 'AllowDeviceCode' } },
    })
    await send(start('browser'))
    expect(await settled()).toMatchObject({ kind: 'done' })
    engine.stop()
  })

  it.each(['aws-cn', 'aws-us-gov', 'aws-eusc'])(
    'refuses an account of %s, and asks nothing more about it',
    async (partition) => {
      const stage = await world()
      const { simulator } = stage
      const policy = {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow' as const, Action: '*', Resource: '*' }],
      }
      simulator.world.signin.people.set('elsewhere', {
        accountId: PAYER,
        holder: { kind: 'identity', arn: `arn:${partition}:iam::${PAYER}:user/li`, policy },
      })
      simulator.world.signin.whoIsInBrowser = 'elsewhere'
      const { engine, send, settled } = await atSignIn(stage)
      await send(start('browser'))
      expect(await settled()).toMatchObject({
        kind: 'failed',
        error: { code: 'other-partition', facts: { partition } },
        ask: { stage: 'wrong-account' },
      })
      const operations = simulator.requests.map(({ operation }) => operation)
      expect(operations).not.toContain('DescribeOrganization')
      engine.stop()
    },
  )

  it('asks about root for each account', async () => {
    const stage = await world()
    const { signin } = stage.simulator.world
    signin.whoIsInBrowser = 'root'
    const { engine, send, settled } = await atSignIn(stage)
    await send(start('browser'))
    expect(await settled()).toMatchObject({ kind: 'todo', ask: { stage: 'root' } })
    await send({ step: 'sign-in', action: 'accept-root' })
    expect(await settled()).toMatchObject({ kind: 'done' })
    expect(engine.choices().acceptedRoot).toBe(PAYER)

    await send({ step: 'sign-in', action: 'change' })
    await engine.idle()
    signin.whoIsInBrowser = 'member-root'
    await send({ step: 'plan', action: 'change' })
    await engine.idle()
    await send({ step: 'plan', action: 'choose', managedBy: 'msp', mspAccountId: PAYER })
    await settled()
    await send(start('browser'))
    expect(await settled()).toMatchObject({ kind: 'todo', ask: { stage: 'root' } })
    expect(engine.choices().account?.id).toBe(MEMBER)
    engine.stop()
  })

  it('begun for another device gives way to another way, and its code signs nobody in then', async () => {
    const stage = await world()
    const { engine, send, settled, desktop } = await atSignIn(stage, { onSignInPage: 'nothing' })
    await send(start('device'))
    expect(await settled()).toMatchObject({ kind: 'todo', ask: { stage: 'console-code' } })
    await engine.command({ step: 'sign-in', action: 'copy-link' })
    const code = await consoleBrowser(stage.simulator).codeFrom(desktop.copied.at(-1) ?? '')
    await send({ step: 'sign-in', action: 'leave-code' })
    expect(await settled()).toMatchObject({ kind: 'todo', ask: { stage: 'start', way: 'console' } })
    await send({ step: 'sign-in', action: 'enter-code', code: code ?? '' })
    expect(await settled()).toMatchObject({ kind: 'failed', error: { code: 'sign-in-link-gone' } })

    const { accessKeyId, secretAccessKey, sessionToken } = issueCredentials(stage.simulator.world, {
      accountId: PAYER,
      holder: { kind: 'permission-set', permissionSet: 'AdministratorAccess', user: 'dana.levi' },
      expires: stage.clock.now() + 3_600_000,
    })
    const keys = { accessKeyId, secretAccessKey, sessionToken }
    await send(start('device'))
    await settled()
    await send({ step: 'sign-in', action: 'use-keys', block: '', ...keys })
    expect(await settled()).toMatchObject({ kind: 'done' })
    expect(exchanges(stage)).toBe(0)
    engine.stop()
  })
})
