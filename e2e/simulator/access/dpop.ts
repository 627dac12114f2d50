import { createHash, createPublicKey, verify } from 'node:crypto'
import { z } from 'zod'

/** How far a proof's time may be from the server's, in milliseconds. */
export const proofWindow = 5 * 60_000

/** 32 bytes in base64url without padding, written the one way in which they can be. */
const coordinate = z
  .string()
  .refine(
    (text) =>
      Buffer.from(text, 'base64url').byteLength === 32 &&
      Buffer.from(text, 'base64url').toString('base64url') === text,
  )

// Strict: a private key in the header would be one that is given away.
const headerSchema = z.object({
  typ: z.literal('dpop+jwt'),
  alg: z.literal('ES256'),
  jwk: z.strictObject({
    kty: z.literal('EC'),
    crv: z.literal('P-256'),
    x: coordinate,
    y: coordinate,
  }),
})

const claimsSchema = z.object({
  htm: z.string(),
  htu: z.string(),
  iat: z.number().int(),
  jti: z.uuid(),
})

export type Proof =
  | { kind: 'valid'; thumbprint: string; jti: string }
  /** What is wrong; `clock` when it is nothing but the time. */
  | { kind: 'refused'; reason: string; clock: boolean }

const refused = (reason: string, clock = false): Proof => ({ kind: 'refused', reason, clock })

const jsonIn = (part: string): unknown => {
  if (!/^[\w-]+$/.test(part)) return undefined
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
  } catch {
    // What is no JSON is no proof either, and is refused as such.
    return undefined
  }
}

/** The key's thumbprint: SHA-256 of its required members in the order of their names (RFC 7638). */
const thumbprintOf = ({ crv, kty, x, y }: Record<'crv' | 'kty' | 'x' | 'y', string>): string =>
  createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url')

const signedBy = (
  jwk: z.infer<typeof headerSchema>['jwk'],
  message: string,
  signature: Buffer,
): boolean => {
  try {
    const key = createPublicKey({ key: jwk, format: 'jwk' })
    return verify('sha256', Buffer.from(message), { key, dsaEncoding: 'ieee-p1363' }, signature)
  } catch {
    // Coordinates that are no point of the curve make no key.
    return false
  }
}

const sameAddress = (one: string, other: string): boolean =>
  URL.canParse(one) && new URL(one).href === new URL(other).href

/**
 * Checks a DPoP proof (RFC 9449, 4.3) for a request of `method` to `url` at `now` (milliseconds since
 * the epoch). Whether its `jti` was seen before is for the caller to say.
 */
export const readProof = (
  proof: string | undefined,
  { method, url, now }: { method: string; url: string; now: number },
): Proof => {
  if (proof === undefined) return refused('there is no proof')
  const [head = '', body = '', tail = '', ...more] = proof.split('.')
  if (more.length > 0) return refused('it is no JWT of three parts')
  const header = headerSchema.safeParse(jsonIn(head))
  if (!header.success)
    return refused('its header is not a dpop+jwt of ES256 with a public key of P-256')
  const claims = claimsSchema.safeParse(jsonIn(body))
  if (!claims.success) return refused('its claims are not htm, htu, iat and a UUID as jti')
  const signature = Buffer.from(tail, 'base64url')
  if (signature.byteLength !== 64 || signature.toString('base64url') !== tail)
    return refused('its signature is not 64 bytes')
  const { jwk } = header.data
  if (!signedBy(jwk, `${head}.${body}`, signature))
    return refused('its signature is not by its key')
  const { htm, htu, iat, jti } = claims.data
  if (htm !== method) return refused('it is for another method')
  if (!sameAddress(htu, url)) return refused('it is for another address')
  if (Math.abs(iat * 1000 - now) > proofWindow) return refused('it is of another time', true)
  return { kind: 'valid', thumbprint: thumbprintOf(jwk), jti }
}
