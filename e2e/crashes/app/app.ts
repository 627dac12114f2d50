/**
 * The app without its window: the real main process over Node, with a person who answers. Ends with
 * 0 when the account is registered, or everything removed from this computer, with 1 and a reason when it cannot be, and by SIGKILL at the
 * boundary that it was told.
 */
import process from 'node:process'
import { BrowserWindow } from 'electron'
import { NOT_MANAGED } from '../../../electron/contract/managed.ts'
import { createApp } from '../../../electron/app.ts'
import type { Snapshot } from '../../../electron/contract/snapshot.ts'
import { overridesFrom } from '../../../electron/start/development.ts'
import { eraser } from './eraser.ts'
import { guardFiles, guardRemoval } from './guarded-files.ts'
import { person } from './person.ts'
import { LANGUAGES } from '../../../electron/texts/languages.ts'
import { ENGLISH } from '../../../electron/texts/en/index.ts'
import { createSpeech } from '../../../electron/texts/speech.ts'

/** Waits for AWS pass fifty times faster here. */
const [SHORTEST_WAIT, LONGEST_WAIT, FASTER] = [1000, 10_000, 50]
const GIVEN_UP = 60_000

function quickenWaits(): void {
  const { setTimeout } = globalThis
  const faster = (ms = 0): number => (ms >= SHORTEST_WAIT && ms <= LONGEST_WAIT ? ms / FASTER : ms)
  const quick = (callback: () => void, ms?: number) => setTimeout(callback, faster(ms))
  Object.assign(globalThis, { setTimeout: quick })
}

/** Sets this process's clock by so many milliseconds, for one that was wrong or is set right. */
function setClock(by: number): void {
  const { now } = Date
  Date.now = () => now() + by
  globalThis.Date = new Proxy(Date, {
    construct(date, given, target) {
      const made: unknown = Reflect.construct(
        date,
        given.length === 0 ? [date.now()] : given,
        target,
      )
      if (made instanceof date) return made
      throw new TypeError('Dates only')
    },
  })
}

async function run(): Promise<void> {
  const { env } = process
  const profile = env['CRASH_PROFILE'] ?? ''
  const isErasure = env['CRASH_COURSE'] === 'erasure'
  if (isErasure) guardRemoval(profile)
  else guardFiles(profile)
  const early: Snapshot[] = []
  let sees = (snapshot: Snapshot): void => void early.push(snapshot)
  const app = await createApp({
    told: [],
    window: new BrowserWindow(),
    profile,
    overrides: overridesFrom(env),
    managed: NOT_MANAGED,
    speech: createSpeech(ENGLISH, { en: LANGUAGES.en }),
    keychainService: 'Eco Connect',
    version: '0.0.0',
    edition: 'development',
    built: __dirname,
    push: (snapshot) => sees(snapshot),
  })
  const somebody = (isErasure ? eraser : person)(
    app,
    await app.snapshot(),
    env['CRASH_MEMORY'] ?? '',
  )
  sees = (snapshot) => somebody.sees(snapshot)
  const limit = setTimeout(() => {
    process.stderr.write(`not finished: ${somebody.shows()}\n`)
    process.exit(1)
  }, GIVEN_UP)
  await somebody.finishes()
  clearTimeout(limit)
  app.stop()
}

setClock(Number(process.env['CRASH_CLOCK'] ?? '0'))
quickenWaits()
run().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  },
)
