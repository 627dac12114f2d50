import type { ConnectionSummary } from '../../electron/contract/snapshot.ts'
import { CONNECTIONS } from '../../electron/texts/en/connections.ts'

/** What a connection is called: by the person, else by its account, else not at all yet. */
export function connectionName({ name, locked }: ConnectionSummary): string {
  if (name !== '') return name
  return locked ? CONNECTIONS.unnamedLocked : CONNECTIONS.unnamed
}
