import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright'
import type { Snapshot } from '../electron/contract/snapshot.ts'
import type { StepId } from '../electron/contract/steps.ts'
import { expect, test, type Stage, type StageOptions } from './journeys/fixture.ts'
import { replaceEntry } from './journeys/keychain-entry.ts'
import { approveTemplate, settleReport } from './journeys/steps.ts'
import { line, open, panel, press, reaches } from './journeys/window.ts'
import {
  CURRENT,
  keptOf,
  layOut,
  openingOf,
  ownFiles,
  rememberOutside,
  VERSIONS,
  type Opening,
} from './profiles/kept.ts'
import { situations } from './profiles/situations.ts'
import { readAudit, readSettings, readState, readTokens, unsealed } from './profiles/v7/reader.ts'
import type { ScenarioId } from './simulator/index.ts'
import { settleStack } from './simulator/services/stack.ts'

type StageFor = (scenario: ScenarioId, options?: StageOptions) => Promise<Stage>

/** Operations that make, change or end something outside, or begin a sign-in. */
const CHANGING = /^(Put|Delete|Tag|Create|Update|Set|Register|StartDevice|Logout)/

/** A simulator that knows what the profile has made, and the profile's files with their keys. */
async function laidOut(
  stage: StageFor,
  id: string,
  version = CURRENT,
): Promise<Stage & { opening: Opening }> {
  const opening = await openingOf(version, id)
  const scene = await stage(opening.scenario)
  await rememberOutside(scene.simulator.world, version, id, Date.now())
  await layOut(version, id, scene.profile)
  for (const [connection, key] of Object.entries(opening.keys))
    await replaceEntry(scene.keyring, connection, key)
  return { ...scene, opening }
}

const changesIn = ({ simulator }: Stage): string[] =>
  simulator.requests.map(({ operation }) => operation).filter((name) => CHANGING.test(name))

const snapshotIn = (window: Page): Promise<Snapshot> =>
  window.evaluate(() => {
    const bridge = Reflect.get(globalThis, 'ecoConnect') as { snapshot: () => Promise<Snapshot> }
    return bridge.snapshot()
  })

async function show(window: Page, connection: string): Promise<void> {
  await window.locator('button[data-action="connections"]').click()
  const shown = window.locator(`[data-connection="${connection}"]`)
  if ((await shown.locator('[aria-current="true"]').count()) > 0)
    await window.keyboard.press('Escape')
  else await shown.locator('button[data-action="select"]').click()
}

/** What the files of a profile hold, but for the record, which grows. */
async function contentOf(profile: string): Promise<Record<string, string>> {
  const files = (await ownFiles(profile)).filter((file) => !/audit|settings/.test(file))
  const read = files.map(async (file) => {
    const bytes = await readFile(path.join(profile, file))
    return [file, bytes.toString('base64')] as const
  })
  return Object.fromEntries(await Promise.all(read))
}

test('a profile is kept of every situation', () => {
  expect(keptOf(CURRENT)).toEqual(situations.map(({ id }) => id).toSorted())
})

/** Builds before the fourth version called it done when Spot Support was only asked. */
const ASKED = 'pending'

const kept = VERSIONS.flatMap((version) => keptOf(version).map((id) => ({ version, id })))
for (const { version, id } of kept) {
  test(`a kept profile loses nothing: ${version}, ${id}`, async ({ stage }) => {
    const scene = await laidOut(stage, id, version)
    const before = await contentOf(scene.profile)
    const { window, close } = await scene.start()
    for (const [connection, statuses] of Object.entries(scene.opening.statuses)) {
      await show(window, connection)
      for (const [step, kind] of Object.entries(statuses))
        await expect(line(window, step as StepId), step).toHaveAttribute(
          'data-status',
          id === 'msp-asked-support' && step === 'registration' ? ASKED : kind,
        )
      expect((await snapshotIn(window)).notices).toEqual([])
    }
    const { connections } = await snapshotIn(window)
    expect(connections.map((one) => one.id).toSorted()).toEqual(
      Object.keys(scene.opening.statuses).toSorted(),
    )
    await close()
    expect(changesIn(scene)).toEqual([])
    expect(await contentOf(scene.profile)).toEqual(before)
  })
}

