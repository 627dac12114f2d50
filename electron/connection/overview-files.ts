import type { Desktop } from '../base/desktop.ts'
import type { ConnectionSummary } from '../contract/snapshot.ts'
import { overviewPage, overviewTable } from '../documents/overview-page.ts'
import type { Language } from '../texts/catalogue.ts'

/** Saves the overview of all connections where the person says. Throws `file-not-saved`. */
export async function saveOverview(
  kind: 'save-page' | 'save-table',
  overview: {
    readonly connections: readonly ConnectionSummary[]
    readonly desktop: Pick<Desktop, 'saveFile'>
    readonly language: Language
    readonly appVersion: string
    readonly now: number
  },
): Promise<void> {
  const { connections, desktop, language, appVersion, now } = overview
  const { fileName } = language.words.overview
  if (kind === 'save-table') {
    await desktop.saveFile(`${fileName}.csv`, overviewTable(language, connections))
    return
  }
  const page = overviewPage(language, { connections, madeAt: now, appVersion })
  await desktop.saveFile(`${fileName}.html`, page)
}
