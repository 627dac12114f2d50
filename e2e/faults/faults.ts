import os from 'node:os'
import { parseArgs } from 'node:util'
import { seedFrom } from '../load/sample.ts'
import { rowOf } from './courses.ts'
import type { CellResult } from './cell.ts'
import { cellsOf, drawnFrom, runCells, runShare } from './matrix.ts'
import { printed } from './table.ts'

const { values } = parseArgs({
  options: {
    operation: { type: 'string' },
    fault: { type: 'string' },
    /** The few that the tests draw by this seed. */
    seed: { type: 'string' },
    /** `1/2`: the second of two processes; its results go to the first, one a line. */
    share: { type: 'string' },
  },
})
const chosen = cellsOf({ operation: values.operation, fault: values.fault })
const cells = values.seed === undefined ? chosen : drawnFrom(chosen, seedFrom(values.seed))

/**
 * `npm run faults`: every operation that the app calls, with every kind of fault. Resolves whether
 * all is well. `--operation PutReportDefinition --fault hang` runs a part of it.
 */
async function main(): Promise<boolean> {
  if (cells.length === 0) throw new Error('There is no such cell')
  const processes = Math.min(os.availableParallelism(), cells.length)
  const results = new Map<string, CellResult>()
  const onResult = (result: CellResult): void => {
    results.set(`${result.row} ${result.fault}`, result)
    const how = result.problems.length > 0 ? 'FAILED' : 'ok'
    const place = `${results.size}/${cells.length}`
    process.stderr.write(`${place} ${result.row} ${result.fault} ${how}\n`)
  }
  const own = [...process.execArgv, ...process.argv.slice(1)]
  await Promise.all(
    Array.from({ length: processes }, (_, index) =>
      runShare([...own, '--share', `${index}/${processes}`], onResult),
    ),
  )
  const inOrder = cells.flatMap(
    ({ operation, course, kind }) => results.get(`${rowOf(operation, course)} ${kind.name}`) ?? [],
  )
  if (inOrder.length !== cells.length) throw new Error('Some cells have no result')
  process.stdout.write(`${printed(inOrder)}\n`)
  return inOrder.every(({ problems }) => problems.length === 0)
}

async function share(text: string): Promise<boolean> {
  const [index = 0, of = 1] = text.split('/').map(Number)
  await runCells(
    cells.filter((_, place) => place % of === index),
    (result) => process.stdout.write(`${JSON.stringify(result)}\n`),
  )
  return true
}

// The SDK's notice about future versions of Node is not what this command is asked for.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true'

const running = values.share === undefined ? main() : share(values.share)
running.then(
  (passed) => {
    process.exitCode = passed ? 0 : 1
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  },
)
