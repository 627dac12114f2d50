import { app, shell } from 'electron'
import { existsSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import type { Catalogue } from '../texts/catalogue.ts'
import { noticesFile } from '../texts/notices.ts'

/**
 * Where licences are, the best first: the page that packaging makes of all that is in the app, in the language that
 * is spoken or in English, and that of Electron, which lies beside its program.
 */
const licencePages = (language: string): readonly string[] => [
  path.join(process.resourcesPath, 'resources', noticesFile(language)),
  path.join(process.resourcesPath, 'resources', noticesFile('en')),
  path.join(path.dirname(process.execPath), 'LICENSES.chromium.html'),
]

const COPYRIGHT = '© Spot'

/** What the system's About panel says; without it, it names Electron and shows a broken icon. */
export function describeApp(
  words: Catalogue['window'],
  {
    name,
    icon,
    hasLicences,
  }: {
    readonly name: string
    readonly icon: string
    /** The licences are here, and the menu opens them. */
    readonly hasLicences: boolean
  },
): void {
  const { electron, chrome, node } = process.versions
  const runtime = words.aboutRuntime(electron, chrome, node)
  app.setAboutPanelOptions({
    applicationName: name,
    applicationVersion: app.getVersion(),
    version: '',
    copyright: [COPYRIGHT, runtime, ...(hasLicences ? [words.aboutLicences] : [])].join('\n'),
    iconPath: icon,
  })
}

/** Opens the licences in the system's browser; null where this build has none. */
export function licencesOpener(language: string): (() => void) | null {
  const file = licencePages(language).find((page) => existsSync(page))
  if (file === undefined) return null
  return () => void shell.openPath(file)
}
