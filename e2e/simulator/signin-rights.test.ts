import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { consoleBrowser, crossDevice, manualClock, sameDevice, startSimulator } from './index.ts'
import type { Fault, ManualClock, PolicyDocument, Simulator, World } from './index.ts'
import {
  ask,
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

const refresh = ({ refreshToken, key }: Tokens & { key: Key }): Promise<Answer> => {
  const body = { grantType: 'refresh_token', clientId: sameDevice, refreshToken }
  return ask(simulator, body, key, clock.now())
}

const forbidden = {
  status: 403,
  type: 'AccessDeniedException',
  body: { error: 'INSUFFICIENT_PERMISSIONS' },
}

describe('whoever may sign in for a program', () => {
  const mayOnly = (...actions: string[]): PolicyDocument => ({
    Statement: [
      {
        Effect: 'Allow',
        Action: actions,
        Resource: `arn:aws:signin:us-east-1:${payer}:oauth2/public-client/localhost`,
      },
    ],
  })
  /** Another policy for the user in the browser, in the middle of everything. */
  const give = (policy: PolicyDocument): void => {
    world.signin.people.set('iam-user', {
      accountId: payer,
      holder: { kind: 'identity', arn: `arn:aws:iam::${payer}:user/dana.levi`, policy },
    })
  }
  const both = ['signin:AuthorizeOAuth2Access', 'signin:CreateOAuth2Token']
  const link = () => signinLink(simulator, newChallenge().challenge)

  it('needs the two permissions, and no other', async () => {
    give(mayOnly(...both))
    expect(await refresh(await signIn())).toMatchObject({ status: 200 })
    expect([...simulator.actions]).toEqual(both)
  })

  it('learns on the page that the first is missing, or is called back without a code', async () => {
    give(mayOnly('signin:CreateOAuth2Token'))
    const answer = await press(link(), 'allow')
    expect([answer.status, answer.headers.get('location')]).toEqual([403, null])
    expect(await answer.text()).toContain(
      'is not authorized to perform: signin:AuthorizeOAuth2Access on resource: ' +
        `arn:aws:signin:us-east-1:${payer}:oauth2/public-client/localhost`,
    )
    world.signin.refusals = 'callback'
    const back = await press(link(), 'allow')
    expect(back.headers.get('location')).toContain('?error=access_denied&state=a-state')
  })

  it('is refused the exchange without the second', async () => {
    give(mayOnly('signin:AuthorizeOAuth2Access'))
    const body = { grantType: 'authorization_code', ...(await newCode(simulator)) }
    const answer = await ask(simulator, body, newKey(), clock.now())
    expect(answer).toMatchObject(forbidden)
    expect(answer.body['message']).toContain('no identity-based policy allows')
    expect(world.signin.sessions.size).toBe(0)
  })

  it('may be allowed this computer and not another', async () => {
    give(mayOnly(...both))
    const fields = {
      client_id: crossDevice,
      redirect_uri: `${simulator.url}/v1/sessions/confirmation`,
    }
    const answer = await press(signinLink(simulator, newChallenge().challenge, fields), 'allow')
    expect(answer.status).toBe(403)
  })

  it('can be allowed one program by its client id', async () => {
    const onlyFrom = (clientId: string): PolicyDocument => ({
      Statement: [
        {
          Effect: 'Allow',
          Action: both,
          Resource: '*',
          Condition: { StringEquals: { 'signin:OAuthClientId': clientId } },
        },
      ],
    })
    give(onlyFrom(crossDevice))
    expect((await press(link(), 'allow')).status).toBe(403)
    give(onlyFrom(sameDevice))
    expect((await press(link(), 'allow')).status).toBe(302)
  })

  it.each(['reader', 'member-root', 'member-user'])(
    'is not %s when a policy says no',
    async (name) => {
      if (world.organization === undefined) throw new Error('There is no organization')
      world.organization.serviceControlPolicy = {
        Statement: [
          { Effect: 'Allow', Action: '*', Resource: '*' },
          { Effect: 'Deny', Action: 'signin:*', Resource: '*' },
        ],
      }
      consoleBrowser(simulator).as(name)
      expect((await press(link(), 'allow')).status).toBe(403)
    },
  )

  it('is the root user without any, whom nothing stops in the management account', async () => {
    if (world.organization === undefined) throw new Error('There is no organization')
    world.organization.serviceControlPolicy = {
      Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }],
    }
    consoleBrowser(simulator).as('root')
    expect(await refresh(await signIn())).toMatchObject({ status: 200 })
  })

  it('loses the renewal with the permission', async () => {
    if (world.organization === undefined) throw new Error('There is no organization')
    consoleBrowser(simulator).as('member-user')
    const tokens = await signIn()
    world.organization.serviceControlPolicy = {
      Statement: [{ Effect: 'Deny', Action: 'signin:CreateOAuth2Token', Resource: '*' }],
    }
    const answer = await refresh(tokens)
    expect(answer).toMatchObject(forbidden)
    expect(answer.body['message']).toContain('explicit deny in a service control policy')
  })
})

