import { startKeyring } from '../runtime/keyring.ts'
import { bundle as makeBundle } from './bundle.ts'
import { play } from './point.ts'
import type { Ground, PointResult } from './point.ts'

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

/** Plays the points of these numbers, a few at once, and tells each as soon as all before it are. */
export async function playAll(
  ground: Ground,
  numbers: readonly number[],
  tell: (result: PointResult) => void,
): Promise<void> {
  const waiting = [...numbers]
  const done = new Map<number, PointResult>()
  let told = 0
  const work = async (): Promise<void> => {
    for (let number = waiting.shift(); number !== undefined; number = waiting.shift()) {
      done.set(number, await play(ground, number))
      for (;;) {
        const next = numbers[told]
        const result = next === undefined ? undefined : done.get(next)
        if (!result) break
        told += 1
        tell(result)
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}
