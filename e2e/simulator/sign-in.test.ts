import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import {
  GetRoleCredentialsCommand,
  LogoutCommand,
  paginateListAccounts,
  ListAccountRolesCommand,
  ListAccountsCommand,
} from '@aws-sdk/client-sso'
import {
  CreateTokenCommand,
  RegisterClientCommand,
  StartDeviceAuthorizationCommand,
} from '@aws-sdk/client-sso-oidc'
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { manualClock, startSimulator } from './index.ts'
import type { ManualClock, ScenarioId, Simulator } from './index.ts'
import {
  authorizeUrl,
  awsClients,
  decide,
  newVerifier,
  oidcOf,
  redirectUri,
  register,
  signIn,
  ssoOf,
  tokensSchema,
} from './test-session.ts'

const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code'
const openUrl = fileURLToPath(new URL('open-url.mjs', import.meta.url))
const run = promisify(execFile)

let clock: ManualClock
let simulator: Simulator

const begin = async (scenario: ScenarioId): Promise<void> => {
  clock = manualClock()
  simulator = await startSimulator({ scenario, clock })
}

beforeEach(() => begin('fresh'))
afterEach(async () => {
  expect(simulator.violations).toEqual([])
  await simulator.stop()
})

describe('authorization code with PKCE', () => {
  it('shows whose browser session it is', async () => {
    const link = authorizeUrl(simulator, await register(simulator), newVerifier().challenge)
    const page = await (await fetch(link)).text()
    expect(page).toContain('demonstration sign-in')
    expect(page).toContain('dana.levi')
  })

  it('refuses a wrong verifier, and a code that was used', async () => {
    const registration = await register(simulator)
    const { verifier, challenge } = newVerifier()
    const exchange = async (codeVerifier: string, code: string) =>
      oidcOf(simulator).send(
        new CreateTokenCommand({
          ...registration,
          grantType: 'authorization_code',
          code,
          codeVerifier,
          redirectUri,
        }),
      )
    const newCode = async (): Promise<string> => {
      const back = await decide(authorizeUrl(simulator, registration, challenge), 'allow')
      expect(back.searchParams.get('state')).toBe('a-state')
      return back.searchParams.get('code') ?? ''
    }
    const invalid = { name: 'InvalidGrantException', error: 'invalid_grant' }
    await expect(exchange(newVerifier().verifier, await newCode())).rejects.toMatchObject(invalid)
    const code = await newCode()
    await exchange(verifier, code)
    await expect(exchange(verifier, code)).rejects.toMatchObject(invalid)
    const late = await newCode()
    clock.advance(11 * 60_000)
    await expect(exchange(verifier, late)).rejects.toMatchObject(invalid)
  })

  it('sends a refusal back to the application', async () => {
    const link = authorizeUrl(simulator, await register(simulator), newVerifier().challenge)
    const back = await decide(link, 'deny')
    expect(back.search).toBe('?error=access_denied&state=a-state')
  })

  it.each([
    ['http://127.0.0.1:1234/elsewhere'],
    ['http://localhost:49321/oauth/callback'],
    ['https://127.0.0.1/oauth/callback'],
  ])('does not redirect to %s', async (redirect) => {
    const link = authorizeUrl(simulator, await register(simulator), newVerifier().challenge, {
      redirect_uri: redirect,
    })
    expect((await fetch(link)).status).toBe(400)
  })

  it('exchanges nothing in the wrong region', async () => {
    simulator.world.sso.wrongRegion = true
    await expect(signIn(simulator)).rejects.toMatchObject({ name: 'InvalidGrantException' })
  })

  it('does not know other start URLs', async () => {
    const command = new RegisterClientCommand({
      clientName: 'Eco Connect',
      clientType: 'public',
      grantTypes: ['authorization_code'],
      redirectUris: ['http://127.0.0.1/oauth/callback'],
      issuerUrl: 'https://someone-else.awsapps.com/start',
    })
    await expect(oidcOf(simulator).send(command)).rejects.toMatchObject({
      name: 'InvalidRequestException',
    })
  })

  it.each([
    ['allow', 'code'],
    ['deny', 'error'],
  ])('has a stand-in for the browser that will %s', async (mood, answer) => {
    const called: string[] = []
    const application = createServer((message, response) => {
      called.push(message.url ?? '')
      response.end('You can close this window.')
    })
    application.listen(0, '127.0.0.1')
    await once(application, 'listening')
    const address = application.address()
    const port = typeof address === 'object' ? address?.port : undefined
    const link = authorizeUrl(simulator, await register(simulator), newVerifier().challenge, {
      redirect_uri: `http://127.0.0.1:${port}/oauth/callback`,
    })
    await run(openUrl, [link], { env: { ...process.env, ECO_SIMULATOR_BROWSER: mood } })
    application.close()
    application.closeAllConnections()
    expect(called).toHaveLength(1)
    expect(called[0]).toContain(`/oauth/callback?${answer}=`)
  })
})

