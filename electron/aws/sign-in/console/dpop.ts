import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomUUID,
  sign,
} from 'node:crypto'

/** What one proof is for: it is good for this request, and for no other. */
export type ProofOf = {
  readonly method: string
  /** The whole address, without a query. */
  readonly url: string
  /** Milliseconds since the epoch: AWS compares it with its own clock. */
  readonly now: number
}

/**
 * A new key on the curve P-256, as PEM (PKCS #8). One belongs to one sign-in: AWS binds the refresh
 * token to it, so that the token alone is of no use to anybody.
 */
export function newProofKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url')

/**
 * A proof that the sender holds the key (RFC 9449), for the header `DPoP`. Each attempt of a request
 * needs one of its own, as AWS takes each `jti` once. AWS sends no nonce, and `ath` belongs to bearer
 * tokens, which there are none of. Source: AWS's own `@aws-sdk/credential-provider-login` 3.972.94.
 */
export function proofOf(key: string, { method, url, now }: ProofOf): string {
  const privateKey = createPrivateKey(key)
  const { kty, crv, x, y } = createPublicKey(privateKey).export({ format: 'jwk' })
  const header = encoded({ typ: 'dpop+jwt', alg: 'ES256', jwk: { kty, crv, x, y } })
  const iat = Math.floor(now / 1000)
  const claims = encoded({ jti: randomUUID(), htm: method, htu: url, iat })
  const signed = `${header}.${claims}`
  // JWS wants the two numbers of 32 bytes as they are, and not in ASN.1 (RFC 7518, section 3.4).
  const how = { key: privateKey, dsaEncoding: 'ieee-p1363' } as const
  return `${signed}.${sign('sha256', Buffer.from(signed), how).toString('base64url')}`
}
