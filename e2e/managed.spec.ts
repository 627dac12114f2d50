import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { STEP_IDS } from '../electron/contract/steps.ts'
import type { CommandReply } from '../electron/contract/bridge.ts'
import { expect, test as base } from './journeys/fixture.ts'

/** A folder for a policy, as an administrator would make it, and what lies in it. */
type PolicyFolder = {
  readonly file: string
  readonly env: Record<string, string>
  readonly write: (policy: object | string) => Promise<void>
}

const test = base.extend<{ policy: PolicyFolder }>({
  policy: async ({}, use) => {
    const outside = await mkdtemp(path.join(tmpdir(), 'eco-connect-policy-'))
    const folder = path.join(outside, 'eco-connect')
    await mkdir(folder, { mode: 0o755 })
    const file = path.join(folder, 'policy.json')
    await use({
      file,
      env: { ECO_CONNECT_POLICY_FILE: file },
      write: (policy) =>
        writeFile(file, typeof policy === 'string' ? policy : JSON.stringify(policy, null, 2), {
          mode: 0o644,
        }),
    })
    await rm(outside, { recursive: true, force: true })
  },
})

/** Sends past the window, as a page that is not the app's own would, and says what became of each. */
const sendAll = (
  window: import('playwright').Page,
  commands: readonly object[],
): Promise<string[]> =>
  window.evaluate(async (commands) => {
    const bridge = Reflect.get(globalThis, 'ecoConnect') as {
      send: (command: object) => Promise<CommandReply>
    }
    const said: string[] = []
    for (const command of commands) {
      const reply = await bridge.send(command)
      said.push(reply.accepted ? `accepted ${JSON.stringify(command)}` : reply.error.code)
    }
    return said
  }, commands)

test('a policy that cannot be used locks the app: where, why, for whom, and nothing else', async ({
  stage,
  policy,
}) => {
  const scene = await stage('fresh')
  await policy.write('{\n  "AllowDeviceCode": false,\n  "AllowDeviceCodes": false\n}\n')
  const { window } = await scene.start({ env: policy.env })
  const page = window.locator('[data-panel="halted"]')
  await expect(page.getByRole('heading', { level: 2 })).toBeFocused()
  await expect(page).toContainText(policy.file)
  await expect(page).toContainText('AllowDeviceCodes')
  await expect(page).toContainText('Line 3')
  await expect(page).toContainText('Your IT department')
  await expect(window.locator('[data-step], [data-action]')).toHaveCount(0)

  const said = await sendAll(window, [
    ...STEP_IDS.flatMap((step) => ['check', 'cancel'].map((action) => ({ step, action }))),
    { step: 'app', action: 'speak', language: 'de' },
    { step: 'app', action: 'copy', text: 'x' },
    { step: 'connections', action: 'add' },
    { step: 'erasure', action: 'ask' },
    { step: 'help', action: 'open', topic: '' },
    { step: 'vault', action: 'retry' },
  ])
  expect(new Set(said)).toEqual(new Set(['policy-unusable']))
  expect(scene.simulator.requests).toEqual([])
})

test('the app works again once the policy is mended', async ({ stage, policy }) => {
  const scene = await stage('fresh')
  await policy.write('{')
  const locked = await scene.start({ env: policy.env })
  await expect(locked.window.locator('[data-panel="halted"]')).toBeVisible()
  await locked.close()
  await policy.write({ AllowDeviceCode: false })
  const { window } = await scene.start({ env: policy.env })
  await expect(window.locator('[data-step="plan"]').first()).toBeVisible()
})

const OPEN: readonly (readonly [string, (policy: PolicyFolder) => Promise<void>, string])[] = [
  [
    'a file that others can write',
    ({ file }) => chmod(file, 0o666),
    'can be changed by others than the administrator',
  ],
  [
    'a folder that others can write',
    ({ file }) => chmod(path.dirname(file), 0o777),
    'can be changed by others than the administrator',
  ],
  [
    'a link in place of the file',
    async ({ file }) => {
      await rm(file)
      await writeFile(`${file}.real`, '{}')
      await symlink(`${file}.real`, file)
    },
    'is a link',
  ],
  [
    'a folder in place of the file',
    async ({ file }) => {
      await rm(file)
      await mkdir(file)
    },
    'no ordinary file',
  ],
]
for (const [what, spoil, why] of OPEN)
  test(`${what} is no policy, and no reason to go on without one`, async ({ stage, policy }) => {
    const scene = await stage('fresh')
    await policy.write({})
    await spoil(policy)
    const { window } = await scene.start({ env: policy.env })
    await expect(window.locator('[data-panel="halted"]')).toContainText(why)
  })

test('the language that is set is spoken, and the switch says why', async ({ stage, policy }) => {
  const scene = await stage('fresh')
  await policy.write({ Language: 'de' })
  const { window } = await scene.start({ env: policy.env })
  await expect(window.locator('html')).toHaveAttribute('lang', /^de/)
  await window.locator('button[data-action="languages"]').click()
  const menu = window.locator('[data-panel="languages"]')
  await expect(menu.locator('[data-set-by="Language"]')).toContainText('Von Ihrer Organisation')
  const english = menu.locator('[data-action="speak"][data-language="en"]')
  await expect(english).toHaveAttribute('aria-disabled', 'true')
  await english.dispatchEvent('click')
  await expect(window.locator('html')).toHaveAttribute('lang', /^de/)
  expect(await sendAll(window, [{ step: 'app', action: 'speak', language: 'en' }])).toEqual([
    'set-by-organization',
  ])
})

test('whom to ask is said in Help', async ({ stage, policy }) => {
  const scene = await stage('fresh')
  await policy.write({ SupportContact: 'Cloud desk, extension 4711' })
  const { window } = await scene.start({ env: policy.env })
  await window.locator('button[data-action="help"]').click()
  await expect(window.locator('[data-panel="help"] [data-support-contact]')).toContainText(
    'Cloud desk, extension 4711',
  )
})
