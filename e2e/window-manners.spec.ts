/** What a desktop expects of any window: menus, a place, a title, notifications, contrast. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { ElectronApplication, Page } from 'playwright'
import { startNotifications } from './assistive/notifications.ts'
import { expect, test, type App } from './journeys/fixture.ts'
import { speak } from './journeys/language.ts'
import { approveTemplate, choosePlan, createStack, settleReport, signIn } from './journeys/steps.ts'
import { open, panel, reaches } from './journeys/window.ts'
import { endChild, startCompanion } from './runtime/processes.ts'

/** The menu that a right click opens there; '' where none opens. `press` chooses one of its items. */
async function rightClick(
  { app, window }: App,
  at: { x: number; y: number },
  press = '',
): Promise<string> {
  await app.evaluate(({ Menu }) => {
    Reflect.set(globalThis, 'contextMenu', null)
    Menu.prototype.popup = function popup() {
      Reflect.set(globalThis, 'contextMenu', this)
    }
    Reflect.set(globalThis, 'asked', 0)
  })
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.once('context-menu', () =>
      // After whoever listened before.
      setImmediate(() => Reflect.set(globalThis, 'asked', 1)),
    ),
  )
  await window.mouse.click(at.x, at.y, { button: 'right' })
  await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'asked') as number)).toBe(1)
  return app.evaluate(({ BrowserWindow }, wanted) => {
    const menu = Reflect.get(globalThis, 'contextMenu') as Electron.Menu | null
    const items = menu?.items ?? []
    const shown = BrowserWindow.getAllWindows()[0]
    const item = items.find(({ label }) => label === wanted)
    item?.click(undefined, shown, shown?.webContents)
    return items
      .filter(({ type }) => type !== 'separator')
      .map(({ label, enabled }) => (enabled ? label : `(${label})`))
      .join(' ')
  }, press)
}

async function middleOf(locator: ReturnType<Page['locator']>): Promise<{ x: number; y: number }> {
  await locator.scrollIntoViewIfNeeded()
  const box = await locator.boundingBox()
  if (!box) throw new Error('not drawn')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

test('a right click offers what can be done with a field, or with what is selected', async ({
  stage,
}) => {
  const started = await (await stage('fresh')).start()
  const { app, window } = started
  await choosePlan(window, 'us')
  const field = (await open(window, 'sign-in')).getByLabel('AWS access portal URL', { exact: true })
  await app.evaluate(({ clipboard }) => clipboard.writeText('https://northwind.example'))
  const here = await middleOf(field)
  expect(await rightClick(started, here, 'Paste')).toBe('(Cut) (Copy) Paste (Select All)')
  await expect(field).toHaveValue('https://northwind.example')
  await rightClick(started, here, 'Select All')
  expect(await rightClick(started, here, 'Cut')).toBe('Cut Copy Paste Select All')
  await expect(field).toHaveValue('')
  // Nothing can be done with what is neither a field nor selected.
  const heading = panel(window, 'sign-in').locator('h2')
  const text = await middleOf(heading)
  expect(await rightClick(started, text)).toBe('')
  await heading.selectText()
  const { x } = (await heading.boundingBox()) ?? text
  expect(await rightClick(started, { x: x + 12, y: text.y }, 'Copy')).toBe('Copy')
  await expect
    .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
    .toBe(await heading.innerText())
})

test('the menu bar is there, with About at its end', async ({ stage }) => {
  const { app, window } = await (await stage('fresh')).start()
  await reaches(window, 'plan', 'todo')
  const bar = await app.evaluate(({ BrowserWindow, Menu }) => ({
    isSeen: BrowserWindow.getAllWindows()[0]?.isMenuBarVisible(),
    menus: Menu.getApplicationMenu()?.items.map(({ label }) => label),
  }))
  expect(bar).toEqual({ isSeen: true, menus: ['File', 'Edit', 'View', 'Window', 'Help'] })
  const help = await app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()
      ?.items.find(({ label }) => label === 'Help')
      ?.submenu?.items.map(({ label, role }) => `${label}|${role ?? ''}`),
  )
  expect(help?.at(-1)).toMatch(/^About Eco Connect.*\|about$/)
})

const titleOf = (app: ElectronApplication): Promise<string | undefined> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())

test('the title bar says which step is shown, and of which connection', async ({ stage }) => {
  const { app, window } = await (await stage('fresh')).start()
  await reaches(window, 'plan', 'todo')
  await expect.poll(() => titleOf(app)).toMatch(/^Step 1: .+ – Eco Connect/)
  await window.locator('button[data-action="connections"]').click()
  await window.locator('[data-panel="connections"] button[data-action="rename"]').click()
  await window.getByLabel('Name of the connection').fill('Northwind')
  await window.keyboard.press('Enter')
  await expect.poll(() => titleOf(app)).toMatch(/^Step 1: .+ – Northwind – Eco Connect/)
})

test('the title bar has the account too, whatever the connection is called', async ({ stage }) => {
  const scene = await stage('fresh')
  const { app, window } = await scene.start()
  await choosePlan(window, 'us')
  await signIn(window, scene.scenario)
  await reaches(window, 'cost-report', 'todo')
  const { accountId } = scene.scenario.signIn
  await expect.poll(() => titleOf(app)).toContain(` – Northwind Management (${accountId}) – `)
})

