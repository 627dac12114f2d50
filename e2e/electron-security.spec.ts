/**
 * The page's side of Electron's security checklist (https://www.electronjs.org/docs/latest/tutorial/security),
 * whose items stand before each test's name. The other side is in electron-boundary.spec.ts.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ElectronApplication } from 'playwright'
import { expect, test } from './journeys/fixture.ts'
import { sendToSpot, untilRegistration } from './journeys/steps.ts'
import { reaches } from './journeys/window.ts'

type Preferences = Readonly<Record<string, unknown>>

/** The preferences of every page there is, as Electron itself tells them. */
function preferences(app: ElectronApplication): Promise<Preferences[]> {
  return app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      const told = contents as unknown as { getLastWebPreferences: () => Preferences }
      return told.getLastWebPreferences()
    }),
  )
}

test('2, 3, 4, 6, 8, 9, 10, 20: every page is isolated, sandboxed, and has three functions', async ({
  stage,
}) => {
  const { app, window } = await (await stage('fresh')).start()
  await reaches(window, 'plan', 'todo')
  const pages = await preferences(app)
  expect(pages).toHaveLength(1)
  for (const page of pages) {
    expect(page).toMatchObject({ contextIsolation: true, sandbox: true, webSecurity: true })
    for (const name of [
      'nodeIntegration',
      'nodeIntegrationInWorker',
      'nodeIntegrationInSubFrames',
      'allowRunningInsecureContent',
      'experimentalFeatures',
      'webviewTag',
      'navigateOnDragDrop',
      'spellcheck',
      'plugins',
      'enableRemoteModule',
    ]) {
      expect(page[name] ?? false, name).toBe(false)
    }
    expect(page['enableBlinkFeatures'] ?? '').toBe('')
  }
  const inPage = await window.evaluate(() => {
    const names = ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer']
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const inside = frame.contentWindow as unknown as Record<string, unknown> | null
    const bridge = { ...(Reflect.get(globalThis, 'ecoConnect') as Record<string, unknown>) }
    const seen = {
      globals: names.filter((name) => name in window),
      inFrame: [...names, 'ecoConnect'].filter((name) => inside !== null && name in inside),
      bridge: Object.entries(bridge).map(([name, value]) => `${name}: ${typeof value}`),
      opener: Reflect.get(globalThis, 'opener') as unknown,
    }
    frame.remove()
    return seen
  })
  expect(inPage).toEqual({
    globals: [],
    inFrame: [],
    bridge: ['snapshot: function', 'send: function', 'onSnapshot: function'],
    opener: null,
  })
  await window.evaluate(() => {
    const bridge = Reflect.get(globalThis, 'ecoConnect') as Record<string, unknown>
    try {
      bridge['send'] = () => 'replaced'
      bridge['more'] = 1
    } catch {
      // A frozen bridge throws in strict mode, which is as good.
    }
  })
  const kept = await window.evaluate(
    () => Object.keys(Reflect.get(globalThis, 'ecoConnect') as object).length,
  )
  expect(kept).toBe(3)
})

