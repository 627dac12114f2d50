import { createHash, generateKeyPairSync, randomBytes, randomUUID, sign } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { request } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { sameDevice } from './index.ts'
import type { Simulator } from './index.ts'

export const callback = 'http://127.0.0.1:49321/oauth/callback'

export type Key = { private: KeyObject; jwk: Record<string, unknown> }

/** A key pair on a curve, P-256 unless told another. */
export const newKey = (namedCurve = 'P-256'): Key => {
  const pair = generateKeyPairSync('ec', { namedCurve })
  return { private: pair.privateKey, jwk: { ...pair.publicKey.export({ format: 'jwk' }) } }
}

/** A DPoP proof, with whatever is to be wrong with it. */
export const proofOf = (
  key: Key,
  claims: { htu: string; iat: number } & Record<string, unknown>,
  header: Record<string, unknown> = {},
  encoding: 'ieee-p1363' | 'der' = 'ieee-p1363',
): string => {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  const head = part({ typ: 'dpop+jwt', alg: 'ES256', jwk: key.jwk, ...header })
  const message = `${head}.${part({ htm: 'POST', jti: randomUUID(), ...claims })}`
  const signature = sign('sha256', Buffer.from(message), {
    key: key.private,
    dsaEncoding: encoding,
  })
  return `${message}.${signature.toString('base64url')}`
}

export type Answer = { status: number; type: string | undefined; body: Record<string, unknown> }

/** Sends a body to the token address with a proof, or without one; `host` stands for another Region's. */
export const postToken = async (
  { url }: Simulator,
  body: object,
  proof: string | undefined,
  host?: string,
): Promise<Answer> => {
  const sent = request(`${url}/v1/token`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(proof !== undefined && { DPoP: proof }),
      ...(host !== undefined && { host }),
    },
  })
  sent.end(JSON.stringify(body))
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    sent.once('response', resolve)
    sent.once('error', reject)
  })
  const type = z.string().optional().parse(answer.headers['x-amzn-errortype'])
  const parsed: unknown = JSON.parse(await text(answer))
  const status = z.number().parse(answer.statusCode)
  return { status, type, body: z.record(z.string(), z.unknown()).parse(parsed) }
}

export const newChallenge = (): { verifier: string; challenge: string } => {
  const verifier = randomBytes(48).toString('base64url')
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') }
}

/** The link that a program opens, with whatever is to be other than usual. */
export const signinLink = (
  { url }: Simulator,
  challenge: string,
  fields: Record<string, string> = {},
): string =>
  `${url}/v1/authorize?${new URLSearchParams({
    response_type: 'code',
    client_id: sameDevice,
    state: 'a-state',
    code_challenge: challenge,
    code_challenge_method: 'SHA-256',
    scope: 'openid',
    redirect_uri: callback,
    ...fields,
  }).toString()}`

/** Presses a button of the page; the answer is not followed. */
export const press = async (link: string, decision: 'allow' | 'deny'): Promise<Response> => {
  const { origin, searchParams } = new URL(link)
  const body = new URLSearchParams(searchParams)
  body.set('decision', decision)
  return fetch(`${origin}/v1/authorize`, { method: 'POST', body, redirect: 'manual' })
}

const tokensSchema = z.object({
  accessToken: z.object({
    accessKeyId: z.string(),
    secretAccessKey: z.string(),
    sessionToken: z.string(),
  }),
  tokenType: z.literal('aws_sigv4'),
  expiresIn: z.number(),
  refreshToken: z.string(),
  idToken: z.string().optional(),
})
export type Tokens = z.infer<typeof tokensSchema>

export const tokensIn = (answer: Answer): Tokens => tokensSchema.parse(answer.body)

/** A code as the page gives it after Continue, and what has to be sent with it. */
export const newCode = async (
  simulator: Simulator,
  fields: Record<string, string> = {},
): Promise<{ code: string; codeVerifier: string; redirectUri: string; clientId: string }> => {
  const { verifier, challenge } = newChallenge()
  const link = signinLink(simulator, challenge, fields)
  const answer = await press(link, 'allow')
  const back = new URL(answer.headers.get('location') ?? 'about:blank')
  const asked = new URL(link).searchParams
  return {
    code: back.searchParams.get('code') ?? '',
    codeVerifier: verifier,
    redirectUri: asked.get('redirect_uri') ?? '',
    clientId: asked.get('client_id') ?? '',
  }
}

/** Asks for tokens with a fresh proof of this key at the simulator's time `now`. */
export const ask = (
  simulator: Simulator,
  body: object,
  key: Key,
  now: number,
  host?: string,
): Promise<Answer> => {
  const htu = `${host === undefined ? simulator.url : `http://${host}`}/v1/token`
  return postToken(simulator, body, proofOf(key, { htu, iat: Math.floor(now / 1000) }), host)
}

/** Signs in whoever is in the browser, from the page to the tokens. `now` is the simulator's time. */
export const signInToConsole = async (
  simulator: Simulator,
  now = Date.now(),
): Promise<Tokens & { key: Key }> => {
  const key = newKey()
  const body = { grantType: 'authorization_code', ...(await newCode(simulator)) }
  return { ...tokensIn(await ask(simulator, body, key, now)), key }
}
