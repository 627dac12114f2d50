import type { Route } from './network.ts'

/** Chromium goes on as if nobody had asked. */
const AS_CHROMIUM_SAYS = -3
/** An issuer's name is written by whoever made the certificate: enough for any company's. */
const NAME_LENGTH = 100

/** The part of Electron's `Session` that is used. */
type ObservedSession = {
  setCertificateVerifyProc(
    proc: (
      asked: {
        readonly hostname: string
        /** 0 when Chromium trusts the certificate. */
        readonly errorCode: number
        /** Such as `net::ERR_CERT_AUTHORITY_INVALID`. */
        readonly verificationResult: string
        readonly certificate: {
          readonly issuer: { readonly commonName: string; readonly organizations: string[] }
        }
      },
      decide: (verdict: number) => void,
    ) => void,
  ): void
  resolveProxy(url: string): Promise<string>
}

/**
 * Looks on while Chromium checks certificates, to learn who signed those that it refuses, and asks
 * it for the proxy of an address. Accepts none that Chromium refuses, and does not leave it at
 * refusing: Chromium has a switch (`--ignore-certificate-errors`) with which it asks here and then
 * goes on all the same. Nothing has been sent at that moment, and requests that wait are told.
 */
export function observeRoute(
  session: ObservedSession,
  options: {
    /** Chromium was told not to mind: then a host that was refused once stays refused. */
    readonly chromiumForgives: boolean
  },
): Route {
  const refused = new Map<string, { readonly issuer: string; readonly why: string }>()
  const waiting = new Set<{ readonly hostname: string; readonly refuse: (why: string) => void }>()
  session.setCertificateVerifyProc((asked, decide) => {
    const { hostname, certificate, errorCode, verificationResult } = asked
    if (errorCode === 0) {
      refused.delete(hostname)
      return decide(AS_CHROMIUM_SAYS)
    }
    const { commonName, organizations } = certificate.issuer
    const issuer = (commonName || organizations[0] || '').slice(0, NAME_LENGTH)
    refused.set(hostname, { issuer, why: verificationResult })
    for (const one of waiting) if (one.hostname === hostname) one.refuse(verificationResult)
    decide(errorCode)
  })
  return {
    whenRefused(hostname, refuse) {
      const before = refused.get(hostname)
      if (options.chromiumForgives && before) {
        // Chromium remembers its own verdict, and does not ask a second time.
        queueMicrotask(() => refuse(before.why))
        return () => undefined
      }
      const one = { hostname, refuse }
      waiting.add(one)
      return () => waiting.delete(one)
    },
    issuerOf: (hostname) => refused.get(hostname)?.issuer,
    async wayTo(url) {
      // Such as `PROXY proxy.example:8080; DIRECT`. One that just failed stands last for a while.
      const ways = (await session.resolveProxy(url)).split(';').map((way) => way.trim())
      return {
        proxies: ways.flatMap((way) => /^(?:PROXY|HTTPS|SOCKS\d?) (\S+)$/.exec(way)?.[1] ?? []),
        encrypted: ways.flatMap((way) => /^HTTPS (\S+)$/.exec(way)?.[1] ?? []),
        direct: ways.includes('DIRECT'),
      }
    },
  }
}
