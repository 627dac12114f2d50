import { parseArgs } from 'node:util'
import { seedFrom } from '../load/sample.ts'
import { packageShipped } from '../packaging/shipped.ts'
import { startDisplay } from '../runtime/display.ts'
import { ensureSystem } from '../runtime/system.ts'
import { install } from './installed.ts'
import { type Cell, CELLS, drawnBy, tryCell, typed } from './matrix.ts'

/** Attempts at once: each is several processes of its own. */
const AT_ONCE = 2

/**
 * `npm run hostile-starts`: everything that a start could bring along, on the packaged program, as
 * an ordinary user. Resolves whether nothing was honoured. `--only TEXT` tries those in whose line TEXT
 * is, such as `signed in` or the name of a switch; `--seed 20261129` those that the tests draw by it.
 */
async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: { only: { type: 'string', default: '' }, seed: { type: 'string' } },
  })
  const all = values.seed === undefined ? CELLS : drawnBy(seedFrom(values.seed))
  const cells = all.filter((cell) => `${typed(cell)}  ${cell.ends}`.includes(values.only))
  if (cells.length === 0) throw new Error('There is no such attempt')
  await ensureSystem(undefined, true)
  const installed = await install(await packageShipped())
  const failures: string[] = []
  let begun = 0
  let done = 0
  const work = async (): Promise<void> => {
    // A screen each: the keyboard belongs to one window of it.
    const display = await startDisplay()
    for (let cell = cells[begun]; cell; cell = cells[begun]) {
      begun += 1
      const problems = await tryCell(installed, display, cell)
      done += 1
      const verdict = problems.length === 0 ? cell.ends : `FAILED: ${problems.join('; ')}`
      const told = `${done}/${cells.length}  ${typed(cell)}  ${verdict}\n`
      process.stderr.write(told)
      if (problems.length > 0) failures.push(told)
    }
    await display.stop()
  }
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, work))
  } finally {
    await installed.remove()
  }
  const count = (ends: Cell['ends']): number => cells.filter((cell) => cell.ends === ends).length
  process.stdout.write(
    `${failures.join('')}${count('refused')} starts to be refused, ${count('helps')} of helpers, ${count('signed in')} to sign in with what they brought along ignored\n` +
      `${cells.length - failures.length} passed, ${failures.length} failed\n`,
  )
  return failures.length === 0
}

main().then(
  (passed) => {
    process.exitCode = passed ? 0 : 1
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  },
)
