import { readFile } from 'node:fs/promises'
import { appProcesses } from '../runtime/processes.ts'

/** How many ticks Linux tells in a second, on every architecture that Electron runs on (`getconf CLK_TCK`). */
const TICKS_A_SECOND = 100

/**
 * Ticks of processor time from the text of `/proc/<pid>/stat` (proc_pid_stat(5)): the process itself, in the
 * program and in the kernel, and children of it that have ended and were waited for.
 */
export function ticksIn(stat: string): number {
  // The name in parentheses may hold spaces. The first field after it is the third, the state.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
}

/** Milliseconds of processor time that all the processes of an app have used since they began. */
export async function processorTimeOf(app: {
  readonly pid: number
  readonly profile: string
}): Promise<number> {
  const family = await appProcesses(app.pid, app.profile)
  const ticks = await Promise.all(
    family.map(async ({ pid }) =>
      ticksIn(await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')),
    ),
  )
  return (ticks.reduce((sum, one) => sum + one, 0) * 1000) / TICKS_A_SECOND
}