test('About tells the version, what the app runs on, and where the licences are', async ({
  stage,
}) => {
  const { app, window } = await (await stage('fresh')).start()
  await reaches(window, 'plan', 'todo')
  await app.evaluate(({ app: program }) => {
    Reflect.set(program, 'setAboutPanelOptions', (options: object) =>
      Reflect.set(globalThis, 'about', options),
    )
  })
  // It is told anew in another language.
  await speak(window, 'en-XA')
  await speak(window, 'en')
  const { about, version, versions, hasLicences } = await app.evaluate(
    ({ app: program, Menu }) => ({
      about: Reflect.get(globalThis, 'about') as { applicationVersion: string; copyright: string },
      version: program.getVersion(),
      versions: process.versions,
      hasLicences: Menu.getApplicationMenu()
        ?.items.flatMap(({ submenu }) => submenu?.items ?? [])
        .some(({ label }) => label === 'Open-Source Licences'),
    }),
  )
  expect(about.applicationVersion).toBe(version)
  for (const one of [versions.electron, versions.chrome, versions.node])
    expect(about.copyright).toContain(one)
  // It points to nothing that is not there.
  expect(about.copyright.includes('Open-Source Licences')).toBe(hasLicences)
})

const boundsOf = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())

test('the window opens where it was left, and on a screen that is there', async ({ stage }) => {
  const scene = await stage('fresh')
  const first = await scene.start()
  const left = { x: 90, y: 70, width: 860, height: 640 }
  await first.app.evaluate(
    ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
    left,
  )
  const file = path.join(scene.profile, 'window.json')
  await expect
    .poll(async () => JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as unknown)
    .toEqual({ ...left, isMaximized: false })
  await first.close()
  const again = await scene.start()
  expect(await boundsOf(again.app)).toEqual(left)
  await again.close()
  // That screen has been unplugged.
  await writeFile(file, JSON.stringify({ ...left, x: 5000, y: -3000, isMaximized: false }))
  const elsewhere = await scene.start()
  expect(await boundsOf(elsewhere.app)).toMatchObject({ x: 290, width: 860, height: 640 })
  await elsewhere.close()
  await writeFile(file, 'nothing of ours')
  expect(await boundsOf((await scene.start()).app)).toMatchObject({ width: 1180, height: 820 })
})

test('the window is no larger than a small screen at scale 2', async ({ stage }) => {
  const { app } = await (await stage('fresh')).start({ args: ['--force-device-scale-factor=2'] })
  const [bounds, area] = await app.evaluate(({ BrowserWindow, screen }) => [
    BrowserWindow.getAllWindows()[0]?.getBounds(),
    screen.getPrimaryDisplay().workArea,
  ])
  expect(area).toMatchObject({ width: 720, height: 500 })
  expect(bounds).toEqual(area)
})

test('a high-contrast theme of the desktop is followed', async ({ stage }) => {
  const scene = await stage('fresh')
  const folder = path.join(scene.keyring.env['XDG_CONFIG_HOME'] ?? '', 'gtk-3.0')
  await mkdir(folder)
  const theme = '[Settings]\ngtk-theme-name=HighContrast\n'
  await writeFile(path.join(folder, 'settings.ini'), theme)
  const { window } = await scene.start()
  await expect(window.locator('html')).toContainClass('more-contrast')
  // Black on white, or the other way round, and nothing between.
  const colours = await window.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(
      document.querySelector('.line-title') ?? document.body,
    )
    return [color, backgroundColor]
  })
  expect(colours[0]).toMatch(/^rgb\((0, 0, 0|255, 255, 255)\)$/)
})

test('the click on a notification brings back a minimised window, also after a clean-up', async ({
  stage,
  display,
}) => {
  const scene = await stage('fresh', { stackSeconds: 12 })
  const desk = await startNotifications(scene.keyring.env)
  // Without somebody who manages windows none can be minimised.
  const manager = startCompanion('openbox', [], {
    env: { ...display.env, ...scene.keyring.env, PATH: process.env['PATH'] },
    stdio: 'ignore',
  })
  try {
    const { app, window } = await scene.start()
    await choosePlan(window, 'us')
    await approveTemplate(window)
    await signIn(window, scene.scenario)
    await settleReport(window)
    await createStack(window)
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
    const isMinimized = () =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized())
    await expect.poll(isMinimized).toBe(true)
    await expect
      .poll(() => desk.shown.map(({ title }) => title))
      .toEqual(['The role for Spot is ready'])
    await app.evaluate(() => {
      const { setFlagsFromString } = process.getBuiltinModule('node:v8')
      const { runInNewContext } = process.getBuiltinModule('node:vm')
      setFlagsFromString('--expose-gc')
      const collect = runInNewContext('gc') as () => void
      for (let round = 0; round < 5; round++) collect()
    })
    const [ready] = desk.shown
    if (!ready) throw new Error('nothing was shown')
    desk.click(ready)
    await expect.poll(isMinimized).toBe(false)
  } finally {
    await endChild(manager)
    await desk.stop()
  }
})
