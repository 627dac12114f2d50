import { expect, test } from 'vitest'
import type { CallFault } from '../../../e2e/simulator/faults.ts'
import { consoleBrowser, SPOT_DEMO_TOKEN } from '../../../e2e/simulator/index.ts'
import { lineOf } from '../../audit/entry.ts'
import { toAppError } from '../../errors/failure.ts'
import { createSpotApi } from '../../spot/api.ts'
import { createBuckets } from '../s3/buckets.ts'
import type { Call } from './clients.ts'
import { endpointsFrom } from '../../network/endpoints-from.ts'
import { createIdentity } from '../sign-in/identity.ts'
import { createReports } from '../cur/reports.ts'
import { getRoleCredentials } from '../sign-in/role-credentials.ts'
import { createConsoleSignIn } from '../sign-in/console/console-sign-in.ts'
import { revoke } from '../sign-in/console/revocation.ts'
import { createSession } from '../sign-in/session.ts'
import { englishPage } from '../testing/portal.ts'
import { createSignIn } from '../sign-in/sign-in.ts'
import { createStacks } from '../cloudformation/stacks.ts'
import { nodeHttpJson, PAYER, simulated, START_URL } from '../testing/simulated.ts'
import { allAccounts } from '../testing/all-accounts.ts'
import { NOT_MANAGED } from '../../contract/managed.ts'

/** Every way in which an answer can be wrong that contains anything at all. */
const FAULTS: Readonly<Record<string, CallFault>> = {
  'an error that repeats the request': {
    kind: 'echo',
    code: 'InvalidRequestException',
    status: 400,
  },
  'a failure that repeats the request': { kind: 'echo', code: 'InternalFailure', status: 500 },
  'a refusal that repeats the request': { kind: 'echo', code: 'AccessDenied', status: 403 },
  'a signature that does not match, with what was signed': {
    kind: 'echo',
    code: 'SignatureDoesNotMatch',
    status: 403,
  },
  'half an answer': { kind: 'truncated' },
  'a web page': { kind: 'html' },
  'a reset': { kind: 'reset' },
  'an internal error': { kind: 'status', status: 500 },
  unavailable: { kind: 'status', status: 503 },
  throttling: { kind: 'throttling' },
  'expired credentials': { kind: 'expiredCredentials' },
  'a denial': { kind: 'accessDenied', denial: 'missing-permission' },
  'a wrong clock': { kind: 'clockSkew', minutes: 30 },
}

/** What a service may echo: everything that signs or identifies a request. */
async function signedIn() {
  const world = await simulated()
  const { session } = await world.enter()
  const stored = world.portalTokens()
  if (!stored) throw new Error('nobody is signed in')
  const role = await session.credentials()
  const calls: Call[] = []
  const reach = {
    endpoints: endpointsFrom(world.simulator.env),
    clock: world.clock,
    onCall: (call: Call) => void calls.push(call),
    maxAttempts: 1,
  }
  const access = { ...reach, credentials: () => Promise.resolve(role) }
  const signIn = createSignIn({ ...reach, browserPage: englishPage })
  const consoleSignIn = createConsoleSignIn({ ...reach, browserPage: englishPage })
  const store = {
    load: () => Promise.resolve(stored),
    save: () => Promise.resolve(),
    wipe: () => Promise.resolve(),
  }
  const begun = consoleSignIn.elsewhere()
  const code = await consoleBrowser(world.simulator).codeFrom(begun.link)
  const atConsole = await consoleSignIn.withCode(begun, code ?? '')
  const newSession = () =>
    createSession({ ...reach, store, signIn, consoleSignIn, managed: NOT_MANAGED })
  const spot = createSpotApi({
    http: nodeHttpJson,
    endpoint: world.simulator.url,
    clock: world.clock,
    onCall: reach.onCall,
  })
  const signal = new AbortController().signal
  const { startUrl, region } = stored
  const sending: Readonly<Record<string, () => Promise<unknown>>> = {
    'sso-oidc:RegisterClient': () =>
      signIn.device({ startUrl: START_URL, region, signal, onCode: () => undefined }),
    'sso-oidc:StartDeviceAuthorization': () =>
      signIn.device({ startUrl, region, signal, onCode: () => undefined }),
    'sso-oidc:CreateToken': () => signIn.refresh(stored),
    'signin:CreateOAuth2Token': () => consoleSignIn.renew(atConsole),
    'signin:CreateOAuth2Token by a code': async () => {
      const asked = consoleSignIn.elsewhere()
      const shown = await consoleBrowser(world.simulator).codeFrom(asked.link)
      secrets.push(asked.verifier, keyText(asked.proofKey), shown ?? '')
      secrets.push(...world.simulator.world.signin.codes.keys())
      await consoleSignIn.withCode(asked, shown ?? '')
    },
    'signin:RevokeOAuth2TokenWithIAM': () => revoke(reach, atConsole),
    'sso:ListAccounts': () => allAccounts(newSession()),
    'sso:ListAccountRoles': () => newSession().roles(PAYER),
    'sso:GetRoleCredentials': () =>
      getRoleCredentials(reach, stored, {
        accountId: PAYER,
        roleName: 'AdministratorAccess',
      }),
    'sso:Logout': () => newSession().signOut(),
    'sts:GetCallerIdentity': () => createIdentity(access).caller(),
    'organizations:DescribeOrganization': () => createIdentity(access).organization(),
    's3:ListBuckets': () => createBuckets(access).list(),
    'cur:DescribeReportDefinitions': () => createReports(access).list(),
    'cloudformation:DescribeStacks': () => createStacks(access).find('spot-eco'),
    'spot:ListAccounts': () => spot.accounts(SPOT_DEMO_TOKEN),
    'spot:SetCredentials': () =>
      spot.setCredentials(SPOT_DEMO_TOKEN, 'act-3f9c1d27', `arn:aws:iam::${PAYER}:role/spot`),
    'spot:SetUpBilling': () =>
      spot.setBilling(SPOT_DEMO_TOKEN, 'act-3f9c1d27', {
        billingAccountId: PAYER,
        bucketName: 'northwind-cur',
      }),
  }
  const secrets = [
    stored.clientSecret,
    stored.accessToken,
    stored.refreshToken ?? '',
    atConsole.refreshToken,
    keyText(atConsole.proofKey),
    atConsole.secretAccessKey,
    atConsole.sessionToken,
    role.secretAccessKey,
    role.sessionToken ?? '',
    SPOT_DEMO_TOKEN,
  ]
  expect(secrets.every((secret) => secret.length > 12)).toBe(true)
  return { world, calls, sending, secrets }
}

