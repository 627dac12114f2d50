import { expect, test } from 'vitest'
import { EXPECTED, type JourneyName } from './expected.ts'
import { timed } from './journeys.ts'
import { TURNS, type TimedCall } from './tempo.ts'

/** A line for each round, so that a number that is another one now says why. */
function linesOf(calls: readonly TimedCall[]): string {
  const rounds = new Map<number, string[]>()
  for (const { round, name } of calls) rounds.set(round, [...(rounds.get(round) ?? []), name])
  return [...rounds].map(([round, names]) => `${round}  ${names.join(', ')}`).join('\n')
}

const NAMES: readonly JourneyName[] = [
  'verify-portal',
  'verify-keys',
  'verify-profile',
  'verify-console',
  'look-again',
  'from-zero',
  'msp',
  'member-account',
]

test('every journey of the table is gone', () => {
  expect(NAMES).toEqual(Object.keys(EXPECTED))
})

test.each(NAMES)('%s takes the calls and the rounds that the table says', async (name) => {
  const { rounds, calls, ends } = EXPECTED[name]
  const found = await timed(name)
  expect(found.steps).toMatchObject(ends)
  expect(found.look).toBe(name === 'look-again' ? 'looked' : found.look)
  expect(
    { rounds: found.calls.at(-1)?.round ?? 0, calls: found.calls.length },
    `${name}, round by round:\n${linesOf(found.calls)}`,
  ).toEqual({ rounds, calls })
  // How soon the app goes on after an answer is what the bound rests on.
  expect(found.longestPause).toBeLessThanOrEqual(TURNS / 4)
})
