import { app, net, type ProxyConfig, session, type Session } from 'electron'
import type { ManagedProxy } from '../contract/managed.ts'
import type { Net } from '../network/network.ts'

/** Only in builds that take them (`start/command-line.ts`). */
const PROXY_SWITCHES = ['proxy-server', 'proxy-pac-url', 'proxy-auto-detect', 'no-proxy-server']

/**
 * The network of the app's own requests: a session that keeps nothing, with the proxy that the
 * organization has decided on, else the system's. Said outright, since Chromium also reads a proxy from the settings in the profile folder, where anybody
 * who can write there could have put one.
 */
export async function ownNetwork(
  proxy: ManagedProxy | null,
): Promise<{ readonly net: Net; readonly session: Session }> {
  const own = session.fromPartition('own-requests', { cache: false })
  // As for the window's session: otherwise Chromium asks a Google host for dictionaries.
  own.setSpellCheckerLanguages([])
  own.setSpellCheckerEnabled(false)
  if (proxy) await own.setProxy(configOf(proxy))
  else if (!PROXY_SWITCHES.some((name) => app.commandLine.hasSwitch(name)))
    await own.setProxy({ mode: 'system' })
  return { session: own, net: { request: (options) => net.request({ ...options, session: own }) } }
}

/** Chromium goes no other way where none of the servers answers, or where the script cannot be loaded. */
function configOf(proxy: ManagedProxy): ProxyConfig {
  if (proxy.kind === 'pac') return { mode: 'pac_script', pacScript: proxy.url }
  return { mode: 'fixed_servers', proxyRules: proxy.rules, proxyBypassRules: proxy.bypass }
}
