import type { Desktop } from '../base/desktop.ts'
import type { Clock } from '../base/clock.ts'
import type { CommandReply } from '../contract/bridge.ts'
import type { Command } from '../contract/commands.ts'
import { fail } from '../errors/failure.ts'
import type { AppFailure } from '../errors/failure.ts'
import { replaceFile, writing } from '../files/files.ts'
import type { Language } from '../texts/catalogue.ts'
import type { Call } from '../network/call.ts'
import { recordingChanges, type Change } from './changes.ts'
import type { AuditRecord, Entry } from './entry.ts'
import { createAuditLog } from './log.ts'
import { auditPage } from './audit-page.ts'

/** The record of one connection, and the two ways in which the person gets it. */
export type Audit = {
  readonly onCall: (call: Call) => void
  /** Carries out commands as `carryOut` does, and writes down before what each is to change. */
  readonly recording: <Received extends Command>(
    carryOut: (received: Received) => Promise<CommandReply>,
  ) => (received: Received) => Promise<CommandReply>
  /** Writes down what is no command of its own. */
  readonly note: (change: Change) => void
  /** What is written down, oldest first. Throws `file-unreadable`. */
  readonly entries: () => Promise<readonly Entry[]>
  /** Makes the page to read and resolves its path. Throws `file-unreadable`, `disk-write-failed`. */
  readonly page: () => Promise<string>
  /** Saves all whole lines where the person says. Throws as `page` does. */
  readonly save: () => Promise<void>
  /** Nothing is written any more: the connection's folder is about to go. */
  readonly close: () => void
}

export function createAudit(options: {
  readonly file: string
  readonly pageFile: string
  readonly desktop: Pick<Desktop, 'saveFile'>
  readonly clock: Clock
  readonly language: () => Language
  /** Name and account of the connection, '' while it has none. */
  readonly about: () => { readonly name: string; readonly accountId: string }
  /** Told once when the record cannot be written. */
  readonly onProblem: (problem: AppFailure) => void
}): Audit {
  const { file, pageFile, desktop, clock, language, about, onProblem } = options
  const log = createAuditLog({ file, clock, onProblem })
  const read = async (): Promise<AuditRecord> => {
    try {
      return await log.read()
    } catch (cause) {
      throw fail('file-unreadable', { file }, { cause })
    }
  }
  return {
    onCall: log.call,
    note: log.change,
    recording: (carryOut) => recordingChanges(log, carryOut),
    entries: async () => (await read()).entries,
    async page() {
      const page = auditPage(language(), {
        ...(await read()),
        ...about(),
        file,
        madeAt: clock.now(),
      })
      await writing(pageFile, replaceFile(pageFile, page))
      return pageFile
    },
    async save() {
      const { lines } = await read()
      const copy = lines.map((line) => `${line}\n`).join('')
      const { copyName } = language().words.audit
      await desktop.saveFile(`${copyName(about().accountId)}.jsonl`, copy)
    },
    close: log.close,
  }
}
