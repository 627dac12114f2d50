import type { Simulated } from '../../aws/testing/simulated.ts'
import type { Entry } from '../../audit/entry.ts'
import { changeAskedBy } from '../../audit/changes.ts'
import { startJourney, type Journey, type Person } from './journey.ts'

/** A journey of which everything is recorded, as a connection records it. */
export async function recordedJourney(
  stage: Simulated,
  person: Person = {},
): Promise<{ readonly journey: Journey; readonly entries: readonly Entry[] }> {
  const entries: Entry[] = []
  const now = (): string => new Date(stage.clock.now()).toISOString()
  const journey = await startJourney(stage, new Map(), undefined, {
    ...person,
    network: {
      ...person.network,
      onCall: (call) => void entries.push({ kind: 'call', at: now(), ...call }),
    },
  })
  return {
    entries,
    journey: {
      ...journey,
      send: async (command) => {
        const change = changeAskedBy(command)
        if (change) entries.push({ kind: 'change', at: now(), ...change })
        await journey.send(command)
      },
    },
  }
}
