import { net, session, type Session } from 'electron'
import type { Net } from './aws/network.ts'

/**
 * The network of the app's own requests: a session that lives in memory. The one that the profile
 * folder belongs to reads settings from there, a proxy among them, which somebody could have put there.
 */
export function ownNetwork(): { readonly net: Net; readonly session: Session } {
  const own = session.fromPartition('own-requests', { cache: false })
  // As for the window's session: otherwise Chromium asks a Google host for dictionaries.
  own.setSpellCheckerLanguages([])
  own.setSpellCheckerEnabled(false)
  return { session: own, net: { request: (options) => net.request({ ...options, session: own }) } }
}
