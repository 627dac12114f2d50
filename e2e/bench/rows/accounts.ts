import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from 'playwright'
import type { World } from '../../simulator/index.ts'
import { newAccount } from '../../simulator/world.ts'
import type { Timed } from '../calls.ts'
import { compared, counted } from '../figures.ts'
import { drawn, goes, type Move } from '../page.ts'
import { inRounds } from '../rounds.ts'
import type { Ground, Row } from '../row.ts'
import { openScene, type Scene } from '../scene.ts'
import { quantile } from '../statistics.ts'

const ACCOUNTS = 10_000

/** How late each answer of AWS is; milliseconds. */
const CALL_MS = 100

/** One sign-in at a portal with that many accounts. */
type Listing = {
  /** From the first request for accounts until rows were shown, and until its answer; milliseconds. */
  readonly shown: number
  readonly page: number
  /** What each key that was typed into the filter took of the page's main thread; milliseconds. */
  readonly keys: readonly number[]
  /** What the list holds of the page's memory; megabytes (MiB). */
  readonly held: number
}

/** What somebody sees who signs in where there are ten thousand accounts, and looks for one of them. */
export const accounts: Row = {
  id: 'accounts',
  title: `a portal with ${ACCOUNTS} accounts, against one page of them`,
  pairs: 3,
  applies: true,
  async measure(ground, rounds) {
    const listed = { ours: () => listIn(ground, ground.apps.ours) }
    const listings = (await inRounds(listed, { rounds, warmUps: 0 }))('ours')
    const keys = listings.flatMap((listing) => listing.keys)
    const held = listings.map((listing) => listing.held)
    const figure = { what: 'first rows shown', against: 'one page’s answer', unit: 'ms' } as const
    return [
      compared(
        { ...figure, goal: 2, limit: LIMIT.rows },
        listings.map(({ shown }) => shown),
        listings.map(({ page }) => page),
      ),
      counted(
        { what: 'main thread per key, 19 of 20', unit: 'ms', goal: 16, limit: LIMIT.keys },
        quantile(keys, 0.95),
      ),
      counted(
        { what: 'main thread per key, median', unit: 'ms', goal: null, limit: '' },
        quantile(keys, 0.5),
      ),
      counted(
        { what: 'memory that the list holds', unit: 'MB', goal: 8, limit: LIMIT.memory },
        Math.max(...held),
      ),
    ]
  },
}

/** An organization of that many accounts, all of which the person may enter. */
function arrange({ accounts: known, sso }: World): void {
  const assignments = sso.users.get(sso.whoIsInBrowser)?.assignments
  for (let index = known.size; index < ACCOUNTS; index += 1) {
    const id = String(200_000_000_000 + index * 7_919)
    const number = String(index).padStart(5, '0')
    const email = `aws+workload-${number}@northwind.example`
    known.set(id, newAccount({ id, name: `Workload ${number}`, email }))
    assignments?.set(id, ['ReadOnlyAccess'])
  }
}

/** Until the portal is asked. */
const movesOf = ({ signIn }: Scene['scenario']): Move[] => [
  { find: '[data-panel="plan"] [data-answer="us"]' },
  { find: '[data-panel="sign-in"] input[placeholder^="https://"]', type: signIn.startUrl },
]
const START: Move = { find: '[data-panel="sign-in"] button[data-action="start"]' }

async function listIn(ground: Ground, folder: string): Promise<Listing> {
  const scene = await openScene(ground, 'fresh', { arrange })
  const { requests, world } = scene.simulator
  world.settings.answerMs = CALL_MS
  try {
    return await scene.with(folder, async (window) => {
      const probe = await probeOf(window)
      await goes(window, movesOf(scene.scenario))
      const before = await probe.heap()
      await goes(window, [START])
      const shownAt = await drawn(window, 'button[data-action="choose-account"]')
      const first = requests.find(({ operation }) => operation === 'ListAccounts')
      if (first?.answered === undefined) throw new Error('No accounts were asked for.')
      await allAnswered(requests)
      const keys = await typed(window, probe)
      const held = (await probe.heap()) - before
      return { shown: shownAt - first.time, page: first.answered - first.time, keys, held }
    })
  } finally {
    await scene.close()
  }
}

/** Waits until AWS has not been asked for a second: every page of the list is there. */
async function allAnswered(requests: readonly Timed[]): Promise<void> {
  const isQuiet = (): boolean =>
    requests.every(({ answered }) => answered !== undefined && Date.now() - answered > 1000)
  while (!isQuiet()) await delay(200)
}

/** One account is looked for, and then others. */
const KEYS = [
  'workload 0042'.split(''),
  Array<string>(4).fill('Backspace'),
  '9876'.split(''),
].flat()

/** Long enough for all that follows from a key, drawn after the frame in which it was typed, too. */
const KEY_MS = 200

/** What each key took of the main thread, above what goes by without one. */
async function typed(window: Page, { busy }: Probe): Promise<number[]> {
  await window.locator('[data-panel="sign-in"] input[type="search"]').focus()
  const during = async (work: () => Promise<void>): Promise<number> => {
    const before = await busy()
    await work()
    await delay(KEY_MS)
    return (await busy()) - before
  }
  const idle: number[] = []
  for (let i = 0; i < 5; i += 1) idle.push(await during(() => Promise.resolve()))
  const keys: number[] = []
  for (const key of KEYS) keys.push(await during(() => window.keyboard.press(key)))
  return keys.map((ms) => Math.max(0, ms - quantile(idle, 0.5)))
}

type Probe = {
  /** Milliseconds of processor time that the main thread's tasks took by now, whoever else was at work. */
  readonly busy: () => Promise<number>
  /** Megabytes (MiB) that the page's objects hold, after what nobody holds was swept away. */
  readonly heap: () => Promise<number>
}

/** Asks Chromium itself (https://chromedevtools.github.io/devtools-protocol/tot/Performance/). */
async function probeOf(window: Page): Promise<Probe> {
  const session = await window.context().newCDPSession(window)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return {
    async busy() {
      const { metrics } = await session.send('Performance.getMetrics')
      return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000
    },
    async heap() {
      await session.send('HeapProfiler.collectGarbage')
      const { usedSize } = await session.send('Runtime.getHeapUsage')
      return usedSize / 1024 / 1024
    },
  }
}

const LIMIT = {
  rows:
    'One page is the limit: a row can be shown when the first answer is there. Twice its time is the limit of the ' +
    'goal, as by then the next page would have been there.',
  keys: 'A key is drawn with the next frame where it takes less than 16 ms: filtering, rows, layout and paint.',
  memory: 'Names, numbers and addresses of ten thousand accounts are 2 MB as text.',
}
