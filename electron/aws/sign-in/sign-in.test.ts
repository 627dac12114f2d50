import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { systemClock } from '../../base/clock.ts'
import { toAppError } from '../../errors/failure.ts'
import { englishPage } from '../testing/portal.ts'
import { createSignIn } from './sign-in.ts'
import { endpointsFrom } from '../../network/endpoints-from.ts'
import { START_URL, press, simulated } from '../testing/simulated.ts'
import type { Simulated } from '../testing/simulated.ts'

const never = new AbortController().signal
const portal = { startUrl: START_URL, region: 'us-east-1' }

const codeOf = async (promise: Promise<unknown>): Promise<string> => {
  try {
    await promise
  } catch (error) {
    return toAppError(error).code
  }
  return 'no error'
}

/** Sleeping in the browser flow means ten minutes: here nobody is late. */
const inBrowser = (world: Simulated) =>
  createSignIn({
    browserPage: englishPage,
    endpoints: endpointsFrom(world.simulator.env),
    clock: { now: world.clock.now, sleep: systemClock.sleep },
  })

describe('in the browser', () => {
  test('signs in with an S256 challenge and a port of its own', async () => {
    const world = await simulated()
    const pressed: Promise<string>[] = []
    const links: URL[] = []
    const tokens = await inBrowser(world).browser({
      ...portal,
      signal: never,
      onLink: (link, expiresAt) => {
        links.push(new URL(link))
        expect(expiresAt - world.clock.now()).toBe(600_000)
        pressed.push(press(link, 'allow'))
      },
    })
    expect(tokens).toMatchObject({ ...portal, expiresAt: world.clock.now() + 8 * 3_600_000 })
    expect(tokens.refreshToken).toBeTruthy()
    const days = (tokens.clientSecretExpiresAt - world.clock.now()) / 86_400_000
    expect(Math.round(days)).toBe(90)
    const [link] = links
    expect(link?.origin).toBe(world.simulator.url)
    expect(link?.searchParams.get('redirect_uri')).toMatch(
      /^http:\/\/127\.0\.0\.1:\d+\/oauth\/callback$/,
    )
    const exchange = world.simulator.requests.find(({ operation }) => operation === 'CreateToken')
    expect(exchange?.params['redirectUri']).toBe(link?.searchParams.get('redirect_uri'))
    const register = world.simulator.requests.find(
      ({ operation }) => operation === 'RegisterClient',
    )
    expect(register?.params['redirectUris']).toEqual(['http://127.0.0.1/oauth/callback'])
    expect((await Promise.all(pressed))[0]).toContain('You can close this window')
  })

  test('takes its secrets from the randomness it is given', async () => {
    const world = await simulated()
    const endpoints = endpointsFrom(world.simulator.env)
    const randomBytes = (size: number): Buffer => Buffer.alloc(size, 7)
    const signIn = createSignIn({
      browserPage: englishPage,
      endpoints,
      clock: systemClock,
      randomBytes,
    })
    const pressed: Promise<string>[] = []
    const links: URL[] = []
    await signIn.browser({
      ...portal,
      signal: never,
      onLink: (link) => {
        links.push(new URL(link))
        pressed.push(press(link, 'allow'))
      },
    })
    await Promise.all(pressed)
    const verifier = Buffer.alloc(32, 7).toString('base64url')
    const challenge = createHash('sha256').update(verifier).digest('base64url')
    expect(links[0]?.searchParams.get('code_challenge')).toBe(challenge)
  })

  test('says that the person refused', async () => {
    const world = await simulated()
    const pressed: Promise<string>[] = []
    const result = inBrowser(world).browser({
      ...portal,
      signal: never,
      onLink: (link) => pressed.push(press(link, 'deny')),
    })
    expect(await codeOf(result)).toBe('sign-in-denied')
    expect((await Promise.all(pressed))[0]).toContain('AWS did not sign you in')
  })

  test.each([
    ['AccessDeniedException', 'KMS_AccessDeniedException'],
    ['InvalidRequestException', 'KMS_DisabledException'],
    ['InvalidRequestException', 'KMS_InvalidKeyUsageException'],
    ['InvalidRequestException', 'KMS_InvalidStateException'],
    ['InvalidRequestException', 'KMS_NotFoundException'],
  ])('knows the company’s own key in %s with %s', async (code, reason) => {
    const world = await simulated()
    for (const operation of ['RegisterClient', 'CreateToken']) {
      const lift = world.simulator.inject({
        service: 'sso-oidc',
        operation,
        kind: 'error',
        code,
        message: 'The key refused',
        status: 400,
        details: { reason },
      })
      const result = inBrowser(world).browser({
        ...portal,
        signal: never,
        onLink: (link) => void press(link, 'allow'),
      })
      await expect(result).rejects.toMatchObject({
        error: { code: 'sign-in-key-refused', facts: { reason } },
      })
      lift()
    }
  })

  test('stops when cancelled, and frees the port', async () => {
    const world = await simulated()
    const controller = new AbortController()
    const links: URL[] = []
    const result = inBrowser(world).browser({
      ...portal,
      signal: controller.signal,
      onLink: (link) => {
        links.push(new URL(link))
        controller.abort()
      },
    })
    expect(await codeOf(result)).toBe('cancelled')
    const redirect = links[0]?.searchParams.get('redirect_uri') ?? ''
    await expect(fetch(redirect)).rejects.toThrow('fetch failed')
  })

  test('gives up after ten minutes, and frees the port', async () => {
    const world = await simulated()
    const links: URL[] = []
    const result = world.signIn.browser({
      ...portal,
      signal: never,
      onLink: (link) => links.push(new URL(link)),
    })
    expect(await codeOf(result)).toBe('sign-in-timeout')
    expect(world.clock.slept).toEqual([600_000])
    await expect(fetch(links[0]?.searchParams.get('redirect_uri') ?? '')).rejects.toThrow(
      'fetch failed',
    )
  })

  test('tells a wrong region from a wrong start URL', async () => {
    const world = await simulated({ arrange: ({ sso }) => (sso.wrongRegion = true) })
    const pressed: Promise<string>[] = []
    const result = inBrowser(world).browser({
      ...portal,
      signal: never,
      onLink: (link) => pressed.push(press(link, 'allow')),
    })
    expect(await codeOf(result)).toBe('sign-in-wrong-region')
    await Promise.all(pressed)
    const unknown = inBrowser(world).browser({
      ...portal,
      startUrl: 'https://d-0000000000.awsapps.com/start',
      signal: never,
      onLink: () => undefined,
    })
    expect(await codeOf(unknown)).toBe('sign-in-start-url-unknown')
  })
})

