/**
 * `npm run policies`: every setting that an organization can make, allowed, forbidden, invalid and unreadable, in
 * the real window and by commands sent past it. Prints each row; exits 1 when one is wrong.
 */
import { availableParallelism } from 'node:os'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { seedFrom } from '../load/sample.ts'
import { startDisplay } from '../runtime/display.ts'
import { ensureSystem } from '../runtime/system.ts'
import { CELLS, drawnBy, nameOf, playCell } from './matrix.ts'

const usage = `npm run policies -- [--only TEXT] [--seed N]
  --only     only the rows in whose line TEXT is, such as AllowSpotApi or unreadable
  --seed     only the rows that the tests draw by this seed
  --help     this
`
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    seed: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

const write = (line: string): void => void process.stdout.write(`${line}\n`)

async function playAll(): Promise<boolean> {
  const all = values.seed === undefined ? CELLS : drawnBy(seedFrom(values.seed))
  const cells = all.filter((cell) => nameOf(cell).includes(values.only))
  if (cells.length === 0) throw new Error('There is no such row')
  await ensureSystem()
  const waiting = [...cells]
  let wrong = 0
  const work = async (): Promise<void> => {
    const display = await startDisplay()
    for (let cell = waiting.shift(); cell; cell = waiting.shift()) {
      const problems = await playCell(cell, display)
      if (problems.length > 0) wrong += 1
      const verdict = problems.length === 0 ? 'right' : `WRONG\n${problems.join('\n')}`
      write(`${nameOf(cell)}  ${verdict}`)
    }
    await display.stop()
  }
  // Half of the time a row waits for a window or for an answer.
  await Promise.all(Array.from({ length: 2 * availableParallelism() }, work))
  write(`${cells.length} rows, ${cells.length - wrong} right, ${wrong} wrong`)
  return wrong === 0
}

// Ended from outside, what was started here ends as well.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

if (values.help) process.stdout.write(usage)
else
  playAll().then(
    (right) => {
      process.exitCode = right ? 0 : 1
    },
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
      process.exitCode = 1
    },
  )
