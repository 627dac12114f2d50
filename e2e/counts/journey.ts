import type { Page } from 'playwright'
import { button, panel, reaches } from '../journeys/window.ts'
import { SPOT_DEMO_TOKEN, type Scenario } from '../simulator/index.ts'
import { begins, entersPortal, goesTo } from './moves.ts'
import type { Counts } from './person.ts'

/** From the first window to the registration, as somebody does it who takes what is proposed. */
export async function countJourney(window: Page, scenario: Scenario): Promise<Counts> {
  const person = await begins(window)

  await goesTo(window, person, 'sign-in')
  await entersPortal(window, person, scenario)

  await goesTo(window, person, 'cost-report')
  await person.presses(button(window, 'cost-report', 'create'))
  person.changes()
  await reaches(window, 'bucket', 'done', 'pending')

  await goesTo(window, person, 'template')
  await person.presses(button(window, 'template', 'approve'))

  await goesTo(window, person, 'stack')
  await person.presses(button(window, 'stack', 'create'))
  await reaches(window, 'stack', 'done')

  await goesTo(window, person, 'registration')
  const token = panel(window, 'registration').getByLabel('Spot API token', { exact: true })
  await person.enters(token, SPOT_DEMO_TOKEN)
  await person.presses(button(window, 'registration', 'connect'))
  await person.presses(button(window, 'registration', 'send').first())
  await reaches(window, 'registration', 'done')
  await person.reads()
  return person.counts()
}
