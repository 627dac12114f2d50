import { readFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { pageLoading } from '../runtime/debugging.ts'
import { appProcesses } from '../runtime/processes.ts'
import type { Bench } from './started.ts'
import { withStarted } from './started.ts'

const idleMs = 3000

/** The proportional set size in kB from the text of a `smaps_rollup`; 0 without one. */
export function proportionalSize(rollup: string): number {
  return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0)
}

/**
 * Megabytes (MiB) of memory of all the app's processes a while after its page is there. Shared
 * pages count once: the proportional set size of proc_pid_smaps_rollup(5).
 */
export function memory(bench: Bench, folder: string): Promise<number> {
  return withStarted(bench, folder, async (started) => {
    await pageLoading(started.debugger)
    await delay(idleMs)
    const family = await appProcesses(started.pid, started.profile)
    const sizes = await Promise.all(
      family.map(async ({ pid }) => {
        const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
        return proportionalSize(rollup)
      }),
    )
    const total = sizes.reduce((sum, size) => sum + size, 0)
    if (total === 0) throw new Error('The system tells nothing about its processes’ memory.')
    return total / 1024
  })
}