/** A private key without its frame: what of it is secret. */
const keyText = (pem: string): string => pem.split('\n')[1] ?? ''

test.each(Object.entries(FAULTS))(
  'no error and no record holds a secret after %s',
  async (_, fault) => {
    const { world, calls, sending, secrets } = await signedIn()
    let failed = 0
    for (const [name, send] of Object.entries(sending)) {
      const [service = '', operation = ''] = name.split(/[: ]/)
      calls.length = 0
      const lift = world.simulator.inject({ ...fault, service, operation })
      const error = await send().then(() => null, toAppError)
      lift()
      if (error) failed += 1
      expect(calls.map((call) => call.operation)).toContain(operation)
      const told = JSON.stringify([
        error,
        ...calls.map((call) => lineOf({ kind: 'call', at: '', ...call })),
      ])
      const proofs = world.simulator.proofs.flatMap(piecesOf)
      for (const secret of [...secrets, ...issuedIn(world.simulator.world), ...proofs])
        expect(told, name).not.toContain(secret)
      expect(tokensIn(told), name).toEqual([])
    }
    expect(world.simulator.proofs).not.toEqual([])
    // All but one: that somebody may not ask about the organization is an answer too.
    if (fault.kind === 'echo')
      expect(failed).toBeGreaterThanOrEqual(Object.keys(sending).length - 1)
    expect(failed).toBeGreaterThan(0)
    // Some faults are injected where the service would never answer with them.
    const unexpected = world.simulator.violations.filter(
      (violation) => !violation.endsWith('is neither modelled nor common'),
    )
    expect(unexpected).toEqual([])
    world.simulator.violations.length = 0
  },
)

/** How each of a JSON web token's three parts begins: it is told also where the rest is cut off. */
const piecesOf = (token: string): string[] => token.split('.').map((part) => part.slice(0, 24))

/** The headers of all JSON web tokens in a text: random letters can begin like one, but hold no JSON. */
const tokensIn = (text: string): string[] =>
  (text.match(/eyJ[\w-]+/g) ?? []).filter((head) =>
    /"alg":/.test(Buffer.from(head, 'base64url').toString()),
  )

/** What was given out meanwhile. */
function issuedIn({ sso, signin }: Awaited<ReturnType<typeof simulated>>['simulator']['world']) {
  return [
    ...[...signin.sessions].flatMap(({ refreshTokens }) => [...refreshTokens.keys()]),
    ...[...sso.clients.values()].map(({ secret }) => secret),
    ...[...sso.devices.values()].map(({ deviceCode }) => deviceCode),
    ...[...sso.sessions.values()].flatMap(({ accessTokens, refreshTokens }) => [
      ...accessTokens.keys(),
      ...refreshTokens,
    ]),
  ]
}
