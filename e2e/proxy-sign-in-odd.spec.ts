import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { App } from './journeys/fixture.ts'
import { expect } from './journeys/fixture.ts'
import { button, panel, reaches } from './journeys/window.ts'
import { beginSignIn, RIGHT, test, WRONG } from './network/company.ts'
import { startPacServer } from './network/pac.ts'
import { startProxy } from './network/proxy.ts'
import { proxyWindow, proxyWindows, typePassword } from './network/question.ts'
import { overTls } from './network/stage.ts'
import { PAUSE_MS } from '../electron/shell/typing.ts'

const isSignedIn = (app: App) => button(app.window, 'sign-in', 'choose-account').first().waitFor()

test('a proxy behind TLS is asked like any other, and warned of it is nobody', async ({
  company,
}) => {
  const { scene, network, app } = await company({
    proxyOverTls: true,
    start: (_scene, { start, proxy }) => start(overTls(proxy.port)),
  })
  await beginSignIn(app, scene)
  const asked = await proxyWindow(app)
  await expect(asked.page.locator('#facts')).toContainText('Basic')
  await expect(asked.accept).toBeHidden()
  await typePassword(asked, WRONG)
  await expect(asked.problem).toContainText('did not take')
  expect(network.proxy.attempts).toEqual([WRONG])
  await typePassword(asked, RIGHT)
  await isSignedIn(app)
  expect(network.proxy.attempts.filter((one) => one !== RIGHT)).toEqual([WRONG])
})

test('a proxy behind TLS that this computer does not trust asks nobody', async ({ company }) => {
  const { scene, network, app } = await company({
    proxyOverTls: true,
    trusted: false,
    start: (_scene, { start, proxy }) => start(overTls(proxy.port)),
  })
  await beginSignIn(app, scene)
  await reaches(app.window, 'sign-in', 'failed')
  await expect(panel(app.window, 'sign-in')).toContainText('certificate')
  expect(proxyWindows(app)).toBe(0)
  expect(network.proxy.passages).toEqual([])
})

test('what cannot be sent is told beside its field, and every letter can', async ({ company }) => {
  const password = 'jürgen:Пароль-Garten-€41'
  const { scene, network, app } = await company({ password })
  await beginSignIn(app, scene)
  const asked = await proxyWindow(app)
  const { page } = asked
  await asked.accept.check()
  for (const [name, typed, told] of [
    ['some:one', 'x', 'cannot be a colon'],
    ['some\tone', 'x', 'cannot be sent'],
    ['x'.repeat(1025), 'x', 'too long'],
  ] as const) {
    await asked.username.fill(name)
    await asked.password.fill(typed)
    await asked.send.click()
    await expect(page.locator('#username-missing')).toContainText(told)
    await expect(asked.username).toBeFocused()
    await expect(asked.username).toHaveAccessibleDescription(new RegExp(told))
  }
  await asked.username.fill('someone')
  for (const [typed, told] of [
    ['tulip\tGarden', 'cannot be sent'],
    ['x'.repeat(1025), 'too long'],
  ] as const) {
    await asked.password.fill(typed)
    await asked.send.click()
    await expect(page.locator('#password-missing')).toContainText(told)
    await expect(asked.password).toBeFocused()
  }
  // What the page does not hold back, the main process refuses.
  const sent = await page.evaluate(() =>
    window.proxyQuestion
      .answer({ number: 1, username: 'a:b', password: 'x', readableAccepted: true })
      .then(
        () => 'taken',
        () => 'refused',
      ),
  )
  expect(sent).toBe('refused')
  expect(network.proxy.attempts).toEqual([])
  await typePassword(asked, 'jürgen:Пароль')
  await expect(asked.problem).toContainText('UTF-8')
  await typePassword(asked, password)
  await isSignedIn(app)
  expect(network.proxy.attempts.filter((one) => one !== password)).toEqual(['jürgen:Пароль'])
})

