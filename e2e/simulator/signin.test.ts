import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { consoleBrowser, crossDevice, manualClock, startSimulator } from './index.ts'
import type { ManualClock, Simulator, World } from './index.ts'
import {
  ask,
  callback,
  newChallenge,
  newCode,
  newKey,
  press,
  signInToConsole,
  signinLink,
  tokensIn,
} from './test-signin.ts'
import type { Answer, Key, Tokens } from './test-signin.ts'

const payer = '418207315602'
const minute = 60_000
const hour = 60 * minute

let clock: ManualClock
let simulator: Simulator
let world: World

beforeEach(async () => {
  clock = manualClock()
  simulator = await startSimulator({ scenario: 'console-sign-in', clock })
  world = simulator.world
})
afterEach(async () => {
  expect(simulator.violations).toEqual([])
  await simulator.stop()
})

const signIn = () => signInToConsole(simulator, clock.now())

const exchange = (body: object, key = newKey(), host?: string): Promise<Answer> =>
  ask(simulator, { grantType: 'authorization_code', ...body }, key, clock.now(), host)

const refresh = (
  { refreshToken, key }: Tokens & { key: Key },
  fields: object = {},
  host?: string,
): Promise<Answer> => {
  const body = { grantType: 'refresh_token', clientId: 'arn:aws:signin:::devtools/same-device' }
  return ask(simulator, { ...body, refreshToken, ...fields }, key, clock.now(), host)
}

const who = async ({ accessToken: credentials }: Tokens): Promise<string | undefined> => {
  const sts = new STSClient({ endpoint: simulator.url, region: 'us-east-1', credentials })
  return (await sts.send(new GetCallerIdentityCommand({}))).Arn
}

const invalid = { status: 400, type: 'ValidationException', body: { error: 'INVALID_REQUEST' } }
const over = { status: 401, type: 'AccessDeniedException', body: { error: 'TOKEN_EXPIRED' } }
const codeOver = { status: 401, type: 'AccessDeniedException', body: { error: 'AUTHCODE_EXPIRED' } }
const changed = {
  status: 403,
  type: 'AccessDeniedException',
  body: { error: 'USER_CREDENTIALS_CHANGED' },
}
const forbidden = {
  status: 403,
  type: 'AccessDeniedException',
  body: { error: 'INSUFFICIENT_PERMISSIONS' },
}

describe('the page', () => {
  it('lets choose who signs in, and goes back with the code and the state', async () => {
    const link = signinLink(simulator, newChallenge().challenge)
    const page = await (await fetch(link)).text()
    expect(page).toContain('demonstration sign-in')
    expect(page).toContain('arn:aws:iam::418207315602:root')
    const back = await press(link, 'allow')
    expect(back.status).toBe(302)
    const location = back.headers.get('location') ?? ''
    expect(location.startsWith(`${callback}?code=`)).toBe(true)
    expect(new URL(location).searchParams.get('state')).toBe('a-state')
  })

  it('can be cancelled', async () => {
    const back = await press(signinLink(simulator, newChallenge().challenge), 'deny')
    expect(back.headers.get('location')).toBe(`${callback}?error=access_denied&state=a-state`)
  })

  it.each([
    ['client_id', 'arn:aws:signin:::devtools/other'],
    ['response_type', 'token'],
    ['code_challenge_method', 'S256'],
    ['code_challenge', 'short'],
    ['scope', 'aws'],
    ['state', ''],
    ['redirect_uri', 'http://127.0.0.1:49321/elsewhere'],
    ['redirect_uri', 'http://localhost:49321/oauth/callback'],
    ['redirect_uri', 'https://127.0.0.1:49321/oauth/callback'],
    ['redirect_uri', 'http://127.0.0.1:49321/oauth/callback?more=1'],
    ['redirect_uri', 'https://signin.example/v1/sessions/confirmation'],
  ])('goes nowhere when %s is %s', async (name, value) => {
    const link = signinLink(simulator, newChallenge().challenge, { [name]: value })
    expect((await fetch(link)).status).toBe(400)
    const answer = await press(link, 'allow')
    expect([answer.status, answer.headers.get('location')]).toEqual([400, null])
    expect(world.signin.codes.size).toBe(0)
  })

  it('shows a code to whoever signs in on another device', async () => {
    const { verifier, challenge } = newChallenge()
    const fields = {
      client_id: crossDevice,
      redirect_uri: `${simulator.url}/v1/sessions/confirmation`,
    }
    const link = signinLink(simulator, challenge, fields)
    const browser = consoleBrowser(simulator)
    browser.as('root')
    const shown = await browser.codeFrom(link)
    const told = new URLSearchParams(Buffer.from(shown ?? '', 'base64').toString('utf8'))
    expect(told.get('state')).toBe('a-state')
    const answer = await exchange({
      clientId: crossDevice,
      code: told.get('code'),
      codeVerifier: verifier,
      redirectUri: fields.redirect_uri,
    })
    expect(await who(tokensIn(answer))).toBe(`arn:aws:iam::${payer}:root`)
    browser.denies()
    expect(await browser.codeFrom(link)).toBeNull()
  })
})

