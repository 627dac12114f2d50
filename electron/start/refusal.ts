import { spawn } from 'node:child_process'
import { writeSync } from 'node:fs'
import process from 'node:process'
import { EXPLAIN } from './command-line.ts'
import { refusedLine } from './refused-words.ts'
import { strangeVariables } from './variables.ts'

/** A refusal is a wrong use of the command line (EX_USAGE of sysexits.h). */
const WRONG_USE = 64

/**
 * Ends this process before Electron gets ready: with a line for whoever reads it, and with a fresh
 * process of the same program, free of what was refused, that explains it in a window.
 */
export function refuse(what: string): never {
  print(2, refusedLine(what))
  cleanEnvironment()
  const fresh = spawn(process.execPath, [`${EXPLAIN}${what}`], {
    detached: true,
    stdio: 'ignore',
    // Node gives NODE_V8_COVERAGE on to every process that it starts, unless it is named.
    env: { ...process.env, NODE_V8_COVERAGE: '' },
  })
  // Without a window there is still the line.
  fresh.on('error', () => undefined)
  fresh.unref()
  return process.exit(WRONG_USE)
}

/** Leaves nothing in the environment that could make a library load code or write a file. */
export function cleanEnvironment(): void {
  for (const name of strangeVariables(process.env, process.platform)) delete process.env[name]
}

/** At once, since the process ends after it. A program without a terminal has nobody to tell. */
export function print(stream: 1 | 2, line: string): void {
  try {
    writeSync(stream, `${line}\n`)
  } catch {
    // Closed or full: a start is not refused any less for that.
  }
}
