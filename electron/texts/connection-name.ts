import type { ConnectionSummary } from '../contract/snapshot.ts'
import type { Catalogue } from './catalogue.ts'

/** What a connection is called: by the person, else by its account, else not at all yet. */
export function connectionName(
  words: Catalogue,
  { name, locked }: Pick<ConnectionSummary, 'name' | 'locked'>,
): string {
  if (name !== '') return name
  return locked ? words.connections.unnamedLocked : words.connections.unnamed
}
