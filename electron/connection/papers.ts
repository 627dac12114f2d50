import type { Sheet } from '../base/desktop.ts'
import { auditPage } from '../audit/audit-page.ts'
import type { Command } from '../contract/commands.ts'
import type { PaperId } from '../contract/papers.ts'
import { planPage } from '../documents/plan-page.ts'
import { fail } from '../errors/failure.ts'
import { replaceFile, writing } from '../files/files.ts'
import { aboutOf, type AtWork } from './at-work.ts'

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
      const when = last ? Date.parse(last.at) : at.clock.now()
      const file = at.folder.auditFile
      const about = aboutOf(at.engine.choices())
      const html = auditPage(at.language(), { ...record, ...about, file, madeAt: when })
      return { html, at: when }
    },
    lines: async (at) => (await at.audit.read()).lines.map((line) => `${line}\n`).join(''),
    file: ({ folder }) => folder.auditPageFile,
  },
}

/**
 * Makes a document of a connection and opens, saves or prints it. Throws `file-unreadable`,
 * `disk-write-failed`, and what `Desktop` says of PDF and print.
 */
export async function madePaper(
  at: AtWork,
  { action, paper }: Extract<Command, { step: 'paper' }>,
): Promise<void> {
  const { desktop } = at
  const { sheet, table, lines, file } = MADE[paper]
  switch (action) {
    case 'save-pdf':
      await desktop.savePdf(nameOf(at, paper, 'pdf'), await sheet(at))
      return
    case 'save-page':
      await desktop.saveFile(nameOf(at, paper, 'html'), (await sheet(at)).html)
      return
    case 'print':
      return desktop.print(await sheet(at))
    case 'open': {
      if (!file) break
      const place = file(at)
      await writing(place, replaceFile(place, (await sheet(at)).html))
      return desktop.openFile(place)
    }
    case 'save-table':
      if (!table) break
      await desktop.saveFile(nameOf(at, paper, 'csv'), await table(at))
      return
    case 'save-lines':
      if (!lines) break
      await desktop.saveFile(nameOf(at, paper, 'jsonl'), await lines(at))
      return
  }
  throw fail('invalid-command', { command: `${paper} ${action}` })
}

function nameOf({ language, engine }: AtWork, paper: PaperId, ending: string): string {
  const { documents, fileName } = language().words.papers
  return `${fileName(documents[paper].file, aboutOf(engine.choices()).accountId)}.${ending}`
}
