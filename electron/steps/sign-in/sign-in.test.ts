import { Server } from 'node:net'
import { Readable } from 'node:stream'
import { HttpResponse, type HttpHandler } from '@smithy/protocol-http'
import { describe, expect, it, vi } from 'vitest'
import { createHttpHandler } from '../../network/network.ts'
import { nodeNet } from '../../aws/testing/node-net.ts'
import {
  nodeHttpJson,
  PAYER,
  press,
  simulated,
  START_URL,
  type Simulated,
} from '../../aws/testing/simulated.ts'
import type { Status } from '../../contract/status.ts'
import { english } from '../../texts/en/index.ts'
import { errorText } from '../../texts/errors.ts'
import { enter, startJourney, type Disk, type Person } from '../testing/journey.ts'
import { until } from '../../testing/until.ts'

const START = {
  step: 'sign-in',
  action: 'start',
  startUrl: START_URL,
  region: 'us-east-1',
  method: 'browser',
} as const

/** A checklist that has come to signing in. */
async function atSignIn(stage: Simulated, person: Person = {}, disk: Disk = new Map()) {
  const journey = await startJourney(stage, disk, undefined, person)
  await journey.send({ step: 'plan', action: 'choose', managedBy: 'us', mspAccountId: '' })
  await journey.reaches('sign-in', 'todo')
  return { ...journey, settled: () => journey.reaches('sign-in', 'todo', 'done', 'failed') }
}
const factsOf = (status: Status): Record<string, string> =>
  status.kind === 'done'
    ? Object.fromEntries(status.evidence.map(({ id, value }) => [id, value]))
    : {}
const sentenceOf = (status: Status): string => {
  const error = status.kind === 'failed' ? status.error : 'problem' in status && status.problem
  return error ? errorText(english, error).what : ''
}

