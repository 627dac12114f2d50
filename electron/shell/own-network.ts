import { app, net, session, type Session } from 'electron'
import type { Net } from '../network/network.ts'

/** Only in builds that take them (`start/command-line.ts`). */
const PROXY_SWITCHES = ['proxy-server', 'proxy-pac-url', 'proxy-auto-detect', 'no-proxy-server']

/**
 * The network of the app's own requests: a session that keeps nothing, with the system's proxy. Said
 * outright, since Chromium also reads a proxy from the settings in the profile folder, where anybody
 * who can write there could have put one.
 */
export async function ownNetwork(): Promise<{ readonly net: Net; readonly session: Session }> {
  const own = session.fromPartition('own-requests', { cache: false })
  // As for the window's session: otherwise Chromium asks a Google host for dictionaries.
  own.setSpellCheckerLanguages([])
  own.setSpellCheckerEnabled(false)
  if (!PROXY_SWITCHES.some((name) => app.commandLine.hasSwitch(name)))
    await own.setProxy({ mode: 'system' })
  return { session: own, net: { request: (options) => net.request({ ...options, session: own }) } }
}
