import { readdirSync } from 'node:fs'
import path from 'node:path'
import { html, type Html } from '../../../electron/documents/html.ts'
import { placesOnMac } from '../../../electron/managed/mac.ts'
import { placeOn } from '../../../electron/managed/places.ts'
import { SETTINGS, type SettingId } from '../../../electron/managed/settings.ts'
import { settingsExplained as inGerman } from '../../../electron/texts/de/managed-settings.ts'
import { settingsExplained as inEnglish } from '../../../electron/texts/en/managed-settings.ts'
import { IDENTITIES } from '../../../electron/start/edition.ts'
import { repositoryRoot } from '../../runtime/paths.ts'
import type { Pack } from '../context.ts'
import { code, heading, lines, paragraphs, table } from '../parts.ts'

const isSetting = (name: string): name is SettingId => name in SETTINGS

/** Which of the files for administrators are a platform's. */
const FILES = { win32: /\.adm[xl]$/, darwin: /\.mobileconfig$/, linux: /^policy\..*json$/ } as const

/** The files for administrators, as they lie in `resources/managed`. */
const filesFor = (platform: keyof typeof FILES): readonly string[] =>
  readdirSync(path.join(repositoryRoot, 'resources', 'managed'), {
    recursive: true,
    encoding: 'utf8',
  })
    .filter((file) => FILES[platform].test(path.basename(file)))
    .toSorted()

/** Where each platform's settings are read, as in the program; on macOS those for one person come first. */
const PLACES = {
  win32: [placeOn('win32')],
  darwin: placesOnMac({ user: '<user>', domain: IDENTITIES.shipped.appId }),
  linux: [placeOn('linux')],
} as const

export function managed({ words, app, language }: Pack): Html {
  const { managed: about, storage } = words
  const explained = language === 'de' ? inGerman : inEnglish
  return html`${paragraphs(about.intro)} ${heading('managed-places', about.placesTitle)}
  ${table(
    'three',
    about.placesHead,
    (['win32', 'darwin', 'linux'] as const).map((platform) => [
      storage.places[platform][0] ?? '',
      lines(PLACES[platform]),
      lines(filesFor(platform)),
    ]),
  )}
  ${paragraphs([about.files, about.rest, about.unproven])}
  ${heading('managed-bounds', about.boundsTitle)} ${paragraphs([about.bounds])}
  ${heading('managed-settings', about.all)}
  ${table(
    'managed',
    about.head,
    Object.keys(SETTINGS)
      .filter(isSetting)
      .map((id) => [
        html`${app.managed.titles[id]}
          <p>${code(id)}</p>`,
        explained[id].description,
        explained[id].forbids,
      ]),
  )}`
}
