import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { AwsError } from '../aws-error.ts'
import type { SsoClient, SsoSession, SsoWorld } from '../sso-world.ts'
import { openOperation } from './operation.ts'
import type { Call, Operation } from './operation.ts'

const secret = (bytes: number): string => randomBytes(bytes).toString('base64url')
const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code'
const grants = ['authorization_code', 'refresh_token', deviceGrant]
const registrationDays = 90
const pollSeconds = 5

/** Whether two addresses are of one portal: a trailing slash or fragment makes no difference. */
export const sameDirectory = (one: string, other: string): boolean =>
  one.replace(/[/#]+$/, '') === other.replace(/[/#]+$/, '')

const isLoopback = (uri: string): boolean => {
  if (!URL.canParse(uri)) return false
  const { protocol, hostname } = new URL(uri)
  return protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname)
}

/** A loopback redirect may use any port; everything else must be as registered (RFC 8252, 7.3). */
export const redirectIsRegistered = (client: SsoClient, uri: string): boolean =>
  client.redirectUris.some((registered) => {
    if (!isLoopback(registered) || !isLoopback(uri)) return registered === uri
    const [a, b] = [new URL(registered), new URL(uri)]
    return a.hostname === b.hostname && a.pathname === b.pathname && a.search === b.search
  })

const clientOf = ({ world, now }: Call, id: string, clientSecret: string): SsoClient => {
  const client = world.sso.clients.get(id)
  if (client === undefined || client.secret !== clientSecret || client.expires <= now)
    throw new AwsError('InvalidClientException', 'Invalid client')
  return client
}

const issue = (center: SsoWorld, session: SsoSession, now: number): Record<string, unknown> => {
  const lasts = Math.min(center.lifetimes.accessTokenSeconds * 1000, session.ends - now)
  const accessToken = `aoa${secret(48)}`
  const refreshToken = `aor${secret(48)}`
  session.accessTokens.set(accessToken, now + lasts)
  session.refreshTokens.add(refreshToken)
  return { accessToken, refreshToken, expiresIn: Math.floor(lasts / 1000), tokenType: 'Bearer' }
}

const knownPortal = ({ startUrl, alsoAt, otherPortals }: SsoWorld, asked: string): boolean =>
  [startUrl, ...alsoAt, ...otherPortals.keys()].some((one) => sameDirectory(asked, one))

const begin = (
  center: SsoWorld,
  { user, startUrl, clientId }: Pick<SsoSession, 'user' | 'startUrl' | 'clientId'>,
  now: number,
): SsoSession => {
  const session: SsoSession = {
    id: randomUUID(),
    user,
    startUrl,
    clientId,
    accessTokens: new Map(),
    refreshTokens: new Set(),
    ends: now + center.lifetimes.sessionSeconds * 1000,
  }
  center.sessions.set(session.id, session)
  return session
}

const tokenInput = z.object({
  clientId: z.string(),
  clientSecret: z.string(),
  grantType: z.string(),
  code: z.string().optional(),
  codeVerifier: z.string().optional(),
  redirectUri: z.string().optional(),
  deviceCode: z.string().optional(),
  refreshToken: z.string().optional(),
})
type TokenInput = z.infer<typeof tokenInput>

const byCode = (input: TokenInput, { world: { sso }, now }: Call): Record<string, unknown> => {
  const grant = sso.codes.get(input.code ?? '')
  // A code is spent by its first use, whether that succeeds or not.
  sso.codes.delete(input.code ?? '')
  const challenge = createHash('sha256')
    .update(input.codeVerifier ?? '')
    .digest('base64url')
  const fits =
    grant !== undefined &&
    !sso.wrongRegion &&
    grant.expires > now &&
    grant.clientId === input.clientId &&
    grant.redirectUri === input.redirectUri &&
    grant.challenge === challenge
  if (!fits) throw new AwsError('InvalidGrantException', 'Invalid grant provided')
  const { clientId } = input
  const startUrl = sso.clients.get(clientId)?.issuerUrl ?? sso.startUrl
  return issue(sso, begin(sso, { user: grant.user, startUrl, clientId }, now), now)
}

const byDevice = (input: TokenInput, { world: { sso }, now }: Call): Record<string, unknown> => {
  const device = sso.devices.get(input.deviceCode ?? '')
  if (device === undefined || device.clientId !== input.clientId)
    throw new AwsError('InvalidGrantException', 'Invalid device code provided')
  if (device.expires <= now) throw new AwsError('ExpiredTokenException', 'Device code has expired')
  const early = device.lastPoll !== undefined && now - device.lastPoll < pollSeconds * 1000
  device.lastPoll = now
  const { answer } = device
  switch (answer.kind) {
    case 'pending':
      if (early) throw new AwsError('SlowDownException', 'Polling too frequently')
      throw new AwsError('AuthorizationPendingException', 'Authorization is still pending')
    case 'denied':
      throw new AwsError('AccessDeniedException', 'The user denied the request')
    case 'allowed':
      sso.devices.delete(device.deviceCode)
      return issue(
        sso,
        begin(sso, { user: answer.user, startUrl: device.startUrl, clientId: input.clientId }, now),
        now,
      )
  }
}

const byRefresh = (input: TokenInput, { world: { sso }, now }: Call): Record<string, unknown> => {
  for (const session of sso.sessions.values()) {
    const mine = session.clientId === input.clientId && session.ends > now
    if (mine && session.refreshTokens.delete(input.refreshToken ?? ''))
      return issue(sso, session, now)
  }
  throw new AwsError('InvalidGrantException', 'Invalid refresh token provided')
}

export const ssoOidc: Record<string, Operation<Call>> = {
  RegisterClient: openOperation({
    input: z.object({
      clientName: z.string(),
      clientType: z.string(),
      scopes: z.array(z.string()).default([]),
      redirectUris: z.array(z.string()).default([]),
      grantTypes: z.array(z.string()).default([deviceGrant, 'refresh_token']),
      issuerUrl: z.string().optional(),
    }),
    run(input, { world: { sso }, now, url }) {
      if (input.clientType !== 'public')
        throw new AwsError('InvalidClientMetadataException', 'Only public clients are supported')
      const unknown = input.grantTypes.find((grant) => !grants.includes(grant))
      if (unknown !== undefined)
        throw new AwsError('UnsupportedGrantTypeException', `Unsupported grant type ${unknown}`)
      const needsRedirect = input.grantTypes.includes('authorization_code')
      if (needsRedirect && !(input.redirectUris.length > 0 && input.redirectUris.every(isLoopback)))
        throw new AwsError('InvalidRedirectUriException', 'Invalid redirect URI')
      if (input.issuerUrl !== undefined && !knownPortal(sso, input.issuerUrl))
        throw new AwsError('InvalidRequestException', 'Invalid issuer URL provided')
      const client: SsoClient = {
        id: secret(16),
        secret: secret(96),
        redirectUris: input.redirectUris,
        grantTypes: input.grantTypes,
        scopes: input.scopes,
        issuerUrl: input.issuerUrl,
        expires: now + registrationDays * 86_400_000,
      }
      sso.clients.set(client.id, client)
      return {
        clientId: client.id,
        clientSecret: client.secret,
        clientIdIssuedAt: Math.floor(now / 1000),
        clientSecretExpiresAt: Math.floor(client.expires / 1000),
        authorizationEndpoint: `${url}/authorize`,
        tokenEndpoint: `${url}/token`,
      }
    },
  }),

  StartDeviceAuthorization: openOperation({
    input: z.object({ clientId: z.string(), clientSecret: z.string(), startUrl: z.string() }),
    run(input, call) {
      const { sso } = call.world
      const client = clientOf(call, input.clientId, input.clientSecret)
      if (sso.wrongRegion || !knownPortal(sso, input.startUrl))
        throw new AwsError('InvalidRequestException', 'Invalid start URL provided')
      if (!sso.deviceFlowAllowed || !client.grantTypes.includes(deviceGrant))
        throw new AwsError('UnauthorizedClientException', 'Client is not authorized')
      const letters = Array.from(randomBytes(8), (byte) => 'BCDFGHJKLMNPQRSTVWXZ'.charAt(byte % 20))
      const userCode = `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
      const deviceCode = secret(64)
      sso.devices.set(deviceCode, {
        deviceCode,
        userCode,
        clientId: client.id,
        startUrl: input.startUrl,
        answer: { kind: 'pending' },
        expires: call.now + sso.lifetimes.deviceCodeSeconds * 1000,
        lastPoll: undefined,
      })
      return {
        deviceCode,
        userCode,
        verificationUri: `${call.url}/device`,
        verificationUriComplete: `${call.url}/device?user_code=${userCode}`,
        expiresIn: sso.lifetimes.deviceCodeSeconds,
        interval: pollSeconds,
      }
    },
  }),

  CreateToken: openOperation({
    input: tokenInput,
    run(input, call) {
      const client = clientOf(call, input.clientId, input.clientSecret)
      if (!grants.includes(input.grantType))
        throw new AwsError('UnsupportedGrantTypeException', 'Unsupported grant type')
      if (!client.grantTypes.includes(input.grantType))
        throw new AwsError('UnauthorizedClientException', 'Client is not authorized')
      if (input.grantType === 'authorization_code') return byCode(input, call)
      return input.grantType === deviceGrant ? byDevice(input, call) : byRefresh(input, call)
    },
  }),
}
