import { setTimeout as delay } from 'node:timers/promises'
import { chromium } from 'playwright'
import { pageLoading, until } from '../runtime/debugging.ts'
import type { Bench } from './started.ts'
import { withStarted } from './started.ts'

/** Long enough for either app to have painted: the debugger attaches only when the race is over. */
const settleMs = 1200

/**
 * Milliseconds from the spawn to the first contentful paint of the app in `folder`, as Chromium
 * itself recorded it (https://w3c.github.io/paint-timing/).
 */
export function startUp(bench: Bench, folder: string): Promise<number> {
  return withStarted(bench, folder, async (started) => {
    await delay(settleMs)
    await pageLoading(started.debugger)
    const browser = await chromium.connectOverCDP(started.debugger)
    const page = browser.contexts()[0]?.pages()[0]
    if (!page) throw new Error('The app has no page.')
    const painted = await until('first contentful paint', () =>
      page.evaluate(() => {
        const paint = performance.getEntriesByName('first-contentful-paint')[0]
        return paint && performance.timeOrigin + paint.startTime
      }),
    )
    await browser.close()
    return painted - started.spawnedAt
  })
}
