import type { Look } from './calls.ts'
import { counted } from './figures.ts'
import type { Result } from './row.ts'
import { quantile } from './statistics.ts'

/** Milliseconds of each. */
export const timesOf = (looks: readonly Look[]): number[] => looks.map(({ ms }) => ms)

/** How many rounds and requests AWS was asked in, by the simulator's log; printed only. */
export function askedIn(looks: readonly Look[], whose: string): Result[] {
  const printed = { goal: null, limit: '' } as const
  const rounds = looks.map((look) => look.rounds)
  const requests = looks.map((look) => look.requests.length)
  return [
    counted({ what: `rounds of ${whose}`, unit: 'rounds', ...printed }, quantile(rounds, 0.5)),
    counted(
      { what: `requests of ${whose}`, unit: 'requests', ...printed },
      quantile(requests, 0.5),
    ),
  ]
}
