import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { HttpResponse } from '@smithy/protocol-http'
import type { HttpHandler, HttpRequest } from '@smithy/protocol-http'
import { expect, onTestFinished, test, vi } from 'vitest'
import { toAppError } from '../../errors/failure.ts'
import { createBuckets } from '../s3/buckets.ts'
import { PUBLIC_ENDPOINTS } from '../../network/endpoints.ts'
import { createIdentity } from '../sign-in/identity.ts'
import { createReports } from '../cur/reports.ts'
import { createRoles } from '../iam/roles.ts'
import { createConsoleSignIn } from '../sign-in/console/console-sign-in.ts'
import { createSession } from '../sign-in/session.ts'
import { englishPage } from '../testing/portal.ts'
import { createSignIn } from '../sign-in/sign-in.ts'
import { createStacks } from '../cloudformation/stacks.ts'
import { allAccounts } from '../testing/all-accounts.ts'
import { NOT_MANAGED } from '../../contract/managed.ts'

/** Refuses everything, and remembers what was asked. */
function refusing(requests: HttpRequest[]): HttpHandler {
  return {
    handle(request) {
      requests.push(request)
      const headers = { 'content-type': 'application/json', 'x-amzn-errortype': 'AccessDenied' }
      const body = Readable.from([Buffer.from('{"__type":"AccessDenied","message":"no"}')])
      return Promise.resolve({ response: new HttpResponse({ statusCode: 403, headers, body }) })
    },
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
  }
}

test('a packaged app talks to AWS’s own addresses, whatever this computer’s AWS settings say', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'eco-connect-'))
  onTestFinished(() => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  })
  const file = join(folder, 'config')
  writeFileSync(
    file,
    '[default]\nendpoint_url = http://127.0.0.1:1\nuse_fips_endpoint = true\nregion = eu-west-1\n',
  )
  for (const [name, value] of Object.entries({
    AWS_CONFIG_FILE: file,
    AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
    AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:1',
    AWS_REGION: 'eu-west-1',
    AWS_USE_DUALSTACK_ENDPOINT: 'true',
    AWS_ACCESS_KEY_ID: 'AKIANOTOURS',
    AWS_SECRET_ACCESS_KEY: 'not-ours',
  }))
    vi.stubEnv(name, value)

  const requests: HttpRequest[] = []
  const requestHandler = refusing(requests)
  const endpoints = PUBLIC_ENDPOINTS
  const credentials = () =>
    Promise.resolve({ accessKeyId: 'ASIAOURS', secretAccessKey: 's', sessionToken: 't' })
  const access = { requestHandler, endpoints, credentials }
  const clock = { now: () => 0, sleep: () => Promise.resolve() }
  const signIn = createSignIn({ browserPage: englishPage, requestHandler, endpoints, clock })
  const consoleSignIn = createConsoleSignIn({
    browserPage: englishPage,
    requestHandler,
    endpoints,
    clock,
  })
  const tokens = {
    way: 'portal' as const,
    startUrl: 'https://d-1.awsapps.com/start',
    region: 'eu-central-1',
    clientId: 'c',
    clientSecret: 's',
    clientSecretExpiresAt: Number.MAX_SAFE_INTEGER,
    accessToken: 't',
    refreshToken: 'r',
    expiresAt: Number.MAX_SAFE_INTEGER,
  }
  const store = {
    load: () => Promise.resolve(tokens),
    save: () => Promise.resolve(),
    wipe: () => Promise.resolve(),
  }
  const begun = consoleSignIn.elsewhere()
  const pasted = Buffer.from(`state=${begun.state}&code=some-code`).toString('base64')
  const calls: Promise<unknown>[] = [
    createIdentity(access).caller(),
    createIdentity(access).organization(),
    createReports(access).list(),
    createBuckets(access).list(),
    createBuckets(access).read('our-reports', '418207315602'),
    createStacks(access).find('eco'),
    createRoles(access).find('eco'),
    allAccounts(
      createSession({
        requestHandler,
        endpoints,
        clock,
        signIn,
        consoleSignIn,
        store,
        managed: NOT_MANAGED,
      }),
    ),
    signIn.refresh(tokens),
    signIn.refresh({ ...tokens, region: 'cn-north-1' }),
    consoleSignIn.withCode(begun, pasted),
  ]
  for (const result of await Promise.allSettled(calls))
    if (result.status === 'rejected')
      expect(toAppError(result.reason).code).toMatch(/^aws-|^sign-in-ended$|^console-/)

  const hosts = [...new Set(requests.map(({ hostname }) => hostname))]
  expect(hosts.toSorted()).toEqual([
    'cloudformation.us-east-1.amazonaws.com',
    'cur.us-east-1.amazonaws.com',
    'iam.amazonaws.com',
    'oidc.cn-north-1.amazonaws.com.cn',
    'oidc.eu-central-1.amazonaws.com',
    'organizations.us-east-1.amazonaws.com',
    'our-reports.s3.us-east-1.amazonaws.com',
    'portal.sso.eu-central-1.amazonaws.com',
    's3.us-east-1.amazonaws.com',
    'sts.us-east-1.amazonaws.com',
    'us-east-1.signin.aws.amazon.com',
  ])
  for (const { hostname, headers, protocol } of requests) {
    expect(protocol).toBe('https:')
    expect(headers['user-agent']).toContain('app/eco-connect')
    if (/^(oidc|portal)\.|\.signin\./.test(hostname))
      expect(headers['authorization']).toBeUndefined()
    else expect(headers['authorization']).toContain('Credential=ASIAOURS/')
  }
})

