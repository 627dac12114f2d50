/**
 * The main process's side of Electron's security checklist
 * (https://www.electronjs.org/docs/latest/tutorial/security), whose items stand before each test's
 * name. The page's side is in electron-security.spec.ts.
 */
import { createSocket } from 'node:dgram'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { expect, test } from './journeys/fixture.ts'
import { choosePlan } from './journeys/steps.ts'
import { reaches } from './journeys/window.ts'
import { resolveElectron } from './runtime/electron.ts'
import { repositoryRoot } from './runtime/paths.ts'
import { appProcesses } from './runtime/processes.ts'

const PAGE = 'app://eco-connect/index.html'
const PLAN = { step: 'plan', action: 'choose', managedBy: 'us', mspAccountId: '' }

test('1, 18: the protocol serves the built page and no other file', async ({ stage }) => {
  const { app, window } = await (await stage('fresh')).start()
  await reaches(window, 'plan', 'todo')
  const outside = await mkdtemp(path.join(tmpdir(), 'outside-'))
  const link = path.join(repositoryRoot, 'dist/renderer', `link-${randomUUID()}.js`)
  try {
    await writeFile(path.join(outside, 'secret.js'), 'SECRET')
    await symlink(path.join(outside, 'secret.js'), link)
    const up = [
      '../',
      '%2e%2e/',
      '..%2f',
      '%2e%2e%2f',
      '%252e%252e%252f',
      '..%5c',
      String.raw`..\\`,
    ]
    const addresses = [
      ...up.flatMap((step) =>
        ['package.json', 'dist/main/main.js', 'etc/passwd', 'main/main.js'].map(
          (file) => `app://eco-connect/${step.repeat(file.startsWith('etc') ? 12 : 2)}${file}`,
        ),
      ),
      `app://eco-connect/${path.basename(link)}`,
      'app://eco-connect//etc/passwd',
      'app://eco-connect/%2fetc%2fpasswd',
      `app://eco-connect/${outside}/secret.js`,
      `app://eco-connect//${outside}/secret.js`,
      'app://eco-connect/',
      'app://eco-connect/assets',
      'app://eco-connect/assets/',
      'app://eco-connect/index.html/',
      'app://eco-connect/index.html/x.js',
      'app://eco-connect/index.html%00.js',
      'app://eco-connect/%00.js',
      'app://eco-connect/%zz.js',
      'app://eco-connect/index.html::$DATA',
      'app://eco-connect/?/../../../package.json',
      'app://eco-connect/#/../../../package.json',
      'app://eco-connect/.hidden.js',
      'app://eco-connect/x/../../main/main.js',
      'app://other/index.html',
      'app://eco-connect.evil/index.html',
      'app://127.0.0.1/index.html',
      'file:///etc/passwd',
      `file://${outside}/secret.js`,
    ]
    const answers = await app.evaluate(
      async ({ net }, { asked, page }) => {
        const ask = async (address: string, method = 'GET') => {
          try {
            const reply = await net.fetch(address, { method })
            return `${reply.status} ${(await reply.text()).length}`
          } catch (error) {
            return String(error)
          }
        }
        const found: Record<string, string> = {}
        for (const address of asked) found[address] = await ask(address)
        for (const method of ['HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])
          found[method] = await ask(page, method)
        // What is there is served, whatever is asked of it.
        return { found, good: [await ask(page), await ask(`${page}?../../../package.json`)] }
      },
      { asked: addresses, page: PAGE },
    )
    expect(Object.keys(answers.found).length).toBeGreaterThan(55)
    const served = Object.entries(answers.found).filter(
      ([, answer]) => !/^404 0$|ERR_(INVALID_URL|FAILED|ABORTED)|Invalid URL/.test(answer),
    )
    expect(served).toEqual([])
    const [good, withQuery] = answers.good
    expect(good).toMatch(/^200 \d{3,}$/)
    expect(withQuery).toBe(good)
  } finally {
    await rm(link, { force: true })
    await rm(outside, { recursive: true, force: true })
  }
})

test('15: nothing but pages of the consoles leaves the app by the page’s wish', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  const { app, window } = await scene.start({ env: { ECO_CONNECT_OPEN_URL_COMMAND: '' } })
  await reaches(window, 'plan', 'todo')
  await app.evaluate(({ shell }) => {
    Reflect.set(globalThis, 'opened', [])
    shell.openExternal = (link) => {
      ;(Reflect.get(globalThis, 'opened') as string[]).push(link)
      return Promise.resolve()
    }
  })
  const send = (link: string): Promise<boolean> =>
    window.evaluate(async (link) => {
      const bridge = Reflect.get(globalThis, 'ecoConnect') as {
        send: (command: unknown) => Promise<{ accepted: boolean }>
      }
      return (await bridge.send({ step: 'app', action: 'open', link })).accepted
    }, link)
  for (const link of [
    'javascript:alert(1)',
    'file:///etc/passwd',
    'smb://server/share',
    'ssh://host/',
    'mailto:someone@example.com',
    'app://eco-connect/index.html',
    'http://console.aws.amazon.com/',
    'https://example.com/',
    'https://console.aws.amazon.com.example.com/',
    'https://console.aws.amazon.com@example.com/',
    'https://console.aws.amazon.com:444/',
    ' ',
  ]) {
    expect(await send(link), link).toBe(false)
  }
  const meant = ['https://console.aws.amazon.com/s3', 'https://console.spotinst.com/']
  for (const link of meant) expect(await send(link), link).toBe(true)
  expect(await app.evaluate(() => Reflect.get(globalThis, 'opened') as string[])).toEqual(meant)
})

test('17: a message from any other window is refused', async ({ stage }) => {
  const scene = await stage('fresh')
  const { app, window } = await scene.start()
  await reaches(window, 'plan', 'todo')
  const answers = await app.evaluate(
    async ({ BrowserWindow }, { page, command, preload }) => {
      const other = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true },
      })
      try {
        await other.loadURL(page)
        const ask = `(async (bridge) => [
          await bridge.send(${JSON.stringify(command)}),
          await bridge.snapshot().then(() => 'a snapshot', () => 'refused'),
        ])`
        const run = (code: string): Promise<unknown[]> =>
          other.webContents.executeJavaScript(code) as Promise<unknown[]>
        return await run(`${ask}(ecoConnect)`)
      } finally {
        other.destroy()
      }
    },
    {
      page: PAGE,
      command: PLAN,
      preload: path.join(repositoryRoot, 'dist/preload/preload.js'),
    },
  )
  expect(answers).toEqual([
    {
      accepted: false,
      error: { code: 'invalid-command', facts: { command: 'from another frame' } },
    },
    'refused',
  ])
  await reaches(window, 'plan', 'todo')
  // The window itself is heard.
  await choosePlan(window, 'us')
})