describe('a code', () => {
  it.each([
    ['iam-user', `arn:aws:iam::${payer}:user/dana.levi`],
    ['root', `arn:aws:iam::${payer}:root`],
    [
      'federated',
      `arn:aws:sts::${payer}:assumed-role/FinanceAdministrator/dana.levi@northwind.example`,
    ],
    ['member-user', 'arn:aws:iam::730915264418:user/sam.ortiz'],
  ])('gives %s credentials in their own name', async (name, arn) => {
    world.signin.whoIsInBrowser = name
    const tokens = await signIn()
    expect(await who(tokens)).toBe(arn)
    expect(tokens.expiresIn).toBe(900)
    const claims = Buffer.from(tokens.idToken?.split('.')[1] ?? '', 'base64url').toString('utf8')
    expect(JSON.parse(claims)).toMatchObject({ sub: arn })
  })

  it('works once', async () => {
    const code = await newCode(simulator)
    expect(await exchange(code)).toMatchObject({ status: 200 })
    expect(await exchange(code)).toMatchObject(codeOver)
  })

  it('is over after ten minutes', async () => {
    const code = await newCode(simulator)
    clock.advance(10 * minute)
    expect(await exchange(code)).toMatchObject(codeOver)
  })

  it.each([
    ['another verifier', { codeVerifier: newChallenge().verifier }],
    ['a verifier that is too short', { codeVerifier: 'x'.repeat(42) }],
    ['no verifier', { codeVerifier: undefined }],
    ['another redirect URI', { redirectUri: 'http://127.0.0.1:49322/oauth/callback' }],
    ['the same redirect URI written otherwise', { redirectUri: `${callback}/` }],
    ['no redirect URI', { redirectUri: undefined }],
    ['another client', { clientId: crossDevice }],
    ['a client that is not known', { clientId: 'eco-connect' }],
    ['a code that is too long', { code: 'x'.repeat(513) }],
    ['another grant', { grantType: 'client_credentials' }],
  ])('is not exchanged with %s', async (_what, fields) => {
    expect(await exchange({ ...(await newCode(simulator)), ...fields })).toMatchObject(invalid)
    expect(world.signin.sessions.size).toBe(0)
  })

  it('is spent by an attempt that fails', async () => {
    const code = await newCode(simulator)
    await exchange({ ...code, codeVerifier: newChallenge().verifier })
    expect(await exchange(code)).toMatchObject(codeOver)
  })

  it('is not exchanged in another Region', async () => {
    const host = 'eu-west-1.signin.aws.amazon.com'
    expect(await exchange(await newCode(simulator), newKey(), host)).toMatchObject(invalid)
  })

  it('comes with its own refresh token and no scheme but that of signatures', async () => {
    const tokens = await signIn()
    expect(tokens.refreshToken).toMatch(/^ASOR[\w-]{100,2044}$/)
    expect(tokens.tokenType).toBe('aws_sigv4')
  })
})

