import type { Belief } from './belief.ts'

const API = 'AWS Sign-In API Reference, CreateOAuth2Token'
const MODEL = 'The signin model in botocore 1.43.11, CreateOAuth2Token'
const CLI = 'Source of the AWS CLI 2.36.7, `aws login`'
const date = '2026-11-29'

/** What the page does, and what leads to it. */
const page: readonly Belief[] = [
  {
    id: 'signin-link',
    says: 'The link asks for a code with a challenge of the method SHA-256, the scope openid and a state.',
    source: CLI,
    date,
    certainty: 'third-party',
    at: ['services/signin-page.ts'],
  },
  {
    id: 'signin-link-strict',
    says: 'A link without one of these, or with another method such as S256, is refused on the page.',
    source: 'Not documented; the CLI sends no other',
    date,
    certainty: 'guess',
    at: ['services/signin-page.ts'],
  },
  {
    id: 'signin-callback',
    says: 'A program on this computer is called back at 127.0.0.1, any port, /oauth/callback and nowhere else.',
    source: `${CLI}; that AWS takes no other address is assumed`,
    date,
    certainty: 'guess',
    at: ['services/signin-page.ts'],
  },
  {
    id: 'signin-elsewhere',
    says: 'A program on another device names /v1/sessions/confirmation, where the page shows base64 of state and code.',
    source: CLI,
    date,
    certainty: 'third-party',
    at: ['services/signin-page.ts'],
  },
  {
    id: 'signin-page-looks',
    says: 'The page names AWS Developer Tools, lets choose a session and can be cancelled, which calls back with access_denied.',
    source:
      'AWS CLI User Guide, "Login for AWS local development using console credentials", tells of choosing a session; the rest is assumed',
    date,
    certainty: 'guess',
    at: ['services/signin-page.ts', 'services/html-page.ts', 'services/pages.ts'],
  },
  {
    id: 'signin-forbidden-page',
    says: 'Whoever lacks signin:AuthorizeOAuth2Access learns it on the page, and the program hears nothing.',
    source: 'Not documented; a scenario can have it called back instead',
    date,
    certainty: 'guess',
    at: ['services/signin-page.ts', 'signin-world.ts'],
  },
  {
    id: 'signin-code-lasts',
    says: 'A code lasts ten minutes.',
    source: 'The CLI waits as long for its callback; how long the code lasts is not documented',
    date,
    certainty: 'guess',
    at: ['signin-world.ts'],
  },
]

/** Codes, tokens and their ends. */
const tokens: readonly Belief[] = [
  {
    id: 'signin-code-once',
    says: 'A code works once, with the verifier and exactly the redirect URI that belong to it.',
    source: MODEL,
    date,
    certainty: 'document',
    at: ['services/signin.ts'],
  },
  {
    id: 'signin-code-spent',
    says: 'An attempt that fails spends the code too; a wrong verifier, redirect URI or client is INVALID_REQUEST.',
    source: 'Not documented; RFC 6749, 4.1.2 advises it',
    date,
    certainty: 'guess',
    at: ['services/signin.ts'],
  },
  {
    id: 'signin-lifetimes',
    says: 'Credentials last 900 seconds at most, the refresh token twelve hours at most.',
    source: API,
    date,
    certainty: 'document',
    at: ['signin-world.ts', 'services/signin.ts'],
  },
  {
    id: 'signin-shorter',
    says: "A principal's own limit, such as a role's longest session, ends its sign-in before twelve hours do.",
    source: 'Not documented; what a role may last at most is assumed to count',
    date,
    certainty: 'guess',
    at: ['signin-world.ts', 'console-people.ts'],
  },
  {
    id: 'signin-rotation',
    says: 'Each use of a refresh token gives a new one.',
    source: API,
    date,
    certainty: 'document',
    at: ['services/signin.ts'],
  },
  {
    id: 'signin-refresh-again',
    says: 'A refresh token that was used gives the same answer again.',
    source: `${MODEL}: "consistent results within validity window"`,
    date,
    certainty: 'document',
    at: ['services/signin.ts'],
  },
  {
    id: 'signin-refresh-window',
    says: 'That window is the life of the credentials that were given; then a used token is TOKEN_EXPIRED, and ends nothing else.',
    source: 'Which window is meant is not documented',
    date,
    certainty: 'guess',
    at: ['services/signin.ts'],
  },
  {
    id: 'signin-bound',
    says: 'A refresh token can be used only with the key whose thumbprint it carries.',
    source: `${MODEL}: "cnf.jkt (SHA-256 thumbprint of presented jwk)"`,
    date,
    certainty: 'document',
    at: ['services/signin.ts', 'access/dpop.ts'],
  },
  {
    id: 'signin-bound-refusal',
    says: 'Another key, another client and an unknown token are INVALID_REQUEST.',
    source: 'Not documented',
    date,
    certainty: 'guess',
    at: ['services/signin.ts'],
  },
  {
    id: 'signin-region',
    says: 'Asked in another Region than that of the sign-in, a refresh is INVALID_REQUEST.',
    source: 'Issue 10613 of the AWS CLI; of a code it is assumed',
    date,
    certainty: 'third-party',
    at: ['services/signin.ts', 'services/signin-access.ts'],
  },
  {
    id: 'signin-id-token',
    says: "The ID token's sub is the ARN of who signed in; only a code brings one.",
    source: `${API}; ${CLI}`,
    date,
    certainty: 'document',
    at: ['services/signin.ts'],
  },
  {
    id: 'signin-token-prefix',
    says: 'Refresh tokens of this sign-in begin with ASOR.',
    source: 'Documented of tokens that can be revoked; whether these are among them is not said',
    date,
    certainty: 'guess',
    at: ['signin-world.ts'],
  },
]

