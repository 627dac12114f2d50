import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { createServer, request as httpRequest, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { STEP_IDS } from '../electron/contract/steps.ts'
import type { CommandReply } from '../electron/contract/bridge.ts'
import type { Page } from 'playwright'
import { z } from 'zod'
import { siemEventSchema } from '../electron/audit/siem.ts'
import { inBothAppearances } from './journeys/appearance.ts'
import { type App, expect, test as base } from './journeys/fixture.ts'
import { inspect } from './journeys/inspection.ts'
import { chooseWay } from './journeys/keys.ts'
import { choosePlan, signIn } from './journeys/steps.ts'
import { panel, press, reaches } from './journeys/window.ts'

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

/** The port of this computer on which a server takes requests. */
async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return z.object({ port: z.number() }).parse(server.address()).port
}

/** Sends past the window, as a page that is not the app's own would, and says what became of each. */
const sendAll = (window: Page, commands: readonly object[]): Promise<string[]> =>
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

test('the locked page is read in German as well, in light and in dark', async ({
  stage,
  policy,
}) => {
  const scene = await stage('fresh')
  await policy.write({ AllowedAccounts: ['1111-2222-3333'] })
  let pictures = 0
  for (const [language, words] of [
    ['de', 'Ihre IT-Abteilung muss sie dort berichtigen'],
    ['en-US', 'Your IT department has to correct them there'],
  ] as const) {
    const { window, close } = await scene.start({ env: policy.env, args: [`--lang=${language}`] })
    const page = window.locator('[data-panel="halted"]')
    await expect(page).toContainText(words)
    await expect(page).toContainText('AllowedAccounts')
    const found = await inBothAppearances(window, async () => {
      const name = `locked-${language}-${pictures++}.png`
      await window.screenshot({ path: test.info().outputPath(name) })
      return inspect(window)
    })
    expect(found).toEqual([])
    await close()
  }
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

test('requests go by the proxy that is set, and by no other way where it does not answer', async ({
  stage,
  policy,
}) => {
  const scene = await stage('fresh')
  const seen: string[] = []
  const proxy = createServer((request, answer) => {
    seen.push(request.url ?? '')
    const onward = httpRequest(
      request.url ?? '',
      { method: request.method, headers: request.headers },
      (reply) => {
        answer.writeHead(reply.statusCode ?? 502, reply.headers)
        reply.pipe(answer)
      },
    )
    request.pipe(onward)
  })
  const port = await listening(proxy)
  const through = { ProxyServer: `127.0.0.1:${port}`, ProxyBypassList: ['<-loopback>'] }
  await policy.write(through)
  const app = await scene.start({ env: policy.env })
  await choosePlan(app.window, 'us')
  await signIn(app.window, scene.scenario)
  await reaches(app.window, 'sign-in', 'done')
  expect(seen.length).toBeGreaterThan(5)
  // The browser goes its own way, and asks for nothing but AWS's pages.
  const direct = scene.simulator.requests.filter(({ service }) => service !== 'browser')
  expect(seen).toHaveLength(direct.length)
  await app.close()
  await new Promise((resolve) => proxy.close(resolve))

  const before = scene.simulator.requests.length
  const again = await scene.start({ env: policy.env })
  await reaches(again.window, 'sign-in', 'failed')
  expect(scene.simulator.requests).toHaveLength(before)
})

/** How the app's own session goes to an address, and what a request there ends with. */
const wayTo = (app: App, url: string): Promise<{ readonly way: string; readonly end: string }> =>
  app.app.evaluate(async ({ net, session }, asked) => {
    const own = session.fromPartition('own-requests')
    const way = await own.resolveProxy(asked)
    const end = await new Promise<string>((resolve) => {
      const request = net.request({ url: asked, session: own })
      request.on('error', (error) => resolve(error.message))
      request.on('response', ({ statusCode }) => resolve(String(statusCode)))
      request.end()
    })
    return { way, end }
  }, url)

test('a script that is set tells the way, and without it there is none', async ({
  stage,
  policy,
}) => {
  const scene = await stage('fresh')
  const script = createServer((_request, answer) => {
    answer.writeHead(200, { 'content-type': 'application/x-ns-proxy-autoconfig' })
    answer.end('function FindProxyForURL() { return "PROXY 127.0.0.1:9" }')
  })
  const port = await listening(script)
  await policy.write({ ProxyPacUrl: `http://127.0.0.1:${port}/proxy.pac` })
  const app = await scene.start({ env: policy.env })
  const url = 'https://sts.us-east-1.amazonaws.com/'
  expect(await wayTo(app, url)).toEqual({
    way: 'PROXY 127.0.0.1:9',
    end: 'net::ERR_PROXY_CONNECTION_FAILED',
  })
  await app.close()
  await new Promise((resolve) => script.close(resolve))
  const without = await scene.start({ env: policy.env })
  expect((await wayTo(without, url)).end).toBe('net::ERR_MANDATORY_PROXY_CONFIGURATION_FAILED')
})

test('the record is written into the folder that is set, and no change without it', async ({
  stage,
  policy,
}) => {
  const scene = await stage('fresh')
  const folder = path.join(path.dirname(path.dirname(policy.file)), 'audit')
  await policy.write({ AuditFolder: folder, AuditRetentionDays: 30 })
  const { window } = await scene.start({ env: policy.env })
  await choosePlan(window, 'us')
  await signIn(window, scene.scenario)
  await reaches(window, 'sign-in', 'done')
  const [name = ''] = await readdir(folder)
  expect(name).toMatch(/^eco-connect-.+-\d{4}-\d{2}-\d{2}\.jsonl$/)
  const lines = (await readFile(path.join(folder, name), 'utf8')).trimEnd().split('\n')
  const operations = lines.map((line) => siemEventSchema.parse(JSON.parse(line)).operation)
  expect(operations).toContain('GetCallerIdentity')

  await rename(folder, `${folder}.away`)
  await writeFile(folder, 'in the way')
  const [refused] = await sendAll(window, [
    { step: 'template', action: 'approve', sha256: '0'.repeat(64) },
  ])
  expect(refused).toBe('audit-copy-failed')
})

test('profiles are read in the folder that is set, and nobody chooses another', async ({
  stage,
  policy,
}) => {
  const scene = await stage('fresh')
  const folder = path.join(path.dirname(path.dirname(policy.file)), 'cli')
  await mkdir(folder)
  await writeFile(
    path.join(folder, 'credentials'),
    '[finance]\naws_access_key_id = ASIAEXAMPLE\naws_secret_access_key = x\naws_session_token = y\n',
  )
  await policy.write({ CliFolder: folder })
  const { window } = await scene.start({ env: policy.env })
  await choosePlan(window, 'us')
  await chooseWay(window, 'profile')
  await press(window, 'sign-in', 'look-for-profiles')
  const form = panel(window, 'sign-in')
  await expect(form.locator('[data-profile="finance"]')).toBeVisible()
  await expect(form).toContainText(folder)
  await expect(form.locator('[data-set-by="CliFolder"]')).toBeVisible()
  await expect(form.locator('[data-action="choose-folder"]')).toHaveCount(0)
  expect(await sendAll(window, [{ step: 'sign-in', action: 'usual-folder' }])).toEqual([
    'set-by-organization',
  ])
})
