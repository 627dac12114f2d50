import { entryName } from '../../../electron/keychain/entry-name.ts'
import { earlierFile } from '../../../electron/audit/log.ts'
import {
  BEGUN,
  CONNECTIONS,
  FILES,
  KEY_NOTE,
  PLACE,
  SETTINGS,
} from '../../../electron/connection/profile-names.ts'
import { html, type Html } from '../../../electron/documents/html.ts'
import { IDENTITIES } from '../../../electron/start/edition.ts'
import type { Pack } from '../context.ts'
import { heading, lines, paragraphs, points, table } from '../parts.ts'

const { name } = IDENTITIES.shipped

/** Where Electron puts the profile of a program of this name. Source: Electron, `app.getPath('userData')`. */
export const PROFILES = {
  linux: `~/.config/${name}`,
  win32: `%APPDATA%\\${name}`,
  darwin: `~/Library/Application Support/${name}`,
} as const

/** What a desktop's libraries keep in the home folder for a program with windows, as measured on Debian 12. */
export const OF_DESKTOP = ['~/.cache/dconf', '~/.cache/mesa_shader_cache'] as const

/** What entries of the keychain are called, whatever the connection. */
const KEYCHAIN_ENTRY = entryName(name, '<connection>')
export const KEYCHAIN_BEGINNING = entryName(name, '')

const inConnection = (file: string): string => `${CONNECTIONS}/<id>/${file}`

type Kept = keyof Pack['words']['storage']['files']

/** Every file of a profile, under what is said of it. */
const KEPT: Readonly<Record<Kept, readonly string[]>> = {
  settings: [SETTINGS],
  place: [PLACE],
  state: [inConnection(FILES.state)],
  vault: [inConnection(FILES.vault)],
  keyNote: [inConnection(KEY_NOTE)],
  record: [inConnection(FILES.record), inConnection(earlierFile(FILES.record))],
  summary: [inConnection(FILES.summary)],
  pages: [inConnection(FILES.recordPage), inConnection(FILES.planPage)],
  begun: [BEGUN],
  setAside: ['*.unreadable-*', '*.tmp-*'],
  chromium: ['Preferences', 'Local State', 'Cache', 'Code Cache', 'GPUCache', '…'],
}
const isKept = (one: string): one is Kept => one in KEPT

export function storage({ words }: Pack): Html {
  const { storage: about } = words
  return html`${paragraphs(about.intro)} ${heading('places', about.placesTitle)}
  ${table(
    'places',
    about.placesHead,
    (['linux', 'win32', 'darwin'] as const).map((platform) => {
      const [system = '', keychain = '', registry = ''] = about.places[platform]
      return [system, lines([PROFILES[platform]]), keychain, registry]
    }),
  )}
  ${heading('files', about.filesTitle)}
  ${table(
    'files',
    about.filesHead,
    Object.keys(KEPT)
      .filter(isKept)
      .map((one) => [lines(KEPT[one]), ...about.files[one]]),
  )}
  ${heading('outside-profile', about.outside.title)} ${paragraphs([about.outside.means])}
  ${lines(OF_DESKTOP)} ${paragraphs([about.outside.more])}
  ${heading('keychain', about.keychainTitle)}
  ${paragraphs([about.keychain(KEYCHAIN_ENTRY), about.withoutKeychain])}
  ${heading('never-written', about.neverTitle)} ${points(about.nevers)}`
}
