import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { TRUSTED_MS } from '../electron/network/proxy-sign-in.ts'
import type { App } from './journeys/fixture.ts'
import { expect, filesWith } from './journeys/fixture.ts'
import { violations } from './journeys/inspection.ts'
import {
  chooseAccountAndRole,
  choosePlan,
  sendToSpot,
  untilRegistration,
} from './journeys/steps.ts'
import { button, fill, panel, press, reaches } from './journeys/window.ts'
import { beginSignIn, RIGHT, test, WRONG } from './network/company.ts'
import { proxyWindow, proxyWindows, typePassword } from './network/question.ts'

/** The process of the window for the password. */
const processOf = ({ app }: App): Promise<number> =>
  app.evaluate(({ webContents }) => {
    const asked = webContents
      .getAllWebContents()
      .find((one) => one.getURL().includes('proxy-sign-in'))
    return asked?.getOSProcessId() ?? 0
  })

test('each password that is typed is one attempt, and one that is right is enough', async ({
  company,
}) => {
  const { scene, network, app } = await company()
  const { proxy } = network
  await beginSignIn(app, scene)
  const asked = await proxyWindow(app)
  await asked.page.screenshot({ path: test.info().outputPath('asked.png') })
  await expect(asked.page.getByRole('heading')).toHaveText('Sign in to the proxy')
  await expect(asked.page.locator('#facts')).toContainText(`127.0.0.1:${proxy.port}`)
  await expect(asked.page.locator('#facts')).toContainText('“staff only”')
  await expect(asked.problem).toBeHidden()
  expect(proxy.attempts).toEqual([])
  await typePassword(asked, WRONG)
  await expect(asked.problem).toContainText('did not take')
  await asked.page.screenshot({ path: test.info().outputPath('refused.png') })
  expect(proxy.attempts).toEqual([WRONG])
  await expect(asked.username).toHaveValue('someone')
  await expect(asked.password).toHaveValue('')
  await expect(asked.password).toBeFocused()
  const pid = await processOf(app)
  await typePassword(asked, RIGHT)
  await expect.poll(() => proxyWindows(app)).toBe(0)
  // What was typed goes with the process that it was typed in.
  await expect.poll(() => existsSync(`/proc/${pid}`)).toBe(false)
  await button(app.window, 'sign-in', 'choose-account').first().waitFor()
  expect(proxy.attempts.filter((one) => one !== RIGHT)).toEqual([WRONG])
  expect(proxy.isLocked()).toBe(false)
})

test('a whole journey takes one question, and nothing of the password is kept, shown or told', async ({
  company,
}) => {
  const { scene, network, app } = await company()
  const secret = RIGHT.split(':')[1] ?? ''
  await app.window.evaluate(() => {
    const snapshots: string[] = []
    Reflect.set(globalThis, 'snapshots', snapshots)
    window.ecoConnect.onSnapshot((snapshot) => snapshots.push(JSON.stringify(snapshot)))
  })
  // One question, in the middle of a whole journey.
  const answering = proxyWindow(app).then((asked) => typePassword(asked, RIGHT))
  await untilRegistration(app.window, scene.scenario)
  await answering
  await sendToSpot(app.window)
  expect(new Set(network.proxy.attempts)).toEqual(new Set([RIGHT]))
  const told = await app.window.evaluate(() => String(Reflect.get(globalThis, 'snapshots')))
  expect(told).toContain('revision')
  expect(told).not.toContain(secret)
  expect(await app.window.content()).not.toContain(secret)
  expect(app.output()).not.toContain(secret)
  await app.close()
  expect(await filesWith(scene.profile, [secret, btoa(RIGHT)])).toEqual([])
  const netLog = await readFile(network.netLog, 'utf8')
  expect(netLog).toContain('CONNECT ')
  expect(netLog).not.toContain(btoa(RIGHT))
})

