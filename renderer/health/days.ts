import type { Health } from '../../electron/contract/health.ts'
import type { StepView } from '../../electron/contract/status.ts'
import { STEPS } from '../../electron/contract/steps.ts'

const DAY_MS = 86_400_000
/** Until then a connection that was just made has nothing to tell that is not on the page. */
const QUIET_FOR = 2 * DAY_MS

const dayOf = (at: number): number => new Date(at).setHours(0, 0, 0, 0)

/** Whole days of the calendar between two moments (ms since the epoch), in the person's time zone. */
export function daysBetween(at: number, now: number): number {
  return Math.max(0, Math.round((dayOf(now) - dayOf(at)) / DAY_MS))
}

/**
 * Only what was looked at today can be said to be right. A day that lies ahead is none of today's: the
 * clock was set back.
 */
export function isOfToday(at: number | null, now: number): boolean {
  return at !== null && dayOf(at) === dayOf(now)
}

/** Whether anybody has looked since the connection was made, or should have by now. */
export function hasSomethingToSay({ look, lookedAt, since }: Health, now: number): boolean {
  return look !== 'closed' || lookedAt !== null || now - since >= QUIET_FOR
}

/**
 * Of a connection that was made (`health`): what lies in AWS was proven on another day, and nobody has
 * looked at it today.
 */
export function isOfEarlierDay(
  { id, status }: StepView,
  health: Health | null,
  now: number,
): boolean {
  if (health === null || !STEPS[id].thingInAws || status.kind !== 'done') return false
  return !isOfToday(status.at, now)
}