describe('a renewal', () => {
  it('brings new credentials, a new refresh token and no ID token', async () => {
    const first = await signIn()
    clock.advance(10 * minute)
    const second = tokensIn(await refresh(first))
    expect(second.idToken).toBeUndefined()
    expect(second.refreshToken).not.toBe(first.refreshToken)
    expect(second.accessToken.accessKeyId).not.toBe(first.accessToken.accessKeyId)
    clock.advance(6 * minute)
    expect(await who(second)).toBe(
      await who(tokensIn(await refresh({ ...second, key: first.key }))),
    )
    await expect(who(first)).rejects.toMatchObject({ name: 'ExpiredToken' })
  })

  it('may be repeated by whoever lost the answer, until what was given is over', async () => {
    const first = await signIn()
    const second = tokensIn(await refresh(first))
    clock.advance(minute)
    const again = tokensIn(await refresh(first))
    expect(again).toEqual({ ...second, expiresIn: 840 })
    clock.advance(14 * minute)
    expect(await refresh(first)).toMatchObject(over)
    expect(await refresh({ ...second, key: first.key })).toMatchObject({ status: 200 })
  })

  it('needs the key of the sign-in', async () => {
    const { refreshToken, ...first } = await signIn()
    expect(await refresh({ ...first, refreshToken, key: newKey() })).toMatchObject(invalid)
    expect(await refresh({ ...first, refreshToken })).toMatchObject({ status: 200 })
  })

  it('needs the client and the Region of the sign-in, and a token that is known', async () => {
    const first = await signIn()
    expect(await refresh(first, { clientId: crossDevice })).toMatchObject(invalid)
    const elsewhere = 'eu-west-1.signin.aws.amazon.com'
    expect(await refresh(first, {}, elsewhere)).toMatchObject(invalid)
    expect(await refresh(first, { refreshToken: 'ASORunknown' })).toMatchObject(invalid)
    expect(await refresh(first, { refreshToken: undefined })).toMatchObject(invalid)
    expect(await refresh(first, {}, 'us-east-1.signin.aws.amazon.com')).toMatchObject({
      status: 200,
    })
  })

  it('ends twelve hours after the sign-in, to the second', async () => {
    let tokens = await signIn()
    for (let passed = 10; passed < 12 * 60; passed += 10) {
      clock.advance(10 * minute)
      tokens = { ...tokensIn(await refresh(tokens)), key: tokens.key }
    }
    clock.advance(5 * minute)
    const last = tokensIn(await refresh(tokens))
    expect(last.expiresIn).toBe(300)
    clock.advance(5 * minute)
    expect(await refresh({ ...last, key: tokens.key })).toMatchObject(over)
  })

  it("ends with the role's own session before that", async () => {
    world.signin.whoIsInBrowser = 'federated'
    const tokens = await signIn()
    clock.advance(4 * hour - 1000)
    expect(tokensIn(await refresh(tokens)).expiresIn).toBe(1)
    clock.advance(1000)
    expect(await refresh(tokens)).toMatchObject(over)
  })

  it('is refused after a new password, when the sign-in was ended, and to a role that is gone', async () => {
    const tokens = await signIn()
    world.signin.changePassword('iam-user')
    expect(await refresh(tokens)).toMatchObject(changed)
    const again = await signIn()
    world.signin.endSignIns()
    expect(await refresh(again)).toMatchObject(over)
    world.signin.whoIsInBrowser = 'federated'
    const federated = await signIn()
    world.accounts.get(payer)?.roles.delete('FinanceAdministrator')
    expect(await refresh(federated)).toMatchObject(forbidden)
  })
})