test('5: no permission is granted, whatever the page asks for', async ({ stage }) => {
  const { window } = await (await stage('fresh')).start()
  await reaches(window, 'plan', 'todo')
  const answers = await window.evaluate(async () => {
    const asked: Record<string, string> = {}
    const attempt = async (name: string, ask: () => unknown): Promise<void> => {
      const silence = new Promise((resolve) => setTimeout(resolve, 3000, 'no answer'))
      try {
        const answer = await Promise.race([ask(), silence])
        const empty = Array.isArray(answer) && answer.length === 0
        const no = ['denied', 'no answer', false, undefined].some((word) => word === answer)
        asked[name] = empty || no ? 'refused' : JSON.stringify(answer)
      } catch {
        asked[name] = 'refused'
      }
    }
    const { mediaDevices, clipboard, geolocation, storage, wakeLock } = navigator
    const at = (name: string): Record<string, (options?: unknown) => unknown> =>
      Reflect.get(navigator, name) as Record<string, (options?: unknown) => unknown>
    const place = () =>
      new Promise((resolve, reject) => geolocation.getCurrentPosition(resolve, reject))
    await Promise.all([
      attempt('geolocation', place),
      attempt('notifications', () => Notification.requestPermission()),
      attempt('camera', () => mediaDevices.getUserMedia({ video: true })),
      attempt('microphone', () => mediaDevices.getUserMedia({ audio: true })),
      attempt('screen', () => mediaDevices.getDisplayMedia({ video: true })),
      attempt('clipboard read', () => clipboard.readText()),
      attempt('clipboard write', () => clipboard.writeText('x').then(() => 'written')),
      attempt('usb', () => at('usb')['requestDevice']?.({ filters: [] })),
      attempt('hid', () => at('hid')['requestDevice']?.({ filters: [] })),
      attempt('serial', () => at('serial')['requestPort']?.()),
      attempt('bluetooth', () => at('bluetooth')['requestDevice']?.({ acceptAllDevices: true })),
      attempt('midi', () => navigator.requestMIDIAccess({ sysex: true })),
      attempt('persistent storage', () => storage.persist()),
      attempt('fullscreen', () => document.body.requestFullscreen().then(() => 'fullscreen')),
      attempt('wake lock', () => wakeLock.request('screen').then(() => 'kept awake')),
      attempt('idle detection', () =>
        (
          Reflect.get(globalThis, 'IdleDetector') as { requestPermission: () => unknown }
        ).requestPermission(),
      ),
      attempt('local fonts', () => (Reflect.get(window, 'queryLocalFonts') as () => unknown)()),
    ])
    // One after the other: both would hold the pointer or a window.
    await attempt('keyboard lock', async () => (await at('keyboard')['lock']?.()) ?? undefined)
    for (const name of ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read']) {
      const { state } = await navigator.permissions.query({ name: name as PermissionName })
      asked[`state of ${name}`] = state === 'granted' ? 'granted' : 'refused'
    }
    return asked
  })
  expect(Object.keys(answers).length).toBeGreaterThan(20)
  expect(Object.entries(answers).filter(([, answer]) => answer !== 'refused')).toEqual([])
})

