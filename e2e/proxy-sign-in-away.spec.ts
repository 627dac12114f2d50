/** The question of a proxy, and who comes back to it: to a minimised window, or to a computer that slept. */
import { startNotifications } from './assistive/notifications.ts'
import { expect, type App } from './journeys/fixture.ts'
import { chooseAccountAndRole } from './journeys/steps.ts'
import { button, press, reaches } from './journeys/window.ts'
import { beginSignIn, RIGHT, test, WRONG } from './network/company.ts'
import { proxyWindow, proxyWindows, typePassword } from './network/question.ts'
import { endChild, startCompanion } from './runtime/processes.ts'

const isSignedIn = (app: App) => button(app.window, 'sign-in', 'choose-account').first().waitFor()

/** The app's window, and the one with the question, as the desktop has them. */
const windowsOf = ({ app }: App) =>
  app.evaluate(({ BrowserWindow }) => {
    const windows = BrowserWindow.getAllWindows()
    const question = windows.find((one) => one.getParentWindow())
    const own = windows.find((one) => one !== question)
    return {
      minimised: own?.isMinimized(),
      question: question?.isVisible() ? (question.isFocused() ? 'focused' : 'shown') : 'hidden',
    }
  })

test('to somebody who has minimised the app the question comes when they take it up again', async ({
  company,
  display,
}) => {
  let open = (): void => undefined
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  const { scene, network, app } = await company({ gate })
  const env = { ...display.env, ...scene.keyring.env, PATH: process.env['PATH'] }
  // Without somebody who manages windows none can be minimised.
  const manager = startCompanion('openbox', [], { env, stdio: 'ignore' })
  const desk = await startNotifications(scene.keyring.env)
  const minimise = () =>
    app.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((one) => !one.getParentWindow())
        ?.minimize(),
    )
  try {
    await beginSignIn(app, scene)
    // Whoever manages windows may not be there yet.
    await expect(async () => {
      await minimise()
      expect(await windowsOf(app)).toMatchObject({ minimised: true })
    }).toPass()
    open()
    await expect.poll(() => desk.shown.map(({ title }) => title)).toEqual(['Sign in to the proxy'])
    expect(await windowsOf(app)).toEqual({ minimised: true, question: 'hidden' })
    const [told] = desk.shown
    if (!told) throw new Error('nothing was shown')
    desk.click(told)
    await expect.poll(() => windowsOf(app)).toEqual({ minimised: false, question: 'focused' })
    await typePassword(await proxyWindow(app), RIGHT)
    await expect.poll(() => proxyWindows(app)).toBe(0)
    await isSignedIn(app)
    expect(new Set(network.proxy.attempts)).toEqual(new Set([RIGHT]))
  } finally {
    await endChild(manager)
    await desk.stop()
  }
})

/** As after a pause of minutes with the lid closed: no connection is left, and the clock has gone on. */
const sleeps = ({ app }: App, minutes: number): Promise<void> =>
  app.evaluate(async ({ powerMonitor, session }, ms) => {
    powerMonitor.emit('suspend')
    for (const name of ['own-requests', 'proxy-attempts'])
      await session.fromPartition(name, { cache: false }).closeAllConnections()
    const { now } = Date
    Date.now = () => now() + ms
    powerMonitor.emit('resume')
  }, minutes * 60_000)

test('after the computer slept the same password is not asked for again, and tried in vain by nobody', async ({
  company,
}) => {
  const { scene, network, app } = await company({ slowness: 300 })
  await beginSignIn(app, scene)
  const asked = await proxyWindow(app)
  await typePassword(asked, WRONG)
  await expect(asked.problem).toContainText('tried once')
  // With the question open, and what was typed so far in it.
  await asked.password.fill(RIGHT.split(':')[1] ?? '')
  await sleeps(app, 5)
  await expect(asked.problem).toContainText('tried once')
  await asked.send.click()
  await expect.poll(() => proxyWindows(app)).toBe(0)
  await chooseAccountAndRole(app.window, scene.scenario)
  await reaches(app.window, 'cost-report', 'todo')
  let windows = 0
  app.app.on('window', () => (windows += 1))
  const [passages, attempts] = [network.proxy.passages.length, network.proxy.attempts.length]
  await sleeps(app, 5)
  await press(app.window, 'sign-in', 'check')
  // What is read then needs connections of its own.
  await expect.poll(() => network.proxy.passages.length).toBeGreaterThan(passages + 1)
  await reaches(app.window, 'sign-in', 'done')
  await reaches(app.window, 'cost-report', 'todo')
  expect(windows).toBe(0)
  expect(new Set(network.proxy.attempts.slice(attempts))).toEqual(new Set([RIGHT]))
  expect(network.proxy.attempts.filter((one) => one !== RIGHT)).toEqual([WRONG])
})

for (const name of ['NORTHWIND\\someone', 'someone@northwind.example'])
  test(`${name} reaches a proxy as it was typed`, async ({ company }) => {
    const typed = `${name}:tulip-Garden-41`
    const { scene, network, app } = await company({ password: typed })
    await beginSignIn(app, scene)
    await typePassword(await proxyWindow(app), typed)
    await isSignedIn(app)
    expect(new Set(network.proxy.attempts)).toEqual(new Set([typed]))
  })
