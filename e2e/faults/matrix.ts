import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { calledOperations } from '../errors/called-operations.ts'
import { drawn } from '../load/sample.ts'
import { runCell, type Cell, type CellResult } from './cell.ts'
import { coursesTo, rowOf } from './courses.ts'
import { FAULT_KINDS } from './kinds.ts'

/** Cells of one process that wait for their servers at the same time. */
const AT_ONCE = 8

const resultSchema = z.object({
  row: z.string(),
  fault: z.string(),
  read: z.array(z.string()),
  problems: z.array(z.string()),
  history: z.array(z.string()),
})

/** Which cells are wanted: whose row holds the text, and of this kind. Nothing given is all. */
export type Selection = {
  readonly operation: string | undefined
  readonly fault: string | undefined
}

/** Every operation that the app calls, by each way to it, with every kind of fault. */
export function cellsOf({ operation: text, fault }: Selection): Cell[] {
  return calledOperations().flatMap(({ service, operation }) =>
    coursesTo({ service, operation }).flatMap((course) => {
      const at = { service, operation }
      if (!rowOf(at, course).includes(text ?? '')) return []
      const kinds = FAULT_KINDS.filter(({ name }) => name === (fault ?? name))
      return kinds.map((kind) => ({ operation: at, kind, course }))
    }),
  )
}

/** How many cells are drawn each day, beside those that are tested every time. */
const DRAWN = 6

export const nameOf = ({ operation, course, kind }: Cell): string =>
  `${rowOf(operation, course)}, ${kind.name}`

/** The cells that a seed draws. */
export const drawnFrom = (cells: readonly Cell[], seed: number): Cell[] =>
  drawn(cells, DRAWN, seed, nameOf)

/** Runs cells, some at once, and tells of each as it ends. */
export async function runCells(
  cells: readonly Cell[],
  onResult: (result: CellResult) => void,
): Promise<void> {
  const waiting = [...cells]
  const work = async (): Promise<void> => {
    for (let cell = waiting.shift(); cell !== undefined; cell = waiting.shift())
      onResult(await runCell(cell))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}

/**
 * Runs one share of the cells in a process of its own: `command` is this program's, and its child
 * writes one result a line. Rejects when the child does not end well.
 */
export async function runShare(
  command: readonly string[],
  onResult: (result: CellResult) => void,
): Promise<void> {
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  for await (const line of createInterface({ input: child.stdout }))
    onResult(resultSchema.parse(JSON.parse(line)))
  await ended
  if (child.exitCode !== 0) throw new Error(`A share of the matrix ended with ${child.exitCode}`)
}
