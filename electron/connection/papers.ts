import type { Sheet } from '../base/desktop.ts'
import { auditPage } from '../audit/audit-page.ts'
import { siemEvents, siemLines, siemTable } from '../audit/siem.ts'
import type { Command } from '../contract/commands.ts'
import type { PaperId } from '../contract/papers.ts'
import { disconnectedOf } from '../disconnect/taken-back.ts'
import { planPage } from '../documents/plan-page.ts'
import { fail } from '../errors/failure.ts'
import { replaceFile, writing } from '../files/files.ts'
import { aboutOf, type AtWork } from './at-work.ts'
import { lastOf } from './record-standing.ts'
import { recordPage } from './record-page.ts'
import { standingOf } from './standing.ts'

/** One document of a connection: a page, and where it is a list, what a program reads of it. */
type Paper = {
  readonly sheet: (at: AtWork) => Promise<Sheet>
  readonly table?: (at: AtWork) => Promise<string>
  readonly lines?: (at: AtWork) => Promise<string>
  /** Where it lies when it is only opened. */
  readonly file?: (at: AtWork) => string
}

/** To add a document: its name and forms in the contract, its words, and one entry here. */
const MADE: { readonly [P in PaperId]: Paper } = {
  record: {
    async sheet(at) {
      const { engine, audit, language, appVersion } = at
      const { entries, torn } = await audit.read()
      const choices = engine.choices()
      const steps = engine.steps()
      const when = lastOf(choices, steps, entries) || at.clock.now()
      const html = recordPage(language(), {
        name: aboutOf(choices).name,
        choices,
        steps,
        entries,
        torn,
        appVersion,
        state: standingOf(steps, choices, when).state,
        disconnected: disconnectedOf(choices),
        at: when,
      })
      return { html, at: when }
    },
  },
  plan: {
    async sheet(at) {
      const paper = at.plan()
      return { html: planPage(at.language(), paper), at: paper.madeAt }
    },
    file: ({ folder }) => folder.planPageFile,
  },
  calls: {
    async sheet(at) {
      const record = await at.audit.read()
      const last = record.entries.at(-1)
      const about = aboutOf(at.engine.choices())
      const html = auditPage(at.language(), { ...record, ...about, file: at.folder.auditFile })
      return { html, at: last ? Date.parse(last.at) : at.clock.now() }
    },
    table: async (at) => siemTable(await eventsOf(at)),
    lines: async (at) => siemLines(await eventsOf(at)),
    file: ({ folder }) => folder.auditPageFile,
  },
}

async function eventsOf({ audit, engine }: AtWork): Promise<ReturnType<typeof siemEvents>> {
  return siemEvents((await audit.read()).entries, aboutOf(engine.choices()).accountId)
}

/**
 * Makes a document of a connection and opens, saves or prints it. Resolves the path of a saved one, else
 * null. Throws `file-unreadable`, `disk-write-failed`, and what `Desktop` says of files, PDF and print.
 */
export async function madePaper(
  at: AtWork,
  { action, paper }: Extract<Command, { step: 'paper' }>,
): Promise<string | null> {
  const { desktop } = at
  const { sheet, table, lines, file } = MADE[paper]
  switch (action) {
    case 'save-pdf':
      return desktop.savePdf(nameOf(at, paper, 'pdf'), await sheet(at))
    case 'save-page':
      return desktop.saveFile(nameOf(at, paper, 'html'), (await sheet(at)).html)
    case 'print':
      await desktop.print(await sheet(at))
      return null
    case 'open': {
      if (!file) break
      const place = file(at)
      await writing(place, replaceFile(place, (await sheet(at)).html))
      await desktop.openFile(place)
      return null
    }
    case 'save-table':
      if (!table) break
      return desktop.saveFile(nameOf(at, paper, 'csv'), await table(at))
    case 'save-lines':
      if (!lines) break
      return desktop.saveFile(nameOf(at, paper, 'jsonl'), await lines(at))
  }
  throw fail('invalid-command', { command: `${paper} ${action}` })
}

function nameOf({ language, engine }: AtWork, paper: PaperId, ending: string): string {
  const { documents, fileName } = language().words.papers
  return `${fileName(documents[paper].file, aboutOf(engine.choices()).accountId)}.${ending}`
}
