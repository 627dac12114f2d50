import { randomUUID } from 'node:crypto'
import process from 'node:process'
import { setTimeout as delay } from 'node:timers/promises'
import { keepConnectionOfBefore } from '../../demo/connected-before.ts'
import { scenarioCalled } from '../../simulator/index.ts'
import { compared } from '../figures.ts'
import { memoryOf } from '../memory-of.ts'
import { inRounds } from '../rounds.ts'
import type { Row } from '../row.ts'
import { withStarted, type Situation } from '../started.ts'
import { growth } from './growth.ts'

/** Long enough for what a start leaves to be done. */
const SETTLE_MS = 3000

const CONNECTIONS = 10

/** Puts ten connections of three weeks ago into a profile. */
async function tenConnections(profile: string): Promise<void> {
  const scenario = scenarioCalled('later')
  const now = Date.now()
  const world = scenario.build(now)
  for (let i = 0; i < CONNECTIONS; i += 1)
    await keepConnectionOfBefore(profile, scenario, world, now, randomUUID())
}

/** All processes a few seconds after start, with one new connection and with ten; and whether it grows. */
export const memory: Row = {
  id: 'memory',
  title: 'memory of all processes, against a bare window',
  pairs: 5,
  applies: process.platform === 'linux',
  async measure(ground, rounds) {
    const settled = (folder: string, situation?: Situation) => () =>
      withStarted(
        ground,
        folder,
        async (app) => {
          await delay(SETTLE_MS)
          return memoryOf(app)
        },
        situation,
      )
    const { ours, bare } = ground.apps
    const figures = await inRounds(
      {
        ours: settled(ours),
        bare: settled(bare),
        ten: settled(ours, { prepare: tenConnections }),
      },
      { rounds, warmUps: 0 },
    )
    const against = { against: 'a bare window', unit: 'MB', limit: LIMIT } as const
    return [
      compared({ what: 'after start', goal: 1.12, ...against }, figures('ours'), figures('bare')),
      compared(
        { what: 'with 10 connections', goal: 1.25, ...against },
        figures('ten'),
        figures('bare'),
      ),
      await growth(ground),
    ]
  },
}

const LIMIT =
  'A bare window is the limit: Electron’s own processes with one page of plain HTML. What ours needs besides ' +
  'is the code of window and services, compiled, and what it holds.'
