import { app, net, type ProxyConfig, session, type Session } from 'electron'
import { once } from '../base/once.ts'
import type { ManagedProxy } from '../contract/managed.ts'
import type { Net } from '../network/network.ts'

/** Only in builds that take them (`start/command-line.ts`). */
const PROXY_SWITCHES = ['proxy-server', 'proxy-pac-url', 'proxy-auto-detect', 'no-proxy-server']

/** `net::ERR_CERT_AUTHORITY_INVALID`. */
const REFUSED = -202

export type OwnNetwork = {
  readonly net: Net
  readonly session: Session
  /** Forgets the passwords that proxies were given; what waits for a connection has to be sent anew. */
  readonly forget: () => Promise<void>
  /**
   * A network that knows nothing and has no connection, on the same way. It trusts no certificate, so
   * that it comes as far as the server and tells it nothing.
   */
  readonly blank: () => Promise<Net>
}

/** The network of the app's own requests, and one beside it in which a proxy's password is tried. */
export async function ownNetwork(proxy: ManagedProxy | null): Promise<OwnNetwork> {
  const own = await silentSession('own-requests', proxy)
  // Most computers have no proxy that asks for a password.
  const trying = once(async () => {
    const session = await silentSession('proxy-attempts', proxy)
    session.setCertificateVerifyProc((_asked, decide) => decide(REFUSED))
    return session
  })
  return {
    session: own,
    net: netOf(own),
    forget: () => own.clearAuthCache(),
    blank: async () => {
      const session = await trying()
      await session.clearAuthCache()
      await session.closeAllConnections()
      return netOf(session)
    },
  }
}

const netOf = (own: Session): Net => ({
  request: (options) => net.request({ ...options, session: own }),
})

/**
 * A session that keeps nothing, with the proxy that the organization has decided on, else the system's. Said
 * outright, since Chromium also reads a proxy from the settings in the profile folder, where anybody who can
 * write there could have put one.
 */
async function silentSession(name: string, proxy: ManagedProxy | null): Promise<Session> {
  const own = session.fromPartition(name, { cache: false })
  // As for the window's session: otherwise Chromium asks a Google host for dictionaries.
  own.setSpellCheckerLanguages([])
  own.setSpellCheckerEnabled(false)
  if (proxy) await own.setProxy(configOf(proxy))
  else if (!PROXY_SWITCHES.some((name) => app.commandLine.hasSwitch(name)))
    await own.setProxy({ mode: 'system' })
  return own
}

/** Chromium goes no other way where none of the servers answers, or where the script cannot be loaded. */
function configOf(proxy: ManagedProxy): ProxyConfig {
  if (proxy.kind === 'pac') return { mode: 'pac_script', pacScript: proxy.url }
  return { mode: 'fixed_servers', proxyRules: proxy.rules, proxyBypassRules: proxy.bypass }
}
