import { expect, test } from 'vitest'
import { parseState } from '../checklist/state-file.ts'
import { madeConnection } from '../steps/testing/made-connection.ts'

const HOUR = 60 * 60 * 1000
const DAY = 24 * HOUR

test('right after the registration nobody has looked again, and what was proven is known', async () => {
  const { health, finding, journey } = await madeConnection()
  expect(health()).toMatchObject({ lookedAt: null, look: 'closed', differences: [] })
  expect(finding('delivery')).toMatchObject({ state: 'good' })
  expect(finding('costs')).toMatchObject({ state: 'unseen', codes: ['not-asked'], before: null })
  expect(journey.engine.choices().health).toBeNull()
})

test('a look on a later day finds everything as approved, and keeps what it found', async () => {
  const { stage, disk, lookAgain, journey, health, deliver, finding } = await madeConnection()
  stage.clock.advance(30 * DAY)
  deliver()
  expect(await lookAgain()).toBe('works')
  expect(health().lookedAt).toBeGreaterThanOrEqual(stage.clock.now() - HOUR)
  const kept = parseState(disk.get('state.json') ?? '')?.health
  expect(kept?.findings.map(({ id, state }) => `${id} ${state}`)).toEqual(
    health().findings.map(({ id, state }) => `${id} ${state}`),
  )
  journey.engine.close()
  await journey.engine.idle()
  expect(health().look).toBe('closed')
  expect(finding('costs')).toMatchObject({ state: 'good' })
})

test('a look counts as one with a clock that was set back behind the registration', async () => {
  const { stage, lookAgain, lookAnew, health } = await madeConnection()
  expect(await lookAgain()).toBe('works')
  stage.clock.advance(-5 * DAY)
  expect(await lookAnew()).toBe('works')
  expect(health().lookedAt).toBeLessThanOrEqual(stage.clock.now())
  expect(health().lookedAt).toBeGreaterThan(stage.clock.now() - HOUR)
})
