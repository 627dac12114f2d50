import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Managed } from '../contract/managed.ts'
import type { HandOverFile } from '../contract/hand-over-file.ts'
import { toAppError } from '../errors/failure.ts'
import { parseHandOver } from '../hand-over/opening.ts'
import { profile } from '../steps/testing/profile.ts'
import type { Connection } from './connection.ts'
import { createHandedIn } from './handed-in.ts'
import type { Workspace } from './workspace.ts'
import { until } from '../testing/until.ts'

const TEMPLATE = await readFile(
  new URL('../../resources/eco-role.template.json', import.meta.url),
  'utf8',
)
/** The same role in other bytes. */
const OTHER = `${TEMPLATE}\n`
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
/** When files are opened. */
const OPENED = Date.parse('2026-02-01T08:00:00Z')
const FILE: HandOverFile = {
  format: 'eco-connect-hand-over',
  version: 1,
  kind: 'request',
  from: { name: 'Dana', connection: '' },
  madeAt: '2026-01-31T12:05:00.000Z',
  appVersion: '',
  accountId: '418207315602',
  steps: ['stack'],
  values: { managedBy: 'us', reportName: 'spot-eco' },
  template: { fileName: 'theirs.json', sha256: sha256(OTHER), body: OTHER, approved: true },
}

const handedIn = (...files: readonly object[]) => handedInAt({}, ...files)

/** The same at a computer on which an organization has decided something. */
async function handedInAt(managed: Partial<Managed>, ...files: readonly object[]) {
  const { start, folder, stage, asked } = await profile('allow', managed)
  const workspace = await start()
  const opened = createHandedIn(
    () => undefined,
    () => OPENED,
  )
  for (const file of files) {
    const place = path.join(folder, 'from-dana.ecoconnect')
    await writeFile(place, JSON.stringify(file))
    await opened.open(place)
  }
  return { workspace, opened, folder, stage, asked }
}

const use = async (one: Awaited<ReturnType<typeof handedIn>>, id: string): Promise<string> => {
  try {
    await one.opened.use(one.workspace, id)
    return 'used'
  } catch (error) {
    return toAppError(error).code
  }
}
const choose = (connection: Connection) =>
  connection.command({ step: 'plan', action: 'choose', managedBy: 'us', mspAccountId: '' })
const templateOf = (workspace: Workspace) =>
  workspace
    .current()
    .view()
    .steps.find(({ id }) => id === 'template')?.status
const settled = (workspace: Workspace, kind: string): Promise<void> =>
  until(() => expect(templateOf(workspace)?.kind).toBe(kind))
const recordOf = (folder: string, id: string): Promise<string> =>
  readFile(path.join(folder, 'connections', id, 'audit.jsonl'), 'utf8')

test('a file is shown, and changes nothing until it is used', async () => {
  const { workspace, opened, stage } = await handedIn(FILE)
  expect(opened.shown()).toMatchObject({ kind: 'read', content: { from: { name: 'Dana' } } })
  expect(workspace.all()).toHaveLength(1)
  expect(workspace.current().view().proposal).toBeNull()
  opened.close()
  expect(opened.shown()).toBeNull()
  expect(stage.simulator.requests).toEqual([])
})

test.each([
  ['about an account', { accounts: ['111122223333'] }],
  ['with a template', { ownTemplates: 'off' }],
] as const)(
  'one %s that is not allowed here leaves no connection behind',
  async (_what, managed) => {
    const one = await handedInAt(managed, FILE)
    const { workspace, opened } = one
    const before = workspace.all().map(({ id }) => id)
    for (let pressed = 0; pressed < 2; pressed += 1)
      expect(await use(one, '')).toBe('set-by-organization')
    expect(workspace.all().map(({ id }) => id)).toEqual(before)
    expect(workspace.current().id).toBe(before[0])
    // It is still shown, with whatever else can be done about it.
    expect(opened.shown()).toMatchObject({ kind: 'read' })
    expect(await use(one, before[0] ?? '')).toBe('set-by-organization')
    expect(workspace.current().view().proposal).toBeNull()
  },
)

test('used in a new connection, it is proposed there, and its template waits for an approval', async () => {
  const one = await handedIn(FILE)
  const { workspace, opened, folder, stage } = one
  const before = workspace.current().id
  expect(await use(one, '')).toBe('used')
  expect(opened.shown()).toBeNull()
  const current = workspace.current()
  expect(current.id).not.toBe(before)
  expect(current.view().proposal).toMatchObject({ content: { values: FILE.values } })
  expect(current.view().steps.find(({ id }) => id === 'plan')?.status.kind).toBe('todo')

  await choose(current)
  await settled(workspace, 'todo')
  expect(templateOf(workspace)).toMatchObject({ ask: { review: { sha256: sha256(OTHER) } } })
  const record = await recordOf(folder, current.id)
  expect(record).toContain('"action":"claimed"')
  expect(record).toContain('claimed by file, not verified')
  expect(record).not.toContain('"approve"')
  expect(stage.simulator.requests).toEqual([])
  expect(await use(one, '')).toBe('not-now')
})