describe('signing in with a browser', () => {
  it('shows who came back when somebody else is signed in there, and lets them change it', async () => {
    const stage = await simulated()
    stage.simulator.world.sso.users.set('sam.ortiz', {
      name: 'sam.ortiz',
      email: 'sam.ortiz@northwind.example',
      assignments: new Map([[PAYER, ['ReadOnlyAccess']]]),
    })
    stage.simulator.world.sso.whoIsInBrowser = 'sam.ortiz'
    const { send, settled, engine } = await atSignIn(stage)
    await send(START)
    expect(factsOf(await settled())).toMatchObject({
      account: PAYER,
      'signed-in-as': 'sam.ortiz',
      'permission-set': 'ReadOnlyAccess',
    })
    await send({ step: 'sign-in', action: 'sign-out' })
    expect(await settled()).toMatchObject({ kind: 'todo', ask: { stage: 'start' } })
    expect(stage.simulator.world.sso.sessions.size).toBe(0)
    stage.simulator.world.sso.whoIsInBrowser = 'dana.levi'
    await send(START)
    expect(await settled()).toMatchObject({
      kind: 'todo',
      ask: { stage: 'role', account: { id: PAYER } },
    })
    await send({ step: 'sign-in', action: 'other-account' })
    expect(await settled()).toMatchObject({ kind: 'todo', ask: { stage: 'account' } })
    engine.stop()
  })

  it('forgets on signing out an account that was not proven', async () => {
    const stage = await simulated()
    const { send, settled, engine } = await atSignIn(stage)
    await send(START)
    await settled()
    await send({ step: 'sign-in', action: 'choose-account', accountId: '730915264418' })
    await settled()
    await send({ step: 'sign-in', action: 'sign-out' })
    expect(await settled()).toMatchObject({ kind: 'todo', ask: { stage: 'start' } })
    await send(START)
    expect(await settled()).toMatchObject({ kind: 'todo', ask: { stage: 'account' } })
    engine.stop()
  })

  it('says that the request was denied there, and offers to begin again', async () => {
    const stage = await simulated()
    const { send, settled, engine } = await atSignIn(stage, { onSignInPage: 'deny' })
    await send(START)
    const status = await settled()
    expect(status).toMatchObject({
      kind: 'failed',
      error: { code: 'sign-in-denied' },
      ask: { stage: 'start', startUrl: START_URL },
    })
    expect(sentenceOf(status)).toBe('The request to sign in was refused on AWS’s page.')
    engine.stop()
  })

  it('waits ten minutes for a closed window, gives the link again, and can be cancelled', async () => {
    const stage = await simulated()
    const { send, settled, status, reaches, desktop, engine } = await atSignIn(stage, {
      onSignInPage: 'nothing',
    })
    await send(START)
    await until(() => expect(status('sign-in')).toMatchObject({ progress: { kind: 'browser' } }))
    expect(status('sign-in')).toMatchObject({
      progress: { expiresAt: stage.clock.now() + 600_000 },
    })
    expect(JSON.stringify(status('sign-in'))).not.toContain('http')
    await send({ step: 'sign-in', action: 'copy-link' })
    expect(desktop.copied).toEqual(desktop.opened)
    await send({ step: 'sign-in', action: 'cancel' })
    expect(await settled()).toMatchObject({ kind: 'todo', ask: { stage: 'start' } })
    expect(await engine.command({ step: 'sign-in', action: 'copy-link' })).toMatchObject({
      accepted: false,
      error: { code: 'sign-in-link-gone' },
    })
    await send(START)
    await until(() => expect(desktop.opened).toHaveLength(2))
    await press(desktop.opened[1] ?? '', 'allow')
    await reaches('sign-in', 'todo')
    engine.stop()
  })

  it('offers the way with a code where the app may not listen', async () => {
    const stage = await simulated()
    const { send, settled, engine } = await atSignIn(stage)
    const listen = vi.spyOn(Server.prototype, 'listen').mockImplementationOnce(function (
      this: Server,
    ) {
      queueMicrotask(() => this.emit('error', new Error('listen EACCES')))
      return this
    })
    await send(START)
    const status = await settled()
    listen.mockRestore()
    expect(status).toMatchObject({
      kind: 'failed',
      error: { code: 'sign-in-listener-failed' },
      ask: { stage: 'start', deviceAllowed: true },
    })
    await send({ ...START, method: 'device' })
    expect(await settled()).toMatchObject({
      kind: 'failed',
      error: { code: 'sign-in-code-expired' },
    })
    engine.stop()
  })

  it('stays at the form, and names the region that was tried, when the region is wrong', async () => {
    const stage = await simulated({ arrange: ({ sso }) => (sso.wrongRegion = true) })
    const { send, settled, engine } = await atSignIn(stage)
    await send({ ...START, region: 'eu-west-1' })
    const status = await settled()
    expect(status).toMatchObject({
      kind: 'todo',
      ask: { stage: 'start', region: 'us-east-1', startUrl: START_URL },
      problem: { code: 'sign-in-wrong-region', field: 'region', facts: { region: 'eu-west-1' } },
    })
    expect(sentenceOf(status)).toContain('eu-west-1')
    stage.simulator.world.sso.wrongRegion = false
    await send(START)
    expect(await settled()).toMatchObject({ kind: 'todo', ask: { stage: 'account' } })
    engine.stop()
  })
})

