import { expect, test } from 'vitest'
import { SPOT_DEMO_TOKEN } from '../../e2e/simulator/index.ts'
import { simulated } from '../aws/testing/simulated.ts'
import type { Entry } from '../audit/entry.ts'
import { noChoices, type Choices } from '../checklist/state-file.ts'
import { playThrough } from '../steps/testing/journey.ts'
import { recordedJourney } from '../steps/testing/recorded.ts'
import { ENGLISH } from '../texts/en/index.ts'
import { recordPage, type RecordDocument } from './record-page.ts'
import { lastOf, standingIn } from './record-standing.ts'

const at = Date.parse('2026-11-23T09:00:00Z')
const blank: RecordDocument = {
  name: '',
  choices: noChoices,
  steps: [],
  state: 'under-way',
  disconnected: null,
  entries: [],
  torn: false,
  appVersion: '1.2.3',
  at,
}
const pageOf = (more: Partial<RecordDocument>): string => recordPage(ENGLISH, { ...blank, ...more })
const textOf = (html: string): string =>
  html
    .replaceAll(/<style>.*?<\/style>/gs, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')

/** A finished journey against the simulator, and every secret that was in it. */
async function finished() {
  const stage = await simulated()
  const secrets = new Set<string>([SPOT_DEMO_TOKEN])
  const { save } = stage.tokens
  const tokens = {
    ...stage.tokens,
    save: (kept: Parameters<typeof save>[0]) => {
      for (const text of JSON.stringify(kept).matchAll(/"([^"]{24,})"/g)) secrets.add(text[1] ?? '')
      return save(kept)
    },
  }
  const { journey, entries } = await recordedJourney({ ...stage, tokens })
  await playThrough(journey)
  await journey.engine.idle()
  const choices = journey.engine.choices()
  const steps = journey.engine.steps()
  journey.engine.stop()
  return { choices, steps, entries, secrets }
}

test('the record of a finished journey tells all of it, and no secret', async () => {
  const { choices, steps, entries, secrets } = await finished()
  const page = pageOf({ name: 'Northwind', choices, steps, entries, state: 'registered' })
  const text = textOf(page)
  const created = entries.find(
    (entry) => entry.kind === 'call' && entry.operation === 'CreateStack',
  )
  for (const wanted of [
    'Northwind Management (418207315602)',
    'Signed in as dana.levi, AdministratorAccess',
    'Report name spot-eco',
    'Bucket spot-eco-cur-418207315602-us-east-1-an',
    'Stack name SpotEcoConnect',
    'arn:aws:iam::418207315602:role/SpotByNetApp_Finops_ReadOnly',
    String(choices.approvedTemplate?.sha256),
    'Read from AWS. The first delivery had not been seen',
    'Asked for: create the role (SpotEcoConnect (external ID: none))',
    String(created?.kind === 'call' && created.requestId),
    'Delete the stack “SpotEcoConnect”',
    'Ask Spot Support to remove the account',
  ])
    expect(text).toContain(wanted)
  expect(secrets.size).toBeGreaterThan(3)
  for (const secret of secrets) expect(page).not.toContain(secret)
  expect(page).not.toMatch(/<script|\bon\w+=|https?:\/\/|url\(/)
})

test('its headings have no gap, and every table has its headers', async () => {
  const page = pageOf(await finished())
  const levels = [...page.matchAll(/<h([1-6])>/g)].map(([, level]) => Number(level))
  expect(levels[0]).toBe(1)
  for (const [place, level] of levels.entries())
    expect(level - (levels[place - 1] ?? 0)).toBeLessThanOrEqual(1)
  expect(levels.filter((level) => level === 3)).toHaveLength(7)
  for (const [row] of page.matchAll(/<tr[^>]*>.*?<\/tr>/gs))
    if (!/<tr class="(ok|bad)"/.test(row)) expect(row).toMatch(/<th scope="(row|col|rowgroup)"/)
})

test('its date is that of the last thing in it, and what is only due does not count', async () => {
  const { choices, steps, entries } = await finished()
  expect(lastOf(choices, steps, entries)).toBe(choices.registered?.at)
  const later: Entry = {
    kind: 'change',
    at: '2030-01-01T00:00:00.000Z',
    step: 'disconnect',
    action: 'remove',
    about: 'stack SpotEcoConnect',
  }
  expect(lastOf(choices, steps, [...entries, later])).toBe(Date.parse(later.at))
  expect(lastOf(noChoices, [], [])).toBe(0)
})

const registered = (more: Partial<NonNullable<Choices['registered']>>): Choices => ({
  ...noChoices,
  registered: {
    way: 'spot-console',
    at,
    evidence: [],
    steps: [],
    summaryFile: '',
    wiped: true,
    sent: null,
    confirmedAt: null,
    ...more,
  },
})

test('whatever rests on somebody’s word is never told as proven', () => {
  const done = { kind: 'done', at, evidence: [] } as const
  const told = { kind: 'unverified', at, evidence: [] } as const
  const pending = { kind: 'pending', lookAgainAt: null, blocks: false } as const
  const standing = (choices: Choices, ...view: Parameters<typeof standingIn>[1][]) =>
    view.map((one) => {
      const { standing: name, verified } = standingIn(choices, one)
      return [name, verified]
    })
  expect(
    standing(
      registered({}),
      { id: 'registration', status: done },
      { id: 'stack', status: done },
      { id: 'stack', status: { ...pending, progress: told } },
      { id: 'bucket', status: { kind: 'skipped', why: 'msp-keeps-bucket' } },
      { id: 'template', status: done },
      { id: 'stack', status: { kind: 'waiting', for: [] } },
    ),
  ).toEqual([
    ['spotConsole', false],
    ['proven', true],
    ['told', false],
    ['withMsp', false],
    ['decided', true],
    ['notFinished', false],
  ])
  expect(standing(registered({ way: 'spot-api' }), { id: 'registration', status: done })).toEqual([
    ['spotApi', true],
  ])
  const asked = { kind: 'asked-spot', at, sent: null, evidence: [] } as const
  expect(
    standing(
      registered({ way: 'spot-support' }),
      { id: 'registration', status: { ...pending, progress: { ...asked, confirmedAt: null } } },
      { id: 'registration', status: { ...pending, progress: { ...asked, confirmedAt: at } } },
    ),
  ).toEqual([
    ['askedSpot', false],
    ['saidConnected', false],
  ])
})

test('what was taken back stands there with what is left, and gaps are told', () => {
  const text = textOf(
    pageOf({
      state: 'disconnected',
      torn: true,
      disconnected: {
        at,
        removed: [
          { id: 'stack', name: 'SpotEcoConnect', at, proven: true },
          { id: 'report', name: 'spot-eco', at, proven: false },
        ],
        left: [{ id: 'bucket', name: 'cur', state: 'there' }],
        atSpot: null,
      },
    }),
  )
  expect(text).toContain(
    'Stack “SpotEcoConnect” Removed November 23, 2026 at 09:00 UTC, read again',
  )
  expect(text).toContain('Report “spot-eco” Begun November 23, 2026 at 09:00 UTC; nobody has seen')
  expect(text).toContain('Bucket “cur” Created by this app, and not removed.')
  expect(text).toContain('a change may be missing here')
  expect(text).toContain('Nothing has been created that would have to be undone.')
})

/** Choices of an account in which this app has created these. */
const withCreated = (
  created: readonly Pick<Choices['created'][number], 'kind' | 'name'>[],
  more: Partial<Choices> = {},
): Choices => ({
  ...noChoices,
  account: { id: '418207315602', name: '', email: '' },
  created: created.map((one) => ({ ...one, accountId: '418207315602', id: '' })),
  ...more,
})
const all = [
  { kind: 'bucket', name: 'cur' },
  { kind: 'report', name: 'spot-eco' },
  { kind: 'stack', name: 'SpotEcoConnect' },
] as const

test('what was created is to be undone, also where its step proves nothing', () => {
  const status = { kind: 'failed', error: { code: 'stack-failed', facts: {} } } as const
  const steps = [{ id: 'stack', status }] as const
  const text = textOf(pageOf({ choices: withCreated(all), steps }))
  expect(text).toContain('Delete the stack “SpotEcoConnect”')
  expect(text).toContain('Delete the report “spot-eco”')
  expect(text).toContain('Empty and delete the bucket “cur”')
  expect(text).toContain('Not finished. It has stopped: AWS could not create')
})

test('what is seen to be gone is not undone again, nor told as made by others', () => {
  const removed = all.map(({ kind, name }) => ({ id: kind, name, at, proven: kind !== 'bucket' }))
  const evidence = [
    { id: 'role-arn', value: 'arn:aws:iam::418207315602:role/Spot', copy: false },
    { id: 'stack-name', value: 'SpotEcoConnect', copy: false },
  ] as const
  const steps = [{ id: 'stack', status: { kind: 'done', at, evidence } }] as const
  const disconnected = { accountId: '418207315602', at, removed, left: [], steps: [] }
  const text = textOf(pageOf({ choices: withCreated(all, { disconnected }), steps }))
  expect(text).not.toContain('Delete the stack')
  expect(text).not.toContain('was not created by this app')
  // Nobody has seen the end of that one.
  expect(text).toContain('Empty and delete the bucket “cur”')
})

test('a step that was looked at and has stopped is not told as proven', () => {
  const earlier = { kind: 'done', at, evidence: [] } as const
  const failed = (code: 'bucket-missing' | 'sign-in-code-expired') =>
    standingIn(noChoices, {
      id: 'bucket',
      status: { kind: 'failed', error: { code, facts: {} } },
      earlier,
    })
  expect(failed('bucket-missing')).toMatchObject({ standing: 'stopped', verified: false, at })
  expect(failed('sign-in-code-expired')).toMatchObject({ standing: 'earlier', verified: true })
})

test('whatever names a connection stays text', () => {
  const html = pageOf({ name: '<img src=x onerror=alert(1)>' })
  expect(html).not.toContain('<img')
  expect(html).toContain('<title>Connection record: &lt;img src=x')
})
