import process from 'node:process'
import { memory } from './memory.ts'
import { startUp } from './start-up.ts'
import type { Bench } from './started.ts'

export type Row = {
  id: string
  /** What is compared, for the table. */
  title: string
  unit: 'ms' | 'MB'
  /** How many times the bare window's figure ours may be. */
  limit: number
  /** Measurements of each app; the median counts. */
  runs: number
  /** Runs of each app before these, which fill the system's caches and are not counted. */
  warmUps: number
  /** Whether this system can be measured so. */
  applies: boolean
  measure: (bench: Bench, folder: string) => Promise<number>
}

export const rows: readonly Row[] = [
  {
    id: 'start-up',
    title: 'start to first contentful paint',
    unit: 'ms',
    limit: 1.3,
    runs: 10,
    warmUps: 1,
    applies: true,
    measure: startUp,
  },
  {
    id: 'memory',
    title: 'memory of all processes, idle',
    unit: 'MB',
    limit: 1.3,
    runs: 5,
    warmUps: 0,
    applies: process.platform === 'linux',
    measure: memory,
  },
]