describe('a region in which AWS did not know the portal', () => {
  const asked = ({ simulator }: Simulated): number => simulator.requests.length
  const refusedIn = (...regions: readonly string[]) =>
    regions.map((region) => ({ startUrl: START_URL, region }))

  it.each(['browser', 'device'] as const)(
    'is remembered (%s), also by the next start, and not asked again',
    async (method) => {
      const stage = await simulated({ arrange: ({ sso }) => (sso.wrongRegion = true) })
      const disk: Disk = new Map()
      const first = await atSignIn(stage, {}, disk)
      for (const region of ['us-east-1', 'eu-west-1']) {
        await first.send({ ...START, region, method })
        await first.settled()
      }
      first.engine.stop()

      const again = await startJourney(stage, disk)
      const offered = await again.reaches('sign-in', 'todo')
      // The likeliest of those that are left is in the field.
      expect(offered).toMatchObject({
        ask: { region: 'us-west-2', refusedRegions: refusedIn('us-east-1', 'eu-west-1') },
      })
      const before = asked(stage)
      await again.send({ ...START, region: 'eu-west-1', method })
      await again.reaches('sign-in', 'acting')
      expect(await again.reaches('sign-in', 'todo')).toMatchObject({
        problem: {
          code: 'sign-in-region-refused',
          field: 'region',
          facts: { startUrl: START_URL, region: 'eu-west-1' },
        },
      })
      expect(asked(stage)).toBe(before)
      again.engine.stop()
    },
  )

  it('is asked on purpose, and forgotten as refused once somebody has signed in there', async () => {
    const stage = await simulated({ arrange: ({ sso }) => (sso.wrongRegion = true) })
    const { send, settled, engine } = await atSignIn(stage)
    await send(START)
    await settled()
    expect(engine.choices().refusedRegions).toEqual(refusedIn('us-east-1'))
    await send({ ...START, action: 'start-anyway' })
    await settled()
    expect(engine.choices().refusedRegions).toEqual(refusedIn('us-east-1'))
    stage.simulator.world.sso.wrongRegion = false
    await send({ ...START, action: 'start-anyway' })
    expect(await settled()).toMatchObject({ kind: 'todo', ask: { stage: 'account' } })
    expect(engine.choices().refusedRegions).toEqual([])
    engine.stop()
  })

  it('is not asked by signing in again either', async () => {
    const stage = await simulated({ arrange: ({ sso }) => (sso.wrongRegion = true) })
    const { send, settled, engine } = await atSignIn(stage)
    await send(START)
    await settled()
    const before = asked(stage)
    await send({ step: 'sign-in', action: 'sign-in-again' })
    expect(await settled()).toMatchObject({ problem: { code: 'sign-in-region-refused' } })
    expect(asked(stage)).toBe(before)
    engine.stop()
  })

  it('is refused for that portal only', async () => {
    const other = 'https://northwind.awsapps.com/start'
    const stage = await simulated({ arrange: ({ sso }) => (sso.wrongRegion = true) })
    const { send, settled, engine } = await atSignIn(stage)
    await send(START)
    await settled()
    stage.simulator.world.sso.wrongRegion = false
    stage.simulator.world.sso.otherPortals.set(other, new Set([PAYER]))
    await send({ ...START, startUrl: other })
    expect(await settled()).not.toHaveProperty('problem')
    engine.stop()
  })

  it('is not taken from the address of the portal any more', async () => {
    const portal = 'https://ssoins-722388f444baccc7.eu-west-1.portal.amazonaws.com'
    const stage = await simulated({
      arrange: ({ sso }) => {
        sso.otherPortals.set(portal, new Set([PAYER]))
        sso.wrongRegion = true
      },
    })
    const { send, settled, engine } = await atSignIn(stage)
    const typed = { ...START, startUrl: `${portal}/#/?tab=accounts` }
    await send(typed)
    expect(await settled()).toMatchObject({ problem: { facts: { region: 'eu-west-1' } } })
    await send(typed)
    expect(await settled()).toMatchObject({ problem: { facts: { region: 'us-east-1' } } })
    engine.stop()
  })
})