test('7: injected code, styles and network requests are blocked', async ({ stage }) => {
  const { app, window } = await (await stage('fresh')).start()
  await reaches(window, 'plan', 'todo')
  const policy = await app.evaluate(async ({ net }) =>
    (await net.fetch('app://eco-connect/index.html')).headers.get('content-security-policy'),
  )
  expect(policy).toContain("default-src 'none'; script-src 'self';")
  expect(policy).not.toMatch(/unsafe|\*|https?:/)
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end()
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  try {
    const { port } = server.address() as AddressInfo
    const outcome = await window.evaluate(async (origin) => {
      // Code given to `evaluate` may use eval until its first pause; a page's own may not.
      await new Promise((resolve) => setTimeout(resolve, 0))
      const violations = new Set<string>()
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        violations.add(effectiveDirective),
      )
      const ran: string[] = []
      Reflect.set(window, 'ran', (name: string) => ran.push(name))
      const attempt = async (name: string, act: () => unknown): Promise<void> => {
        try {
          await act()
          ran.push(name)
        } catch {
          // Refused, as it should be.
        }
      }
      const element = (tag: string, attributes: Record<string, string>): HTMLElement => {
        const made = document.createElement(tag)
        for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
        document.body.append(made)
        return made
      }
      const { body } = document
      await attempt('innerHTML', () => (document.createElement('p').innerHTML = '<b>x</b>'))
      await attempt('outerHTML', () => (element('p', {}).outerHTML = '<b>x</b>'))
      await attempt('insertAdjacentHTML', () => body.insertAdjacentHTML('beforeend', '<b>x</b>'))
      await attempt('document.write', () => document.write('x'))
      await attempt('srcdoc', () => Reflect.set(document.createElement('iframe'), 'srcdoc', 'x'))
      await attempt('script text', () => (document.createElement('script').text = 'ran("text")'))
      await attempt('script src', () => (document.createElement('script').src = `${origin}/a.js`))
      // By name: the linter, rightly, lets nobody write these.
      for (const name of ['eval', 'Function', 'setTimeout'])
        await attempt(name, () => (Reflect.get(globalThis, name) as (code: string) => unknown)('1'))
      await attempt('import', () => import(`${origin}/module.js`))
      await attempt('worker', () => new Worker('data:text/javascript,1'))
      await attempt('a policy', () =>
        (
          Reflect.get(window, 'trustedTypes') as {
            createPolicy: (name: string, rules: object) => unknown
          }
        ).createPolicy('anything', { createHTML: (text: string) => text }),
      )
      await attempt('fetch', () => fetch(`${origin}/fetch`, { mode: 'no-cors' }))
      await attempt('fetch of a file', () => fetch('file:///etc/hostname'))
      // Returns true even when the policy stops it; the server would tell.
      navigator.sendBeacon(`${origin}/beacon`)
      const socket = new Promise((resolve, reject) => {
        const opened = new WebSocket(origin.replace('http', 'ws'))
        opened.addEventListener('open', resolve)
        opened.addEventListener('error', () => reject(new Error('refused')))
      })
      await attempt('websocket', () => socket)
      const script = document.createElement('script')
      await attempt('inline script', () => {
        script.append('ran("inline script")')
        body.append(script)
      })
      element('p', { style: 'position: fixed' })
      await attempt('handler', () => element('p', { onclick: 'ran("handler")' }).click())
      const style = element('style', {})
      style.append('body { outline: 7px solid red }')
      const loads: [string, Record<string, string>][] = [
        ['link', { rel: 'stylesheet', href: `${origin}/a.css` }],
        ['img', { src: `${origin}/a.png` }],
        ['iframe', { src: `${origin}/frame` }],
        ['video', { src: `${origin}/video` }],
        ['base', { href: `${origin}/` }],
      ]
      for (const [tag, attributes] of loads) element(tag, attributes)
      await attempt('object', () => element('object', { data: `${origin}/object` }))
      await attempt('embed', () => element('embed', { src: `${origin}/embed` }))
      await new Promise((resolve) => setTimeout(resolve, 500))
      const outline = getComputedStyle(body).outlineWidth
      return { ran, styled: outline === '7px', violations: [...violations].toSorted() }
    }, `http://127.0.0.1:${port}`)
    expect(outcome.ran).toEqual([])
    expect(outcome.styled).toBe(false)
    expect(outcome.violations).toEqual(
      expect.arrayContaining([
        'base-uri',
        'connect-src',
        'frame-src',
        'img-src',
        'media-src',
        'require-trusted-types-for',
        'script-src-elem',
        'style-src-attr',
        'style-src-elem',
        'trusted-types',
      ]),
    )
    expect(asked).toEqual([])
  } finally {
    server.close()
  }
})

test('1, 7, 18: a whole journey violates no policy and loads nothing from elsewhere', async ({
  stage,
}) => {
  test.slow()
  const scene = await stage('fresh')
  const { app, window } = await scene.start()
  const complaints: string[] = []
  window.on('console', (message) => {
    if (/content security policy|trusted ?type|insecure/i.test(message.text()))
      complaints.push(message.text())
  })
  await app.context().exposeFunction('noteViolation', (text: string) => complaints.push(text))
  await app.context().addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const note = Reflect.get(window, 'noteViolation') as (text: string) => void
      note(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`)
    })
  })
  const addresses = new Set<string>()
  window.on('request', (request) =>
    addresses.add(request.url().replace(/^(data:[\w/+-]*).*/s, '$1')),
  )
  await window.reload()
  await untilRegistration(window, scene.scenario)
  await sendToSpot(window)
  expect(complaints).toEqual([])
  expect(addresses.size).toBeGreaterThan(3)
  const foreign = [...addresses].filter((url) => !/^(app:\/\/eco-connect\/|data:)/.test(url))
  expect(foreign).toEqual([])
  // The listeners do hear: one violation of each kind.
  await window.evaluate(() => {
    const image = document.createElement('img')
    image.src = 'https://example.invalid/x.png'
  })
  await expect.poll(() => complaints.join()).toContain('img-src https://example.invalid')
})
