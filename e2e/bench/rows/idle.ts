import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as delay } from 'node:timers/promises'
import { untilRegistration } from '../../journeys/steps.ts'
import { reaches } from '../../journeys/window.ts'
import { scenarioCalled, startSimulator } from '../../simulator/index.ts'
import { compared } from '../figures.ts'
import { environmentOf, played } from '../played.ts'
import { processorTimeOf } from '../processor-time.ts'
import type { Ground, Row } from '../row.ts'
import { withStarted, type Situation } from '../started.ts'

/** Until what a start leaves behind is done: Chromium tidies up for half a minute. */
const SETTLE_MS = 45_000
const IDLE_MS = 90_000

/** Processor time of an app, in ms: from its spawn on until it was left alone, and in the 90 s after. */
type Spent = { readonly before: number; readonly idle: number }

const spentBy = (ground: Ground, folder: string, situation: Situation): Promise<Spent> =>
  withStarted(
    ground,
    folder,
    async (app) => {
      await delay(SETTLE_MS)
      const before = await processorTimeOf(app)
      await delay(IDLE_MS)
      return { before, idle: (await processorTimeOf(app)) - before }
    },
    situation,
  )

/**
 * What it costs to leave the window open while AWS's first delivery is awaited: signed in, role proven, the
 * bucket looked at again and again.
 *
 * A bare window spends some thirty milliseconds in 90 s, of which one tick of the clock of processes (10 ms
 * for each) is a third: no ratio of these two numbers can be held to a twentieth, though it is printed. What counts is the cost of a whole stay: a bare window from its start
 * to the end of the 90 s, and the same with our waiting in the place of its own. Our own start is left out of
 * it, since `start-up` judges that, and would hide the waiting.
 *
 * All apps of all pairs wait at the same time on the same machine, which is what makes them pairs.
 */
export const idle: Row = {
  id: 'idle',
  title: 'processor while a delivery is awaited, against a bare window',
  pairs: 4,
  applies: process.platform === 'linux',
  async measure(ground, pairs) {
    const simulator = await startSimulator({ scenario: 'fresh', stackSeconds: 1 })
    const waiting = await mkdtemp(path.join(tmpdir(), 'bench-waiting-'))
    try {
      await played(ground, { profile: waiting, simulator }, async (window) => {
        await untilRegistration(window, scenarioCalled('fresh'))
        await reaches(window, 'bucket', 'pending')
      })
      const prepare = (profile: string) => cp(waiting, profile, { recursive: true })
      const { ours, bare } = ground.apps
      const spent = await Promise.all(
        Array.from({ length: pairs }, () =>
          Promise.all([
            spentBy(ground, ours, { prepare, env: environmentOf(simulator) }),
            spentBy(ground, bare, {}),
          ]),
        ),
      )
      const stay = { what: '90 s of waiting, with a start', goal: 1.05, limit: LIMIT } as const
      const alone = { what: '90 s of waiting', goal: null, limit: '' } as const
      const against = { against: 'a bare window', unit: 'CPU ms' } as const
      return [
        compared(
          { ...stay, ...against },
          spent.map(([mine, other]) => other.before + mine.idle),
          spent.map(([, other]) => other.before + other.idle),
        ),
        compared(
          { ...alone, ...against },
          spent.map(([mine]) => mine.idle),
          spent.map(([, other]) => other.idle),
        ),
      ]
    } finally {
      await rm(waiting, { recursive: true, force: true })
      await simulator.stop()
    }
  },
}

const LIMIT =
  'A bare window is the limit: it waits for nothing. What ours does besides is to ask AWS whether a file has ' +
  'come, to tell the minutes anew, and to keep a process for the keychain.'