test('a server that asks as the proxy did gets nothing of what the proxy got', async ({
  company,
}) => {
  const { scene, network, app } = await company({ wantsPassword: true })
  await beginSignIn(app, scene)
  await typePassword(await proxyWindow(app), RIGHT)
  await reaches(app.window, 'sign-in', 'failed', 'todo')
  await expect(panel(app.window, 'sign-in')).toContainText('sent no password')
  expect(network.inspection.heard.length).toBeGreaterThan(0)
  const sent = network.inspection.heard.map(({ headers }) => [
    headers.authorization,
    headers['proxy-authorization'],
  ])
  expect(sent.flat().filter((one) => one !== undefined)).toEqual([])
})

test('two proxies that ask at once get each its own password, and none the other’s', async ({
  company,
}) => {
  const OTHER = 'guest:rose-Garden-42'
  const ends: (() => Promise<void>)[] = []
  const others: { readonly attempts: string[] }[] = []
  const { scene, network, app } = await company({
    slowness: 300,
    start: async (_scene, { inspection, proxy, start }) => {
      const other = await startProxy({
        upstream: inspection.port,
        password: OTHER,
        realm: 'guests',
        slowness: 300,
        locksAfter: 1,
      })
      others.push(other)
      const ways = `' + (host.startsWith('oidc.') ? 'PROXY 127.0.0.1:${proxy.port}' : 'PROXY 127.0.0.1:${other.port}') + '`
      const file = await startPacServer(proxy.port, ways)
      ends.push(other.stop, file.stop)
      return start([`--proxy-pac-url=${file.url}`])
    },
  })
  await beginSignIn(app, scene)
  for (const [realm, password] of [
    ['staff only', RIGHT],
    ['guests', OTHER],
  ] as const) {
    const asked = await proxyWindow(app)
    await expect(asked.page.locator('#facts')).toContainText(realm)
    await typePassword(asked, password)
    await expect.poll(() => proxyWindows(app)).toBe(0)
  }
  await isSignedIn(app)
  expect(new Set(network.proxy.attempts)).toEqual(new Set([RIGHT]))
  expect(new Set(others[0]?.attempts)).toEqual(new Set([OTHER]))
  for (const end of ends) await end()
})

test('who cancels while the proxy is asked is not asked again', async ({ company }) => {
  const { scene, network, app } = await company({ slowness: 2000 })
  await beginSignIn(app, scene)
  const asked = await proxyWindow(app)
  await typePassword(asked, WRONG)
  await expect(asked.page.locator('#busy')).toContainText('Asking the proxy')
  await asked.cancel.click()
  await expect.poll(() => proxyWindows(app)).toBe(0)
  await reaches(app.window, 'sign-in', 'failed')
  await expect(button(app.window, 'sign-in', 'enter-proxy-password')).toBeVisible()
  expect(proxyWindows(app)).toBe(0)
  expect(network.proxy.attempts).toEqual([WRONG])
})

/** A key as the system sends it: Electron hears nothing of those that Playwright sends (33.4.11). */
const typeInto = ({ app }: App): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.sendInputEvent({ type: 'keyDown', keyCode: 'a' })
  })

test('the question waits for whoever is typing, and comes when they pause', async ({ company }) => {
  const { scene, app } = await company({ slowness: 1000 })
  await beginSignIn(app, scene)
  const until = Date.now() + 2 * PAUSE_MS
  while (Date.now() < until) {
    await typeInto(app)
    expect(proxyWindows(app)).toBe(0)
    await app.window.waitForTimeout(PAUSE_MS / 5)
  }
  await proxyWindow(app)
})

