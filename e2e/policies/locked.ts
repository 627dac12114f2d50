import type { Page } from 'playwright'
import type { SettingId } from '../../electron/managed/settings.ts'
import type { Cause } from '../../electron/managed/unusable.ts'
import { errorText } from '../../electron/texts/errors.ts'
import { expect } from './expect.ts'
import { wordsIn } from '../journeys/spoken.ts'
import type { Stage } from '../journeys/stage.ts'
import { type At, startWith } from './at.ts'
import { everyCommand } from './commands.ts'
import { repliesTo } from './past-window.ts'
import { heldToModes, type Unreadable } from './unreadable.ts'
import { WRONG } from './values.ts'

/** What a page without a checklist has to say. */
type Told = { readonly cause: Cause; readonly setting?: SettingId; readonly line?: number }

/** The policy is read, and one value in it is none that its setting can have. */
export async function playInvalid(at: At, setting: SettingId, value: unknown): Promise<void> {
  const settings = { ...WRONG[setting].beside, [setting]: value }
  const line = JSON.stringify(settings, null, 2)
    .split('\n')
    .findIndex((one) => one.trimStart().startsWith(`"${setting}":`))
  const scene = await at.stage('fresh')
  const app = await startWith(at, scene, settings)
  await isLocked(app.window, scene, at, { cause: 'value', setting, line: line + 1 })
}

/** A value that its setting can have, in a policy that cannot be read. */
export async function playUnreadable(
  at: At,
  settings: object,
  { spoil, cause, obeysModes }: Unreadable,
): Promise<void> {
  const scene = await at.stage('fresh')
  await at.policy.write(settings)
  await spoil(at.policy)
  const executable = obeysModes && (await heldToModes(at.policy.outside))
  const app = await scene.start({
    env: at.policy.env,
    ...(executable === undefined ? {} : { executable }),
  })
  // What is missing is missed at the end.
  const line = cause === 'not-json' ? JSON.stringify(settings, null, 2).split('\n').length : null
  await isLocked(app.window, scene, at, { cause, ...(line === null ? {} : { line }) })
}

/** The page says where and why, and what may be there instead; nothing else can be done, by no command. */
async function isLocked(
  window: Page,
  scene: Stage,
  { policy }: At,
  { cause, setting, line }: Told,
): Promise<void> {
  const page = window.locator('[data-panel="halted"]')
  await expect(page).toBeVisible()
  const words = await wordsIn(window)
  const facts = { place: policy.file, cause, setting: setting ?? '', line: line?.toString() ?? '' }
  const { what, meaning } = errorText(words, { code: 'policy-unusable', facts })
  const { halted, expects } = words.managed
  await expect(page).toContainText(what)
  await expect(page).toContainText(meaning)
  const detail = (label: string) =>
    page.locator('dl > div', { has: window.locator('dt', { hasText: label }) }).locator('dd')
  await expect(detail(halted.place)).toHaveText(policy.file)
  if (setting !== undefined) {
    await expect(detail(halted.setting)).toHaveText(setting)
    await expect(detail(halted.line)).toHaveText(facts.line)
    await expect(detail(halted.expected)).toHaveText(expects[setting])
  }
  await expect(window.locator('[data-step], [data-action]')).toHaveCount(0)
  const replies = await repliesTo(window, everyCommand())
  expect([...new Set(replies)]).toEqual(['policy-unusable'])
  expect(scene.simulator.requests).toEqual([])
}
