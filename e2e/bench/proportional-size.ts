import { readFile } from 'node:fs/promises'
import { appProcesses } from '../runtime/processes.ts'

/** The proportional set size in kB from the text of a `smaps_rollup`; 0 without one. */
export function proportionalSize(rollup: string): number {
  return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0)
}

/**
 * Megabytes (MiB) of memory of all the processes of an app. Shared pages count once: the proportional
 * set size of proc_pid_smaps_rollup(5). `among` limits it to some of them.
 */
export async function memoryOf(
  app: { readonly pid: number; readonly profile: string },
  among?: ReadonlySet<number>,
): Promise<number> {
  const all = await appProcesses(app.pid, app.profile)
  const family = all.filter(({ pid }) => among?.has(pid) ?? true)
  const sizes = await Promise.all(
    family.map(async ({ pid }) => {
      const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
      return proportionalSize(rollup)
    }),
  )
  const total = sizes.reduce((sum, size) => sum + size, 0)
  if (total === 0) throw new Error('The system tells nothing about its processes’ memory.')
  return total / 1024
}
