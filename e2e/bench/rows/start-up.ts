import { compared } from '../figures.ts'
import { inRounds } from '../rounds.ts'
import type { Row } from '../row.ts'
import { withStarted } from '../started.ts'

const UNIT = 'ms'
const BARE = 'a bare window'
const BEFORE = 'the build before'

/**
 * From the spawn until somebody can press a step's button (`watch.cjs`), on a new profile. The bare window has
 * a list and a button of plain HTML, is watched in the same way and waits for nothing.
 */
export const startUp: Row = {
  id: 'start-up',
  title: 'start to usable, against a bare window',
  pairs: 30,
  applies: true,
  async measure(ground, rounds) {
    const { ours, bare, before } = ground.apps
    const started = (folder: string) => () =>
      withStarted(ground, folder, ({ painted, usable }) => Promise.resolve({ painted, usable }))
    const subjects = { ours: started(ours), bare: started(bare) }
    const figures = await inRounds(
      before === undefined ? subjects : { ...subjects, before: started(before) },
      { rounds, warmUps: 1 },
    )
    const usable = figures('ours').map((one) => one.usable)
    const results = [
      compared(
        { what: 'start to usable', against: BARE, unit: UNIT, goal: 1.08, limit: LIMIT },
        usable,
        figures('bare').map((one) => one.usable),
      ),
      compared(
        { what: 'start to first paint', against: BARE, unit: UNIT, goal: null, limit: '' },
        figures('ours').map((one) => one.painted),
        figures('bare').map((one) => one.painted),
      ),
    ]
    if (before === undefined) return results
    const earlier = figures('before').map((one) => one.usable)
    const figure = { what: 'start to usable', unit: UNIT, goal: null, limit: '' } as const
    return [...results, compared({ ...figure, against: BEFORE }, usable, earlier)]
  },
}

const LIMIT =
  'A bare window is the limit: Electron’s own start, one page of plain HTML. What ours needs besides is ' +
  'the reading of the profile, the code of the window and of the services, one question from page to main ' +
  'process and its answer, and the drawing of the checklist.'
