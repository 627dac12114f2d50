import { onTestFinished, expect, test } from 'vitest'
import { startSimulator } from '../../../e2e/simulator/index.ts'
import { press } from './portal.ts'

test('a page that refuses a link has no button, and nothing is sent', async () => {
  const simulator = await startSimulator({ scenario: 'two-payers' })
  onTestFinished(() => simulator.stop())
  const shown = await press(`${simulator.url}/authorize?client_id=of-another-day`, 'allow')
  expect(shown).toContain('This sign-in link does not work')
  expect(simulator.requests.map(({ operation }) => operation)).toEqual(['AuthorizePage'])
})
