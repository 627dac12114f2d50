import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { issueCredentials } from '../access/credentials.ts'
import { proofWindow, readProof } from '../access/dpop.ts'
import { principalOf } from '../access/principals.ts'
import { AwsError } from '../aws-error.ts'
import type { Grant, SigninSession, SigninWorld } from '../signin-world.ts'
import { openOperation, signedOperation } from './operation.ts'
import type { Call, Operation } from './operation.ts'
import { clientArn, mayNot, regionOf } from './signin-access.ts'

const invalid = (message: string): AwsError =>
  new AwsError('ValidationException', message, {
    status: 400,
    details: { error: 'INVALID_REQUEST' },
  })

const statuses = {
  TOKEN_EXPIRED: 401,
  AUTHCODE_EXPIRED: 401,
  USER_CREDENTIALS_CHANGED: 403,
  INSUFFICIENT_PERMISSIONS: 403,
}

const refused = (error: keyof typeof statuses, message: string): AwsError =>
  new AwsError('AccessDeniedException', message, { status: statuses[error], details: { error } })

/** The thumbprint of the key that proves its possession with this request; each proof works once. */
const keyOf = ({ request, world: { signin }, now, skew }: Call): string => {
  const { method, headers, path } = request
  const url = `http://${headers['host'] ?? ''}${path}`
  const proof = readProof(headers['dpop'], { method, url, now: now + skew })
  if (proof.kind === 'refused') {
    // Of a wrong clock AWS says no more than that something is over.
    if (proof.clock) throw refused('TOKEN_EXPIRED', 'The token has expired.')
    throw invalid(`The DPoP proof cannot be used: ${proof.reason}.`)
  }
  for (const [jti, until] of signin.proofs) if (until < now) signin.proofs.delete(jti)
  if (signin.proofs.has(proof.jti)) throw invalid('The DPoP proof was used before.')
  signin.proofs.set(proof.jti, now + 2 * proofWindow)
  return proof.thumbprint
}

const newRefreshToken = ({ refreshTokenPrefix }: SigninWorld): string =>
  `${refreshTokenPrefix}${randomBytes(384).toString('base64url')}`

/** New credentials and a new refresh token, in the place of `spent`. */
const issue = ({ world, now }: Call, session: SigninSession, spent?: string): Grant => {
  const { signin } = world
  const lasts = Math.min(signin.lifetimes.credentialSeconds * 1000, session.ends - now)
  const expires = now + Math.max(lasts, 1000)
  const { accountId, holder } = session.person
  const issued = issueCredentials(world, { accountId, holder, expires })
  const { accessKeyId, secretAccessKey, sessionToken } = issued
  const refreshToken = newRefreshToken(signin)
  const grant = {
    accessToken: { accessKeyId, secretAccessKey, sessionToken },
    refreshToken,
    expires,
  }
  if (spent !== undefined) session.refreshTokens.set(spent, grant)
  session.refreshTokens.set(refreshToken, undefined)
  return grant
}

const answerOf = ({ accessToken, refreshToken, expires }: Grant, { now }: Call) => ({
  accessToken,
  tokenType: 'aws_sigv4',
  expiresIn: Math.floor((expires - now) / 1000),
  refreshToken,
})

