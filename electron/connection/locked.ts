import type { Connection } from './connection.ts'
import type { NewerFile } from './folders.ts'
import { LOCKED } from './standing.ts'
import { viewOfNone } from './view-of-none.ts'
import { fail } from '../errors/failure.ts'

/**
 * A connection of which a later build has written a file: shown, and nothing else. No command about
 * it is carried out, not even its removal: only the build that knows all that belongs to it can tell
 * AWS that the sign-in ends, and take back what was created. Nothing in its folder is touched.
 */
export function lockedConnection(
  id: string,
  { part, file, name, accountId }: NewerFile,
): Connection {
  const why = fail('state-newer', { part, file })
  const refuse = (): Promise<never> => Promise.reject(why)
  return {
    id,
    view: () => viewOfNone(id, why.error),
    notices: () => [],
    summary: () => ({
      id,
      name,
      accountId,
      finished: 0,
      total: 0,
      needsAttention: false,
      atSpot: 'no',
      disconnected: false,
      locked: true,
      standing: LOCKED,
    }),
    // A file of a later build is not read.
    record: () => Promise.resolve([]),
    command: refuse,
    rename: refuse,
    propose: refuse,
    forget: refuse,
    lookAtHandedOver: () => undefined,
    busy: () => false,
    stop: () => undefined,
  }
}