/** Proofs of possession. */
const proofs: readonly Belief[] = [
  {
    id: 'signin-proof',
    says: 'Each request for tokens carries a DPoP proof: ES256, P-256, a raw signature, htm, htu, iat and a UUID as jti.',
    source: `@aws-sdk/credential-provider-login 3.972.94; ${CLI}`,
    date,
    certainty: 'third-party',
    at: ['access/dpop.ts', 'services/signin.ts'],
  },
  {
    id: 'signin-proof-refused',
    says: 'A proof that is missing, wrong or used before is INVALID_REQUEST.',
    source: 'RFC 9449, 4.3 and 11.1; with which error AWS answers is not documented',
    date,
    certainty: 'guess',
    at: ['services/signin.ts'],
  },
  {
    id: 'signin-proof-time',
    says: 'A proof of another time is TOKEN_EXPIRED.',
    source: 'Issue 10330 of the AWS CLI',
    date,
    certainty: 'third-party',
    at: ['services/signin.ts'],
  },
  {
    id: 'signin-proof-window',
    says: 'A proof may be five minutes old, or early.',
    source: 'Not documented; signatures of version 4 have as long',
    date,
    certainty: 'guess',
    at: ['access/dpop.ts'],
  },
]

/** Refusals, permissions and the end. */
const refusals: readonly Belief[] = [
  {
    id: 'signin-errors',
    says: 'An error is type and code: AccessDeniedException is 401 when something is over, 403 when something is not allowed.',
    source: MODEL,
    date,
    certainty: 'document',
    at: ['services/signin.ts', 'protocols/protocol.ts'],
  },
  {
    id: 'signin-throttled',
    says: 'Throttling is TooManyRequestsError with INVALID_REQUEST.',
    source: `${MODEL}; the SDK also knows rate_exceeded`,
    date,
    certainty: 'document',
    at: ['fault-answers.ts'],
  },
  {
    id: 'signin-unavailable',
    says: 'A service that is away answers 503 in its own form, with service_unavailable.',
    source: 'The SDK 3.998.5 knows the code; with which exception it comes is not documented',
    date,
    certainty: 'guess',
    at: ['fault-answers.ts', 'protocols/protocol.ts'],
  },
  {
    id: 'signin-permissions',
    says: 'Users and roles need signin:AuthorizeOAuth2Access and signin:CreateOAuth2Token on oauth2/public-client/localhost, or /remote.',
    source:
      'Service Authorization Reference, "AWS Signin"; managed policy SignInLocalDevelopmentAccess',
    date,
    certainty: 'document',
    at: ['services/signin-access.ts'],
  },
  {
    id: 'signin-permissions-renewal',
    says: 'A renewal asks for signin:CreateOAuth2Token again, so that a policy that was taken away ends it.',
    source: 'INSUFFICIENT_PERMISSIONS in the SDK 3.972.94, which meets it when it renews',
    date,
    certainty: 'third-party',
    at: ['services/signin.ts'],
  },
  {
    id: 'signin-root',
    says: 'The root user needs no permission; only a service control policy can stop that of a member account.',
    source:
      'AWS CLI User Guide, "Login for AWS local development using console credentials"; Organizations User Guide, "Service control policies"',
    date,
    certainty: 'document',
    at: ['services/signin-access.ts', 'console-people.ts'],
  },
  {
    id: 'signin-revoke',
    says: 'Revoking ends the whole chain of a token that begins with ASOR; credentials that were given live on, and an unknown token is answered like one that was ended.',
    source: 'AWS Sign-In API Reference, RevokeOAuth2TokenWithIAM',
    date,
    certainty: 'document',
    at: ['services/signin.ts', 'contract/documented.ts'],
  },
  {
    id: 'signin-signature',
    says: 'A signed request of another time is InvalidSignatureException, with status 403.',
    source: 'Not documented for this service; other services that answer JSON call it so',
    date,
    certainty: 'guess',
    at: ['contract/common-errors.ts', 'fault-answers.ts'],
  },
  {
    id: 'signin-revoked-refresh',
    says: 'A chain that was revoked is TOKEN_EXPIRED, and nobody ends one of another account.',
    source: 'Not documented',
    date,
    certainty: 'guess',
    at: ['services/signin.ts'],
  },
]

export const signin: readonly Belief[] = [...page, ...tokens, ...proofs, ...refusals]
