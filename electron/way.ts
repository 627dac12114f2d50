import type { Way } from './aws/network.ts'

/** Chromium's own verdict stands, as if nobody had asked. */
const CHROMIUMS_VERDICT = -3
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
 * it for the proxy of an address. Decides nothing: no certificate is accepted or refused here.
 */
export function observeWay(session: ObservedSession): Way {
  const refused = new Map<string, string>()
  session.setCertificateVerifyProc(({ hostname, certificate, errorCode }, decide) => {
    const { commonName, organizations } = certificate.issuer
    const name = commonName || organizations[0] || ''
    if (errorCode === 0) refused.delete(hostname)
    else refused.set(hostname, name.slice(0, NAME_LENGTH))
    decide(CHROMIUMS_VERDICT)
  })
  return {
    issuerOf: (hostname) => refused.get(hostname),
    async proxyFor(url) {
      // Such as `PROXY proxy.example:8080; DIRECT`: the first is the one that is tried first.
      const [, proxy] =
        /^(?:PROXY|HTTPS|SOCKS\d?) ([^\s;]+)/.exec(await session.resolveProxy(url)) ?? []
      return proxy
    },
  }
}
