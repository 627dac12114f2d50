import { writeFileSync } from 'node:fs'
import process from 'node:process'

/** What the parent tells this process about its end. */
const environment = process.env
const endName = environment['CRASH_AT'] ?? ''
const endTime = Number(environment['CRASH_AT_TIME'] ?? '1')
const logFile = environment['CRASH_LOG'] ?? ''

/** Of a removal only what comes after it was begun counts. */
let isCounting = environment['CRASH_COURSE'] !== 'erasure'
export const beginCounting = (): void => void (isCounting = true)

let passed = 0

/** True when the next boundary of this name is the one to end at: it must be half done by then. */
export const endsNextAt = (name: string): boolean => name === endName && passed + 1 === endTime

/**
 * One moment between two writes. Each is noted in the log; when the one named `CRASH_AT` is passed
 * for the time `CRASH_AT_TIME` (from 1), the process ends as a power cut would end it: nothing of
 * it runs any more.
 */
export function boundary(name: string): void {
  if (!isCounting) return
  // Written at once: the kernel keeps what a killed process has handed over.
  writeFileSync(logFile, `${name}\n`, { flag: 'a' })
  if (name !== endName) return
  passed += 1
  if (passed !== endTime) return
  // A removal that is through ends by the same signal.
  writeFileSync(`${logFile}.killed`, '')
  process.kill(process.pid, 'SIGKILL')
}
