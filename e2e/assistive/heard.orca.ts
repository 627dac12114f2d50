/** What a person hears who cannot see the window: a screen reader of real desktops reads it. */
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright'
import { startOrca } from './orca.ts'
import { expect, test } from '../journeys/fixture.ts'
import { button, panel } from '../journeys/window.ts'
import { SPOT_DEMO_TOKEN } from '../simulator/index.ts'

const ATTEMPTS = 4
const RECORD = fileURLToPath(new URL('said-fresh.txt', import.meta.url))

/** What was said, without what differs each time. */
const lasting = (text: string): string =>
  text
    .replaceAll(/\d{1,2}:\d{2}(:\d{2})?[ \u202f][AP]M/g, '‹time›')
    .replaceAll(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/g, '‹id›')

/** How it is heard that a step is shown: its heading has the focus, or, where something else kept it, as news. */
const arrival = (place: number, title: string): RegExp =>
  new RegExp(`^${title} heading level 2|Now shown: step ${place}, ${title}`)

/** As a person does who knows where the button is: no mouse, and the focus is really there. */
async function pressKeyOn(window: Page, step: Parameters<typeof button>[1], action: string) {
  await button(window, step, action).first().focus()
  await window.keyboard.press('Enter')
}

test('a screen reader hears each step, what is done, and what is asked next', async ({
  stage,
  display,
}, info) => {
  test.slow()
  const scene = await stage('fresh', { stackSeconds: 3 })
  const orca = await startOrca({ ...scene.keyring.env, ...display.env })
  let heard = 0
  /** Waits until it has spoken all of these, in any order, after what was waited for before. */
  const hears = async (...texts: RegExp[]): Promise<void> => {
    const places = async (): Promise<number[]> => {
      const said = orca.said.slice(heard)
      return texts.map((text) => said.findIndex((one) => text.test(one)))
    }
    await expect.poll(places, { message: texts.join(' ') }).not.toContain(-1)
    heard += Math.max(...(await places())) + 1
  }
  /** A window that Orca reads: now and then it misses that one has come, and speaks of its frame only. */
  const opens = async (attempt = 1): Promise<Page> => {
    const app = await scene.start({ env: orca.env, args: ['--force-renderer-accessibility'] })
    const isRead = expect
      .poll(() => orca.said.some((one) => one.startsWith('Page has')), { timeout: 12_000 })
      .toBe(true)
    if (
      await isRead.then(
        () => true,
        () => false,
      )
    )
      return app.window
    if (attempt === ATTEMPTS) throw new Error('Orca has not read the window.')
    await app.close()
    return opens(attempt + 1)
  }
  try {
    const window = await opens()
    // Not “Opening your checklist…”: where the person is.
    await hears(/^Who manages the account heading level 2/)
    await window.keyboard.press('Tab')
    await hears(/^We manage our own AWS account/)
    await window.keyboard.press('Space')
    // The step is named, and its first field has the focus.
    await hears(/Step 1, .*: Done/, /step 2, Sign in to AWS/i)
    await expect(panel(window, 'sign-in').getByLabel('AWS access portal URL')).toBeFocused()
    await window.keyboard.type(scene.scenario.signIn.startUrl)
    await window.keyboard.press('Enter')
    await hears(/^Choose the AWS account to connect heading level 3/)
    await pressKeyOn(window, 'sign-in', 'choose-account')
    await hears(/^Choose the permissions to work with \(AWS: permission set\) heading level 3/)
    await pressKeyOn(window, 'sign-in', 'choose-role')
    await hears(/Step 2, .*: Done/, arrival(3, 'Set up the cost report'))
    await pressKeyOn(window, 'cost-report', 'create')
    await hears(/Step 3, .*: Done/, arrival(5, 'Review what Spot may do'))
    await pressKeyOn(window, 'template', 'approve')
    await hears(/Step 5, .*: Done/, arrival(6, 'Create the role for Spot'))
    await pressKeyOn(window, 'stack', 'create')
    await hears(/Step 6, .*: Done/, arrival(7, 'Register with Spot Eco'))
    await panel(window, 'registration').getByLabel('Spot API token').focus()
    await window.keyboard.type(SPOT_DEMO_TOKEN)
    await window.keyboard.press('Enter')
    await button(window, 'registration', 'send').first().waitFor()
    await pressKeyOn(window, 'registration', 'send')
    await hears(/Step 7, .*: Done/)
  } finally {
    await writeFile(info.outputPath('said.txt'), orca.said.join('\n'))
    await orca.stop()
  }
  // `npm run orca -- --update-snapshots` keeps what was said, for whoever wants to read it.
  if (['all', 'changed'].includes(info.config.updateSnapshots))
    await writeFile(RECORD, `${orca.said.map(lasting).join('\n')}\n`)
})
