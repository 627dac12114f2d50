import process from 'node:process'
import { setTimeout as delay } from 'node:timers/promises'
import { compared } from '../figures.ts'
import { memoryOf } from '../proportional-size.ts'
import { inRounds } from '../rounds.ts'
import type { Row } from '../row.ts'
import { withStarted } from '../started.ts'

/** Long enough for what a start leaves to be done. */
const SETTLE_MS = 3000

export const memory: Row = {
  id: 'memory',
  title: 'memory of all processes, against a bare window',
  pairs: 5,
  applies: process.platform === 'linux',
  async measure(ground, rounds) {
    const settled = (folder: string) => () =>
      withStarted(ground, folder, async (app) => {
        await delay(SETTLE_MS)
        return memoryOf(app)
      })
    const { ours, bare } = ground.apps
    const figures = await inRounds(
      { ours: settled(ours), bare: settled(bare) },
      { rounds, warmUps: 0 },
    )
    const what = { what: 'memory after start', against: 'a bare window', unit: 'MB' } as const
    return [compared({ ...what, goal: 1.12, limit: LIMIT }, figures('ours'), figures('bare'))]
  },
}

const LIMIT =
  'A bare window is the limit: Electron’s own processes with one page of plain HTML. What ours needs besides ' +
  'is the code of window and services, compiled, and what it holds.'
