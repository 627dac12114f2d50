import { createHash } from 'node:crypto'
import type { SignInMethod } from '../../../contract/ask/sign-in.ts'
import type { Endpoints } from '../../../network/endpoints.ts'
import { REGION } from '../../client/regions.ts'

/**
 * AWS's two public clients for its browser sign-in: this computer's browser, and one elsewhere. They
 * need no registration. That other programs than AWS's own may use them is nowhere said.
 * Source: the model of `CreateOAuth2Token`, in `@aws-sdk/nested-clients` 3.998.5.
 */
export const CLIENT_IDS: Readonly<Record<SignInMethod, string>> = {
  browser: 'arn:aws:signin:::devtools/same-device',
  device: 'arn:aws:signin:::devtools/cross-device',
}

/** Where the page is that shows a code to be copied. */
const CONFIRMATION_PATH = '/v1/sessions/confirmation'

/**
 * Address of AWS's sign-in service. AWS renews where it signed in and nowhere else (aws-cli issue
 * 10613): both are done in the region in which everything else is.
 */
export const signInHost = (endpoints: Endpoints): string =>
  (endpoints.of('signin') ?? `https://${REGION}.signin.aws.amazon.com`).replace(/\/+$/, '')

export const confirmationUri = (host: string): string => `${host}${CONFIRMATION_PATH}`

/** The page where the person signs in. AWS calls the way of the challenge `SHA-256`, not `S256`. */
export function authorizeLink(
  host: string,
  request: {
    readonly method: SignInMethod
    readonly redirectUri: string
    readonly state: string
    readonly verifier: string
  },
): string {
  const url = new URL(`${host}/v1/authorize`)
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: CLIENT_IDS[request.method],
    state: request.state,
    code_challenge: createHash('sha256').update(request.verifier).digest('base64url'),
    code_challenge_method: 'SHA-256',
    scope: 'openid',
    redirect_uri: request.redirectUri,
  }).toString()
  return url.href
}
