import { drawn } from '../load/sample.ts'
import { startKeyring } from '../runtime/keyring.ts'
import { bundle as makeBundle } from './bundle.ts'
import { play } from './point.ts'
import type { SimulatorOptions } from '../simulator/index.ts'
import type { Ground, Point, PointResult } from './point.ts'

/** Somebody whose new bucket cannot carry its tags from the beginning: they come after it. */
export const TAGS_AFTER: Partial<SimulatorOptions> = {
  policy: {
    Statement: [
      { Effect: 'Allow', Action: '*', Resource: '*' },
      { Effect: 'Deny', Action: 's3:TagResource', Resource: '*' },
    ],
  },
}

/** A company without an access portal: credentials as to the console, kept with their key. */
export const AT_CONSOLE: Partial<SimulatorOptions> = { scenario: 'console-sign-in' }

/** Two journeys share a core: most of their time is waiting for each other's files and answers. */
const AT_ONCE = 3

/** Builds what all points share, and removes it again. */
export async function onGround<T>(use: (ground: Ground) => Promise<T>): Promise<T> {
  const bundle = await makeBundle()
  try {
    const keyring = await startKeyring('unlocked')
    try {
      return await use({ bundle, keyring })
    } finally {
      await keyring.stop()
    }
  } finally {
    await bundle.remove()
  }
}

/** Each boundary of a run, in its order, as the point that finds it again in another run. */
export function pointsOf(boundaries: readonly string[]): Point[] {
  const times = new Map<string, number>()
  return boundaries.map((name) => {
    const time = (times.get(name) ?? 0) + 1
    times.set(name, time)
    return { name, time }
  })
}

/** How many points of the journey are drawn each day, beside those that are tested every time. */
const DRAWN = 3

/** The points that a seed draws. */
export const drawnFrom = (points: readonly Point[], seed: number): Point[] =>
  drawn(points, DRAWN, seed, ({ name, time }) => `${name} ${time}`)

/** How often a point is looked for: saves of a file that come together are one write, so their number differs. */
const TRIES = 4

/** Plays a point until the app was killed there; the last result where it never was. */
async function untilKilled(playOnce: () => Promise<PointResult>): Promise<PointResult> {
  let result = await playOnce()
  for (let left = TRIES - 1; left > 0 && !result.killed && result.faults.length === 0; left -= 1)
    // oxlint-disable-next-line no-await-in-loop -- the next run only if this one did not come there
    result = await playOnce()
  return result
}

/** Plays these points, a few at once, and tells each as soon as all before it are. */
export async function playAll(
  ground: Ground,
  points: readonly Point[],
  tell: (point: Point, result: PointResult) => void,
  playPoint: (point: Point) => Promise<PointResult> = (point) => play(ground, point),
): Promise<void> {
  const waiting = [...points]
  const done = new Map<Point, PointResult>()
  let told = 0
  const work = async (): Promise<void> => {
    for (let point = waiting.shift(); point; point = waiting.shift()) {
      const here = point
      done.set(here, await untilKilled(() => playPoint(here)))
      for (;;) {
        const next = points[told]
        const result = next && done.get(next)
        if (!next || !result) break
        told += 1
        tell(next, result)
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}
