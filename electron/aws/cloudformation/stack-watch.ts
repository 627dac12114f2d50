import type { Clock } from '../../base/clock.ts'
import { createPace, type Pace } from '../../base/pace.ts'
import { WAITS } from '../../base/waits.ts'
import { isCode } from '../../errors/failure.ts'
import { conditionOf } from './stack-condition.ts'
import type { StackEvent } from './stack-events.ts'
import type { Stack } from './stack.ts'

/** A stack with its history, oldest first, and when to look at it again (ms since the epoch). */
export type Watched = {
  readonly stack: Stack
  readonly events: readonly StackEvent[]
  readonly nextAt: number
}

/**
 * Looks at stacks that AWS is at work on, with one call for each look: the history of a stack tells how
 * far it is and, by its own line, when AWS is done.
 */
export type StackWatch = {
  /**
   * The stack with this name or ARN, null when there is none. One that was at work at the last look is
   * given with its new history for as long as that says that AWS goes on. A look that AWS calls one too
   * many tells what was seen before, and several of them throw `aws-throttled`.
   */
  readonly look: (nameOrId: string, signal?: AbortSignal) => Promise<Stack | null>
  /** What was seen of a stack that AWS is at work on. Reads its history if that was not read yet. */
  readonly progress: (stack: Stack, signal?: AbortSignal) => Promise<Watched>
}

type Find = (nameOrId: string, signal?: AbortSignal) => Promise<Stack | null>
/**
 * How it reads: `findOnce` and `newest` leave a call that AWS calls one too many to whoever waits
 * (`Reach.asksLater`). `newest` gives the newest page of a stack's history, oldest first.
 */
type Reads = {
  readonly find: Find
  readonly findOnce: Find
  readonly newest: (id: string, signal?: AbortSignal) => Promise<StackEvent[]>
}

type Seen = {
  stack: Stack
  events: readonly StackEvent[]
  readonly pace: Pace
  begun: number
}

const WHOLE = 'AWS::CloudFormation::Stack'

/** The status that a stack's own last line tells; '' when it has none yet. */
function lastStatusOf({ name }: Stack, events: readonly StackEvent[]): string {
  const own = events.filter(({ type, logicalId }) => type === WHOLE && logicalId === name)
  return own.at(-1)?.status ?? ''
}

/** One whose creation was answered to nobody is looked for by its name. */
const isOf = ({ stack }: Seen, nameOrId: string): boolean =>
  stack.id === nameOrId || stack.name === nameOrId

/** `random` gives numbers from 0 to 1. */
export function createStackWatch(
  { find, findOnce, newest }: Reads,
  clock: Pick<Clock, 'now'>,
  random?: () => number,
): StackWatch {
  let seen: Seen | null = null

  /** What is read, or null where it was one call too many. */
  const unlessTooMuch = async <T>(watched: Seen, reading: Promise<T>): Promise<T | null> => {
    const { pace } = watched
    try {
      const read = await reading
      pace.wentWell()
      return read
    } catch (error) {
      const tooMuch = isCode(error, 'aws-throttled')
      if (tooMuch && pace.wasTooMuch()) return null
      // Whoever looks after that may be somebody else, and mean another stack by the same name.
      if (!tooMuch && seen === watched) seen = null
      throw error
    }
  }
  /** Reads the history. Whether AWS goes on, as far as that is known. */
  const goesOn = async (watched: Seen, signal?: AbortSignal): Promise<boolean> => {
    watched.begun = clock.now()
    const events = await unlessTooMuch(watched, newest(watched.stack.id, signal))
    if (!events) return true
    const status = lastStatusOf(watched.stack, events)
    watched.events = events
    if (status === '' || conditionOf(status) !== 'working') return false
    watched.stack = { ...watched.stack, status }
    return true
  }

  return {
    async look(nameOrId, signal) {
      const watched = seen && isOf(seen, nameOrId) ? seen : null
      if (!watched) return find(nameOrId, signal)
      if (await goesOn(watched, signal)) return watched.stack
      const found = await unlessTooMuch(
        watched,
        findOnce(nameOrId, signal).then((stack) => ({ stack })),
      )
      if (!found) return watched.stack
      const { stack } = found
      if (stack?.id === watched.stack.id && conditionOf(stack.status) === 'working')
        watched.stack = stack
      else if (seen === watched) seen = null
      return stack
    },
    async progress(stack, signal) {
      let watched = seen
      if (watched?.stack.id !== stack.id) {
        const pace = createPace(WAITS.stack.everyMs, random)
        watched = { stack, events: [], begun: clock.now(), pace }
        seen = watched
        await goesOn(watched, signal)
      }
      const { events, pace, begun } = watched
      return { stack, events, nextAt: pace.next(begun) }
    },
  }
}
