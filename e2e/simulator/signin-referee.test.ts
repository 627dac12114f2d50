import { createHash } from 'node:crypto'
import { Agent } from 'node:http'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { fromLoginCredentials } from '@aws-sdk/credential-provider-login'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { sameDevice, startSimulator } from './index.ts'
import type { Simulator } from './index.ts'
import { signInToConsole } from './test-signin.ts'

/** AWS's own client as a referee: what it can renew with is what a sign-in here has given. */
const session = 'arn:aws:iam::418207315602:user/dana.levi'
const cacheSchema = z.object({
  accessToken: z.object({
    accessKeyId: z.string(),
    secretAccessKey: z.string(),
    sessionToken: z.string(),
    accountId: z.string(),
    expiresAt: z.string(),
  }),
  refreshToken: z.string(),
  signInRegion: z.string(),
})

let simulator: Simulator
let folder: string
let file: string

beforeEach(async () => {
  simulator = await startSimulator({ scenario: 'console-sign-in' })
  folder = await mkdtemp(join(tmpdir(), 'eco-connect-login-'))
  const name = createHash('sha256').update(session).digest('hex')
  file = join(folder, 'cache', `${name}.json`)
  await mkdir(join(folder, 'cache'))
  await writeFile(
    join(folder, 'config'),
    `[profile payer]\nlogin_session = ${session}\nregion = us-east-1\n`,
  )
  for (const [variable, value] of Object.entries({
    AWS_LOGIN_CACHE_DIRECTORY: join(folder, 'cache'),
    AWS_CONFIG_FILE: join(folder, 'config'),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
    AWS_ENDPOINT_URL_SIGNIN: simulator.url,
  }))
    vi.stubEnv(variable, value)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  expect(simulator.violations).toEqual([])
  await simulator.stop()
  await rm(folder, { recursive: true })
})

const cache = async () => cacheSchema.parse(JSON.parse(await readFile(file, 'utf8')))

/** The AWS CLI's file of a sign-in that was made here, with credentials that end in `minutes`. */
const keep = async (minutes: number) => {
  const { key, accessToken, refreshToken, idToken } = await signInToConsole(simulator)
  const kept = {
    accessToken: {
      ...accessToken,
      accountId: '418207315602',
      expiresAt: new Date(Date.now() + minutes * 60_000).toISOString(),
    },
    tokenType: 'aws_sigv4',
    clientId: sameDevice,
    refreshToken,
    idToken,
    dpopKey: key.private.export({ type: 'sec1', format: 'pem' }),
    signInRegion: 'us-east-1',
  }
  await writeFile(file, JSON.stringify(kept))
  return kept
}

const load = fromLoginCredentials({ profile: 'payer', clientConfig: { maxAttempts: 1 } })

it('renews with the key and the token of a sign-in, and again with what it got', async () => {
  const before = await keep(1)
  const credentials = await load()
  expect(credentials.accessKeyId).not.toBe(before.accessToken.accessKeyId)
  const sts = new STSClient({ endpoint: simulator.url, region: 'us-east-1', credentials })
  expect((await sts.send(new GetCallerIdentityCommand({}))).Arn).toBe(session)

  const renewed = await cache()
  expect(renewed.refreshToken).not.toBe(before.refreshToken)
  const ended = { ...renewed.accessToken, expiresAt: new Date().toISOString() }
  await writeFile(file, JSON.stringify({ ...before, ...renewed, accessToken: ended }))
  expect((await load()).accessKeyId).not.toBe(credentials.accessKeyId)
})

it('asks nobody while more than five minutes are left', async () => {
  const before = await keep(6)
  const asked = simulator.requests.length
  expect((await load()).accessKeyId).toBe(before.accessToken.accessKeyId)
  expect(simulator.requests.length).toBe(asked)
})

it.each([
  ['the sign-in is over', () => simulator.world.signin.endSignIns(), 'session has expired'],
  [
    'the password is another',
    () => simulator.world.signin.changePassword('iam-user'),
    'change in your password',
  ],
  [
    'a permission is missing',
    () =>
      void simulator.inject({
        kind: 'accessDenied',
        denial: 'missing-permission',
        service: 'signin',
      }),
    'insufficient permissions',
  ],
])('understands that %s', async (_what, happen, told) => {
  await keep(1)
  happen()
  await expect(load()).rejects.toThrow(told)
})

it('goes on with credentials that live when AWS is too busy', async () => {
  const before = await keep(1)
  simulator.inject({ kind: 'throttling', service: 'signin' })
  expect((await load()).accessKeyId).toBe(before.accessToken.accessKeyId)
  const [asked] = simulator.requests.slice(-1)
  expect([asked?.operation, asked?.status]).toEqual(['CreateOAuth2Token', 429])
})

/** A host that names a Region, and leads to the simulator all the same. */
const inRegion = (region: string) =>
  fromLoginCredentials({
    profile: 'payer',
    clientConfig: {
      maxAttempts: 1,
      endpoint: `http://${region}.signin.example:${new URL(simulator.url).port}`,
      requestHandler: {
        httpAgent: new Agent({
          lookup: (_host, _options, answer) => answer(null, [{ address: '127.0.0.1', family: 4 }]),
        }),
      },
    },
  })

it('renews in the Region of the sign-in, and in no other', async () => {
  const before = await keep(1)
  expect((await inRegion('eu-west-1')()).accessKeyId).toBe(before.accessToken.accessKeyId)
  expect(simulator.requests.at(-1)?.errorCode).toBe('ValidationException')
  expect((await inRegion('us-east-1')()).accessKeyId).not.toBe(before.accessToken.accessKeyId)
})

it('is refused with another key than that of the sign-in', async () => {
  const { dpopKey } = await keep(1)
  await keep(0)
  await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, 'utf8')), dpopKey }))
  await expect(load()).rejects.toThrow('Failed to refresh token')
  expect(simulator.requests.at(-1)?.errorCode).toBe('ValidationException')
})
