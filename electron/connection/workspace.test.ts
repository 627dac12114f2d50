import { expect, test } from 'vitest'
import { START_URL } from '../aws/testing/portal.ts'
import type { Command } from '../contract/commands.ts'
import { fail, toAppError } from '../errors/failure.ts'
import { profile } from '../steps/testing/profile.ts'
import { openConnection, type Connection } from './connection.ts'
import { until } from '../testing/until.ts'

const SIGN_IN = {
  step: 'sign-in',
  action: 'start',
  startUrl: START_URL,
  region: 'us-east-1',
  method: 'browser',
} as const

/** A keychain's process takes its time to start. */
const names = (connections: readonly Connection[]): string[] =>
  connections.map((connection) => connection.summary().name)
const statusOf = (connection: Connection, step: string) =>
  connection.view().steps.find(({ id }) => id === step)?.status.kind
const choosePlan = { step: 'plan', action: 'choose', managedBy: 'us', mspAccountId: '' } as const
const on = <A extends string>(action: A, id: string) =>
  ({ step: 'connections', action, id }) as const
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'nothing wrong',
    (error: unknown) => toAppError(error).code,
  )

test('adds connections, shows one, and finds all of them again', async () => {
  const { start } = await profile()
  const workspace = await start()
  const first = workspace.current()
  await workspace.command({ ...on('rename', first.id), name: ' Northwind ' })
  await workspace.command({ step: 'connections', action: 'add' })
  const second = workspace.current()
  expect(second.id).not.toBe(first.id)
  await workspace.command({ ...on('rename', second.id), name: 'Fabrikam' })
  await workspace.command(on('select', first.id))
  expect(workspace.current().id).toBe(first.id)

  const again = await start()
  expect(names(again.all())).toEqual(['Northwind', 'Fabrikam'])
  expect(again.current().id).toBe(first.id)
  expect(again.notices()).toEqual([])
})

test('begins a new connection after the last one is removed', async () => {
  const { start } = await profile()
  const workspace = await start()
  const { id } = workspace.current()
  await workspace.command(on('remove', id))
  expect(workspace.all()).toHaveLength(1)
  expect(workspace.current().id).not.toBe(id)
  expect(await codeOf(workspace.command(on('select', id)))).toBe('connection-unknown')
  expect((await start()).all().map((one) => one.id)).toEqual([workspace.current().id])
})

test('shows the others when one cannot be opened', async () => {
  const { start } = await profile()
  const before = await start()
  const broken = before.current().id
  await before.command({ ...on('rename', broken), name: 'Northwind' })
  await before.command({ step: 'connections', action: 'add' })
  const workspace = await start((folder, ...rest) =>
    folder.id === broken
      ? Promise.reject(fail('file-unreadable', { file: 'state.json' }))
      : openConnection(folder, ...rest),
  )
  expect(workspace.all().map(({ id }) => id)).toEqual([before.current().id])
  expect(workspace.notices()).toMatchObject([{ code: 'file-unreadable' }])
})

test('keeps a connection that is at work, and removes it with its sign-in once it rests', async () => {
  const { stage, start } = await profile('nothing')
  const workspace = await start()
  const connection = workspace.current()
  await connection.command(choosePlan)
  await until(() => expect(statusOf(connection, 'sign-in')).toBe('todo'))
  await connection.command(SIGN_IN)
  await until(() => expect(statusOf(connection, 'sign-in')).toBe('acting'))
  const remove: Extract<Command, { step: 'connections' }> = on('remove', connection.id)
  expect(await codeOf(workspace.command(remove))).toBe('busy')
  expect(workspace.all()).toEqual([connection])

  await connection.command({ step: 'sign-in', action: 'cancel' })
  await until(() => expect(connection.busy()).toBe(false))
  await workspace.command(remove)
  expect(workspace.all()).not.toContain(connection)
  expect(stage.simulator.world.sso.sessions.size).toBe(0)
})

test('keeps a sign-in in the vault of its connection, and ends it at AWS with the connection', async () => {
  const { stage, start } = await profile()
  const { sessions } = stage.simulator.world.sso
  const workspace = await start()
  const connection = workspace.current()
  await connection.command(choosePlan)
  await until(() => expect(statusOf(connection, 'sign-in')).toBe('todo'))
  await connection.command(SIGN_IN)
  await until(() => expect(sessions.size).toBe(1))
  await until(() => expect(connection.busy()).toBe(false))
  connection.stop()

  const again = await start()
  await until(() => expect(statusOf(again.current(), 'sign-in')).toBe('todo'))
  const asked = again
    .current()
    .view()
    .steps.find(({ id }) => id === 'sign-in')?.status
  expect(asked).toMatchObject({ ask: { stage: 'account' } })
  await again.command(on('remove', connection.id))
  expect(sessions.size).toBe(0)
  expect(again.notices()).toEqual([])
})