describe('revoking', () => {
  const revoke = ({ accessToken }: Tokens, token: string): Promise<Response> =>
    fetch(`${simulator.url}/v1/revoke?x-amz-client-auth-method=iam`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `AWS4-HMAC-SHA256 Credential=${accessToken.accessKeyId}/20261129/us-east-1/signin/aws4_request, SignedHeaders=host, Signature=${'0'.repeat(64)}`,
        'x-amz-security-token': accessToken.sessionToken,
      },
      body: JSON.stringify({ token }),
    })

  it('ends the chain of a refresh token, and says nothing of one that is not there', async () => {
    const first = await signIn()
    const other = await signIn()
    const second = tokensIn(await refresh(first))
    const answer = await revoke(second, first.refreshToken)
    expect([answer.status, await answer.text()]).toEqual([200, ''])
    const ended = { status: 401, body: { error: 'TOKEN_EXPIRED' } }
    expect(await refresh({ ...second, key: first.key })).toMatchObject(ended)
    expect(await refresh(other)).toMatchObject({ status: 200 })
    expect((await revoke(second, 'ASORunknown')).status).toBe(200)
    expect(simulator.requests.at(-1)?.params).toEqual({ token: '(secret)' })
  })

  it('is not for tokens of another account, nor for whoever may not', async () => {
    const mine = await signIn()
    consoleBrowser(simulator).as('member-user')
    const theirs = await signIn()
    expect((await revoke(theirs, mine.refreshToken)).status).toBe(200)
    expect(await refresh(mine)).toMatchObject({ status: 200 })
    if (world.organization === undefined) throw new Error('There is no organization')
    world.organization.serviceControlPolicy = {
      Statement: [
        { Effect: 'Allow', Action: '*', Resource: '*' },
        { Effect: 'Deny', Action: 'signin:RevokeOAuth2Token', Resource: '*' },
      ],
    }
    const answer = await revoke(theirs, theirs.refreshToken)
    expect(answer.headers.get('x-amzn-errortype')).toBe('AccessDeniedException')
    expect(await refresh(theirs)).toMatchObject({ status: 200 })
  })

  it('is only for tokens that begin as those of AWS Sign-In do', async () => {
    world.signin.refreshTokenPrefix = ''
    const tokens = await signIn()
    const answer = await revoke(tokens, tokens.refreshToken)
    expect([answer.status, answer.headers.get('x-amzn-errortype')]).toEqual([
      400,
      'ValidationException',
    ])
    // The request breaks the documented pattern, which is noted as such.
    expect(simulator.violations.splice(0)).toHaveLength(1)
    expect(await refresh(tokens)).toMatchObject({ status: 200 })
  })
})

describe('a fault', () => {
  const at = { service: 'signin', operation: 'CreateOAuth2Token', count: 1 }
  it.each<[string, Fault, object]>([
    [
      'that throttles',
      { kind: 'throttling', ...at },
      { status: 429, type: 'TooManyRequestsError', body: { error: 'INVALID_REQUEST' } },
    ],
    [
      'of the server',
      { kind: 'status', status: 500, ...at },
      { status: 500, type: 'InternalServerException', body: { error: 'server_error' } },
    ],
    [
      'of a service that is away',
      { kind: 'status', status: 503, ...at },
      { status: 503, body: { error: 'service_unavailable' } },
    ],
    [
      'that ends things',
      { kind: 'expiredCredentials', ...at },
      { status: 401, type: 'AccessDeniedException', body: { error: 'TOKEN_EXPIRED' } },
    ],
    [
      'that forbids',
      { kind: 'accessDenied', denial: 'missing-permission', ...at },
      { ...forbidden },
    ],
    [
      'of one’s choice',
      {
        kind: 'error',
        code: 'TooManyRequestsError',
        message: 'Slowly',
        status: 429,
        details: { error: 'rate_exceeded' },
        ...at,
      },
      {
        status: 429,
        type: 'TooManyRequestsError',
        body: { error: 'rate_exceeded', message: 'Slowly' },
      },
    ],
  ])('%s is told in the words of the service, once', async (_what, fault, answer) => {
    const tokens = await signIn()
    simulator.inject(fault)
    expect(await refresh(tokens)).toMatchObject(answer)
    expect(await refresh(tokens)).toMatchObject({ status: 200 })
  })
})
