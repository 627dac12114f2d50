/**
 * Electron's security checklist, items 11 to 14: the window stays on its page and opens no other.
 * The items stand before each test's name.
 */
import type { ElectronApplication } from 'playwright'
import { expect, test } from './journeys/fixture.ts'
import { choosePlan } from './journeys/steps.ts'
import { reaches } from './journeys/window.ts'

const PAGE = 'app://eco-connect/index.html'
const ELSEWHERE = [
  'https://example.com/',
  'http://127.0.0.1:9/',
  'file:///etc/hostname',
  'data:text/html,elsewhere',
  'javascript:document.title="owned"',
  'app://eco-connect/other.html',
  'app://other/index.html',
  'app://eco-connect/index.html?x',
  'blob:app://eco-connect/0',
  'view-source:app://eco-connect/index.html',
  'chrome://gpu',
  'devtools://devtools/bundled/inspector.html',
  'mailto:someone@example.com',
]

/** From now on counts where frames have come to. */
async function watchNavigation(app: ElectronApplication): Promise<() => Promise<string[]>> {
  await app.evaluate(({ webContents }) => {
    const seen: string[] = []
    Reflect.set(globalThis, 'navigations', seen)
    for (const contents of webContents.getAllWebContents())
      contents.on('did-frame-navigate', (_event, url) => seen.push(url))
  })
  return () => app.evaluate(() => Reflect.get(globalThis, 'navigations') as string[])
}

const pages = (app: ElectronApplication): Promise<string[]> =>
  app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => `${contents.getType()} ${contents.getURL()}`),
  )

test('13: the window stays on its page, however it is led away', async ({ stage }) => {
  const { app, window } = await (await stage('fresh')).start()
  await reaches(window, 'plan', 'todo')
  const opened = await app.evaluate(({ shell }) => {
    const links: string[] = []
    Reflect.set(globalThis, 'opened', links)
    shell.openExternal = (link) => Promise.resolve(void links.push(link))
    return links
  })
  expect(opened).toEqual([])
  const navigations = await watchNavigation(app)
  await window.evaluate(async (addresses) => {
    const pause = () => new Promise((resolve) => setTimeout(resolve, 60))
    const add = (tag: string, attributes: Record<string, string>): HTMLElement => {
      const made = document.createElement(tag)
      for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
      document.body.append(made)
      return made
    }
    for (const address of addresses) {
      try {
        globalThis.location.href = address
      } catch {
        // Refused at once.
      }
      await pause()
      add('a', { href: address }).click()
      await pause()
      for (const method of ['get', 'post']) {
        const form = add('form', { action: address, method })
        if (form instanceof HTMLFormElement) form.submit()
        await pause()
      }
      add('meta', { 'http-equiv': 'refresh', content: `0;url=${address}` })
      await pause()
    }
  }, ELSEWHERE)
  expect(await pages(app)).toEqual([`window ${PAGE}`])
  expect(await window.evaluate(() => document.title)).toMatch(/^Step 1: /)
  expect(await navigations()).toEqual([])
  expect(await app.evaluate(() => Reflect.get(globalThis, 'opened') as string[])).toEqual([])
  // What was watched can be seen: the page may load itself anew.
  await window.reload()
  await reaches(window, 'plan', 'todo')
  expect(await navigations()).toEqual([PAGE])
  // Electron asks nobody about an empty page, so the app comes back from it by itself.
  await window.evaluate(() => setTimeout(() => (globalThis.location.href = 'about:blank'), 0))
  await expect.poll(navigations).toEqual([PAGE, 'about:blank', PAGE])
  await reaches(window, 'plan', 'todo')
})

test('13: a file or a link dropped onto the window does nothing', async ({ stage }) => {
  const { app, window } = await (await stage('fresh')).start()
  await reaches(window, 'plan', 'todo')
  const navigations = await watchNavigation(app)
  const devtools = await app.context().newCDPSession(window)
  const dropped = [
    { items: [], files: ['/etc/hostname'], dragOperationsMask: 1 },
    {
      items: [{ mimeType: 'text/uri-list', data: 'https://example.com/' }],
      dragOperationsMask: 1,
    },
  ]
  for (const data of dropped) {
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await devtools.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data })
  }
  await choosePlan(window, 'us')
  expect(await navigations()).toEqual([])
  expect(await pages(app)).toEqual([`window ${PAGE}`])
})

test('14: no second window', async ({ stage }) => {
  const { app, window } = await (await stage('fresh')).start()
  await reaches(window, 'plan', 'todo')
  const opened = await window.evaluate(async (addresses) => {
    const handles = addresses.map((address) => globalThis.open(address, '_blank') === null)
    handles.push(globalThis.open('', 'named', 'width=100,nodeIntegration=1') === null)
    for (const address of addresses) {
      for (const event of [{}, { ctrlKey: true }, { shiftKey: true }, { button: 1 }]) {
        const link = document.createElement('a')
        link.href = address
        link.target = '_blank'
        document.body.append(link)
        link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...event }))
        link.remove()
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 300))
    return handles.every(Boolean)
  }, ELSEWHERE)
  expect(opened).toBe(true)
  expect(await pages(app)).toEqual([`window ${PAGE}`])
})

test('11, 12: a webview does not come to life, even where its tag is allowed', async ({
  stage,
}) => {
  const { app, window } = await (await stage('fresh')).start()
  await reaches(window, 'plan', 'todo')
  const inert = await window.evaluate(() => {
    const view = document.createElement('webview')
    view.setAttribute('src', 'https://example.com/')
    view.setAttribute('allowpopups', '')
    document.body.append(view)
    return Reflect.get(view, 'getWebContentsId') === undefined
  })
  expect(inert).toBe(true)
  expect(await pages(app)).toEqual([`window ${PAGE}`])
  const attempt = await app.evaluate(async ({ BrowserWindow, webContents }, page) => {
    const other = new BrowserWindow({ show: false, webPreferences: { webviewTag: true } })
    try {
      const asked = new Promise<boolean>((resolve) =>
        other.webContents.on('will-attach-webview', (event) => resolve(event.defaultPrevented)),
      )
      await other.loadURL(page)
      await other.webContents.executeJavaScript(`
        const view = document.createElement('webview')
        view.setAttribute('src', 'https://example.com/')
        view.setAttribute('nodeintegration', '')
        document.body.append(view); 0`)
      const prevented = await asked
      const guests = webContents.getAllWebContents().filter((c) => c.getType() === 'webview')
      return { prevented, guests: guests.length }
    } finally {
      other.destroy()
    }
  }, PAGE)
  expect(attempt).toEqual({ prevented: true, guests: 0 })
})
