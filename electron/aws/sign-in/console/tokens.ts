import { CreateOAuth2TokenCommand } from '@aws-sdk/nested-clients/signin'
import type { CreateOAuth2TokenRequestBody } from '@aws-sdk/nested-clients/signin'
import { z } from 'zod'
import type { Clock } from '../../../base/clock.ts'
import { ATTEMPTS } from '../../../base/waits.ts'
import { repeating } from '../../../network/repeating.ts'
import { signinClient, type Reach } from '../../client/clients.ts'
import { parseReply, withSignal } from '../../client/reply.ts'
import { proofOf } from './dpop.ts'
import type { ConsoleRefusal } from './refusals.ts'

/**
 * A sign-in as to the console. The key is part of it: the refresh token is good for nothing without.
 * Times in milliseconds since the epoch.
 */
export type ConsoleTokens = {
  readonly way: 'console'
  readonly clientId: string
  /** PEM, PKCS #8. */
  readonly proofKey: string
  /** '' once AWS has refused it for good. */
  readonly refreshToken: string
  /** Why AWS has refused it; '' while it has not. */
  readonly refusal: ConsoleRefusal | ''
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken: string
  /** How long these credentials were given for: anything from a second to a quarter of an hour. */
  readonly lastsMs: number
  readonly expiresAt: number
  readonly signedInAt: number
}

/** The longest that AWS lets a sign-in last, in milliseconds; the person's own limit may be less. */
export const LONGEST_SIGN_IN_MS = 12 * 3_600_000

const replySchema = z.object({
  tokenOutput: z.object({
    accessToken: z.object({
      accessKeyId: z.string().min(1),
      secretAccessKey: z.string().min(1),
      sessionToken: z.string().min(1),
    }),
    tokenType: z.literal('aws_sigv4'),
    /** Seconds; AWS's most is 900. */
    expiresIn: z.number().positive().max(86_400),
    refreshToken: z.string().min(1),
  }),
})
type Reply = z.infer<typeof replySchema>['tokenOutput']

/** A code, with everything that it was asked for with. */
export type CodeGrant = {
  readonly clientId: string
  readonly proofKey: string
  readonly code: string
  readonly verifier: string
  readonly redirectUri: string
}

type Service = Reach & { readonly clock: Clock }

/**
 * Exchanges a code. It is good for one exchange: asked again after its answer was lost, AWS would call
 * it used, so that only what AWS itself put off is asked again. Errors are AWS's own, as `AppFailure`.
 */
export async function exchangeCode(
  service: Service,
  { clientId, proofKey, code, verifier, redirectUri }: CodeGrant,
  signal?: AbortSignal,
): Promise<ConsoleTokens> {
  const grant = {
    clientId,
    grantType: 'authorization_code',
    code,
    codeVerifier: verifier,
    redirectUri,
  }
  const reply = await repeating(
    () => asked({ ...service, maxAttempts: 1 }, proofKey, grant, signal),
    {
      codes: ['aws-unavailable', 'aws-throttled'],
      waits: ATTEMPTS['sign-in-busy'],
      clock: service.clock,
      signal,
    },
  )
  const now = service.clock.now()
  return { ...heldOf(reply, now), way: 'console', clientId, proofKey, signedInAt: now }
}

/**
 * Asks for new credentials and the next refresh token. May be repeated after its answer was lost: AWS
 * answers the same token alike for a while. Errors are AWS's own, as `AppFailure`.
 */
export async function renewTokens(service: Service, held: ConsoleTokens): Promise<ConsoleTokens> {
  const { clientId, proofKey, refreshToken } = held
  const grant = { clientId, grantType: 'refresh_token', refreshToken }
  return { ...held, ...heldOf(await asked(service, proofKey, grant), service.clock.now()) }
}

async function asked(
  service: Service,
  proofKey: string,
  tokenInput: CreateOAuth2TokenRequestBody,
  signal?: AbortSignal,
): Promise<Reply> {
  const client = signinClient(service, (request) =>
    proofOf(proofKey, { ...request, now: service.clock.now() }),
  )
  const command = new CreateOAuth2TokenCommand({ tokenInput })
  const reply = await client.send(command, withSignal(signal))
  return parseReply(replySchema, reply, 'signin', 'CreateOAuth2Token').tokenOutput
}

/** The ID token is left aside: it is read by nobody, and AWS is asked whose credentials they are. */
function heldOf({ accessToken, expiresIn, refreshToken }: Reply, now: number) {
  const lastsMs = expiresIn * 1000
  return { ...accessToken, refreshToken, refusal: '', lastsMs, expiresAt: now + lastsMs } as const
}
