import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright'
import type { CommandReply } from '../../electron/contract/bridge.ts'
import { errorOf } from '../../electron/contract/status.ts'
import { z } from 'zod'
import { STEP_IDS, type StepId } from '../../electron/contract/steps.ts'
import type { AppError } from '../../electron/errors/app-error.ts'
import type { SettingId } from '../../electron/managed/settings.ts'
import { expect } from './expect.ts'
import type { Stage } from '../journeys/stage.ts'
import { panel } from '../journeys/window.ts'

/** A command as a page that is not the app's own would send it. */
export type Sent = {
  readonly step: string
  readonly action: string
  readonly [name: string]: unknown
}

/** Sends past the window, one after the other; resolves what each was answered. */
const sendAll = (window: Page, commands: readonly object[]): Promise<CommandReply[]> =>
  window.evaluate(async (commands) => {
    const bridge = Reflect.get(globalThis, 'ecoConnect') as {
      send: (command: object) => Promise<CommandReply>
    }
    const replies: CommandReply[] = []
    for (const command of commands) replies.push(await bridge.send(command))
    return replies
  }, commands)

/** The codes with which commands are refused that are sent past the window; `accepted` for one that is not. */
export async function repliesTo(window: Page, commands: readonly object[]): Promise<string[]> {
  const replies = await sendAll(window, commands)
  return replies.map((reply) => (reply.accepted ? 'accepted' : reply.error.code))
}

const isStep = (step: string): step is StepId => STEP_IDS.some((id) => id === step)
const namesIn = (error: AppError | undefined): string =>
  error ? `${error.code} ${error.facts['setting'] ?? ''}`.trim() : ''

/** What a step says was refused, with the setting by which; '' for nothing. */
export async function refusalIn(window: Page, step: StepId): Promise<string> {
  const { steps } = await window.evaluate(() => globalThis.window.ecoConnect.snapshot())
  const found = steps.find(({ id }) => id === step)
  return namesIn(found && errorOf(found.status))
}

const stateSchema = z.object({ choices: z.record(z.string(), z.unknown()) })

/** What is remembered of all connections, but what stands in a form as it was typed; and all that is secret. */
async function keptIn({ profile }: Stage): Promise<Record<string, unknown>> {
  const folder = path.join(profile, 'connections')
  const kept: Record<string, unknown> = {}
  for (const name of await readdir(folder, { recursive: true })) {
    const file = path.join(folder, name)
    if (name.endsWith('vault.bin')) kept[name] = await readFile(file, 'base64')
    if (!name.endsWith('state.json')) continue
    const { choices } = stateSchema.parse(JSON.parse(await readFile(file, 'utf8')))
    kept[name] = { ...choices, reportDraft: null }
  }
  return kept
}

/** What goes on at a step although a command of it is refused. */
type Around = {
  /** Reads of the look at the step that follows every command. */
  readonly looks?: readonly string[]
  /** What makes the step say no more of it; a look, where a form does not keep what was typed. */
  readonly mended?: Sent
}

/**
 * Sends what a setting forbids past the window: each is refused with the setting's name, where people
 * read it, without a request to AWS or Spot; and nothing is remembered of it.
 */
export async function isRefused(
  window: Page,
  scene: Stage,
  setting: SettingId,
  commands: readonly Sent[],
  { looks = [], mended }: Around = {},
): Promise<void> {
  const wanted = `set-by-organization ${setting}`
  const { requests } = scene.simulator
  for (const command of commands) {
    const before = requests.length
    const kept = await keptIn(scene)
    const [reply] = await sendAll(window, [command])
    if (reply?.accepted === false) expect(namesIn(reply.error)).toBe(wanted)
    else await isToldAt(window, command, wanted, mended)
    const asked = requests.slice(before).map(({ operation }) => operation)
    expect(asked.filter((operation) => !looks.includes(operation))).toEqual([])
    expect(await keptIn(scene)).toEqual(kept)
  }
}

/** Waits until a step says of its command what is wanted, and no more after it, so that the next one says it anew. */
async function isToldAt(
  window: Page,
  { step, action }: Sent,
  wanted: string,
  mended: Sent = { step, action: 'check' },
): Promise<void> {
  if (!isStep(step)) throw new Error(`${step} ${action} is accepted`)
  await expect.poll(() => refusalIn(window, step)).toBe(wanted)
  await sendAll(window, [mended])
  await expect.poll(() => refusalIn(window, step)).toBe('')
}

/** Waits until a step's panel says by which setting something is set. */
export const saysSetBy = (window: Page, step: StepId, setting: SettingId): Promise<void> =>
  expect(panel(window, step).locator(`[data-set-by="${setting}"]`).first()).toBeVisible()
