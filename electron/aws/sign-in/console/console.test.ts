import { describe, expect, it } from 'vitest'
import { consoleBrowser, sameDevice } from '../../../../e2e/simulator/index.ts'
import { systemClock, type Clock } from '../../../base/clock.ts'
import { toAppError } from '../../../errors/failure.ts'
import { endpointsFrom } from '../../../network/endpoints-from.ts'
import { englishPage } from '../../testing/portal.ts'
import { simulated, press, type Simulated } from '../../testing/simulated.ts'
import { createIdentity } from '../identity.ts'
import { createSession, type Session } from '../session.ts'
import { createConsoleSignIn } from './console-sign-in.ts'
import { NOT_MANAGED } from '../../../contract/managed.ts'

const MINUTE = 60_000
const never = new AbortController().signal

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'none',
    (error: unknown) => toAppError(error).code,
  )

/** In a world whose clock does not run on to the end of the person's time while they are in the browser. */
async function atConsole(scenario: 'console-sign-in' | 'fresh' = 'console-sign-in') {
  const world = await simulated({ scenario })
  const clock: Clock = {
    now: world.clock.now,
    sleep: (ms, signal) => (ms < MINUTE ? world.clock : systemClock).sleep(ms, signal),
  }
  const reach = { endpoints: endpointsFrom(world.simulator.env), clock }
  const consoleSignIn = createConsoleSignIn({ ...reach, browserPage: englishPage })
  const { signIn, tokens: store } = world
  return {
    ...world,
    newSession: () =>
      createSession({ ...reach, store, signIn, consoleSignIn, managed: NOT_MANAGED }),
  }
}

/** Signs in with a browser in which `decision` is pressed. */
async function enter({ simulator }: Pick<Simulated, 'simulator'>, session: Session) {
  const pages: Promise<string>[] = []
  await session.atConsole.signIn({
    signal: never,
    onLink: (link) => void pages.push(press(link, 'allow')),
  })
  await Promise.all(pages)
  return simulator
}

const asked = ({ simulator }: Simulated): number =>
  simulator.requests.filter(({ operation }) => operation === 'CreateOAuth2Token').length

async function signedIn(prefix = 'ASOR') {
  const world = await atConsole()
  world.simulator.world.signin.refreshTokenPrefix = prefix
  const session = world.newSession()
  await enter(world, session)
  return { world, session, clock: world.clock, signin: world.simulator.world.signin }
}
const held = (world: Simulated) => {
  const tokens = world.stored()
  if (tokens?.way !== 'console') throw new Error('nobody is signed in as to the console')
  return tokens
}
const where = { service: 'signin', operation: 'CreateOAuth2Token' } as const
const refusing = ({ simulator }: Simulated, code: string, status: number, error: string) =>
  simulator.inject({
    kind: 'error',
    message: 'as told',
    details: { error },
    code,
    status,
    ...where,
  })