describe('device code', () => {
  const startDevice = async () => {
    const registration = await oidcOf(simulator).send(
      new RegisterClientCommand({ clientName: 'Eco Connect', clientType: 'public' }),
    )
    const client = {
      clientId: registration.clientId ?? '',
      clientSecret: registration.clientSecret ?? '',
    }
    const { startUrl } = simulator.world.sso
    const device = await oidcOf(simulator).send(
      new StartDeviceAuthorizationCommand({ ...client, startUrl }),
    )
    const poll = () =>
      oidcOf(simulator).send(
        new CreateTokenCommand({
          ...client,
          grantType: deviceGrant,
          deviceCode: device.deviceCode,
        }),
      )
    const answer = (decision: string) =>
      fetch(`${simulator.url}/device/decision`, {
        method: 'POST',
        body: new URLSearchParams({ user_code: device.userCode ?? '', decision }),
      })
    return { device, poll, answer }
  }

  it('waits, is told to slow down, and succeeds', async () => {
    const { device, poll, answer } = await startDevice()
    expect(device.userCode).toMatch(/^[A-Z]{4}-[A-Z]{4}$/)
    const page = await fetch(device.verificationUriComplete ?? '')
    expect(await page.text()).toContain(device.userCode)
    await expect(poll()).rejects.toMatchObject({ name: 'AuthorizationPendingException' })
    await expect(poll()).rejects.toMatchObject({ name: 'SlowDownException' })
    clock.advance(5000)
    await answer('allow')
    expect((await poll()).accessToken).toBeDefined()
  })

  it('can be denied, can expire, and can be switched off', async () => {
    const denied = await startDevice()
    await denied.answer('deny')
    await expect(denied.poll()).rejects.toMatchObject({ name: 'AccessDeniedException' })
    const expired = await startDevice()
    clock.advance(601_000)
    await expect(expired.poll()).rejects.toMatchObject({ name: 'ExpiredTokenException' })
    simulator.world.sso.deviceFlowAllowed = false
    await expect(startDevice()).rejects.toMatchObject({ name: 'UnauthorizedClientException' })
  })
})

describe('sessions', () => {
  it('refreshes an access token that has expired, once per refresh token', async () => {
    const { accessToken, refreshToken, registration } = await signIn(simulator)
    const list = (token: string) =>
      ssoOf(simulator).send(new ListAccountsCommand({ accessToken: token }))
    const refresh = () =>
      oidcOf(simulator).send(
        new CreateTokenCommand({ ...registration, grantType: 'refresh_token', refreshToken }),
      )
    simulator.world.sso.expireAccessTokens()
    await expect(list(accessToken)).rejects.toMatchObject({ name: 'UnauthorizedException' })
    const renewed = tokensSchema.parse(await refresh())
    await list(renewed.accessToken)
    await expect(refresh()).rejects.toMatchObject({ name: 'InvalidGrantException' })
    simulator.world.sso.endSsoSession()
    await expect(list(renewed.accessToken)).rejects.toMatchObject({ name: 'UnauthorizedException' })
  })

  it('ends with a logout, while role credentials live on until they expire', async () => {
    const choice = { accountId: '418207315602', permissionSet: 'AdministratorAccess' }
    const { sts } = await awsClients(simulator, choice)
    for (const session of simulator.world.sso.sessions.values())
      for (const accessToken of session.accessTokens.keys())
        await ssoOf(simulator).send(new LogoutCommand({ accessToken }))
    expect(simulator.world.sso.sessions.size).toBe(0)
    await sts.send(new GetCallerIdentityCommand({}))
    simulator.world.sso.expireRoleCredentials()
    await expect(sts.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
      name: 'ExpiredToken',
    })
  })

  it('gives credentials only for what is assigned', async () => {
    const { accessToken } = await signIn(simulator)
    const accountId = '418207315602'
    const { roleList = [] } = await ssoOf(simulator).send(
      new ListAccountRolesCommand({ accessToken, accountId }),
    )
    expect(roleList.map((role) => role.roleName)).toContain('BillingAdministrator')
    const ask = new GetRoleCredentialsCommand({ accessToken, accountId, roleName: 'Root' })
    await expect(ssoOf(simulator).send(ask)).rejects.toMatchObject({
      name: 'ForbiddenException',
      $metadata: { httpStatusCode: 403 },
    })
  })

  it('lists thousands of accounts by pages', async () => {
    await simulator.stop()
    await begin('big-organization')
    const { accessToken } = await signIn(simulator)
    const pages = paginateListAccounts({ client: ssoOf(simulator), pageSize: 100 }, { accessToken })
    const ids = new Set<string | undefined>()
    for await (const { accountList = [] } of pages)
      for (const account of accountList) ids.add(account.accountId)
    expect(ids.size).toBe(3000)
  })

  it('signs in whoever is in the browser', async () => {
    simulator.world.sso.whoIsInBrowser = 'sam.ortiz'
    const { accessToken } = await signIn(simulator)
    const { accountList } = await ssoOf(simulator).send(new ListAccountsCommand({ accessToken }))
    expect(accountList?.map((account) => account.accountName)).toEqual(['Northwind Finance'])
  })
})
