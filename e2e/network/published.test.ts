import { readdirSync, readFileSync } from 'node:fs'
import { DescribeStacksCommand } from '@aws-sdk/client-cloudformation'
import { DescribeReportDefinitionsCommand } from '@aws-sdk/client-cost-and-usage-report-service'
import { GetRoleCommand } from '@aws-sdk/client-iam'
import { DescribeOrganizationCommand } from '@aws-sdk/client-organizations'
import { GetBucketPolicyCommand, ListBucketsCommand } from '@aws-sdk/client-s3'
import { ListAccountsCommand } from '@aws-sdk/client-sso'
import { CreateTokenCommand } from '@aws-sdk/client-sso-oidc'
import { CreateOAuth2TokenCommand } from '@aws-sdk/nested-clients/signin'
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import { expect, test } from 'vitest'
import * as clients from '../../electron/aws/client/clients.ts'
import { PUBLIC_ENDPOINTS } from '../../electron/network/endpoints.ts'
import { createHttpHandler } from '../../electron/network/network.ts'
import type { Net } from '../../electron/network/network.ts'
import { REGIONS } from '../../electron/aws/client/regions.ts'
import { createSpotApi } from '../../electron/spot/api.ts'
import { createHttpJson } from '../../electron/network/network.ts'
import { revoke } from '../../electron/aws/sign-in/console/revocation.ts'
import { systemClock } from '../../electron/base/clock.ts'
import { isSignInHost, portalAt } from '../../electron/network/aws-hosts.ts'
import { publishedFor, publishedList, publishedPage } from '../supply-chain/published-hosts.ts'

/** A network of which only the addresses matter: it notes them, and refuses every connection. */
function notingNet(): { readonly net: Net; readonly asked: Set<string> } {
  const asked = new Set<string>()
  const net: Net = {
    request({ url }) {
      const { protocol, hostname, port } = new URL(url)
      asked.add(protocol === 'https:' ? `${hostname}:${port || 443}` : `${protocol} ${hostname}`)
      return {
        on(event: string, listener: (...values: never[]) => void) {
          const refusal = new Error('net::ERR_CONNECTION_REFUSED')
          if (event === 'error')
            queueMicrotask(() => void Reflect.apply(listener, undefined, [refusal]))
        },
        end: () => undefined,
        abort: () => undefined,
      }
    },
  }
  return { net, asked }
}

/** Where each client goes in a packaged app, by the SDK's own endpoint rules. */
async function contacted(): Promise<string[]> {
  const { net, asked } = notingNet()
  const access: clients.Access = {
    requestHandler: createHttpHandler(net),
    endpoints: PUBLIC_ENDPOINTS,
    credentials: () => Promise.resolve({ accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'x' }),
    maxAttempts: 1,
  }
  const s3 = clients.s3Client(access)
  const [clientId, clientSecret, grantType] = ['id', 'secret', 'refresh_token']
  const sent = [
    clients.cloudFormationClient(access).send(new DescribeStacksCommand({})),
    clients.iamClient(access).send(new GetRoleCommand({ RoleName: 'role' })),
    clients.organizationsClient(access).send(new DescribeOrganizationCommand({})),
    clients.stsClient(access).send(new GetCallerIdentityCommand({})),
    clients.reportClient(access).send(new DescribeReportDefinitionsCommand({})),
    s3.send(new ListBucketsCommand({})),
    s3.send(new GetBucketPolicyCommand({ Bucket: 'spot-eco-cur-418207315602' })),
    s3.send(new GetBucketPolicyCommand({ Bucket: 'our.reports.example' })),
    ...REGIONS.flatMap((region) => [
      clients.ssoClient(access, region).send(new ListAccountsCommand({ accessToken: 'token' })),
      clients
        .oidcClient(access, region)
        .send(new CreateTokenCommand({ clientId, clientSecret, grantType })),
    ]),
    clients
      .signinClient(access, () => 'proof')
      .send(new CreateOAuth2TokenCommand({ tokenInput: { clientId, grantType } })),
    revoke(access, {
      way: 'console',
      clientId,
      proofKey: '',
      refreshToken: 'ASORexample',
      refusal: '',
      accessKeyId: 'ASIAEXAMPLE',
      secretAccessKey: 'x',
      sessionToken: 'x',
      lastsMs: 0,
      expiresAt: 0,
      signedInAt: 0,
    }),
    createSpotApi({
      http: createHttpJson(net),
      endpoint: access.endpoints.spot,
      clock: systemClock,
    }).accounts('token'),
  ]
  for (const { status } of await Promise.allSettled(sent)) expect(status).toBe('rejected')
  return [...asked]
}

