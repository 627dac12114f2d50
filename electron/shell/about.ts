import { app, shell } from 'electron'
import { existsSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import type { Catalogue } from '../texts/catalogue.ts'

/** Lies beside the program in every build of Electron, and holds the licences of all that is in it. */
const LICENCES = 'LICENSES.chromium.html'

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
    /** The licences are beside the program, and the menu opens them. */
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

/** Opens the licences in the system's browser; null where this build has none beside it. */
export function licencesOpener(): (() => void) | null {
  const file = path.join(path.dirname(process.execPath), LICENCES)
  if (!existsSync(file)) return null
  return () => void shell.openPath(file)
}