/** Who signed in, as a JWT. Nobody verifies it, so its signature is none. */
const idTokenOf = ({ world, now }: Call, session: SigninSession): string => {
  const { accountId, holder } = session.person
  const account = world.accounts.get(accountId)
  const iat = Math.floor(now / 1000)
  const claims = {
    sub: account && principalOf(world, account, holder)?.arn,
    aud: session.clientId,
    iss: `https://${session.region}.signin.aws.amazon.com`,
    iat,
    exp: iat + 900,
  }
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'ES384', typ: 'JWT' })}.${part(claims)}.${randomBytes(96).toString('base64url')}`
}

const tokenInput = z.object({
  clientId: z.string().regex(/^arn:aws:signin:::devtools\/(same-device|cross-device)$/),
  grantType: z.enum(['authorization_code', 'refresh_token']),
  code: z.string().min(1).max(512).optional(),
  redirectUri: z.string().min(1).max(2048).optional(),
  codeVerifier: z
    .string()
    .regex(/^[\w.~-]{43,128}$/)
    .optional(),
  refreshToken: z.string().min(1).max(2048).optional(),
})
type TokenInput = z.infer<typeof tokenInput>

const authorise = (call: Call, session: SigninSession, grantType: string): void => {
  const { clientId, redirectUri } = session
  const reason = mayNot(call, session, 'signin:CreateOAuth2Token', {
    'signin:OAuthClientId': clientId,
    'signin:OAuthGrantType': grantType,
    'signin:OAuthRedirectUri': redirectUri,
  })
  if (reason !== undefined) throw refused('INSUFFICIENT_PERMISSIONS', reason)
}

const byCode = (input: TokenInput, thumbprint: string, call: Call): Record<string, unknown> => {
  const { signin } = call.world
  const { clientId, code = '', codeVerifier, redirectUri } = input
  if (code === '' || codeVerifier === undefined || redirectUri === undefined)
    throw invalid('An authorization code comes with its verifier and its redirect URI.')
  const found = signin.codes.get(code)
  // A code is spent by its first use, whether that succeeds or not.
  signin.codes.delete(code)
  if (found === undefined || found.expires <= call.now)
    throw refused('AUTHCODE_EXPIRED', 'The authorization code has expired or was used.')
  const challenge = createHash('sha256').update(codeVerifier).digest('base64url')
  if (found.challenge !== challenge) throw invalid('The code verifier is not that of the code.')
  if (found.clientId !== clientId) throw invalid('The code was given to another client.')
  if (found.redirectUri !== redirectUri) throw invalid('The redirect URI is not that of the code.')
  if (found.region !== regionOf(call)) throw invalid('The code was given in another Region.')
  const { person, region } = found
  const longest = Math.min(
    signin.lifetimes.sessionSeconds,
    person.sessionSeconds ?? signin.lifetimes.sessionSeconds,
  )
  const session: SigninSession = {
    person,
    clientId,
    redirectUri,
    region,
    thumbprint,
    ends: call.now + longest * 1000,
    refreshTokens: new Map(),
  }
  authorise(call, session, input.grantType)
  signin.sessions.add(session)
  return { ...answerOf(issue(call, session), call), idToken: idTokenOf(call, session) }
}

const sessionOf = ({ signin }: Call['world'], token: string): SigninSession | undefined =>
  [...signin.sessions].find(({ refreshTokens }) => refreshTokens.has(token))

const byRefresh = (input: TokenInput, thumbprint: string, call: Call): Record<string, unknown> => {
  const { refreshToken } = input
  if (refreshToken === undefined) throw invalid('There is no refresh token.')
  const session = sessionOf(call.world, refreshToken)
  if (session === undefined) throw invalid('The refresh token is not known.')
  if (session.thumbprint !== thumbprint) throw invalid('The refresh token belongs to another key.')
  if (session.clientId !== input.clientId)
    throw invalid('The refresh token belongs to another client.')
  if (session.region !== regionOf(call))
    throw invalid('The refresh token was given in another Region.')
  if (session.stopped === 'credentials-changed')
    throw refused('USER_CREDENTIALS_CHANGED', 'The password of the user was changed.')
  const over = refused('TOKEN_EXPIRED', 'The refresh token has expired.')
  if (session.stopped === 'revoked' || session.ends <= call.now) throw over
  authorise(call, session, input.grantType)
  const given = session.refreshTokens.get(refreshToken)
  // The same again for whoever lost the answer, as long as it is of use.
  if (given !== undefined && given.expires - call.now < 1000) throw over
  return answerOf(given ?? issue(call, session, refreshToken), call)
}

/** What a program without a signature may ask AWS's sign-in. */
export const signinTokens: Record<string, Operation<Call>> = {
  CreateOAuth2Token: openOperation({
    input: z.object({ tokenInput: z.unknown() }),
    run(raw, call) {
      const input = tokenInput.safeParse(raw.tokenInput)
      if (!input.success) {
        const [issue] = input.error.issues
        throw invalid(`${issue?.path.join('.') ?? 'The request'} is not as it must be.`)
      }
      const thumbprint = keyOf(call)
      const grant = input.data.grantType === 'authorization_code' ? byCode : byRefresh
      return { tokenOutput: grant(input.data, thumbprint, call) }
    },
  }),
}

/** What a program signs with credentials of the account. */
export const signin: Record<string, Operation> = {
  RevokeOAuth2TokenWithIAM: signedOperation({
    action: 'signin:RevokeOAuth2Token',
    input: z.object({ token: z.string() }),
    resource({ token }, { world, region, account }) {
      const session = sessionOf(world, token)
      return clientArn(region, account.id, session?.clientId ?? '')
    },
    run({ token }, { world, account }) {
      if (!/^ASOR[\w+/=-]{1,4092}$/.test(token))
        throw invalid('Only refresh tokens of AWS Sign-In are revoked.')
      const session = sessionOf(world, token)
      // A token that is over, or that nobody knows, is answered like one that was ended.
      if (session?.person.accountId === account.id) session.stopped = 'revoked'
      return undefined
    },
  }),
}