describe('a sign-in as to the console', () => {
  it.each([
    ['iam-user', { kind: 'user', userName: 'dana.levi' }],
    ['root', { kind: 'root' }],
    ['federated', { kind: 'role', roleName: 'FinanceAdministrator' }],
  ])('gives credentials of whoever signed in: %s', async (name, expected) => {
    const world = await atConsole()
    world.simulator.world.signin.whoIsInBrowser = name
    const session = world.newSession()
    await enter(world, session)
    expect(session.way()).toBe('console')
    const { credentials } = session
    const endpoints = endpointsFrom(world.simulator.env)
    expect(await createIdentity({ endpoints, credentials }).caller()).toMatchObject(expected)
  })

  it('asks for what AWS’s own tools ask for, and is bound to a key of its own', async () => {
    const world = await atConsole()
    const links: URL[] = []
    for (const session of [world.newSession(), world.newSession()])
      await session.atConsole.signIn({
        signal: never,
        onLink(link) {
          links.push(new URL(link))
          void press(link, 'allow')
        },
      })
    const [first, second] = links.map(({ searchParams }) => Object.fromEntries(searchParams))
    expect(first).toMatchObject({
      response_type: 'code',
      client_id: sameDevice,
      code_challenge_method: 'SHA-256',
      scope: 'openid',
    })
    expect(first?.['redirect_uri']).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/oauth\/callback$/)
    expect(first?.['state']).not.toBe(second?.['state'])
    expect(first?.['code_challenge']).not.toBe(second?.['code_challenge'])
    const thumbprints = [...world.simulator.world.signin.sessions].map((one) => one.thumbprint)
    expect(new Set(thumbprints).size).toBe(2)
  })

  it('that is denied in the browser says so, and keeps nothing', async () => {
    const world = await atConsole()
    const work = world.newSession().atConsole.signIn({
      signal: never,
      onLink: (link) => void press(link, 'deny'),
    })
    expect(await codeOf(work)).toBe('console-denied')
    expect(world.stored()).toBeNull()
  })

  it('names a wrong clock where AWS calls the first exchange too old', async () => {
    const world = await atConsole()
    world.simulator.inject({ kind: 'clockSkew', minutes: -60, ...where })
    expect(await codeOf(enter(world, world.newSession()))).toBe('console-clock-wrong')
  })

  it.each([
    ['AccessDeniedException', 401, 'AUTHCODE_EXPIRED', 'console-code-expired'],
    ['AccessDeniedException', 401, 'TOKEN_EXPIRED', 'console-clock-wrong'],
    ['AccessDeniedException', 403, 'INSUFFICIENT_PERMISSIONS', 'console-not-allowed'],
    ['AccessDeniedException', 403, 'something_new', 'console-not-allowed'],
    ['AccessDeniedException', 403, 'USER_CREDENTIALS_CHANGED', 'console-credentials-changed'],
    ['ValidationException', 400, 'INVALID_REQUEST', 'console-refused'],
    ['ValidationException', 400, 'invalid_grant', 'console-code-expired'],
  ])('refused with %s %i %s is told as %s', async (code, status, error, told) => {
    const world = await atConsole()
    refusing(world, code, status, error)
    expect(await codeOf(enter(world, world.newSession()))).toBe(told)
    expect(asked(world)).toBe(1)
  })

  it('is exchanged again only where AWS put it off, with another proof', async () => {
    const world = await atConsole()
    world.simulator.inject({ kind: 'throttling', count: 1, ...where })
    const session = world.newSession()
    await enter(world, session)
    expect(asked(world)).toBe(2)
    expect(world.simulator.world.signin.proofs.size).toBe(1)

    const lost = await atConsole()
    lost.simulator.inject({ kind: 'truncated', count: 1, ...where })
    expect(await codeOf(enter(lost, lost.newSession()))).toMatch(/^network-/)
    expect(asked(lost)).toBe(1)
  })
})