test('to somebody at another program the question only beckons, and it holds up no quitting', async ({
  company,
}) => {
  const { scene, app } = await company()
  await app.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    if (!window) throw new Error('There is no window')
    const called: string[] = []
    Reflect.set(globalThis, 'called', called)
    window.isFocused = () => false
    for (const name of ['show', 'focus', 'restore', 'flashFrame'] as const)
      window[name] = () => void called.push(name)
  })
  await beginSignIn(app, scene)
  const asked = await proxyWindow(app)
  await expect(asked.username).toBeVisible()
  // There is no service for notifications here, so the taskbar has to do.
  await expect
    .poll(() => app.app.evaluate(() => Reflect.get(globalThis, 'called') as string[]))
    .toEqual(['flashFrame'])
  const isShown = () =>
    app.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().some((one) => one.getParentWindow() && one.isVisible()),
    )
  expect(await isShown()).toBe(false)
  await app.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((one) => !one.getParentWindow())
      ?.emit('focus'),
  )
  await expect.poll(isShown).toBe(true)
  const ended = new Promise((resolve) => app.app.process().once('exit', resolve))
  await app.app.evaluate(({ app: own }) => void setTimeout(() => own.quit()))
  expect(await ended).toBe(0)
})

for (const kind of ['ProxyServer', 'ProxyPacUrl'] as const)
  test(`a proxy that the organization has set by ${kind} is signed in to as well`, async ({
    company,
  }) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'eco-connect-policy-'))
    const ends: (() => Promise<void>)[] = [() => rm(folder, { recursive: true, force: true })]
    const { scene, network, app } = await company({
      start: async (scene, { proxy, realHosts }) => {
        const pac = await startPacServer(proxy.port)
        ends.push(pac.stop)
        const set = { ProxyServer: `127.0.0.1:${proxy.port}`, ProxyPacUrl: pac.url }
        await mkdir(path.join(folder, 'eco-connect'), { mode: 0o755 })
        const file = path.join(folder, 'eco-connect', 'policy.json')
        await writeFile(file, JSON.stringify({ [kind]: set[kind] }), { mode: 0o644 })
        return scene.start({ env: { ...realHosts, ECO_CONNECT_POLICY_FILE: file } })
      },
    })
    await beginSignIn(app, scene)
    const asked = await proxyWindow(app)
    await expect(asked.page.locator('#facts')).toContainText(`127.0.0.1:${network.proxy.port}`)
    await typePassword(asked, WRONG)
    await expect(asked.problem).toContainText('did not take')
    await typePassword(asked, RIGHT)
    await isSignedIn(app)
    expect(network.proxy.attempts.filter((one) => one !== RIGHT)).toEqual([WRONG])
    for (const end of ends) await end()
  })

test('the window fits a small screen, and its lines stand out in high contrast', async ({
  company,
}) => {
  const { scene, app } = await company()
  await beginSignIn(app, scene)
  const asked = await proxyWindow(app)
  await app.app.evaluate(({ BrowserWindow }) => {
    for (const one of BrowserWindow.getAllWindows())
      if (one.webContents.getURL().includes('proxy-sign-in')) one.setContentSize(1, 1)
  })
  // As small as it can be made.
  await expect.poll(() => asked.page.evaluate(() => innerWidth)).toBe(320)
  await asked.page.evaluate(() => document.documentElement.classList.add('more-contrast'))
  await asked.page.screenshot({ path: test.info().outputPath('small.png') })
  expect(await asked.page.evaluate(() => document.documentElement.scrollWidth)).toBe(
    await asked.page.evaluate(() => document.documentElement.clientWidth),
  )
  await expect(asked.send).toBeInViewport({ ratio: 1 })
  await asked.page.keyboard.press('Enter')
  // The field with the sentence beside it is not under the buttons.
  await expect(asked.username).toBeInViewport({ ratio: 1 })
  for (const part of [asked.username, asked.password, asked.accept]) {
    await part.focus()
    const [field, buttons] = [await part.boundingBox(), await asked.send.boundingBox()]
    expect((field?.y ?? 0) + (field?.height ?? 0)).toBeLessThanOrEqual(buttons?.y ?? 0)
  }
  await asked.page.screenshot({ path: test.info().outputPath('small.png') })
  await expect(asked.page.getByRole('textbox', { name: 'User name' })).toBeVisible()
  await expect(asked.page.getByRole('checkbox', { name: 'Send it all the same' })).toBeVisible()
})
