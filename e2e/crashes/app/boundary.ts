import { writeFileSync } from 'node:fs'
import process from 'node:process'

/** What the parent tells this process about its end. */
const environment = process.env
const last = Number(environment['CRASH_AT'] ?? '0')
const logFile = environment['CRASH_LOG'] ?? ''

let passed = 0

/** True when the next boundary is the one to end at, for what must be half done by then. */
export const endsNext = (): boolean => passed + 1 === last

/**
 * One moment between two writes. Each is noted in the log; at the one with the number `CRASH_AT`
 * the process ends as a power cut would end it: nothing of it runs any more.
 */
export function boundary(name: string): void {
  passed += 1
  // Written at once: the kernel keeps what a killed process has handed over.
  writeFileSync(logFile, `${name}\n`, { flag: 'a' })
  if (passed === last) process.kill(process.pid, 'SIGKILL')
}
