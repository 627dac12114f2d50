import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import type { Clock } from '../base/clock.ts'
import { fail } from '../errors/failure.ts'
import type { AppFailure } from '../errors/failure.ts'
import { LARGEST, readTextIfThere, refuseOdd } from '../files/files.ts'
import type { Call } from '../network/call.ts'
import type { Change } from './changes.ts'
import { lineOf, recordIn, type AuditRecord, type Entry } from './entry.ts'

/** The record of one connection: what was called, and what the person agreed to. */
export type AuditLog = {
  readonly call: (call: Call) => void
  /** To be written before anything is done about it. */
  readonly change: (change: Change) => void
  /** The app did not take the change. */
  readonly refused: (change: Change, code: string) => void
  /** Throws Node's own errors. */
  readonly read: () => Promise<AuditRecord>
  /** Nothing is written any more: the connection's folder is about to go. */
  readonly close: () => void
}

/** Bytes after which a file of the record is begun anew. */
export const FULL = 5 * 1024 * 1024
const NEWLINE = 0x0a

/** Where a full file goes; the one that was there before is dropped. */
export function earlierFile(file: string): string {
  const { dir, name, ext } = path.parse(file)
  return path.join(dir, `${name}.1${ext}`)
}

/**
 * An append-only file of JSON lines, for its owner's eyes only. A line is with the operating system
 * when the call returns, so that a crash of the app loses nothing that was done before, and at most
 * tears the line it happened in; it is on the disk a moment later. Writing never fails the work:
 * `onProblem` is told once (`audit-write-failed`), and the record says later that lines are missing.
 * `largest` is in bytes.
 */
export function createAuditLog(options: {
  readonly file: string
  readonly clock: Clock
  readonly onProblem: (problem: AppFailure) => void
  /** Told of each entry before it is written. Of a change it may throw: then that is not to be made. */
  readonly onEntry?: (entry: Entry) => void
  readonly largest?: number
}): AuditLog {
  const { file, clock, onProblem, onEntry = () => undefined, largest = FULL } = options
  let closed = false
  let lost = 0
  let told = false
  const flush = flushing(file)

  const now = (): string => new Date(clock.now()).toISOString()
  const append = (entry: Entry): void => {
    if (closed) return
    onEntry(entry)
    try {
      const gap = lost > 0 ? lineOf({ kind: 'gap', at: now(), lost }) : ''
      write(gap + lineOf(entry))
      // What a person agreed to is about to be done.
      flush(entry.kind === 'call' ? SWARM_MS : 0)
      lost = 0
    } catch (cause) {
      lost += 1
      if (told) return
      told = true
      const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
      onProblem(fail('audit-write-failed', { file, reason }, { cause }))
    }
  }
  const write = (lines: string): void => {
    const size = statSync(file, { throwIfNoEntry: false })?.size
    if (size === undefined) mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    else if (size > 0 && size + Buffer.byteLength(lines) > largest) begin()
    appendTo(file, lines)
  }
  /** A new file after a full one. */
  const begin = (): void => {
    const earlier = earlierFile(file)
    const dropped = existsSync(earlier)
    renameSync(file, earlier)
    appendTo(file, lineOf({ kind: 'continued', at: now(), dropped }))
  }

  return {
    call(call) {
      const began = new Date(clock.now() - call.durationMs).toISOString()
      append({ kind: 'call', at: began, ...call })
    },
    change: (change) => append({ kind: 'change', at: now(), ...change }),
    refused: ({ step, action }, code) => append({ kind: 'refused', at: now(), step, action, code }),
    async read() {
      const reading = [earlierFile(file), file].map((one) => readTextIfThere(one, LARGEST.audit))
      const read = (await Promise.all(reading)).map((text) => recordIn(text ?? ''))
      return {
        entries: read.flatMap(({ entries }) => entries),
        torn: read.some(({ torn }) => torn),
      }
    },
    close() {
      closed = true
    },
  }
}

/** Answers come in swarms, and a disk that is busy with one line makes the next one wait. */
const SWARM_MS = 250

/**
 * Brings a file onto the disk, for a failing power supply, after so many milliseconds at the latest; the
 * work does not wait for it.
 */
function flushing(file: string): (afterMs: number) => void {
  let waiting: NodeJS.Timeout | undefined
  const sync = async (): Promise<void> => {
    const handle = await open(file, 'r+')
    try {
      await handle.datasync()
    } finally {
      await handle.close()
    }
  }
  const begin = (): void => {
    // What is written from here on asks for a flush of its own.
    clearTimeout(waiting)
    waiting = undefined
    // The lines are with the system, which writes them in its own time; the folder may have gone.
    sync().catch(() => undefined)
  }
  return (afterMs) => {
    if (afterMs === 0) begin()
    else waiting ??= setTimeout(begin, afterMs).unref()
  }
}

/** Windows does not know the last one, by which a pipe is not waited for. */
const APPEND =
  constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | (constants.O_NONBLOCK || 0)

/** Adds whole lines to a file, on a line of their own whatever is at its end. Throws Node's own errors, and `file-odd`. */
export function appendTo(file: string, lines: string, more = 0): void {
  const handle = openSync(file, APPEND | more, 0o600)
  try {
    // Writing into a pipe would stop the whole app as soon as it is full.
    refuseOdd(file, fstatSync(handle), Infinity)
    const bytes = Buffer.from(endsTorn(handle) ? `\n${lines}` : lines)
    let written = 0
    while (written < bytes.byteLength) written += writeSync(handle, bytes, written)
  } finally {
    closeSync(handle)
  }
}

/** True when the last line has no end: a crash or a full disk cut it off. */
function endsTorn(handle: number): boolean {
  const { size } = fstatSync(handle)
  if (size === 0) return false
  const last = Buffer.alloc(1)
  readSync(handle, last, 0, 1, size - 1)
  return last[0] !== NEWLINE
}