test('a password that was changed meanwhile is tried once, and so is the next one', async ({
  company,
}) => {
  const { scene, network, app } = await company({ slowness: 100 })
  const { proxy } = network
  await beginSignIn(app, scene)
  await typePassword(await proxyWindow(app), RIGHT)
  await chooseAccountAndRole(app.window, scene.scenario)
  await reaches(app.window, 'sign-in', 'done')
  await reaches(app.window, 'cost-report', 'todo')
  const NEXT = 'someone:rose-Garden-42'
  proxy.change(NEXT)
  proxy.attempts.length = 0
  const passed = proxy.passages.length
  await app.window.waitForTimeout(TRUSTED_MS)
  // As after a night: no connection is left.
  await app.app.evaluate(({ session }) =>
    session.fromPartition('own-requests', { cache: false }).closeAllConnections(),
  )
  await press(app.window, 'sign-in', 'check')
  const asked = await proxyWindow(app)
  await expect(asked.problem).toContainText('does not take the password any more')
  await expect(asked.username).toHaveValue('someone')
  expect(proxy.attempts).toEqual([RIGHT])
  // Everything that is read at once waits by now, for one answer to one question.
  const waiting = () => new Set(proxy.passages.slice(passed).map(({ destination }) => destination))
  await expect.poll(() => waiting().size).toBeGreaterThan(2)
  await typePassword(asked, WRONG)
  await expect(asked.problem).toContainText('did not take')
  expect(proxy.attempts).toEqual([RIGHT, WRONG])
  await typePassword(asked, NEXT)
  await expect.poll(() => proxyWindows(app)).toBe(0)
  await reaches(app.window, 'sign-in', 'done')
  await reaches(app.window, 'cost-report', 'todo')
  expect(proxy.attempts.filter((one) => one !== NEXT)).toEqual([RIGHT, WRONG])
  expect(proxy.isLocked()).toBe(false)
})

test('who would rather not is told what stands still, and can enter it later', async ({
  company,
}) => {
  const { scene, network, app } = await company()
  await beginSignIn(app, scene)
  const asked = await proxyWindow(app)
  // The window is gone before the key is up.
  await asked.page.keyboard.press('Escape').catch(() => undefined)
  await expect.poll(() => proxyWindows(app)).toBe(0)
  await reaches(app.window, 'sign-in', 'failed')
  const shown = panel(app.window, 'sign-in')
  await expect(shown).toContainText(
    `The proxy “127.0.0.1:${network.proxy.port}” asks for a user name and password.`,
  )
  await expect(shown).toContainText('You can do this yourself.')
  // What comes by itself does not ask again.
  await press(app.window, 'sign-in', 'start')
  await reaches(app.window, 'sign-in', 'acting', 'failed')
  await reaches(app.window, 'sign-in', 'failed')
  expect(proxyWindows(app)).toBe(0)
  expect(network.proxy.attempts).toEqual([])
  await button(app.window, 'sign-in', 'enter-proxy-password').click()
  await typePassword(await proxyWindow(app), RIGHT)
  await expect.poll(() => proxyWindows(app)).toBe(0)
  await press(app.window, 'sign-in', 'start')
  await button(app.window, 'sign-in', 'choose-account').first().waitFor()
  expect(new Set(network.proxy.attempts)).toEqual(new Set([RIGHT]))
})