test('an approval that a file claims is kept as claimed, and is nobody’s approval', async () => {
  const one = await handedIn(FILE)
  const current = one.workspace.current()
  await choose(current)
  await settled(one.workspace, 'todo')
  expect(await use(one, current.id)).toBe('used')
  const claim = { sha256: sha256(OTHER), from: 'Dana', at: OPENED }
  await until(() =>
    expect(templateOf(one.workspace)).toMatchObject({
      kind: 'todo',
      ask: { review: { sha256: sha256(OTHER) }, claim: { ...claim, isSame: true } },
    }),
  )
  const state = await readFile(
    path.join(one.folder, 'connections', current.id, 'state.json'),
    'utf8',
  )
  expect(JSON.parse(state)).toMatchObject({
    choices: { approvedTemplate: null, claimedApproval: claim },
  })
  // Of a file that claims none, nothing is kept in its place.
  await current.propose(
    { ...FILE, template: { fileName: 'x', sha256: sha256(TEMPLATE), approved: false } },
    OPENED + 1,
  )
  expect(templateOf(one.workspace)).toMatchObject({ ask: { claim } })
})

test('an approval that the person has given stays, and no other text takes its place', async () => {
  const one = await handedIn(FILE)
  const { workspace } = one
  const current = workspace.current()
  await choose(current)
  await settled(workspace, 'todo')
  await current.command({ step: 'template', action: 'approve', sha256: sha256(TEMPLATE) })
  await settled(workspace, 'done')
  expect(await use(one, current.id)).toBe('used')
  expect(templateOf(workspace)).toMatchObject({ kind: 'done' })
  expect(current.view().proposal).not.toBeNull()
})

test('pressed twice, it adds one connection', async () => {
  const one = await handedIn(FILE)
  expect((await Promise.all([use(one, ''), use(one, '')])).toSorted()).toEqual(['not-now', 'used'])
  expect(one.workspace.all()).toHaveLength(2)
})

test('a connection that is unknown is none, and the file stays open', async () => {
  const one = await handedIn(FILE)
  expect(await use(one, 'x')).toBe('connection-unknown')
  expect(one.opened.shown()).not.toBeNull()
  expect(await use(one, one.workspace.current().id)).toBe('used')
})

test('a file with a template that cannot be reviewed is refused whole', async () => {
  const body = '{"Resources": 1}'
  const template = { fileName: 'x.json', sha256: sha256(body), body, approved: true }
  const one = await handedIn({ ...FILE, template })
  expect(one.opened.shown()).toMatchObject({ kind: 'refused' })
  expect(await use(one, '')).toBe('not-now')
  expect(one.workspace.all()).toHaveLength(1)
})

test('another file takes the place of the one that was open', async () => {
  const one = await handedIn(FILE, { format: 'x' })
  expect(one.opened.shown()).toMatchObject({
    kind: 'refused',
    error: { code: 'hand-over-not-understood' },
  })
  expect(await use(one, '')).toBe('not-now')
})

test('an answer says what was told by hand, for an app that reads it', async () => {
  const { workspace, asked } = await handedIn()
  const current = workspace.current()
  const stepIs = (step: string, kind: string): Promise<void> =>
    until(() => {
      const view = current.view().steps.find(({ id }) => id === step)
      expect(view?.status.kind).toBe(kind)
    })
  await choose(current)
  await stepIs('sign-in', 'todo')
  await expect(current.command({ step: 'app', action: 'save-answer' })).rejects.toThrow('not-now')
  await current.command({ step: 'sign-in', action: 'by-hand' })
  await until(() => expect(current.view().byHand).toBe(true))
  await stepIs('sign-in', 'todo')
  await current.command({
    step: 'sign-in',
    action: 'by-hand-account',
    accountId: FILE.accountId,
  })
  await stepIs('cost-report', 'todo')
  const told = { bucketName: 'northwind-reports', prefix: 'cur' }
  await current.command({ step: 'cost-report', action: 'use-bucket', ...told })
  await stepIs('cost-report', 'pending')
  await current.command({ step: 'app', action: 'save-answer' })
  const [name = '', text = ''] = [...asked.saved].at(-1) ?? []
  expect(name).toBe(`eco-connect-answer-${FILE.accountId}.ecoconnect`)
  expect(parseHandOver(text, name)).toMatchObject({
    kind: 'answer',
    accountId: FILE.accountId,
    values: told,
  })
})
