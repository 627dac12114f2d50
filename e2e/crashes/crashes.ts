/**
 * `npm run crashes`: the app is killed at every write of its journey, started again and played to
 * its end. Prints each point; exits 1 when one of them ends otherwise than an undisturbed journey.
 */
import process from 'node:process'
import { onGround, playAll } from './matrix.ts'
import { play } from './point.ts'
import type { PointResult } from './point.ts'

const write = (line: string): void => void process.stdout.write(`${line}\n`)

function printed({ number, name, faults }: PointResult): string {
  const where = `${String(number).padStart(3)}  ${name}`
  return faults.length === 0 ? `${where}  ok` : `${where}  FAILED\n     ${faults.join('\n     ')}`
}

/** The last boundary is passed when a run with one more is no longer killed. */
async function crashEverywhere(): Promise<boolean> {
  return onGround(async (ground) => {
    const undisturbed = await play(ground, 0)
    if (undisturbed.faults.length > 0)
      throw new Error(`The journey fails undisturbed:\n${undisturbed.faults.join('\n')}`)
    const points = undisturbed.boundaries.length
    write(`${points} boundaries\n`)
    let failed = 0
    const tell = (result: PointResult): void => {
      const unreached = result.name === '' && result.faults.length === 0
      const told = unreached
        ? { ...result, name: '-', faults: ['this boundary was not reached'] }
        : result
      if (told.faults.length > 0) failed += 1
      write(printed(told))
    }
    const numbers = Array.from({ length: points }, (_, index) => index + 1)
    await playAll(ground, numbers, tell)
    write(`${points - failed} passed, ${failed} failed`)
    return failed === 0
  })
}

// Ended from outside, what was started here ends as well.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

crashEverywhere().then(
  (whole) => {
    process.exitCode = whole ? 0 : 1
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  },
)
