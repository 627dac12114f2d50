import { describe, expect, it } from 'vitest'
import { simulated } from '../aws/testing/simulated.ts'
import { playThrough, startJourney } from '../steps/testing/journey.ts'
import { STACK_RESTS_ON } from './stack-rests-on.ts'

describe('what the form of the stack rests on', () => {
  it('is told by the steps that are named for it', async () => {
    const journey = await startJourney(await simulated(), new Map())
    await playThrough(journey)
    const told = STACK_RESTS_ON.map(({ step, fact }) => {
      const status = journey.status(step)
      const evidence = status.kind === 'done' ? status.evidence : []
      return evidence.filter(({ id, value }) => id === fact && value !== '').length
    })
    await journey.engine.idle()
    journey.engine.stop()
    expect(told).toEqual(STACK_RESTS_ON.map(() => 1))
  })
})