test.each(['evil-1', '', 'us-east-1.evil.example', 'us-east-1@evil.example/', 'mars-east-1'])(
  'nobody is contacted in a region that is none: %j',
  async (region) => {
    const requests: HttpRequest[] = []
    const endpoints = PUBLIC_ENDPOINTS
    const clock = { now: () => 0, sleep: () => Promise.resolve() }
    const reach = { requestHandler: refusing(requests), endpoints, clock }
    const signIn = createSignIn({ ...reach, browserPage: englishPage })
    const consoleSignIn = createConsoleSignIn({ ...reach, browserPage: englishPage })
    const tokens = {
      way: 'portal' as const,
      startUrl: 'https://northwind.awsapps.com/start',
      region,
      clientId: 'c',
      clientSecret: 's',
      clientSecretExpiresAt: 9e12,
      accessToken: 't',
      refreshToken: 'r',
      expiresAt: 9e12,
    }
    const store = {
      load: async () => tokens,
      save: async () => undefined,
      wipe: async () => undefined,
    }
    const session = createSession({ ...reach, store, signIn, consoleSignIn, managed: NOT_MANAGED })
    const { signal } = new AbortController()
    for (const work of [
      () => allAccounts(session),
      () => session.roles('418207315602'),
      () => signIn.refresh(tokens),
      () => signIn.browser({ ...tokens, signal, onLink: () => expect.unreachable() }),
      () => signIn.device({ ...tokens, signal, onCode: () => expect.unreachable() }),
      () => session.signOut(),
    ])
      expect(toAppError(await work().catch((error: unknown) => error)).code).toBe('region-unknown')
    expect(requests).toEqual([])
  },
)

test.each([
  'evil.example/x',
  '..',
  'arn:aws:s3:us-west-2:418207315602:accesspoint/evil',
  'evil--use1-az4--x-s3',
  'evil--op-s3',
  'user@evil.example',
])('nobody is contacted about a bucket that is none: %s', async (bucket) => {
  const requests: HttpRequest[] = []
  const buckets = createBuckets({
    requestHandler: refusing(requests),
    endpoints: PUBLIC_ENDPOINTS,
    credentials: () => Promise.resolve({ accessKeyId: 'ASIA', secretAccessKey: 's' }),
  })
  const reading = buckets.read(bucket, '418207315602').catch((error: unknown) => error)
  expect(toAppError(await reading).code).toBe('bucket-name-invalid')
  expect(requests).toEqual([])
})

test.each(['northwind-cur', 'logs.northwind.example', 'Old_Bucket'])(
  'a bucket of any name that there is, is looked for at S3: %s',
  async (bucket) => {
    const requests: HttpRequest[] = []
    const buckets = createBuckets({
      requestHandler: refusing(requests),
      endpoints: PUBLIC_ENDPOINTS,
      credentials: () => Promise.resolve({ accessKeyId: 'ASIA', secretAccessKey: 's' }),
    })
    await buckets.read(bucket, '418207315602').catch(() => undefined)
    expect(requests.length).toBeGreaterThan(0)
    for (const { hostname } of requests)
      expect(hostname).toMatch(/(^|\.)s3\.us-east-1\.amazonaws\.com$/)
    // S3's certificate is for one name before its own: others stand in the path.
    if (/[._A-Z]/.test(bucket))
      expect(new Set(requests.map(({ hostname }) => hostname))).toEqual(
        new Set(['s3.us-east-1.amazonaws.com']),
      )
  },
)
