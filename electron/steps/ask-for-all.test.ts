import { expect, onTestFinished, test } from 'vitest'
import { simulated } from '../aws/testing/simulated.ts'
import type { Ability } from '../contract/preflight.ts'
import type { StepId } from '../contract/steps.ts'
import { parseHandOver } from '../hand-over/opening.ts'
import { enter, startJourney } from './testing/journey.ts'
import { answer } from './testing/report-journey.ts'

const lacking = (step: StepId, ...actions: string[]): Ability => ({
  step,
  missing: actions.map((action) => ({ action, resource: '*', because: 'not-allowed' })),
  optional: [],
  statement: '',
})
const preflight = {
  kind: 'known' as const,
  roleName: 'FinanceReader',
  abilities: [
    lacking('sign-in'),
    lacking('cost-report', 'cur:PutReportDefinition'),
    lacking('bucket'),
    lacking('stack', 'cloudformation:CreateStack'),
  ],
}

/** Signed in as somebody who may set up neither the report nor the role. */
async function opened() {
  const journey = await startJourney(await simulated(), new Map(), undefined, { preflight })
  onTestFinished(() => journey.engine.stop())
  await journey.send({ step: 'plan', action: 'choose', managedBy: 'us', mspAccountId: '' })
  await enter(journey)
  await journey.reaches('cost-report', 'todo')
  return journey
}

test('one request asks for every step that the person cannot do, and for no other', async () => {
  const journey = await opened()
  const shown = await answer(journey, {
    step: 'cost-report',
    action: 'hand-over-all',
    language: 'en',
  })
  expect(shown).toMatchObject({ kind: 'pending', progress: { kind: 'handed-over' } })
  const [page = '', data = ''] = [...journey.desktop.saved.keys()]
  expect(page).toMatch(/^eco-connect-request-\d{12}\.html$/)
  expect(data).toBe(page.replace('.html', '.ecoconnect'))
  const { steps } = parseHandOver(journey.desktop.saved.get(data) ?? '', data)
  expect(steps).toEqual(['cost-report', 'stack'])
})

test('a step whose turn has not come is in the file, and what is found at its turn is not taken unasked', async () => {
  const journey = await opened()
  expect(journey.status('stack').kind).toBe('waiting')
  await answer(journey, { step: 'cost-report', action: 'hand-over-all', language: 'en' })
  // The person reads what the file asks for all the same.
  expect(journey.status('cost-report')).toMatchObject({
    progress: { kind: 'handed-over', steps: ['cost-report', 'stack'] },
  })
  const noted = journey.engine.choices().handedOver.map(({ step }) => step)
  expect(noted).toEqual(['cost-report'])
})

test('the saved page is shown, and a message is begun that holds no value', async () => {
  const journey = await opened()
  await answer(journey, { step: 'cost-report', action: 'hand-over-all', language: 'en' })
  const [page = ''] = [...journey.desktop.saved.keys()]
  await answer(journey, { step: 'cost-report', action: 'show-file' })
  expect(journey.desktop.shown).toEqual([page])
  expect(journey.status('cost-report').kind).toBe('pending')
  await answer(journey, { step: 'cost-report', action: 'write-email', language: 'en' })
  const link = journey.desktop.opened.at(-1) ?? ''
  expect(link).toMatch(/^mailto:\?subject=/)
  const text = decodeURIComponent(link)
  expect(text).toContain('The attached page says what to do')
  expect(text).toContain('.ecoconnect')
  expect(text).not.toContain('⟨U+')
})

test('of a step that nobody was asked for there is nothing to show', async () => {
  const journey = await opened()
  for (const about of [{ action: 'show-file' }, { action: 'write-email', language: 'en' }] as const)
    await expect(journey.send({ step: 'cost-report', ...about })).rejects.toThrow('not-now')
  expect(journey.desktop.shown).toEqual([])
})
