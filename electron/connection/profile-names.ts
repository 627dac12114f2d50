/** What the app calls its own files and folders in a profile. */

export const CONNECTIONS = 'connections'
export const SETTINGS = 'settings.json'
/** Where the window was left, which is written as late as when it closes. */
export const PLACE = 'window.json'

/** What is in the folder of one connection. The pages are made anew whenever somebody looks at them. */
export const FILES = {
  state: 'state.json',
  vault: 'vault.bin',
  record: 'audit.jsonl',
  summary: 'summary.txt',
  recordPage: 'record-of-calls.html',
  planPage: 'plan.html',
} as const

/** Says that everything is being removed: an empty file, which earlier builds pass over. */
export const BEGUN = 'removing-everything'

/** Says that the keychain may hold a key of a connection (`sealed-file.ts`). */
export const KEY_NOTE = 'vault.bin.key'

const CONNECTION_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
export const isConnectionId = (name: string): boolean => CONNECTION_ID.test(name)

export const isOfPlace = (name: string): boolean =>
  name === PLACE || name.startsWith(`${PLACE}.tmp-`)

/** The settings, and what was set aside or left half written beside them. */
export const isOfSettings = (name: string): boolean =>
  isOfPlace(name) ||
  name === SETTINGS ||
  name.startsWith(`${SETTINGS}.unreadable-`) ||
  name.startsWith(`${SETTINGS}.tmp-`)
