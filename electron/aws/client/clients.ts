import { CloudFormationClient } from '@aws-sdk/client-cloudformation'
import { CostAndUsageReportServiceClient } from '@aws-sdk/client-cost-and-usage-report-service'
import { IAMClient } from '@aws-sdk/client-iam'
import { OrganizationsClient } from '@aws-sdk/client-organizations'
import { S3Client } from '@aws-sdk/client-s3'
import { SSOClient } from '@aws-sdk/client-sso'
import { SSOOIDCClient } from '@aws-sdk/client-sso-oidc'
import { STSClient } from '@aws-sdk/client-sts'
import { SigninClient } from '@aws-sdk/nested-clients/signin'
import { HttpRequest, type HttpHandler } from '@smithy/protocol-http'
import type { AwsCredentialIdentity } from '@smithy/types'
import type { Call } from '../../network/call.ts'
import type { Clock } from '../../base/clock.ts'
import type { AwsService, Endpoints } from '../../network/endpoints.ts'
import { fail } from '../../errors/failure.ts'
import { isBucketName } from './bucket-name.ts'
import { credentialsInUse } from './credentials-in-use.ts'
import { observed, refusingWebPages } from './observed.ts'
import { parseRegion, REGION } from './regions.ts'
import { LEFT_TO_WAITS, retriesOf } from './retries.ts'
import { SENT_AT_MOST } from '../../base/waits.ts'

/** As which the SDK names the app in every request (`app/…`), and CloudTrail shows it. */
export const USER_AGENT_APP = 'eco-connect'

export type { Call }

/** How every client reaches its service, signed or not. */
export type Reach = {
  /** Left out in unit tests: then the SDK's own Node handler is used. */
  readonly requestHandler?: HttpHandler
  readonly endpoints: Endpoints
  /** Told of each finished call, for the record: no parameters, no secrets. */
  readonly onCall?: (call: Call) => void
  readonly clock?: Clock
  /** How often a call is sent before its error counts; `SENT_AT_MOST` by default. */
  readonly maxAttempts?: number
  /** A call that AWS calls one too many is not repeated: whoever waits looks again later. */
  readonly asksLater?: boolean
}

/** What every signing client is built from. */
export type Access = Reach & {
  /** Asked once before every call: the session behind it is the only cache. */
  readonly credentials: () => Promise<AwsCredentialIdentity>
  /** Called before the one retry that follows an expired-credentials reply. */
  readonly invalidateCredentials?: () => void
}

const attemptsOf = ({ maxAttempts = SENT_AT_MOST }: Reach): number => maxAttempts

/**
 * Settings common to all clients. Whatever the SDK would otherwise look up in the environment or
 * in ~/.aws is given here, so that it looks at neither.
 */
const common = (reach: Reach, service: AwsService, region: string) => {
  const endpoint = reach.endpoints.of(service)
  return {
    region,
    maxAttempts: attemptsOf(reach),
    retryMode: 'standard' as const,
    retryStrategy: retriesOf(attemptsOf(reach), reach.asksLater ? LEFT_TO_WAITS : []),
    defaultsMode: 'standard' as const,
    useDualstackEndpoint: false,
    useFipsEndpoint: false,
    userAgentAppId: USER_AGENT_APP,
    ignoreConfiguredEndpointUrls: true,
    authSchemePreference: [],
    disableClockSkewCorrection: false,
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(reach.requestHandler === undefined ? {} : { requestHandler: reach.requestHandler }),
  }
}

/**
 * The SDK keeps credentials until five minutes before they expire, and would go on with those that
 * AWS has just refused. An expiry in the past makes it ask the session each time.
 */
const uncached = (access: Access) => async (): Promise<AwsCredentialIdentity> => ({
  ...(credentialsInUse() ?? (await access.credentials())),
  expiration: new Date(0),
})

const signed = (access: Access, service: AwsService) => ({
  ...common(access, service, REGION),
  credentials: uncached(access),
})

const FIRST = { name: 'ecoConnectObserved', step: 'initialize', priority: 'high' } as const
const LAST = { name: 'ecoConnectWebPages', step: 'deserialize', priority: 'low' } as const

export function cloudFormationClient(access: Access): CloudFormationClient {
  const client = new CloudFormationClient(signed(access, 'cloudformation'))
  client.middlewareStack.add(observed(access, 'cloudformation'), FIRST)
  client.middlewareStack.add(refusingWebPages(), LAST)
  return client
}

export function iamClient(access: Access): IAMClient {
  const client = new IAMClient(signed(access, 'iam'))
  client.middlewareStack.add(observed(access, 'iam'), FIRST)
  client.middlewareStack.add(refusingWebPages(), LAST)
  return client
}