describe('credentials of a sign-in as to the console', () => {
  it('are renewed before they end, once for all who ask, and the token with them', async () => {
    const { world, session, clock } = await signedIn()
    const first = held(world)
    clock.advance(9 * MINUTE)
    expect((await session.credentials()).accessKeyId).toBe(first.accessKeyId)
    expect(asked(world)).toBe(1)
    clock.advance(2 * MINUTE)
    const renewed = await Promise.all([1, 2, 3].map(() => session.credentials()))
    expect(new Set(renewed.map(({ accessKeyId }) => accessKeyId))).toEqual(
      new Set([held(world).accessKeyId]),
    )
    expect(held(world).refreshToken).not.toBe(first.refreshToken)
    expect(asked(world)).toBe(2)
  })

  it('are renewed with a margin that is a share of how long they last', async () => {
    const world = await atConsole()
    world.simulator.world.signin.lifetimes.credentialSeconds = 30
    const session = world.newSession()
    await enter(world, session)
    world.clock.advance(15_000)
    await session.credentials()
    expect(asked(world)).toBe(1)
    world.clock.advance(6_000)
    await session.credentials()
    expect(asked(world)).toBe(2)
  })

  it('are there again after the computer slept, and after the app was closed', async () => {
    const { world, session, clock } = await signedIn()
    clock.advance(3 * 60 * MINUTE)
    const { accessKeyId } = await session.credentials()
    const again = world.newSession()
    expect(await again.signedIn()).toBe(true)
    expect(again.way()).toBe('console')
    expect((await again.credentials()).accessKeyId).toBe(accessKeyId)
  })

  it.each([
    ['ValidationException', 400, 'INVALID_REQUEST'],
    ['TooManyRequestsError', 429, 'rate_exceeded'],
    ['InternalServerException', 500, 'server_error'],
  ])('go on while they live after %s', async (code, status, error) => {
    const { world, session, clock } = await signedIn()
    const { accessKeyId } = held(world)
    clock.advance(11 * MINUTE)
    const lift = refusing(world, code, status, error)
    expect((await session.credentials()).accessKeyId).toBe(accessKeyId)
    const so = asked(world)
    // Not asked again with every call meanwhile.
    await session.credentials()
    expect(asked(world)).toBe(so)
    lift()
    clock.advance(3 * MINUTE)
    expect((await session.credentials()).accessKeyId).not.toBe(accessKeyId)
  })

  it('are used to their end after a refusal, which is not repeated, nor by the next start', async () => {
    const { world, session, clock, signin } = await signedIn()
    const { accessKeyId } = held(world)
    clock.advance(11 * MINUTE)
    signin.endSignIns()
    expect((await session.credentials()).accessKeyId).toBe(accessKeyId)
    const so = asked(world)
    clock.advance(5 * MINUTE)
    expect(await codeOf(session.credentials())).toBe('console-ended')
    expect(await codeOf(world.newSession().credentials())).toBe('console-ended')
    expect(asked(world)).toBe(so)
    expect(held(world).refreshToken).toBe('')
  })

  it.each([403, 401, 400])('outlive a proxy that answers %i in its own name', async (status) => {
    const { world, session, clock } = await signedIn()
    const { refreshToken } = held(world)
    clock.advance(16 * MINUTE)
    const lift = refusing(world, 'BlockedByPolicy', status, '')
    expect(await codeOf(session.credentials())).toBe('aws-rejected')
    expect(held(world)).toMatchObject({ refreshToken, refusal: '' })
    const link = session.atConsole.beginElsewhere()
    const code = await consoleBrowser(world.simulator).codeFrom(link)
    expect(await codeOf(session.atConsole.enterCode(code ?? '', never))).toBe('aws-rejected')
    lift()
    expect(await codeOf(session.credentials())).toBe('none')
  })

  it.each([1, 900])('that AWS gave for %i seconds are renewed within them', async (seconds) => {
    const world = await atConsole()
    world.simulator.world.signin.lifetimes.credentialSeconds = seconds
    const session = world.newSession()
    await enter(world, session)
    for (const part of [0.5, 0.6, 0.6, 5]) {
      world.clock.advance(seconds * 1000 * part)
      const { expiration } = await session.credentials()
      expect(expiration?.getTime()).toBeGreaterThan(world.clock.now())
    }
    expect(asked(world)).toBe(3)
  })

  it('are not put back by a renewal that ends after signing out', async () => {
    const { world, session, clock } = await signedIn()
    clock.advance(11 * MINUTE)
    world.simulator.inject({ kind: 'latency', ms: 100, ...where })
    const renewing = codeOf(session.credentials())
    await expect.poll(() => asked(world)).toBe(2)
    await session.signOut()
    expect(await renewing).toBe('not-signed-in')
    expect(world.stored()).toBeNull()
  })

  it('end with the password, and say so', async () => {
    const { session, clock, signin } = await signedIn()
    signin.changePassword('iam-user')
    clock.advance(16 * MINUTE)
    expect(await codeOf(session.credentials())).toBe('console-credentials-changed')
  })

  it('come back after a reply that was lost, with a fresh proof of the same token', async () => {
    const { world, session, clock } = await signedIn()
    clock.advance(11 * MINUTE)
    world.simulator.inject({ kind: 'truncated', count: 1, ...where })
    const before = held(world).accessKeyId
    await session.credentials()
    clock.advance(3 * MINUTE)
    expect((await session.credentials()).accessKeyId).not.toBe(before)
  })

  it('that AWS calls expired are replaced, however long they should last', async () => {
    const { world, session, clock } = await signedIn()
    const { accessKeyId } = held(world)
    clock.advance(2 * MINUTE)
    session.invalidateCredentials()
    expect((await session.credentials()).accessKeyId).not.toBe(accessKeyId)
  })

  it('are ended at AWS where it takes their token back, and only its answer says so', async () => {
    const { world, session, signin } = await signedIn()
    await session.signOut()
    expect(session.goesOnUntil()).toBeNull()
    expect([...signin.sessions].map(({ stopped }) => stopped)).toEqual(['revoked'])
    const refused = await signedIn()
    refused.world.simulator.inject({
      kind: 'accessDenied',
      denial: 'missing-permission',
      service: 'signin',
      operation: 'RevokeOAuth2TokenWithIAM',
    })
    await refused.session.signOut()
    expect(refused.session.goesOnUntil()).not.toBeNull()
    expect([world.stored(), refused.world.stored()]).toEqual([null, null])
  })

  it('are gone after signing out, and what goes on at AWS is told with its end', async () => {
    const { world, session, clock } = await signedIn('aor')
    const end = clock.now() + 12 * 60 * MINUTE
    expect(session.goesOnUntil()).toBeNull()
    await session.signOut()
    expect(world.stored()).toBeNull()
    expect(session.goesOnUntil()).toBe(end)
    expect(await codeOf(session.credentials())).toBe('not-signed-in')
    clock.advance(12 * 60 * MINUTE)
    expect(session.goesOnUntil()).toBeNull()
  })
})