describe('an address of the company’s own', () => {
  const PORTAL = 'https://ssoins-722388f444baccc7.eu-west-1.portal.amazonaws.com'
  const typed = { ...START, startUrl: 'https://aws.northwind.example/start' }
  const leading = () =>
    simulated({ arrange: ({ sso }) => void sso.otherPortals.set(PORTAL, new Set([PAYER])) })
  const person = { ownAddressLeadsTo: `${PORTAL}/#/` }

  it('opens nothing before the person has seen where it leads, and then the portal', async () => {
    const stage = await leading()
    const { send, settled, desktop, engine } = await atSignIn(stage, person)
    await send(typed)
    const found = { ledFrom: 'aws.northwind.example', startUrl: PORTAL, region: 'eu-west-1' }
    expect(await settled()).toMatchObject({ kind: 'todo', ask: { stage: 'start', found } })
    expect(desktop.opened).toEqual([])
    expect(stage.simulator.requests).toEqual([])
    expect(engine.choices().portal).toBeNull()
    await send({ ...START, startUrl: PORTAL, region: 'eu-west-1' })
    expect(await settled()).toMatchObject({ kind: 'todo', ask: { stage: 'role' } })
    expect(desktop.opened).toHaveLength(1)
    expect(engine.choices().portal).toMatchObject({ startUrl: PORTAL, region: 'eu-west-1' })
    await send({ step: 'sign-in', action: 'sign-out' })
    expect(await settled()).toMatchObject({ ask: { stage: 'start', found: null } })
    engine.stop()
  })

  it('gives way to another address, and is gone with the next one', async () => {
    const stage = await leading()
    const { send, settled, status, engine } = await atSignIn(stage, person)
    await send(typed)
    await settled()
    await send({ step: 'sign-in', action: 'other-portal' })
    expect(status('sign-in')).toMatchObject({ kind: 'todo', ask: { found: null } })
    await send(typed)
    await settled()
    await send({ ...START, startUrl: 'nothing' })
    expect(await settled()).toMatchObject({
      problem: { code: 'start-url-invalid' },
      ask: { found: null },
    })
    engine.stop()
  })
})

describe('signing in with a code', () => {
  it('slows down when asked to, and goes on', async () => {
    const stage = await simulated()
    stage.simulator.inject({
      kind: 'error',
      service: 'sso-oidc',
      operation: 'CreateToken',
      code: 'SlowDownException',
      message: 'Slow down',
      status: 400,
      count: 1,
    })
    const { send, settled, status, desktop, engine } = await atSignIn(stage)
    const lift = stage.simulator.inject({ kind: 'latency', service: 'sso-oidc', ms: 150 })
    await send({ ...START, method: 'device' })
    await until(() => expect(status('sign-in')).toMatchObject({ progress: { kind: 'device' } }))
    await send({ step: 'sign-in', action: 'copy-link' })
    await press(desktop.copied[0] ?? '', 'allow')
    lift()
    expect(await settled()).toMatchObject({ kind: 'todo', ask: { stage: 'account' } })
    expect(stage.clock.slept).toEqual(expect.arrayContaining([5000, 10_000]))
    engine.stop()
  })

  it('shows and copies no address that is not one of AWS’s own', async () => {
    const stage = await simulated()
    const own = createHttpHandler(nodeNet())
    const evil = JSON.stringify({
      deviceCode: 'd',
      userCode: 'ABCD-EFGH',
      verificationUri: 'https://evil.example/device',
      verificationUriComplete: 'https://evil.example/device?user_code=ABCD-EFGH',
      expiresIn: 600,
      interval: 1,
    })
    const requestHandler: HttpHandler = {
      ...own,
      async handle(request, options) {
        if (request.path !== '/device_authorization') return own.handle(request, options)
        const headers = { 'content-type': 'application/json' }
        const body = Readable.from([Buffer.from(evil)])
        return { response: new HttpResponse({ statusCode: 200, headers, body }) }
      },
    }
    const person = { network: { requestHandler, http: nodeHttpJson } }
    const { send, settled, desktop, engine } = await atSignIn(stage, person)
    await send({ ...START, method: 'device' })
    expect(await settled()).toMatchObject({
      kind: 'failed',
      error: { code: 'aws-reply-unreadable' },
    })
    expect([desktop.opened, desktop.copied]).toEqual([[], []])
    engine.stop()
  })

  it('says that nobody confirmed the code in time, and offers to begin again', async () => {
    const stage = await simulated()
    const { send, settled, engine } = await atSignIn(stage)
    await send({ ...START, method: 'device' })
    const status = await settled()
    expect(status).toMatchObject({
      kind: 'failed',
      error: { code: 'sign-in-code-expired' },
      ask: { stage: 'start', method: 'device' },
    })
    expect(sentenceOf(status)).toBe('The code has expired before it was confirmed.')
    engine.stop()
  })
})