export function organizationsClient(access: Access): OrganizationsClient {
  const client = new OrganizationsClient(signed(access, 'organizations'))
  client.middlewareStack.add(observed(access, 'organizations'), FIRST)
  client.middlewareStack.add(refusingWebPages(), LAST)
  return client
}

export function stsClient(access: Access): STSClient {
  const client = new STSClient({
    ...signed(access, 'sts'),
    sigv4aSigningRegionSet: [REGION],
  })
  client.middlewareStack.add(observed(access, 'sts'), FIRST)
  client.middlewareStack.add(refusingWebPages(), LAST)
  return client
}

export function s3Client(access: Access): S3Client {
  const client = new S3Client({
    ...signed(access, 's3'),
    forcePathStyle: access.endpoints.of('s3') !== undefined,
    useArnRegion: false,
    sigv4aSigningRegionSet: [REGION],
    disableMultiregionAccessPoints: true,
    disableS3ExpressSessionAuth: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  client.middlewareStack.add(observed(access, 's3'), FIRST)
  client.middlewareStack.add(refusingOddBuckets(), { step: 'initialize', priority: 'high' })
  client.middlewareStack.add(refusingWebPages(), LAST)
  return client
}

/** A bucket's name becomes part of a host: only one that a bucket can have gets that far. */
function refusingOddBuckets() {
  return <Args extends { input: object }, Result>(next: (args: Args) => Promise<Result>) =>
    async (args: Args): Promise<Result> => {
      const bucket: unknown = Reflect.get(args.input, 'Bucket')
      if (typeof bucket !== 'string' || isBucketName(bucket)) return next(args)
      throw fail('bucket-name-invalid', { value: bucket, rule: 'characters' })
    }
}

/**
 * The newest client of this service is of an older generation of the SDK. `overrides` in
 * `package.json` give it the core that the other clients have, so that nothing is special here.
 */
export function reportClient(access: Access): CostAndUsageReportServiceClient {
  const client = new CostAndUsageReportServiceClient(signed(access, 'cur'))
  client.middlewareStack.add(observed(access, 'cur'), FIRST)
  client.middlewareStack.add(refusingWebPages(), LAST)
  return client
}

/** A client of a sign-in's region, which becomes part of a host: `region-unknown` for any other. */
export function ssoClient(reach: Reach, region: string): SSOClient {
  const client = new SSOClient(common(reach, 'sso', parseRegion(region)))
  client.middlewareStack.add(observed(reach, 'sso'), FIRST)
  client.middlewareStack.add(refusingWebPages(), LAST)
  return client
}

export function oidcClient(reach: Reach, region: string): SSOOIDCClient {
  const client = new SSOOIDCClient(common(reach, 'sso-oidc', parseRegion(region)))
  client.middlewareStack.add(observed(reach, 'sso-oidc'), FIRST)
  client.middlewareStack.add(refusingWebPages(), LAST)
  return client
}

/** A proof of possession for one request, as the header `DPoP`. */
export type Prove = (request: { readonly method: string; readonly url: string }) => string

/**
 * A client of AWS's sign-in service. Its one operation is unsigned: what a request proves is that its
 * sender holds the key of the sign-in, and each attempt has to prove that anew.
 */
export function signinClient(reach: Reach, prove: Prove): SigninClient {
  const client = new SigninClient({
    ...common(reach, 'signin', REGION),
    credentials: () => Promise.reject(new Error('The sign-in service is asked unsigned')),
  })
  client.middlewareStack.add(observed(reach, 'signin'), FIRST)
  // In this step the SDK's retries come before: whatever is added runs with each attempt.
  client.middlewareStack.add(proving(prove), { step: 'finalizeRequest', name: 'ecoConnectProof' })
  client.middlewareStack.add(refusingWebPages(), LAST)
  return client
}

/** A client of the same service for what is signed, which is at a host of its own. */
export function signedSigninClient(access: Access): SigninClient {
  const client = new SigninClient(signed(access, 'signin'))
  client.middlewareStack.add(observed(access, 'signin'), FIRST)
  client.middlewareStack.add(refusingWebPages(), LAST)
  return client
}

function proving(prove: Prove) {
  return <Args extends { request: unknown }, Result>(next: (args: Args) => Promise<Result>) =>
    async (args: Args): Promise<Result> => {
      const { request } = args
      if (HttpRequest.isInstance(request)) {
        const { protocol, hostname, port, path, method } = request
        const url = `${protocol}//${hostname}${port === undefined ? '' : `:${port}`}${path}`
        request.headers['DPoP'] = prove({ method, url })
      }
      return next(args)
    }
}