test('a password that others can read is sent only after somebody agrees, by the keyboard alone', async ({
  company,
}) => {
  const { scene, network, app } = await company({ realm: 'staff\u00ad only'.repeat(20) })
  await beginSignIn(app, scene)
  const { page, ...asked } = await proxyWindow(app)
  await expect(page.locator('#facts')).toContainText('⟨U+00AD⟩')
  expect((await page.locator('#facts').innerText()).length).toBeLessThan(300)
  await expect(asked.username).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(asked.username).toHaveAttribute('aria-invalid', 'true')
  await page.keyboard.type('someone')
  await page.keyboard.press('Tab')
  await page.keyboard.type(RIGHT.split(':')[1] ?? '')
  await page.keyboard.press('Enter')
  await expect(asked.accept).toBeFocused()
  await expect(page.locator('#accept-missing')).toContainText('only if you agree')
  expect(network.proxy.attempts).toEqual([])
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await expect.poll(() => proxyWindows(app)).toBe(0)
  await button(app.window, 'sign-in', 'choose-account').first().waitFor()
  expect(new Set(network.proxy.attempts)).toEqual(new Set([RIGHT]))
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`the window passes axe and says nothing in English to a German, ${colorScheme}`, async ({
    company,
  }) => {
    const { scene, app } = await company()
    await app.window.evaluate(() =>
      window.ecoConnect.send({ step: 'app', action: 'speak', language: 'de' }),
    )
    await choosePlan(app.window, scene.scenario.managedBy)
    await reaches(app.window, 'sign-in', 'todo')
    await fill(
      app.window,
      'sign-in',
      (words) => words.signIn.startUrl,
      scene.scenario.signIn.startUrl,
    )
    await press(app.window, 'sign-in', 'start')
    const asked = await proxyWindow(app)
    await asked.page.emulateMedia({ colorScheme })
    expect(await violations(asked.page)).toEqual([])
    await typePassword(asked, WRONG)
    await expect(asked.problem).toContainText('einmal versucht')
    expect(await violations(asked.page)).toEqual([])
    await asked.page.screenshot({ path: test.info().outputPath(`${colorScheme}.png`) })
    expect(await asked.page.locator('html').getAttribute('lang')).toBe('de-DE')
    // All that it ever says at once has room in it.
    await asked.accept.uncheck()
    await asked.send.click()
    await expect(asked.page.locator('#accept-missing')).toContainText('zustimmen')
    const [height, shown] = await asked.page.evaluate(() => [
      document.documentElement.scrollHeight,
      innerHeight,
    ])
    expect(height).toBeLessThanOrEqual(shown ?? 0)
    await expect(asked.send).toBeInViewport({ ratio: 1 })
    // Another language while it is open takes nothing from who is typing.
    await asked.password.fill('half')
    await app.window.evaluate(() =>
      window.ecoConnect.send({ step: 'app', action: 'speak', language: 'en' }),
    )
    await expect(asked.problem).toContainText('did not take')
    await expect(asked.password).toHaveValue('half')
  })

test('the window is apart from the app’s own: process, bridge, pages and network', async ({
  company,
}) => {
  const { scene, app } = await company()
  await beginSignIn(app, scene)
  const { page } = await proxyWindow(app)
  const seen = await page.evaluate(() => ({
    bridge: Object.keys(window.proxyQuestion).toSorted(),
    own: 'ecoConnect' in window,
    require: 'require' in globalThis,
  }))
  expect(seen).toEqual({ bridge: ['answer', 'onPage', 'page'], own: false, require: false })
  expect(await app.window.evaluate(() => 'proxyQuestion' in window)).toBe(false)
  const apart = await app.app.evaluate(({ BrowserWindow }) => {
    const [one, other] = BrowserWindow.getAllWindows().map(({ webContents }) => ({
      process: webContents.getOSProcessId(),
      session: webContents.session,
    }))
    return one?.process !== other?.process && one?.session !== other?.session
  })
  expect(apart).toBe(true)
  // What the page does not send in the right form is refused, and repeats nothing of it.
  const refused = await page.evaluate(() =>
    window.proxyQuestion
      .answer({ number: 1, username: 'x', password: 'hidden-words', readableAccepted: false })
      .then(
        () => 'taken',
        (error: unknown) => String(error),
      ),
  )
  expect(refused).toContain('invalid-command')
  expect(refused).not.toContain('hidden-words')
  for (const elsewhere of ['app://eco-connect/index.html', 'https://aws.amazon.com/'])
    await page.evaluate((to) => location.assign(to), elsewhere)
  const shown = await app.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getURL()),
  )
  expect(shown.toSorted()).toEqual([
    'app://eco-connect/index.html',
    'app://eco-connect/proxy-sign-in.html',
  ])
})
