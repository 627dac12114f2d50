/**
 * How often each wait of the app asks somebody, and what an hour of it costs at most. Whoever waits takes
 * the interval from here; `e2e/rounds/waits.test.ts` counts the calls of an hour and writes
 * `resources/security/waits.md` from this.
 */

/** One wait. Times in milliseconds. */
export type Wait = {
  /** From the beginning of a look to that of the next; null where nobody is asked. */
  readonly everyMs: number | null
  /** Calls of one look at most, if nothing goes wrong and each answer has one page. */
  readonly calls: number
  /** After this it ends by itself; null as long as the app is open. */
  readonly lastsMs: number | null
}

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

export const WAITS = {
  /** The person signs in in a browser, whose answer comes by itself. */
  'sign-in-browser': { everyMs: null, calls: 0, lastsMs: 10 * MINUTE },
  /** The person signs in elsewhere with a code. AWS says how often to ask; more often than this is never. */
  'sign-in-code': { everyMs: 2 * SECOND, calls: 1, lastsMs: 10 * MINUTE },
  /** AWS is at work on a stack. */
  stack: { everyMs: 2 * SECOND, calls: 1, lastsMs: null },
  /** AWS has refused a stack and is about to take it back. */
  'stack-taken-back': { everyMs: 4 * SECOND, calls: 2, lastsMs: 30 * SECOND },
  /** AWS deletes a stack, within two minutes as a rule. */
  'stack-deletion': { everyMs: 2 * SECOND, calls: 1, lastsMs: 10 * MINUTE },
  /** A role just created is not visible everywhere at once. */
  'role-visible': { everyMs: 5 * SECOND, calls: 2, lastsMs: 2 * MINUTE },
  /** AWS delivers the report, within a day. */
  delivery: { everyMs: 10 * MINUTE, calls: 7, lastsMs: null },
  /** The MSP was asked to set up the report. */
  msp: { everyMs: 10 * MINUTE, calls: 2, lastsMs: null },
  /** Somebody else was asked to do a step. */
  asked: { everyMs: MINUTE, calls: 5, lastsMs: null },
  /** Spot's first analysis, its answer, and what the app reminds of meanwhile. */
  analysis: { everyMs: null, calls: 0, lastsMs: null },
  /** The look ahead at what the person may do, and the look at the role: once for each sign-in. */
  looks: { everyMs: null, calls: 0, lastsMs: null },
} as const satisfies Readonly<Record<string, Wait>>

export type WaitId = keyof typeof WAITS

/** The most calls of an hour of this wait, or of all of it where it is shorter. */
export function callsPerHour({ everyMs, calls, lastsMs }: Wait): number {
  return everyMs === null ? 0 : (Math.min(lastsMs ?? HOUR, HOUR) / everyMs) * calls
}

/** Seconds before each further attempt at something that somebody puts off. */
export const ATTEMPTS = {
  /** AWS's sign-in services say that they cannot answer. */
  'sign-in-busy': [1, 2, 4],
  /** Spot is overloaded or down. */
  'spot-busy': [1, 3],
  /** Spot cannot see the role yet. */
  'spot-role': [5, 10, 15, 20, 30],
} as const satisfies Readonly<Record<string, readonly number[]>>

/** How often a call to AWS is sent before its error counts; the SDK waits longer each time. */
export const SENT_AT_MOST = 4

/** So many looks one after the other that AWS calls one too many, then it is told: some two minutes. */
export const PUT_OFF_AT_MOST = 6

/** The longest that a wait is put off because AWS said that it is asked too much. */
export const SLOWEST_MS = 30 * SECOND

/** A window that comes to the front looks at what others were asked, once in this time at most. */
export const AT_FRONT_MS = 10 * SECOND

/** A look that comes later than this was slept through: it waits a part of `SPREAD_MS` more. */
export const SLEPT_MS = 30 * SECOND
export const SPREAD_MS = 10 * SECOND
