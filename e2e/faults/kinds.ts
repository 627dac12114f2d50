import type { CallFault } from '../simulator/index.ts'

/** An operation as services and the simulator name it. */
export type Operation = { readonly service: string; readonly operation: string }

/** One kind of fault, and what may be read while it lasts. */
export type FaultKind = {
  readonly name: string
  /** What the simulator does; null when the name of the service does not resolve. */
  readonly fault: (at: Operation) => CallFault | null
  /** Milliseconds of silence after which the app gives a request up. */
  readonly inactivityMs: number
  /** Codes that say what this fault is; an empty list means that nobody may notice it. */
  readonly told: readonly RegExp[]
}

/** What the app gives a silent request, in `electron/app.ts`. */
const PATIENT = 20_000
/** A tenth of five seconds, and of the app's patience: the same proportion in less time. */
const LATENCY = { ms: 500, inactivityMs: PATIENT / 10 }
const SHORT = 1_500

/** Where nobody signs with role credentials, expiry and refusal have words of their own. */
const PORTAL: Readonly<Record<string, Record<'expired' | 'denied', string>>> = {
  RegisterClient: {
    expired: 'InvalidClientMetadataException',
    denied: 'InvalidClientMetadataException',
  },
  StartDeviceAuthorization: {
    expired: 'InvalidClientException',
    denied: 'UnauthorizedClientException',
  },
  CreateToken: { expired: 'ExpiredTokenException', denied: 'AccessDeniedException' },
}

const refusalBy =
  (meant: 'expired' | 'denied', otherwise: CallFault) =>
  (at: Operation): CallFault => {
    const code = at.service === 'sso-oidc' ? PORTAL[at.operation]?.[meant] : undefined
    return code === undefined
      ? { ...otherwise, ...at }
      : { kind: 'error', code, message: 'Refused', status: 400, ...at }
  }

/** While a code is waited for, being too fast is answered by being slower, and ends by itself. */
function throttlingOf(at: Operation): CallFault {
  const key = `${at.service}:${at.operation}`
  if (key === 'sso-oidc:CreateToken') return { kind: 'throttling', count: 5, ...at }
  return key === 'sso-oidc:RegisterClient'
    ? { kind: 'error', code: 'ThrottlingException', message: 'Rate exceeded', status: 429, ...at }
    : { kind: 'throttling', ...at }
}

const simple =
  (fault: CallFault) =>
  (at: Operation): CallFault => ({ ...fault, ...at })

export const FAULT_KINDS: readonly FaultKind[] = [
  {
    name: 'latency',
    fault: simple({ kind: 'latency', ms: LATENCY.ms }),
    inactivityMs: LATENCY.inactivityMs,
    told: [],
  },
  {
    name: 'hang',
    fault: simple({ kind: 'hang' }),
    inactivityMs: SHORT,
    told: [/^network-timeout$/, /^wipe-aws-not-told$/],
  },
  {
    name: 'reset',
    fault: simple({ kind: 'reset' }),
    inactivityMs: PATIENT,
    told: [/^network-reset$/, /^wipe-aws-not-told$/],
  },
  {
    name: 'dns',
    fault: () => null,
    inactivityMs: PATIENT,
    told: [/^network-dns$/, /^wipe-aws-not-told$/],
  },
  {
    name: '500',
    fault: simple({ kind: 'status', status: 500 }),
    inactivityMs: PATIENT,
    told: [/^(aws-unavailable|spot-down|wipe-aws-not-told)$/],
  },
  {
    name: '503',
    fault: simple({ kind: 'status', status: 503 }),
    inactivityMs: PATIENT,
    told: [/^(aws-unavailable|spot-down|wipe-aws-not-told)$/],
  },
  {
    name: 'throttling',
    fault: throttlingOf,
    inactivityMs: PATIENT,
    told: [/^(aws-throttled|spot-throttled|wipe-aws-not-told)$/],
  },
  {
    name: 'truncated',
    fault: simple({ kind: 'truncated' }),
    inactivityMs: PATIENT,
    // An answer without a body (204) has nothing to be cut off: then the connection is just gone.
    told: [/^(network-truncated|network-reset|wipe-aws-not-told)$/],
  },
  {
    name: 'lost once',
    fault: simple({ kind: 'truncated', count: 1 }),
    inactivityMs: PATIENT,
    told: [/^(network-truncated|wipe-aws-not-told)$/],
  },
  {
    name: 'html',
    fault: simple({ kind: 'html' }),
    inactivityMs: PATIENT,
    told: [/^(network-captive-portal|wipe-aws-not-told)$/],
  },
  {
    name: 'expired',
    fault: refusalBy('expired', { kind: 'expiredCredentials' }),
    inactivityMs: PATIENT,
    told: [
      /^(aws-credentials-expired|sign-in-ended|sign-in-code-expired|sign-in-refused)$/,
      /^(keys-ended|profile-ended|profile-refused|spot-token-wrong)$/,
      // AWS calls nothing old at a first exchange but by a wrong clock.
      /^(console-ended|console-clock-wrong)$/,
    ],
  },
  {
    name: 'denied',
    fault: refusalBy('denied', { kind: 'accessDenied', denial: 'missing-permission' }),
    inactivityMs: PATIENT,
    told: [
      /^aws-denied/,
      /^(role-not-assigned|account-not-listed|sign-in-denied|sign-in-refused)$/,
      /^(device-code-disabled|profile-refused|spot-denied|wipe-aws-not-told)$/,
      /^console-(renewal-)?not-allowed$/,
      // CloudFormation is refused what the person is refused, and rolls its stack back.
      /^stack-failed$/,
    ],
  },
  {
    name: 'skew',
    fault: simple({ kind: 'clockSkew', minutes: 20 }),
    inactivityMs: PATIENT,
    told: [/^(aws-clock-skew|console-clock-wrong|console-ended)$/],
  },
]
