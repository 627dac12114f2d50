import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { START_URL } from '../aws/testing/portal.ts'
import { enter } from '../steps/testing/journey.ts'
import { rememberedConnections, type Opened } from '../steps/testing/remembered.ts'

/* The setting `SessionOnly`: nothing of a sign-in is kept beyond the run. */

const connections = rememberedConnections()
const SESSION_ONLY = { managed: { sessionOnly: true } }

/** Names of the files in which something of a sign-in is kept, of one connection. */
const keptBy = ({ folder }: Opened): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => path.basename(file))
    .filter((name) => name.startsWith('vault'))
const callsOf = ({ keychain }: Opened): readonly string[] => keychain().calls

test('whoever signs in is asked for no keychain, and leaves nothing in file or keychain', async () => {
  const opened = await (await connections.fresh()).open(SESSION_ONLY)
  const before = callsOf(opened).length
  await enter(opened)
  await opened.quiet()
  expect(opened.status('sign-in')).toMatchObject({ kind: 'done' })
  expect(opened.connection.view().vault).toEqual({ kind: 'session-only' })
  expect(callsOf(opened).slice(before)).toEqual([])
  expect(keptBy(opened)).toEqual([])
  // Nor where somebody asks the vault to try again.
  await opened.command({ step: 'vault', action: 'retry' })
  expect(callsOf(opened).slice(before)).toEqual([])
})

test('without the setting it is kept, as ever', async () => {
  const opened = await (await connections.fresh()).open()
  const before = callsOf(opened).length
  await enter(opened)
  await opened.quiet()
  expect(opened.connection.view().vault).toEqual({ kind: 'ready' })
  expect(Object.keys(opened.keychain().entries)).toContain(opened.connection.id)
  expect(callsOf(opened).length).toBeGreaterThan(before)
  expect(keptBy(opened)).not.toEqual([])
})

test('what an earlier run has kept is removed, ended at AWS, and signed in with by nobody', async () => {
  const opened = await (await connections.proven()).open(SESSION_ONLY)
  await opened.quiet()
  expect(opened.status('sign-in')).toMatchObject({
    kind: 'todo',
    ask: { stage: 'start', startUrl: START_URL },
  })
  expect(keptBy(opened)).toEqual([])
  expect(Object.keys(opened.keychain().entries)).not.toContain(opened.connection.id)
  expect(opened.simulator.requests.map(({ operation }) => operation)).toEqual(['Logout'])
  // What was chosen and proven is still remembered: the same account is there after the sign-in.
  expect(existsSync(path.join(opened.folder, 'connections'))).toBe(true)
  await enter(opened)
  await opened.quiet()
  expect(opened.status('stack')).toMatchObject({ kind: 'done' })
})

test('nor is it left where every step is done by hand by now, and nobody asks for it', async () => {
  const before = await (await connections.byHand()).open()
  await before.quiet()
  // The stand-in for the keychain, and the file, as they were left.
  expect(keptBy(before)).not.toEqual([])
  const opened = await (await connections.byHand()).open(SESSION_ONLY)
  await opened.quiet()
  expect(opened.status('sign-in')).toMatchObject({ kind: 'pending' })
  await expect.poll(() => keptBy(opened)).toEqual([])
  expect(Object.keys(opened.keychain().entries)).not.toContain(opened.connection.id)
})
