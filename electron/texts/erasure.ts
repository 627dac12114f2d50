import type { Kept } from '../contract/erasure.ts'
import type { Catalogue } from './catalogue.ts'
import { connectionName } from './connection-name.ts'

/** Whether somebody has typed the word that the dialog asks for, in capitals or not. */
export const isTyped = ({ erasure }: Catalogue, typed: string): boolean =>
  typed.trim().toLowerCase() === erasure.dialog.word.toLowerCase()

/** What one thing that is kept is called. */
export function keptName(words: Catalogue, item: Kept): string {
  const { things } = words.erasure
  if (item.kind === 'settings') return things.settings(item.path)
  if (item.kind === 'browser') return things.browser(item.path)
  if (item.kind === 'foreign') return things.foreign(item.path)
  // Of a newer version there are settings too, which are told by their place.
  if (item.kind === 'newer' && item.name === '') return things.newerFile(item.path)
  const name = connectionName(words, { name: item.name, locked: item.kind === 'newer' })
  return things.connection(name, item.accountId)
}
