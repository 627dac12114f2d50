/** The window as its users have it: no developer tools, and not dead when its content has died. */
import { expect, test } from './journeys/fixture.ts'
import { choosePlan } from './journeys/steps.ts'
import { reaches } from './journeys/window.ts'

test('the menu has what editing needs, and no way to load another page', async ({ stage }) => {
  const { app, window } = await (await stage('fresh')).start()
  await reaches(window, 'plan', 'todo')
  const roles = await app.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? [])
    return items?.map(({ role }) => String(role).toLowerCase()) ?? []
  })
  expect(roles).toContain('copy')
  expect(roles).not.toContain('reload')
  // Only in development, and what people get does not even contain the word (`packaged.spec.ts`).
  expect(roles).toContain('toggledevtools')
})

test('a page that crashes or hangs is told of, and opens again', async ({ stage }) => {
  const scene = await stage('fresh')
  const { app, window } = await scene.start()
  await choosePlan(window, 'us')
  await app.evaluate(({ dialog }) => {
    const asked: string[] = []
    Reflect.set(globalThis, 'asked', asked)
    dialog.showMessageBox = (...given: unknown[]) => {
      const options = given.at(-1) as { message: string; buttons: string[] }
      asked.push(options.message)
      const response = options.buttons.indexOf('Open the window again')
      return Promise.resolve({ response, checkboxChecked: false })
    }
  })
  const done = () =>
    app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      if (!contents || contents.isCrashed() || contents.isLoading()) return 'not yet'
      const status = contents.executeJavaScript(
        `document.querySelector('[data-step="plan"][data-status]')?.getAttribute('data-status')`,
      ) as Promise<unknown>
      // A page that dies in between never answers.
      return Promise.race([status, new Promise((resolve) => setTimeout(resolve, 1000, 'not yet'))])
    })
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  )
  await expect.poll(done).toBe('done')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('unresponsive'))
  await expect.poll(done).toBe('done')
  const asked = await app.evaluate(() => Reflect.get(globalThis, 'asked') as string[])
  expect(asked).toEqual([
    'Eco Connect has to draw its window again.',
    'The window of Eco Connect has not answered for some time.',
  ])
  // And it is heard again.
  const reply = await app.evaluate(
    ({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
        `ecoConnect.send({ step: 'plan', action: 'check' })`,
      ) as Promise<unknown>,
  )
  expect(reply).toEqual({ accepted: true })
})
