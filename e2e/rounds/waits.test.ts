import { expect, test } from 'vitest'
import { callsPerHour, SPREAD_MS, WAITS, type Wait } from '../../electron/base/waits.ts'
import { GERMAN } from '../../electron/texts/de/index.ts'
import { ENGLISH } from '../../electron/texts/en/index.ts'
import { waiting, WAITINGS } from './waiting.ts'
import { WAIT_IDS, waitsPage } from './waits-page.ts'

const HOUR = 3_600_000
/** Where a look comes every few seconds, this part of the hour tells the rest. */
const PART = HOUR / 12

/** Of an hour's wait, one call or two renew what the sign-in gave, whatever is waited for. */
const RENEWALS = ['sso:GetRoleCredentials', 'sso-oidc:CreateToken']

const CASES = WAIT_IDS.flatMap((id) => WAITINGS[id].map((one, index) => ({ id, one, index })))

test('every wait of the table is gone through', () => {
  expect(WAIT_IDS).toEqual(Object.keys(WAITS))
  expect(new Set(CASES.map(({ id }) => id)).size).toBe(WAIT_IDS.length)
})

test.each(CASES)(
  '$id ($index) asks as often as promised at most',
  async ({ id, one }) => {
    const wait: Wait = WAITS[id]
    const { everyMs, calls } = wait
    const isFast = everyMs !== null && everyMs < 10_000 && wait.lastsMs === null
    const share = isFast ? PART / HOUR : 1
    await waiting(one, async ({ clock, tempo }) => {
      await clock.pass(HOUR * share, tempo.settled)
      const names = tempo.calls().map(({ name }) => name)
      const renewing = (name: string): boolean => id !== 'sign-in-code' && RENEWALS.includes(name)
      const asked = names.filter((name) => !renewing(name))
      // The second look comes a little early, and at the end there may be something to offer anew.
      const more = wait.lastsMs === null ? calls : calls + 4
      expect(asked.length, asked.join(', ')).toBeLessThanOrEqual(callsPerHour(wait) * share + more)
      expect(names.length - asked.length).toBeLessThanOrEqual(2)
      // AWS says the one, and what goes on for a moment only is over when AWS says so.
      const isExact = id !== 'sign-in-code' && id !== 'stack-taken-back' && id !== 'asked'
      if (isExact) expect(asked.length).toBeGreaterThanOrEqual(callsPerHour(wait) * share * 0.95)
    })
  },
  180_000,
)

test.each(['delivery', 'asked'] as const)(
  'a computer that slept asks once after it, and not for all the looks that it missed: %s',
  async (id) => {
    const [one] = WAITINGS[id]
    if (!one) throw new Error('nothing to wait for')
    await waiting(one, async ({ clock, tempo }) => {
      clock.sleepThrough(HOUR * 0.7)
      await tempo.settled()
      // Not in the moment of waking, in which the network is not there yet.
      expect(tempo.calls()).toEqual([])
      await clock.pass(SPREAD_MS, tempo.settled)
      expect(tempo.calls().length).toBeGreaterThan(0)
      expect(tempo.calls().length).toBeLessThanOrEqual(WAITS[id].calls)
    })
  },
)

test('the window says how often somebody else’s step is looked at, as it is', () => {
  expect(WAITS.asked.everyMs).toBe(60_000)
  expect(ENGLISH.words.someoneElse.asked.looks).toContain('once a minute')
  expect(GERMAN.words.someoneElse.asked.looks).toContain('jede Minute')
})

test('what a reviewer reads of it says the same', async () => {
  await expect(waitsPage()).toMatchFileSnapshot('../../resources/security/waits.md')
})
