import { app, net, type ProxyConfig, session, type Session } from 'electron'
import { systemClock } from '../base/clock.ts'
import { once } from '../base/once.ts'
import type { ManagedProxy } from '../contract/managed.ts'
import type { Net } from '../network/network.ts'
import { goingAs, goingBy } from './going-by.ts'

/** Only in builds that take them (`start/command-line.ts`). */
const PROXY_SWITCHES = ['proxy-server', 'proxy-pac-url', 'proxy-auto-detect', 'no-proxy-server']

/** `net::ERR_CERT_AUTHORITY_INVALID`. */
const REFUSED = -202
/** The verdict of Chromium itself on a certificate stands. */
const AS_CHROMIUM_SAYS = -3

export type OwnNetwork = {
  readonly net: Net
  readonly session: Session
  /** Resolves when a request may go: not before it would go the way that is decided. */
  readonly ready: () => Promise<void>
  /** Forgets the passwords that proxies were given; what waits for a connection has to be sent anew. */
  readonly forget: () => Promise<void>
  /**
   * Does one thing in a network that knows nothing and has no connection, on the same way to an address. It
   * trusts no certificate but that of a proxy on this host, so that it comes as far as the server and tells
   * it nothing. One thing after the other: each begins and ends by emptying it.
   */
  readonly alone: <T>(
    way: { readonly url: string; readonly proxyHost: string },
    work: (net: Net) => Promise<T>,
  ) => Promise<T>
}

/** The network of the app's own requests, and one beside it in which a proxy's password is tried. */
export async function ownNetwork(proxy: ManagedProxy | null): Promise<OwnNetwork> {
  const { own, ready } = await silentSession('own-requests', proxy)
  return {
    session: own,
    net: netOf(own),
    ready,
    forget: () => own.clearAuthCache(),
    // Most computers have no proxy that asks for a password.
    alone: aloneIn(
      own,
      once(() => silentSession('proxy-attempts', proxy)),
    ),
  }
}

function aloneIn(own: Session, begun: () => Promise<SilentSession>): OwnNetwork['alone'] {
  let trusted = ''
  let last: Promise<unknown> = Promise.resolve()
  const empty = async (trying: Session): Promise<void> => {
    await trying.clearAuthCache()
    await trying.closeAllConnections()
  }
  return ({ url, proxyHost }, work) => {
    const outcome = last.then(async () => {
      const { own: trying, ready } = await begun()
      await ready()
      await goingAs(own, trying, url, systemClock)
      trying.setCertificateVerifyProc(({ hostname }, decide) =>
        decide(hostname === trusted ? AS_CHROMIUM_SAYS : REFUSED),
      )
      // It is empty: it was left so. Emptied before its first use it would lose the script that tells the way.
      trusted = proxyHost
      try {
        return await work(netOf(trying))
      } finally {
        await empty(trying)
      }
    })
    // Whoever asked for it hears how it failed; the next one does not.
    last = outcome.catch(() => undefined)
    return outcome
  }
}

const netOf = (own: Session): Net => ({
  request: (options) => net.request({ ...options, session: own }),
})

type SilentSession = { readonly own: Session; readonly ready: OwnNetwork['ready'] }

/**
 * A session that keeps nothing, with the proxy that the organization has decided on, else the system's. Said
 * outright, since Chromium also reads a proxy from the settings in the profile folder, where anybody who can
 * write there could have put one.
 */
async function silentSession(name: string, proxy: ManagedProxy | null): Promise<SilentSession> {
  const own = session.fromPartition(name, { cache: false })
  // As for the window's session: otherwise Chromium asks a Google host for dictionaries.
  own.setSpellCheckerLanguages([])
  own.setSpellCheckerEnabled(false)
  if (proxy) return { own, ready: await goingBy(own, configOf(proxy), systemClock) }
  if (!PROXY_SWITCHES.some((name) => app.commandLine.hasSwitch(name)))
    await own.setProxy({ mode: 'system' })
  return { own, ready: () => Promise.resolve() }
}

/** Chromium goes no other way where none of the servers answers, or where the script cannot be loaded. */
function configOf(proxy: ManagedProxy): ProxyConfig {
  if (proxy.kind === 'pac') return { mode: 'pac_script', pacScript: proxy.url }
  return { mode: 'fixed_servers', proxyRules: proxy.rules, proxyBypassRules: proxy.bypass }
}
