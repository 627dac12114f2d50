/** What assistive technology is given of the window: by the platform (AT-SPI), not by the page. */
import type { Page } from 'playwright'
import { type Reader, startReader } from './assistive/reader.ts'
import { confusing, dialogOf, linesOf, menuOf, pageOf, panelOf } from './assistive/told.ts'
import { expect, test, type App, type Stage } from './journeys/fixture.ts'
import {
  approveTemplate,
  askMsp,
  choosePlan,
  createStack,
  sendToSpot,
  settleReport,
  signIn,
  type Look,
} from './journeys/steps.ts'
import { fill, open, panel, press, reaches } from './journeys/window.ts'
import type { Display } from './runtime/display.ts'

type Read = { readonly app: App; readonly window: Page; readonly reader: Reader }

/** The window, and somebody who is told it. */
async function readBy(
  scene: Stage,
  display: Display,
  meet: (read: Read) => Promise<void>,
): Promise<void> {
  const reader = await startReader({ ...scene.keyring.env, ...display.env }, null)
  try {
    const app = await scene.start({
      env: { GNOME_ACCESSIBILITY: '1' },
      args: ['--force-renderer-accessibility'],
    })
    await reader.find('heading', 'Who manages the account')
    await meet({ app, window: app.window, reader })
  } finally {
    await reader.stop()
  }
}

/** A look at each state, once it has come through: the step that is drawn is told, and nothing confuses. */
const toldOf =
  ({ window, reader }: Read): Look =>
  async (name) => {
    const title = await window.locator('.panel h2').innerText()
    await expect(async () => {
      const nodes = await reader.tree()
      const told = panelOf(nodes).find(({ role }) => role === 'heading')?.name
      expect({ told, confusing: confusing(nodes) }, name).toEqual({ told: title, confusing: [] })
    }).toPass({ timeout: 60_000 })
  }

/** Waits until the line of a step is told with these words. */
const lineSays = ({ reader }: Read, place: number, words: string) =>
  expect
    .poll(async () => linesOf(await reader.tree())[place - 1]?.name ?? '')
    .toMatch(new RegExp(`^Step ${place} .* ${words}`))

test('each state of a journey is told: one heading, names that differ, states, in order', async ({
  stage,
  display,
}) => {
  test.slow()
  const scene = await stage('fresh', { stackSeconds: 6 })
  await readBy(scene, display, async (read) => {
    const { window, reader } = read
    const look = toldOf(read)
    await choosePlan(window, 'us', look)
    await lineSays(read, 1, 'Done')
    await fill(window, 'sign-in', 'AWS access portal URL', 'northwind')
    await press(window, 'sign-in', 'start')
    await expect(async () => {
      const url = panelOf(await reader.tree()).find(
        ({ role, name }) => role === 'entry' && name === 'AWS access portal URL',
      )
      expect(url?.states).toContain('invalid-entry')
      expect(url?.states).toContain('focused')
      expect(url?.description).toMatch(/address/)
    }).toPass({ timeout: 60_000 })
    await look('refused')
    await signIn(window, scene.scenario, { look })
    await lineSays(read, 2, 'Done')
    await settleReport(window, look)
    await lineSays(read, 4, 'Waiting for AWS to deliver')
    await approveTemplate(window, look)
    await createStack(window, { look })
    await reaches(window, 'stack', 'done')
    await sendToSpot(window, look)
    await lineSays(read, 7, 'Done')
    // Each change is told once, whatever else is told with it.
    await expect(async () => {
      const told = (await reader.heard()).flatMap((text) => text.split('. '))
      for (const place of [1, 2, 3, 5, 6, 7]) {
        const done = told.filter(
          (text) => text.startsWith(`Step ${place}, `) && text.endsWith(': Done'),
        )
        expect(done, told.join('\n')).toHaveLength(1)
      }
    }).toPass({ timeout: 60_000 })
  })
})

test('a menu is told by plain names, and behind a dialog there is nothing', async ({
  stage,
  display,
}) => {
  const scene = await stage('fresh')
  await readBy(scene, display, async (read) => {
    const { window, reader } = read
    const switcher = async () =>
      pageOf(await reader.tree()).find(({ name }) => name.startsWith('Connection: '))?.states
    await expect.poll(switcher).toContain('expandable')
    expect(await switcher()).not.toContain('expanded')
    await window.locator('button[data-action="connections"]').click()
    await expect.poll(switcher).toContain('expanded')
    const entries = menuOf(await reader.tree()).filter(({ role }) => role === 'push button')
    expect(entries.length).toBeGreaterThan(5)
    for (const { name, states, relations } of entries) {
      expect(name).not.toBe('')
      expect(states).not.toContain('expandable')
      expect(relations).not.toContain('details')
    }
    await window.locator('[data-panel="connections"] button[data-action="rename"]').click()
    await expect(async () => {
      const nodes = await reader.tree()
      const dialog = dialogOf(nodes)
      // The dialog itself is the one besides.
      expect(pageOf(nodes)).toHaveLength(dialog.length + 1)
      expect(dialog.find(({ states }) => states.includes('focused'))?.name).toBe(
        'Name of the connection',
      )
      expect(confusing(nodes)).toEqual([])
    }).toPass({ timeout: 60_000 })
    await window.keyboard.press('Escape')
    await expect.poll(async () => linesOf(await reader.tree()).length).toBe(7)
  })
})

test('what cannot be pressed yet is told with its reason, and what is waited for in words', async ({
  stage,
  display,
}) => {
  const scene = await stage('msp')
  await readBy(scene, display, async (read) => {
    const { window, reader } = read
    const look = toldOf(read)
    await choosePlan(window, 'msp')
    await signIn(window, scene.scenario)
    await reaches(window, 'cost-report', 'todo')
    await open(window, 'cost-report')
    await expect(async () => {
      const sent = panelOf(await reader.tree()).find(({ name }) => name === 'I have sent it')
      expect(sent?.states).not.toContain('enabled')
      expect(sent?.description).toContain('Copy the request')
    }).toPass({ timeout: 60_000 })
    await askMsp(window, look)
    await lineSays(read, 3, 'Waiting for your MSP')
    await expect(panel(window, 'cost-report')).toBeVisible()
  })
})