test('a stack that an earlier build began is finished by this one, and not begun again', async ({
  stage,
}) => {
  const scene = await laidOut(stage, 'stack-being-created')
  const { window } = await scene.start()
  await reaches(window, 'stack', 'pending')
  const account = scene.simulator.world.accounts.get(scene.scenario.signIn.accountId)
  expect(account?.stacks).toHaveLength(1)
  for (const stack of account?.stacks ?? []) settleStack(stack, Number.MAX_SAFE_INTEGER)
  await reaches(window, 'stack', 'done')
  await reaches(window, 'registration', 'todo')
  expect(changesIn(scene)).toEqual([])
})

test('what an earlier build registered keeps its record, and its summary opens no sign-in', async ({
  stage,
}) => {
  const scene = await laidOut(stage, 'registered')
  const { window } = await scene.start()
  await reaches(window, 'registration', 'done')
  const shown = await open(window, 'registration')
  await expect(shown).toContainText('arn:aws:iam::')
  await open(window, 'stack')
  await expect(panel(window, 'stack')).toContainText('SpotByNetApp_Finops_ReadOnly')
  expect(scene.simulator.requests).toEqual([])
})

test('a request to Spot Support that an earlier build has sent is there to be sent again', async ({
  stage,
}) => {
  const scene = await laidOut(stage, 'msp-asked-support', 'v3')
  const { app, window } = await scene.start()
  await reaches(window, 'registration', 'pending')
  await expect(await open(window, 'registration')).toContainText('Waiting for Spot Support since')
  await press(window, 'registration', 'copy-request')
  const copied = () => app.evaluate(({ clipboard }) => clipboard.readText())
  await expect.poll(copied).toContain('Spot organization ID: 606079870158')
  expect(await copied()).toContain(
    'S3 bucket of the Cost and Usage Report: cloudharbor-fabrikam-cur',
  )
  expect(await copied()).toContain('AWS account number of the MSP: 562910847733')
  await press(window, 'registration', 'confirm-connected')
  await expect(panel(window, 'registration')).toContainText('Confirmed by you')
})

test('the names and choices of two connections of an earlier build are both there', async ({
  stage,
}) => {
  const scene = await laidOut(stage, 'two-connections')
  const { window } = await scene.start()
  await reaches(window, 'sign-in', 'done')
  const { connections } = await snapshotIn(window)
  expect(connections.map(({ name, accountId }) => [name, accountId])).toEqual([
    ['Northwind Europe', '418207315602'],
    [expect.any(String), '295840173366'],
  ])
})

test('after a while with this build, the builds of its version still read all four files', async ({
  stage,
}) => {
  const scene = await laidOut(stage, 'signed-in')
  const { window, close } = await scene.start()
  await approveTemplate(window)
  await settleReport(window)
  // A second connection makes the settings.
  await window.locator('button[data-action="connections"]').click()
  await window.locator('[data-panel="connections"] button[data-action="add"]').click()
  await reaches(window, 'plan', 'todo')
  await close()
  const [id, key] = Object.entries(scene.opening.keys)[0] ?? ['', '']
  const read = (name: string) => readFile(path.join(scene.profile, 'connections', id, name))
  const state = readState((await read('state.json')).toString())
  expect(state).toMatchObject({ kind: 'read', value: { account: { id: '418207315602' } } })
  expect(state.kind === 'read' && state.value.report).toMatchObject({ name: 'spot-eco' })
  const text = unsealed(await read('vault.bin'), Buffer.from(key, 'base64'), id)
  expect(readTokens(text ?? '')).toMatchObject({ startUrl: scene.scenario.signIn.startUrl })
  const record = readAudit((await read('audit.jsonl')).toString())
  expect(record.torn).toBe(0)
  expect(record.read).toBeGreaterThan(20)
  const settings = readSettings(await readFile(path.join(scene.profile, 'settings.json'), 'utf8'))
  expect(settings?.order).toHaveLength(2)
})
