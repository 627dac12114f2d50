/**
 * `npm run crashes`: the app is killed at every write of its journey, and at every step of *Remove
 * everything from this computer*, started again and played to its end. Prints each point; exits 1 when one of them ends otherwise than an undisturbed journey.
 */
import process from 'node:process'
import { parseArgs } from 'node:util'
import { seedFrom } from '../load/sample.ts'
import { AT_CONSOLE, drawnFrom, onGround, playAll, pointsOf, TAGS_AFTER } from './matrix.ts'
import { playErasure } from './erasing.ts'
import { play } from './point.ts'
import type { Ground, Point, PointResult } from './point.ts'
import type { SimulatorOptions } from '../simulator/index.ts'

const usage = `npm run crashes -- [--seed N]
  --seed     only the points that the tests draw by this seed
  --help     this
`
const { values } = parseArgs({ options: { seed: { type: 'string' }, help: { type: 'boolean' } } })

const write = (line: string): void => void process.stdout.write(`${line}\n`)

function printed({ name, time }: Point, faults: readonly string[]): string {
  const where = time === 1 ? name : `${name} (${time})`
  return faults.length === 0 ? `${where}  ok` : `${where}  FAILED\n     ${faults.join('\n     ')}`
}

async function boundariesIn(
  ground: Ground,
  world: Partial<SimulatorOptions> = {},
): Promise<readonly string[]> {
  const { boundaries, faults } = await play(ground, undefined, undefined, world)
  if (faults.length > 0) throw new Error(`The journey fails undisturbed:\n${faults.join('\n')}`)
  return boundaries
}

async function crashEverywhere(): Promise<boolean> {
  return onGround(async (ground) => {
    const points = pointsOf(await boundariesIn(ground))
    const others = pointsOf(await boundariesIn(ground, TAGS_AFTER)).filter(({ name }) =>
      /^(CreateBucket|PutBucketTagging)/.test(name),
    )
    const signIns = pointsOf(await boundariesIn(ground, AT_CONSOLE)).filter(({ name }) =>
      /^(vault\.bin|keychain|CreateOAuth2Token|RevokeOAuth2Token)/.test(name),
    )
    const removal = await playErasure(ground)
    if (removal.faults.length > 0) throw new Error(removal.faults.join('\n'))
    const removals = pointsOf(removal.boundaries)
    const all = [...points, ...others, ...signIns, ...removals]
    write(`${all.length} boundaries`)
    let failed = 0
    const tell = (point: Point, { killed, faults }: PointResult): void => {
      const told = killed ? faults : ['this boundary was not reached', ...faults]
      if (told.length > 0) failed += 1
      write(printed(point, told))
    }
    await playAll(ground, points, tell)
    write('where the tags come after the bucket:')
    await playAll(ground, others, tell, (point) => play(ground, point, undefined, TAGS_AFTER))
    write('where people sign in as to the console:')
    await playAll(ground, signIns, tell, (point) => play(ground, point, undefined, AT_CONSOLE))
    write('while everything is removed from the computer:')
    await playAll(ground, removals, tell, (point) => playErasure(ground, point))
    write(`${all.length - failed} passed, ${failed} failed`)
    return failed === 0
  })
}

/** `--seed 20261129`: only the few points of the journey that the tests draw by this seed. */
async function crashAtDrawn(seed: number): Promise<boolean> {
  return onGround(async (ground) => {
    const points = drawnFrom(pointsOf(await boundariesIn(ground)), seed)
    let whole = true
    await playAll(ground, points, (point, { killed, faults }) => {
      const told = killed ? faults : ['this boundary was not reached', ...faults]
      whole &&= told.length === 0
      write(printed(point, told))
    })
    return whole
  })
}

// Ended from outside, what was started here ends as well.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

function asAsked(): Promise<boolean> {
  if (values.help) {
    write(usage)
    return Promise.resolve(true)
  }
  return values.seed === undefined ? crashEverywhere() : crashAtDrawn(seedFrom(values.seed))
}

asAsked().then(
  (whole) => {
    process.exitCode = whole ? 0 : 1
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  },
)
