import {
  CreateTokenCommand,
  RegisterClientCommand,
  StartDeviceAuthorizationCommand,
} from '@aws-sdk/client-sso-oidc'
import { z } from 'zod'
import { AppFailure, fail } from '../../errors/failure.ts'
import type { Clock } from '../../base/clock.ts'
import { ATTEMPTS } from '../../base/waits.ts'
import { oidcClient } from '../client/clients.ts'
import type { Reach } from '../client/clients.ts'
import { domainOf, parseRegion } from '../client/regions.ts'
import { awsCode, parseReply, withSignal } from '../client/reply.ts'
import { repeating } from '../../network/repeating.ts'

/** Where people sign in: the portal's address and the region of its Identity Center. */
export type Portal = { readonly startUrl: string; readonly region: string }

/** A signed-in session of IAM Identity Center; times in milliseconds since the epoch. */
export type TokenSet = Portal & {
  readonly way: 'portal'
  readonly clientId: string
  readonly clientSecret: string
  readonly clientSecretExpiresAt: number
  readonly accessToken: string
  readonly refreshToken?: string
  readonly expiresAt: number
}

/** This app as Identity Center knows it; lasts about 90 days. Time in milliseconds. */
export type Client = {
  readonly clientId: string
  readonly clientSecret: string
  readonly clientSecretExpiresAt: number
}

export const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code'
export const SCOPE = 'sso:account:access'

const registrationSchema = z.object({
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  /** Seconds since the epoch. */
  clientSecretExpiresAt: z.number(),
})
const tokenSchema = z.object({
  accessToken: z.string().min(1),
  refreshToken: z.string().min(1).optional(),
  /** Seconds. */
  expiresIn: z.number(),
})
const deviceSchema = z.object({
  deviceCode: z.string().min(1),
  userCode: z.string().min(1),
  verificationUri: z.string().min(1),
  verificationUriComplete: z.string().min(1),
  /** Seconds. */
  expiresIn: z.number(),
  /** Seconds between two questions; AWS's is five. More than an hour is no honest answer. */
  interval: z.number().positive().max(3600).default(5),
})
export type DeviceAuthorization = z.infer<typeof deviceSchema>

type Registration = { grantTypes: string[]; redirectUris?: string[] }
type Grant =
  | { grantType: 'authorization_code'; code: string; codeVerifier: string; redirectUri: string }
  | { grantType: typeof DEVICE_GRANT; deviceCode: string }
  | { grantType: 'refresh_token'; refreshToken: string }

/** The three OIDC calls, with their replies parsed. Errors are AWS's own, as `AppFailure`. */
export type Oidc = {
  readonly register: (portal: Portal, how: Registration, signal?: AbortSignal) => Promise<Client>
  readonly startDevice: (
    portal: Portal,
    client: Client,
    signal?: AbortSignal,
  ) => Promise<DeviceAuthorization>
  readonly token: (
    portal: Portal,
    client: Client,
    grant: Grant,
    signal?: AbortSignal,
  ) => Promise<TokenSet>
  /** Base address of the region's OIDC endpoint, where the authorize page is. */
  readonly base: (region: string) => string
}

