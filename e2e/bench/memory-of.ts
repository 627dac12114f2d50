import { readFile } from 'node:fs/promises'
import { appProcesses, type ProcessEntry } from '../runtime/processes.ts'

type App = { readonly pid: number; readonly profile: string }

/** A field in kB of the text of a `smaps_rollup`; 0 without one. */
export function kilobytesOf(field: 'Pss' | 'Pss_Anon', rollup: string): number {
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(rollup)?.[1] ?? 0)
}

async function megabytes(
  field: 'Pss' | 'Pss_Anon',
  processes: readonly ProcessEntry[],
): Promise<number> {
  const sizes = await Promise.all(
    processes.map(async ({ pid }) => {
      const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
      return kilobytesOf(field, rollup)
    }),
  )
  const total = sizes.reduce((sum, size) => sum + size, 0)
  if (total === 0) throw new Error('The system tells nothing about its processes’ memory.')
  return total / 1024
}

/**
 * Megabytes (MiB) of memory of all the processes of an app. Shared pages count once: the proportional
 * set size of proc_pid_smaps_rollup(5).
 */
export async function memoryOf({ pid, profile }: App): Promise<number> {
  return megabytes('Pss', await appProcesses(pid, profile))
}

/**
 * Megabytes that some processes of an app have taken for themselves. Files are left out: a process that
 * ends, of whatever app, leaves its share of Electron’s own program to the others, which is no growth.
 */
export async function takenBy({ pid, profile }: App, among: ReadonlySet<number>): Promise<number> {
  const all = await appProcesses(pid, profile)
  return megabytes(
    'Pss_Anon',
    all.filter((one) => among.has(one.pid)),
  )
}
