import { describe, expect, it } from 'vitest'
import { noChoices, type Choices } from '../checklist/state-file.ts'
import { manualClock } from '../testing/manual-clock.ts'
import { createReminders, deliveryDueOf, type Due } from './reminders.ts'

const HOUR = 60 * 60 * 1000

/** Registered now, with AWS's first delivery due in six hours, or there already. */
function registered(at: number, more: { way?: 'spot-support'; delivered?: true } = {}): Choices {
  const { way = 'spot-api', delivered = false } = more
  const delivery = {
    id: 'bucket',
    kind: 'delivery' as const,
    at: at + 6 * HOUR,
    evidence: [],
  }
  return {
    ...noChoices,
    registered: {
      way,
      at,
      evidence: [],
      steps: delivered ? [] : [delivery],
      summaryFile: '',
      wiped: true,
      sent: null,
      confirmedAt: null,
    },
  }
}
function reminders() {
  const clock = manualClock()
  const told: Due[] = []
  return { clock, told, ...createReminders(clock, (due) => told.push(due)) }
}

describe('a registered connection', () => {
  it('is told of when its delivery is due and when its analysis is, each once', async () => {
    const { clock, follow, told } = reminders()
    const choices = registered(clock.now())
    follow(noChoices)
    follow(choices)
    follow({ ...choices })
    await clock.advance(6 * HOUR - 1)
    expect(told).toEqual([])
    await clock.advance(1)
    expect(told).toEqual(['delivery-due'])
    follow({ ...choices })
    await clock.advance(42 * HOUR)
    expect(told).toEqual(['delivery-due', 'analysis-due'])
    await clock.advance(100 * HOUR)
    expect(told).toHaveLength(2)
  })

  it('is not reminded of what was due before the app began to look', async () => {
    const { clock, follow, told } = reminders()
    follow(registered(clock.now() - 40 * HOUR))
    await clock.advance(8 * HOUR)
    expect(told).toEqual(['analysis-due'])
  })

  it.each([
    ['Spot Support makes the connection', registered(0, { way: 'spot-support' })],
    ['nothing is registered any more', noChoices],
  ])('waits for nothing once %s', async (_, after) => {
    const { clock, follow, told } = reminders()
    follow(registered(clock.now(), { delivered: true }))
    follow(after)
    await clock.advance(100 * HOUR)
    expect(told).toEqual([])
  })

  it('is not told of after the end', async () => {
    const { clock, follow, stop, told } = reminders()
    follow(registered(clock.now()))
    stop()
    await clock.advance(100 * HOUR)
    expect(told).toEqual([])
  })

  it('knows when a delivery is due only where one was awaited', () => {
    expect(deliveryDueOf(registered(0))).toBe(6 * HOUR)
    expect(deliveryDueOf(registered(0, { delivered: true }))).toBeNull()
    expect(deliveryDueOf(noChoices)).toBeNull()
  })
})
