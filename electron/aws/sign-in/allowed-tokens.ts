import type { Managed } from '../../contract/managed.ts'
import { isCode } from '../../errors/failure.ts'
import { requireConsole, requirePlace, requireWay } from '../../managed/rules.ts'
import type { KeptTokens, TokenStore } from './kept-sign-in.ts'

/**
 * The store as the organization allows it. A sign-in of an earlier run that is not allowed any more, or
 * is to be kept nowhere, is removed when it is asked for and handed to `onRefused`: AWS is still to be
 * told of its end. Where nothing is to be kept, the store is asked once and written to never.
 */
export function allowedTokens(
  store: TokenStore,
  managed: Managed,
  onRefused: (tokens: KeptTokens) => void,
): TokenStore {
  return {
    async load() {
      const kept = await store.load()
      if (!kept || (!managed.sessionOnly && isAllowed(managed, kept))) return kept
      await store.wipe()
      onRefused(kept)
      return null
    },
    save: async (tokens) => (managed.sessionOnly ? undefined : store.save(tokens)),
    wipe: store.wipe,
  }
}

function isAllowed(managed: Managed, kept: KeptTokens): boolean {
  try {
    if (kept.way === 'console') requireConsole(managed)
    else {
      requireWay(managed, 'portal')
      requirePlace(managed, kept)
    }
    return true
  } catch (error) {
    if (isCode(error, 'set-by-organization')) return false
    throw error
  }
}