export function createOidc(reach: Reach & { readonly clock: Clock }): Oidc {
  const { clock, endpoints } = reach
  return {
    base: (region) =>
      (
        endpoints.of('sso-oidc') ?? `https://oidc.${parseRegion(region)}.${domainOf(region)}`
      ).replace(/\/+$/, ''),
    async register(portal, how, signal) {
      const reply = await oidcClient(reach, portal.region).send(
        new RegisterClientCommand({
          clientName: 'Eco Connect',
          clientType: 'public',
          scopes: [SCOPE],
          issuerUrl: portal.startUrl,
          ...how,
        }),
        withSignal(signal),
      )
      const client = parseReply(registrationSchema, reply, 'sso-oidc', 'RegisterClient')
      return { ...client, clientSecretExpiresAt: client.clientSecretExpiresAt * 1000 }
    },
    async startDevice({ startUrl, region }, { clientId, clientSecret }, signal) {
      const reply = await oidcClient(reach, region).send(
        new StartDeviceAuthorizationCommand({ clientId, clientSecret, startUrl }),
        withSignal(signal),
      )
      return parseReply(deviceSchema, reply, 'sso-oidc', 'StartDeviceAuthorization')
    },
    async token({ startUrl, region }, client, grant, signal) {
      const { clientId, clientSecret, clientSecretExpiresAt } = client
      const command = new CreateTokenCommand({ clientId, clientSecret, ...grant })
      const reply =
        grant.grantType === 'authorization_code'
          ? await exchanged(reach, region, command, signal)
          : await oidcClient(reach, region).send(command, withSignal(signal))
      const token = parseReply(tokenSchema, reply, 'sso-oidc', 'CreateToken')
      const { accessToken, refreshToken, expiresIn } = token
      return {
        way: 'portal',
        startUrl,
        region,
        clientId,
        clientSecret,
        clientSecretExpiresAt,
        accessToken,
        ...(refreshToken === undefined ? {} : { refreshToken }),
        expiresAt: clock.now() + expiresIn * 1000,
      }
    },
  }
}

/**
 * A code is good for one exchange. Asked again after its answer was lost on the way, AWS would call
 * it wrong, as it does in a wrong region: so only what AWS itself put off is asked again.
 */
async function exchanged(
  reach: Reach & { readonly clock: Clock },
  region: string,
  command: CreateTokenCommand,
  signal?: AbortSignal,
): Promise<unknown> {
  const client = oidcClient({ ...reach, maxAttempts: 1 }, region)
  return repeating(() => client.send(command, withSignal(signal)), {
    codes: ['aws-unavailable', 'aws-throttled'],
    waits: ATTEMPTS['sign-in-busy'],
    clock: reach.clock,
    signal,
  })
}

/** Where in a sign-in a call belongs: the same refusal means different things. */
export type Stage = 'register' | 'device' | 'exchange'

/** Why the service behind an exception refused, such as `KMS_DisabledException`; '' if it does not say. */
const withReason = z.object({ reason: z.string().catch('') })
const reasonOf = (error: unknown): string => withReason.safeParse(causeOf(error)).data?.reason ?? ''
const causeOf = (error: unknown): unknown => (error instanceof AppFailure ? error.cause : error)

/** What a refusal of IAM Identity Center means while somebody signs in. */
export function explainRefusal(error: unknown, portal: Portal, during: Stage): unknown {
  const facts = { startUrl: portal.startUrl, region: portal.region }
  const wrongRegion = () => fail('sign-in-wrong-region', facts, { cause: error, field: 'region' })
  const refused = () =>
    fail('sign-in-refused', { ...facts, awsCode: awsCode(error) }, { cause: error })
  const reason = reasonOf(error)
  if (reason.startsWith('KMS_'))
    return fail('sign-in-key-refused', { ...facts, reason }, { cause: error })
  switch (awsCode(error)) {
    case 'AccessDeniedException':
      return fail('sign-in-denied', facts, { cause: error })
    case 'ExpiredTokenException':
      return fail('sign-in-code-expired', facts, { cause: error })
    // A portal in another region knows neither the code nor the client.
    case 'InvalidGrantException':
    case 'InvalidRequestRegionException':
      return wrongRegion()
    case 'InvalidRequestException':
      return during === 'exchange'
        ? wrongRegion()
        : fail('sign-in-start-url-unknown', facts, { cause: error, field: 'startUrl' })
    case 'UnauthorizedClientException':
      // The answer to a device code that an administrator does not allow.
      return during === 'device' ? fail('device-code-disabled', facts, { cause: error }) : refused()
    case 'InvalidClientException':
    case 'InvalidClientMetadataException':
    case 'InvalidRedirectUriException':
    case 'InvalidScopeException':
    case 'UnsupportedGrantTypeException':
      return refused()
    default:
      return error
  }
}
