import {
  closeSync,
  constants,
  existsSync,
  fdatasyncSync,
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
 * tears the line it happened in. A power cut loses nothing of what a person has agreed to: that is on the disk
 * before anything is done about it, and what was called a moment later. Writing never fails the work:
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
  const tell = (cause: unknown): void => {
    if (told || closed) return
    told = true
    onProblem(fail('audit-write-failed', { file, reason: codeOf(cause) }, { cause }))
  }
  const flush = flushing(file, tell)

  const now = (): string => new Date(clock.now()).toISOString()
  const append = (entry: Entry): void => {
    if (closed) return
    onEntry(entry)
    try {
      const gap = lost > 0 ? lineOf({ kind: 'gap', at: now(), lost }) : ''
      write(gap + lineOf(entry))
      lost = 0
    } catch (cause) {
      lost += 1
      tell(cause)
      return
    }
    // What a person agreed to is about to be done.
    if (entry.kind === 'change') flush.now()
    else flush.soon()
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
    // By this name nobody would bring it onto the disk any more.
    flush.now()
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
      flush.stop()
    },
  }
}

/** Answers come in swarms, and a disk that is busy with one line makes the next one wait. */
const SWARM_MS = 250

/** Brings a file onto the disk, for a failing power supply. What the disk refuses is told to `onRefused`. */
function flushing(file: string, onRefused: (cause: unknown) => void) {
  let waiting: NodeJS.Timeout | undefined
  const stop = (): void => {
    clearTimeout(waiting)
    waiting = undefined
  }
  const refused = (cause: unknown): void => {
    if (!NO_FLUSH.includes(codeOf(cause))) onRefused(cause)
  }
  const inTheBackground = async (): Promise<void> => {
    const handle = await open(file, 'r+')
    try {
      await handle.datasync()
    } finally {
      await handle.close()
    }
  }
  return {
    /** Returns once it is there. */
    now(): void {
      stop()
      try {
        syncNow(file)
      } catch (cause) {
        refused(cause)
      }
    },
    /** After `SWARM_MS` at the latest; the work does not wait for it. */
    soon(): void {
      waiting ??= setTimeout(() => {
        // What is written from here on asks for a flush of its own.
        waiting = undefined
        inTheBackground().catch(refused)
      }, SWARM_MS).unref()
    },
    /** Nothing waits any more. */
    stop,
  }
}

function syncNow(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fdatasyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** The file has gone by then, or lies in a file system that keeps nothing back which could be flushed. */
const NO_FLUSH: readonly string[] = ['ENOENT', 'EINVAL', 'ENOSYS', 'ENOTSUP']

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : ''

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
