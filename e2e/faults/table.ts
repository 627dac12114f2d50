import type { CellResult } from './cell.ts'
import { FAULT_KINDS } from './kinds.ts'

/** How a cell ended, in the words of the table. */
function ended({ read, problems }: CellResult): string {
  if (problems.length > 0) return `FAILED: ${problems.join('; ')}`
  if (read.length === 0) return 'survived'
  return `${read.join(', ')}; finished`
}

const EXPLAINED = `Each line is one fault at one operation, over the app's own services and engine:
what was read while it lasted, by its code, and how it ended. "finished" is: after the fault was
lifted the journey ended with one report, one bucket, one stack, one registration, no token, and
nothing sent that AWS would refuse. "survived" is: so it did while the fault lasted, and nothing was
to be read. A hang is cancelled first ("cancelled"), and then waited for to its end.
The latency of 5 s, of the app's patience of 20 s, is run as 500 ms of 2 s; a hang is given up after
1.5 s of silence. The waits between two tries of a step take no time. "lost once" is a reply cut short
once, after AWS or Spot had done what it was asked. A reply without a body cannot be cut, and STS
never refuses GetCallerIdentity: those cells are survived for that reason.`

/** The whole table, operation by operation, then the histories of what failed, then the count. */
export function printed(results: readonly CellResult[]): string {
  const width = Math.max(...FAULT_KINDS.map(({ name }) => name.length))
  const rows = new Map<string, string[]>()
  for (const result of results) {
    const line = `  ${result.fault.padEnd(width)}  ${ended(result)}`
    rows.set(result.row, [...(rows.get(result.row) ?? []), line])
  }
  const failed = results.filter(({ problems }) => problems.length > 0)
  const histories = failed.map(
    ({ row, fault, history }) =>
      `History of ${row}, ${fault}:\n${history.map((line) => `  ${line}`).join('\n')}\n`,
  )
  return [
    EXPLAINED,
    '',
    ...[...rows].map(([row, lines]) => `${row}\n${lines.join('\n')}`),
    '',
    ...histories,
    `${results.length - failed.length} passed, ${failed.length} failed`,
  ].join('\n')
}
