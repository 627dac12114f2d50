import { createHash, randomBytes } from 'node:crypto'
import { CloudFormationClient } from '@aws-sdk/client-cloudformation'
import { CostAndUsageReportServiceClient } from '@aws-sdk/client-cost-and-usage-report-service'
import { IAMClient } from '@aws-sdk/client-iam'
import { OrganizationsClient } from '@aws-sdk/client-organizations'
import { S3Client } from '@aws-sdk/client-s3'
import { GetRoleCredentialsCommand, SSOClient } from '@aws-sdk/client-sso'
import { CreateTokenCommand, RegisterClientCommand, SSOOIDCClient } from '@aws-sdk/client-sso-oidc'
import { STSClient } from '@aws-sdk/client-sts'
import { z } from 'zod'
import type { Simulator } from './index.ts'

const grantTypes = ['authorization_code', 'refresh_token']
export const redirectUri = 'http://127.0.0.1:49321/oauth/callback'

/** A client of the portal's token service, without retries. */
export const oidcOf = ({ url }: Simulator): SSOOIDCClient =>
  new SSOOIDCClient({ endpoint: url, region: 'us-east-1', maxAttempts: 1 })

export const ssoOf = ({ url }: Simulator): SSOClient =>
  new SSOClient({ endpoint: url, region: 'us-east-1', maxAttempts: 1 })

export type Registration = { clientId: string; clientSecret: string }

export const register = async (
  simulator: Simulator,
  issuerUrl = simulator.world.sso.startUrl,
): Promise<Registration> => {
  const registered = await oidcOf(simulator).send(
    new RegisterClientCommand({
      clientName: 'Eco Connect',
      clientType: 'public',
      grantTypes,
      redirectUris: ['http://127.0.0.1/oauth/callback'],
      issuerUrl,
      scopes: ['sso:account:access'],
    }),
  )
  return z.object({ clientId: z.string(), clientSecret: z.string() }).parse(registered)
}

export const newVerifier = (): { verifier: string; challenge: string } => {
  const verifier = randomBytes(32).toString('base64url')
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') }
}

export const authorizeUrl = (
  { url }: Simulator,
  { clientId }: Registration,
  challenge: string,
  fields: Record<string, string> = {},
): string =>
  `${url}/authorize?${new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    state: 'a-state',
    code_challenge_method: 'S256',
    scopes: 'sso:account:access',
    code_challenge: challenge,
    ...fields,
  }).toString()}`

/** Presses Allow or Deny and returns where the browser is sent. */
export const decide = async (link: string, decision: 'allow' | 'deny'): Promise<URL> => {
  const { origin, search } = new URL(link)
  const body = new URLSearchParams(search)
  body.set('decision', decision)
  const answer = await fetch(`${origin}/authorize/decision`, {
    method: 'POST',
    body,
    redirect: 'manual',
  })
  return new URL(answer.headers.get('location') ?? 'about:blank')
}

export const tokensSchema = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  expiresIn: z.number(),
})

/** Signs in with PKCE from registration to tokens, at the first portal unless told another. */
export const signIn = async (
  simulator: Simulator,
  portal?: string,
): Promise<z.infer<typeof tokensSchema> & { registration: Registration }> => {
  const registration = await register(simulator, portal)
  const { verifier, challenge } = newVerifier()
  const back = await decide(authorizeUrl(simulator, registration, challenge), 'allow')
  const tokens = await oidcOf(simulator).send(
    new CreateTokenCommand({
      ...registration,
      grantType: 'authorization_code',
      code: back.searchParams.get('code') ?? '',
      codeVerifier: verifier,
      redirectUri,
    }),
  )
  return { ...tokensSchema.parse(tokens), registration }
}

const credentialsSchema = z.object({
  accessKeyId: z.string(),
  secretAccessKey: z.string(),
  sessionToken: z.string(),
})

/** The AWS clients of somebody who has signed in, each with at most `maxAttempts` tries. */
export const awsClients = async (
  simulator: Simulator,
  choice: { accountId: string; permissionSet: string },
  maxAttempts = 1,
  portal?: string,
) => {
  const { accessToken } = await signIn(simulator, portal)
  const { roleCredentials } = await ssoOf(simulator).send(
    new GetRoleCredentialsCommand({
      accessToken,
      accountId: choice.accountId,
      roleName: choice.permissionSet,
    }),
  )
  const credentials = credentialsSchema.parse(roleCredentials)
  const config = { endpoint: simulator.url, region: 'us-east-1', credentials, maxAttempts }
  return {
    cloudformation: new CloudFormationClient(config),
    cur: new CostAndUsageReportServiceClient(config),
    iam: new IAMClient(config),
    organizations: new OrganizationsClient(config),
    s3: new S3Client(config),
    sts: new STSClient(config),
    credentials,
  }
}

export type AwsClients = Awaited<ReturnType<typeof awsClients>>