describe('a sign-in as to the console that another one replaced', () => {
  it('is ended at AWS with the next sign-out', async () => {
    const { world, session, signin } = await signedIn()
    await enter(world, session)
    await session.signOut()
    expect([...signin.sessions].map(({ stopped }) => stopped)).toEqual(['revoked', 'revoked'])
    expect(session.goesOnUntil()).toBeNull()
  })

  it('is told as going on where AWS ended only the other', async () => {
    const { world, session, signin, clock } = await signedIn('aor')
    const end = clock.now() + 12 * 60 * MINUTE
    signin.refreshTokenPrefix = 'ASOR'
    await enter(world, session)
    await session.signOut()
    expect([...signin.sessions].map(({ stopped }) => stopped)).toEqual([undefined, 'revoked'])
    expect(session.goesOnUntil()).toBe(end)
  })
})

describe('a browser of another device', () => {
  it('gives a code that signs in here', async () => {
    const world = await atConsole()
    const session = world.newSession()
    const link = session.atConsole.beginElsewhere()
    const code = await consoleBrowser(world.simulator).codeFrom(link)
    if (code === null) return expect.unreachable()
    await session.atConsole.enterCode(`  ${code.slice(0, 20)}\n${code.slice(20)} `, never)
    expect(session.atConsole.begunElsewhere()).toBeNull()
    expect((await session.credentials()).accessKeyId).toBe(held(world).accessKeyId)
  })

  it.each([
    ['', 'console-code-malformed'],
    ['what is this', 'console-code-malformed'],
    [Buffer.from('hello there, nothing').toString('base64'), 'console-code-malformed'],
    ['A'.repeat(5000), 'console-code-malformed'],
    [Buffer.from('state=another&code=abc').toString('base64'), 'console-code-foreign'],
  ])('gives %j, which is refused here, and another one may be pasted', async (pasted, told) => {
    const world = await atConsole()
    const session = world.newSession()
    session.atConsole.beginElsewhere()
    const work = session.atConsole.enterCode(pasted, never)
    await expect(work).rejects.toMatchObject({ error: { code: told, field: 'code' } })
    expect(session.atConsole.begunElsewhere()).not.toBeNull()
    expect(asked(world)).toBe(0)
  })

  it('gives a code once: after it is spent, a new sign-in is begun', async () => {
    const world = await atConsole()
    const session = world.newSession()
    const code = await consoleBrowser(world.simulator).codeFrom(session.atConsole.beginElsewhere())
    world.simulator.world.signin.codes.clear()
    expect(await codeOf(session.atConsole.enterCode(code ?? '', never))).toBe(
      'console-code-expired',
    )
    expect(session.atConsole.begunElsewhere()).toBeNull()
  })
})

it('a sign-in at a portal is told to AWS as ended when one to the console takes its place', async () => {
  const world = await atConsole('fresh')
  const session = world.newSession()
  await world.signInTo(session)
  await enter(world, session)
  expect(session.way()).toBe('console')
  await session.signOut()
  expect(world.simulator.requests.map(({ operation }) => operation)).toContain('Logout')
})
