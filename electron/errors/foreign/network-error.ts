import type { ErrorCode, Recognised } from '../failure.ts'

/** Chromium's names, as they come in messages such as `net::ERR_NAME_NOT_RESOLVED`. */
const CHROMIUM: readonly (readonly [RegExp, ErrorCode])[] = [
  [/^ERR_(INTERNET_DISCONNECTED|ADDRESS_UNREACHABLE|NETWORK_ACCESS_DENIED)$/, 'network-offline'],
  // A proxy that takes nothing but a sign-in of the system's, which is not there or has ended.
  [
    /^ERR_(PROXY_AUTH_UNSUPPORTED|UNSUPPORTED_AUTH_SCHEME|MISCONFIGURED_AUTH_ENVIRONMENT|INVALID_AUTH_CREDENTIALS|MISSING_AUTH_CREDENTIALS)$/,
    'network-proxy-ticket',
  ],
  // A proxy that refuses the CONNECT; `net-request.ts` names the one that asked for a password.
  [/^ERR_(TUNNEL_CONNECTION_FAILED|PROXY_AUTH_\w+|UNEXPECTED_PROXY_AUTH)$/, 'network-proxy-auth'],
  // Of these Chromium speaks only where the authority itself is trusted.
  [
    /^ERR_(CERT_(COMMON_NAME_INVALID|NAME_CONSTRAINT_VIOLATION|WEAK_\w+|VALIDITY_TOO_LONG|NON_UNIQUE_NAME)|SSL_WEAK_\w+)$/,
    'network-certificate-unfit',
  ],
  // Whoever is at the other end of TLS wants to see a certificate of the person's, or refuses to go on.
  [/^ERR_(SSL_CLIENT_AUTH_\w+|BAD_SSL_CLIENT_AUTH_CERT)$/, 'network-client-certificate'],
  [/^ERR_CERT_DATE_INVALID$/, 'network-certificate-date'],
  [/^ERR_(PROXY_CERTIFICATE_INVALID|CERT_\w+|SSL_\w+|BAD_SSL_\w+)$/, 'network-certificate'],
  [/^ERR_(PROXY_\w+|MANDATORY_PROXY_\w+|PAC_\w+|SOCKS_\w+)$/, 'network-proxy-unreachable'],
  [/^ERR_(NAME_\w+|DNS_\w+|ICANN_NAME_COLLISION)$/, 'network-dns'],
  [/^ERR_CONNECTION_(REFUSED|FAILED)$/, 'network-refused'],
  [/^ERR_(TIMED_OUT|CONNECTION_TIMED_OUT)$/, 'network-timeout'],
  [/^ERR_(CONTENT_LENGTH_MISMATCH|INCOMPLETE_\w+|CONTENT_DECODING_\w+)$/, 'network-truncated'],
  [
    /^ERR_(CONNECTION_\w+|EMPTY_RESPONSE|NETWORK_CHANGED|SOCKET_\w+|HTTP2_\w+|QUIC_\w+)$/,
    'network-reset',
  ],
  [/^ERR_(NETWORK_IO_SUSPENDED|ABORTED)$/, 'network-reset'],
]

/** Node's names, as they come in `error.code`. */
const NODE: readonly (readonly [RegExp, ErrorCode])[] = [
  [/^(ENETUNREACH|EHOSTUNREACH|ENETDOWN|EADDRNOTAVAIL)$/, 'network-offline'],
  [/^(ENOTFOUND|EAI_\w+)$/, 'network-dns'],
  [/^ECONNREFUSED$/, 'network-refused'],
  [/^(ETIMEDOUT|ESOCKETTIMEDOUT|UND_ERR_\w*TIMEOUT)$/, 'network-timeout'],
  [/^(ECONNRESET|EPIPE|ECONNABORTED|UND_ERR_SOCKET)$/, 'network-reset'],
  [/^(CERT_\w+|ERR_TLS_\w+|DEPTH_ZERO_\w+|SELF_SIGNED_\w+|UNABLE_TO_\w+)$/, 'network-certificate'],
]

/** What is wrong with a certificate of a trusted authority, as the fact `flaw`. */
const FLAWS: readonly (readonly [RegExp, string])[] = [
  [/COMMON_NAME|NON_UNIQUE|NAME_CONSTRAINT/, 'name'],
  [/WEAK_SIGNATURE/, 'signature'],
  [/WEAK_/, 'key'],
  [/TOO_LONG/, 'long'],
]

/** Errors that `network.ts` and the clients name themselves. */
const NAMED: Readonly<Record<string, ErrorCode>> = {
  ProxyAuthenticationRequired: 'network-proxy-auth',
  ServerAuthenticationRequired: 'network-server-password',
  WebPageReply: 'network-captive-portal',
  TruncatedReply: 'network-truncated',
  TimeoutError: 'network-timeout',
  EndlessReply: 'network-endless',
  OversizedReply: 'network-oversized',
}

/** The part after `net::` of Chromium's message, or ''. */
export function chromiumError(message: string): string {
  return /net::(ERR_[A-Z0-9_]+)/.exec(message)?.[1] ?? ''
}

const textOf = (error: object, key: string): string => {
  const value: unknown = Reflect.get(error, key)
  return typeof value === 'string' ? value : ''
}

function codeOf(error: Error): ErrorCode | undefined {
  const named = NAMED[error.name]
  if (named) return named
  const chromium = chromiumError(error.message)
  if (chromium) return CHROMIUM.find(([pattern]) => pattern.test(chromium))?.[1] ?? 'network-failed'
  const node = textOf(error, 'code')
  if (node === 'ECONNRESET' && error.message === 'aborted') return 'network-truncated'
  return NODE.find(([pattern]) => pattern.test(node))?.[1]
}

/**
 * Recognises an error of the way to a server (proxy, name, certificate, connection), from
 * Chromium's or Node's network stack. Facts as far as they are known: `host`, `proxy` (host and
 * port), `tried` (`direct`,
 * behind it), `issuer` of the certificate, `flaw` of it, `asks` (`password`, of a proxy). Null for anything else.
 */
export function readNetworkError(error: unknown): Recognised | null {
  if (!(error instanceof Error)) return null
  const code = codeOf(error)
  if (!code) {
    // `fetch` and the SDK wrap what the network stack said.
    return error.cause === undefined || error.cause === error ? null : readNetworkError(error.cause)
  }
  const known = {
    host: textOf(error, 'hostname') || textOf(error, 'address'),
    proxy: textOf(error, 'proxy'),
    tried: textOf(error, 'tried'),
    issuer: textOf(error, 'issuer'),
    flaw:
      code === 'network-certificate-unfit'
        ? (FLAWS.find(([pattern]) => pattern.test(error.message))?.[1] ?? '')
        : '',
    asks: error.name === 'ProxyAuthenticationRequired' ? 'password' : '',
  }
  return {
    code,
    facts: Object.fromEntries(Object.entries(known).filter(([, value]) => value !== '')),
    detail: {
      code: chromiumError(error.message) || textOf(error, 'code') || error.name,
      message: error.message,
    },
  }
}