describe('with a device code', () => {
  const device = (world: Simulated, onCode: (link: string) => void, signal = never) =>
    world.signIn.device({
      ...portal,
      signal,
      onCode: (code) => onCode(code.verificationUriComplete),
    })

  test('asks until the person has answered', async () => {
    const world = await simulated()
    const answers = world.simulator.inject({
      kind: 'error',
      service: 'sso-oidc',
      operation: 'CreateToken',
      code: 'AuthorizationPendingException',
      message: 'Authorization is still pending',
      status: 400,
      count: 2,
    })
    let pressed: Promise<string> | undefined
    const tokens = await device(world, (link) => {
      pressed = press(link, 'allow')
    })
    await pressed
    answers()
    expect(tokens.accessToken).toBeTruthy()
    expect(world.clock.slept.slice(0, 3)).toEqual([5000, 5000, 5000])
  })

  test('slows down by five seconds when asked to', async () => {
    const world = await simulated()
    world.simulator.inject({
      kind: 'error',
      service: 'sso-oidc',
      operation: 'CreateToken',
      code: 'SlowDownException',
      message: 'Slow down',
      status: 400,
      count: 2,
    })
    let pressed: Promise<string> | undefined
    await device(world, (link) => {
      pressed = press(link, 'allow')
    })
    await pressed
    expect(world.clock.slept.slice(0, 3)).toEqual([5000, 10_000, 15_000])
  })

  test('says that nobody answered in time', async () => {
    const world = await simulated()
    expect(await codeOf(device(world, () => undefined))).toBe('sign-in-code-expired')
  })

  test.each([
    ['AccessDeniedException', 'sign-in-denied'],
    ['ExpiredTokenException', 'sign-in-code-expired'],
    ['InvalidGrantException', 'sign-in-wrong-region'],
    ['InvalidClientException', 'sign-in-refused'],
  ])('understands %s', async (code, expected) => {
    const world = await simulated()
    world.simulator.inject({
      kind: 'error',
      service: 'sso-oidc',
      operation: 'CreateToken',
      code,
      message: code,
      status: 400,
    })
    expect(await codeOf(device(world, () => undefined))).toBe(expected)
  })

  test('says that the administrator has switched it off', async () => {
    const world = await simulated({ arrange: ({ sso }) => (sso.deviceFlowAllowed = false) })
    expect(await codeOf(device(world, () => undefined))).toBe('device-code-disabled')
  })

  test('stops when cancelled', async () => {
    const world = await simulated()
    const controller = new AbortController()
    const result = device(world, () => controller.abort(), controller.signal)
    expect(await codeOf(result)).toBe('cancelled')
  })
})
