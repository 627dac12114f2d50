import { existsSync } from 'node:fs'
import path from 'node:path'
import { remainsAtAws } from '../aws/sign-in/wipe.ts'
import type { Erasure, Kept } from '../contract/erasure.ts'
import type { AppError } from '../errors/app-error.ts'
import { fail, toAppError } from '../errors/failure.ts'
import { replaceFile, writing } from '../files/files.ts'
import type { KeptThing } from './kept-things.ts'
import { leaveNothing } from './leave-nothing.ts'
import { BEGUN } from './profile-names.ts'

/**
 * Removing everything of the app from this computer. It can be ended at any moment: a file in the
 * profile says that it was begun, and the next start goes on with it instead of opening connections.
 */
export type Erase = {
  readonly state: () => Erasure
  /** Whether an earlier run has begun it and did not come to its end. */
  readonly isBegun: () => boolean
  /** Lists what there is; nothing is removed. */
  readonly ask: () => Promise<void>
  readonly close: () => void
  /** Resolves once it has begun. Throws `busy`, `not-now`, `disk-write-failed`. */
  readonly start: () => Promise<void>
  /** Goes on with what an earlier run has begun. */
  readonly goOn: () => Promise<void>
  /** Tries once more what could not be removed. */
  readonly again: () => void
  /** Whether it runs, or is over: then nothing else can be done with the app. */
  readonly isUnderWay: () => boolean
}

export function createErase(options: {
  /** The profile folder. */
  readonly profile: string
  /** What the app keeps at the moment, in the order in which it is removed. */
  readonly things: () => Promise<readonly KeptThing[]>
  /** The connection that is changing something outside now, by its name; null if none. */
  readonly busy: () => { readonly name: string } | null
  /**
   * Has the task done when the program ends, after the window is gone; if it returns true, Chromium
   * must not come to write its caches once more.
   */
  readonly atExit: (task: () => boolean) => void
  readonly onChange: () => void
}): Erase {
  const { profile, busy, atExit } = options
  const begun = path.join(profile, BEGUN)
  const removal: Removal = {
    things: [],
    items: new Map(),
    phase: 'closed',
    onChange: options.onChange,
  }
  let continued = false

  const look = async (): Promise<void> => {
    removal.things = await options.things()
    removal.items = new Map(removal.things.map(({ item }) => [item.id, item]))
  }
  const begin = async (): Promise<void> => {
    await look()
    await writing(begun, replaceFile(begun, ''))
    atExit(() => leave(removal, profile))
    void run(removal, removal.things)
  }
  const isUnderWay = (): boolean => removal.phase === 'running' || removal.phase === 'ended'

  return {
    state() {
      const { phase, items } = removal
      const all = { folder: profile, items: [...items.values()] }
      if (phase === 'closed') return { kind: 'closed' }
      if (phase === 'asked') return { kind: 'asked', ...all, busy: busy() }
      return { kind: phase, ...all, continued }
    },
    isBegun: () => existsSync(begun),
    isUnderWay,
    async ask() {
      if (isUnderWay()) return
      await look()
      become(removal, 'asked')
    },
    close() {
      if (removal.phase === 'asked') become(removal, 'closed')
    },
    async start() {
      if (removal.phase !== 'asked') throw fail('not-now', { step: 'erasure' })
      if (busy()) throw fail('busy', { step: 'erasure' })
      // From here on a second one is refused.
      become(removal, 'running')
      try {
        await begin()
      } catch (error) {
        become(removal, 'asked')
        throw error
      }
    },
    async goOn() {
      continued = true
      await begin()
    },
    again() {
      const { phase, things, items } = removal
      if (phase !== 'ended') throw fail('not-now', { step: 'erasure' })
      void run(
        removal,
        things.filter(({ item }) => items.get(item.id)?.problems.length),
      )
    },
  }
}

/** What there is, and how far its removal has come. */
type Removal = {
  things: readonly KeptThing[]
  items: Map<string, Kept>
  phase: 'closed' | 'asked' | 'running' | 'ended'
  readonly onChange: () => void
}

function become(removal: Removal, phase: Removal['phase']): void {
  removal.phase = phase
  removal.onChange()
}

async function run(removal: Removal, wanted: readonly KeptThing[]): Promise<void> {
  const show = (item: Kept): void => {
    removal.items.set(item.id, item)
    removal.onChange()
  }
  become(removal, 'running')
  for (const { item, remove } of wanted) {
    if (!remove) continue
    show({ ...item, state: 'removing', problems: [] })
    const problems = await problemsOf(remove)
    show({ ...item, state: stateAfter(item, problems), problems })
  }
  // Whatever is left has been told from here on: the next start is a first one.
  become(removal, 'ended')
}

/** What is left of connections has been told: its notes may go as well. False before the end. */
function leave({ phase, items }: Removal, profile: string): boolean {
  if (phase !== 'ended') return false
  const left = [...items.values()].filter(
    ({ kind, state }) => kind === 'connection' && state === 'left',
  )
  leaveNothing(
    profile,
    left.map((item) => item.path),
  )
  return true
}

function stateAfter({ kind }: Kept, problems: readonly AppError[]): Kept['state'] {
  // A sign-in that AWS was not told of is gone from here all the same.
  if (!problems.every(remainsAtAws)) return 'left'
  return kind === 'browser' ? 'closing' : 'removed'
}

/** What stood in the way of a removal, whatever it was: the next thing is removed all the same. */
async function problemsOf(
  remove: () => Promise<readonly AppError[]>,
): Promise<readonly AppError[]> {
  try {
    return await remove()
  } catch (error) {
    return [toAppError(error)]
  }
}