describe('a sign-in that was good', () => {
  async function signedIn(stage: Simulated) {
    const journey = await atSignIn(stage)
    await enter(journey)
    return journey
  }

  it('goes on where it was after an administrator has ended it', async () => {
    const stage = await simulated()
    const { send, reaches, settled, engine } = await signedIn(stage)
    const report = await reaches('cost-report', 'todo')
    if (report.kind !== 'todo' || report.ask.step !== 'cost-report') throw new Error('no form')
    if (report.ask.stage !== 'choose') throw new Error('no form')
    stage.simulator.world.sso.endSsoSession()
    stage.simulator.world.sso.expireRoleCredentials()
    await send({ step: 'cost-report', action: 'create', reviewed: '', ...report.ask.draft })
    expect(await reaches('cost-report', 'failed')).toMatchObject({
      error: { code: 'sign-in-ended' },
    })
    expect(await reaches('sign-in', 'failed')).toMatchObject({
      error: { code: 'sign-in-ended' },
      ask: { stage: 'start', startUrl: START_URL },
    })
    await send({ step: 'sign-in', action: 'sign-in-again' })
    await settled()
    await reaches('cost-report', 'done')
    expect(stage.simulator.world.accounts.get(PAYER)?.reports).toHaveLength(1)
    engine.stop()
  })

  it('registers the app anew when its registration has ended', async () => {
    const stage = await simulated()
    const { send, settled, engine } = await signedIn(stage)
    stage.clock.advance(91 * 86_400_000)
    await send({ step: 'sign-in', action: 'check' })
    expect(await settled()).toMatchObject({ kind: 'failed', error: { code: 'sign-in-ended' } })
    await send({ step: 'sign-in', action: 'sign-in-again' })
    expect(factsOf(await settled())).toMatchObject({ account: PAYER, 'signed-in-as': 'dana.levi' })
    const registrations = stage.simulator.requests.filter(
      ({ operation }) => operation === 'RegisterClient',
    )
    expect(registrations).toHaveLength(2)
    engine.stop()
  })

  it('says that the permission set was taken away, and offers the others', async () => {
    const stage = await simulated()
    const { send, reaches, settled, engine } = await signedIn(stage)
    await reaches('cost-report', 'todo')
    const { sso } = stage.simulator.world
    sso.users.get('dana.levi')?.assignments.set(PAYER, ['BillingAdministrator', 'ReadOnlyAccess'])
    sso.expireRoleCredentials()
    await send({ step: 'cost-report', action: 'check' })
    expect(await reaches('sign-in', 'failed')).toMatchObject({
      error: {
        code: 'role-not-assigned',
        facts: { accountId: PAYER, roleName: 'AdministratorAccess' },
      },
      ask: { stage: 'role', roles: ['BillingAdministrator', 'ReadOnlyAccess'] },
    })
    await send({ step: 'sign-in', action: 'choose-role', roleName: 'BillingAdministrator' })
    expect(factsOf(await settled())).toMatchObject({ 'permission-set': 'BillingAdministrator' })
    await reaches('cost-report', 'todo')
    engine.stop()
  })

  it('says that the account was taken away, and offers the others', async () => {
    const stage = await simulated()
    const { send, settled, engine } = await signedIn(stage)
    stage.simulator.world.sso.users.get('dana.levi')?.assignments.delete(PAYER)
    await send({ step: 'sign-in', action: 'check' })
    const status = await settled()
    expect(status).toMatchObject({
      kind: 'failed',
      error: { code: 'account-not-listed', facts: { account: PAYER } },
      ask: { stage: 'account' },
    })
    expect(sentenceOf(status)).toContain(PAYER)
    engine.stop()
  })
})
