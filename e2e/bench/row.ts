import type { Environment } from '../runtime/display.ts'
import type { Spread } from './statistics.ts'

/** The folder of each app that is measured. */
type Apps = {
  readonly ours: string
  /** A window with a list and a button of plain HTML: what Electron costs whoever uses it. */
  readonly bare: string
  /** An earlier build of ours, where one was asked for and could be made. */
  readonly before: string | undefined
}

/** What every measurement stands on: the same Electron, screen and keyring for all apps. */
export type Ground = {
  readonly executable: string
  readonly sandbox: boolean
  readonly display: { readonly env: Environment }
  readonly keyring: { readonly env: Environment }
  readonly apps: Apps
}

type Unit = 'ms' | 's' | 'MB' | 'kB' | 'CPU ms' | 'rounds' | 'requests'

/** What is true of every figure of the table. */
export type Figure = {
  /** What was measured, for the table: “from start to usable”. */
  readonly what: string
  readonly unit: Unit
  /** The most that the ratio or the value may be; null where it is printed only. */
  readonly goal: number | null
  /** Why a miss is one, and what the physical limit is; told where the goal is missed. */
  readonly limit: string
}

/** Ours beside something else, in pairs. */
export type Compared = Figure & {
  readonly kind: 'compared'
  readonly against: string
  readonly ours: Spread
  readonly other: Spread
  /** Geometric mean of the ratios of the pairs, and the upper end of its 95 % interval. */
  readonly ratio: number
  readonly upper: number
  readonly met: boolean
}

/** A value by itself. */
export type Valued = Figure & {
  readonly kind: 'valued'
  readonly value: number
  /** The upper end of its 95 % interval, for one that grows; else the value. */
  readonly upper: number
  /** The values among which it grew, in order; else empty. */
  readonly series: readonly number[]
  readonly met: boolean
}

export type Result = Compared | Valued

/** One row of the benchmark; a row may have several results. */
export type Row = {
  readonly id: string
  /** What is measured against what, for `--help` and while it runs. */
  readonly title: string
  /** How many pairs are measured where nobody wishes otherwise; 0 for a row without pairs. */
  readonly pairs: number
  /** Whether this system can be measured so. */
  readonly applies: boolean
  readonly measure: (ground: Ground, pairs: number) => Promise<readonly Result[]>
}
