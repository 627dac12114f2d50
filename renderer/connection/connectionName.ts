import type { ConnectionSummary } from '../../electron/contract/snapshot.ts'
import type { Catalogue } from '../../electron/texts/catalogue.ts'

/** What a connection is called: by the person, else by its account, else not at all yet. */
export function connectionName(words: Catalogue, { name, locked }: ConnectionSummary): string {
  if (name !== '') return name
  return locked ? words.connections.unnamedLocked : words.connections.unnamed
}