test('16: the shipped Electron is pinned and still gets security fixes', async () => {
  const read = (file: string): unknown =>
    JSON.parse(readFileSync(path.join(repositoryRoot, file), 'utf8'))
  const { devDependencies } = z
    .object({ devDependencies: z.object({ electron: z.string() }) })
    .parse(read('package.json'))
  const { version } = z
    .object({ version: z.string() })
    .parse(read('node_modules/electron/package.json'))
  expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/)
  expect(version).toBe(devDependencies.electron)
  // Of the majors that get security fixes the newest three; a calendar in a test would fail by itself.
  expect(Number.parseInt(version, 10)).toBeGreaterThanOrEqual(45)
  const runtime = await resolveElectron()
  if (!runtime.fallback) expect(runtime.version).toBe(version)
})

test('no background traffic: no reports, hints, downloads, dictionaries, cookies', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  const { app, window, profile } = await scene.start()
  await reaches(window, 'plan', 'todo')
  let heard = 0
  const tcp = createServer((socket) => {
    heard += 1
    socket.destroy()
  })
  const udp = createSocket('udp4')
  udp.on('message', () => (heard += 1))
  await new Promise<void>((resolve) => {
    tcp.listen(0, '127.0.0.1', resolve)
  })
  await new Promise<void>((resolve) => {
    udp.bind(0, '127.0.0.1', resolve)
  })
  try {
    const origin = `http://127.0.0.1:${(tcp.address() as AddressInfo).port}`
    await window.evaluate(
      async ({ origin, stun }) => {
        const hints = ['preconnect', 'dns-prefetch', 'prefetch', 'preload', 'modulepreload', 'icon']
        for (const rel of [...hints, 'prerender', 'manifest']) {
          const link = document.createElement('link')
          link.rel = rel
          link.href = `${origin}/${rel}`
          if (rel === 'preload') link.as = 'image'
          document.head.append(link)
        }
        const anchor = document.createElement('a')
        anchor.href = 'data:application/octet-stream,x'
        anchor.download = 'x.bin'
        anchor.ping = `${origin}/ping`
        document.body.append(anchor)
        anchor.click()
        const peer = new RTCPeerConnection({ iceServers: [{ urls: stun }] })
        peer.createDataChannel('x')
        const gathered = new Promise((resolve) => {
          peer.addEventListener('icegatheringstatechange', () => {
            if (peer.iceGatheringState === 'complete') resolve(true)
          })
        })
        await peer.setLocalDescription(await peer.createOffer())
        await Promise.race([gathered, new Promise((resolve) => setTimeout(resolve, 2000))])
        peer.close()
      },
      { origin, stun: `stun:127.0.0.1:${udp.address().port}` },
    )
    expect(heard).toBe(0)
    const settings = await app.evaluate(async ({ app, session }) => {
      const { defaultSession } = session
      return {
        spelling: defaultSession.isSpellCheckerEnabled(),
        languages: defaultSession.getSpellCheckerLanguages(),
        cookies: (await defaultSession.cookies.get({})).length,
        off: app.commandLine.getSwitchValue('disable-features').split(','),
        workers: Object.keys(defaultSession.serviceWorkers.getAllRunning()).length,
        extensions: defaultSession.getAllExtensions().length,
      }
    })
    expect(settings).toMatchObject({
      spelling: false,
      languages: [],
      cookies: 0,
      workers: 0,
      extensions: 0,
      off: expect.arrayContaining(['Reporting', 'NetworkErrorLogging']),
    })
    const family = await appProcesses(app.process().pid ?? -1, profile)
    expect(family.length).toBeGreaterThan(2)
    expect(family.filter(({ command }) => /crashpad|crash-?handler/i.test(command))).toEqual([])
    expect(scene.simulator.requests).toEqual([])
    const files = await readdir(profile, { recursive: true })
    expect(files.filter((file) => file.endsWith('.dmp'))).toEqual([])
  } finally {
    tcp.close()
    udp.close()
  }
})