test('every client goes only to hosts of the published list, and each of those is needed', async () => {
  const asked = await contacted()
  expect(asked.filter((destination) => !publishedFor(destination))).toEqual([])
  const used = new Set(asked.map((destination) => publishedFor(destination)?.host))
  expect(publishedList().contacts.filter(({ host }) => !used.has(host))).toEqual([])
  expect(asked).toContain('portal.sso.eu-west-1.amazonaws.com:443')
  expect(asked).toContain('spot-eco-cur-418207315602.s3.us-east-1.amazonaws.com:443')
})

test('every page to sign in on that the list names may be opened', () => {
  const isForReading = (host: string): boolean => /console|^docs\./.test(host)
  const pages = publishedList().opensInBrowser.map(({ host }) => host)
  const sample = (host: string): string =>
    host.replace('<region>', 'eu-west-1').replace('<portal>', 'northwind')
  const signIn = pages.filter((host) => !isForReading(host)).map(sample)
  expect(signIn.filter((host) => !isSignInHost(host))).toEqual([])
})

test.each([
  'northwind.awsapps.com',
  'd-c367000000.awsapps.cn',
  'start.us-gov-home.awsapps.com',
  'start.us-gov-west-1.us-gov-home.awsapps.com',
  'start.home.awsapps.cn',
  'start.cn-north-1.home.awsapps.cn',
  'ssoins-1.portal.eu-west-1.app.aws',
  'ssoins-1.portal.cn-north-1.app.amazonwebservices.com.cn',
  'ssoins-1.portal.eusc-de-east-1.api.amazonwebservices.eu',
  'ssoins-1.eu-west-1.portal.amazonaws.com',
  'ssoins-1.cn-north-1.portal.amazonaws.com.cn',
  'ssoins-1.eusc-de-east-1.portal.amazonaws.eu',
  'identitycenter.amazonaws.com',
  'identitycenter.us-gov.amazonaws.com',
  'identitycenter.amazonaws.com.cn',
  'identitycenter.amazonaws.eu',
])('the portal %s is taken, and published as a page that opens', (host) => {
  expect(
    portalAt(new URL(`https://${host}/directory/x`)) ??
      portalAt(new URL(`https://${host}/ssoins-1`)),
  ).not.toBeNull()
  expect(publishedPage(host)).toBe(true)
})

test.each([
  'update.electronjs.org:443',
  'sts.us-east-1.amazonaws.com:80',
  'sts.us-east-1.amazonaws.com.evil.example:443',
  'evil.example.s3.us-east-1.amazonaws.com:443',
  'oidc.anything.amazonaws.com:443',
  'ec2.us-east-1.amazonaws.com:443',
  'iamXamazonaws.com:443',
])('%s is not published', (destination) => {
  expect(publishedFor(destination)).toBeUndefined()
})

test('no source of the app makes a client but where the list is checked', () => {
  const folder = new URL('../../electron/', import.meta.url)
  const makers = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|(^|\/)testing\//.test(file))
    .filter((file) =>
      /new \w+Client\(|\bfetch\(|node:https?'|node:net'|node:tls'|node:dgram'|node:http2'|node:dns/.test(
        readFileSync(new URL(file, folder), 'utf8'),
      ),
    )
  // The second only listens, on 127.0.0.1; the third judges addresses, and sends by what it is given.
  expect(makers.toSorted()).toEqual([
    'aws/client/clients.ts',
    'aws/sign-in/loopback.ts',
    'network/internet.ts',
  ])
})
