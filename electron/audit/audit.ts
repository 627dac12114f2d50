import type { Clock } from '../base/clock.ts'
import type { CommandReply } from '../contract/bridge.ts'
import type { Command } from '../contract/commands.ts'
import { fail } from '../errors/failure.ts'
import type { AppFailure } from '../errors/failure.ts'
import type { Call } from '../network/call.ts'
import { recordingChanges, type Change } from './changes.ts'
import type { AuditRecord, Entry } from './entry.ts'
import { createAuditLog } from './log.ts'

/** The record of one connection. */
export type Audit = {
  readonly onCall: (call: Call) => void
  /** Carries out commands as `carryOut` does, and writes down before what each is to change. */
  readonly recording: <Received extends Command>(
    carryOut: (received: Received) => Promise<CommandReply>,
  ) => (received: Received) => Promise<CommandReply>
  /** Writes down what is no command of its own. */
  readonly note: (change: Change) => void
  /** What is written down, oldest first. Throws `file-unreadable`. */
  readonly read: () => Promise<AuditRecord>
  /** Nothing is written any more: the connection's folder is about to go. */
  readonly close: () => void
}

export function createAudit(options: {
  readonly file: string
  readonly clock: Clock
  /** Told once when the record cannot be written. */
  readonly onProblem: (problem: AppFailure) => void
  /** Writes each entry somewhere else as well; null for nowhere. Of a change it may throw. */
  readonly copy: ((entry: Entry) => void) | null
}): Audit {
  const { file, copy } = options
  const log = createAuditLog({ ...options, ...(copy && { onEntry: copy }) })
  return {
    onCall: log.call,
    note: log.change,
    recording: (carryOut) => recordingChanges(log, carryOut),
    async read() {
      try {
        return await log.read()
      } catch (cause) {
        throw fail('file-unreadable', { file }, { cause })
      }
    },
    close: log.close,
  }
}
