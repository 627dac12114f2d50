import type { App, Stage, StageOptions } from './journeys/fixture.ts'
import { expect, filesWith, test as base } from './journeys/fixture.ts'
import { choosePlan, signIn } from './journeys/steps.ts'
import { button, fill, panel, press, reaches } from './journeys/window.ts'
import { companyNetwork, throughProxy } from './network/stage.ts'
import type { CompanyNetwork, CompanyOptions } from './network/stage.ts'
import { proxyWindow, proxyWindows, typePassword } from './network/question.ts'

const RIGHT = 'someone:tulip-Garden-41'
const WRONG = 'someone:tulip-Garden-14'

type Company = { readonly scene: Stage; readonly network: CompanyNetwork; readonly app: App }

const test = base.extend<{
  company: (options?: CompanyOptions & StageOptions) => Promise<Company>
}>({
  company: async ({ stage }, use) => {
    const endings: (() => Promise<void>)[] = []
    await use(async (options = {}) => {
      const scene = await stage('fresh', options)
      const network = await companyNetwork(scene, { password: RIGHT, locksAfter: 3, ...options })
      endings.push(network.stop)
      const app = await network.start(throughProxy(network.proxy.port))
      return { scene, network, app }
    })
    for (const end of endings) await end()
  },
})

async function beginSignIn({ window }: App, scene: Stage): Promise<void> {
  await choosePlan(window, scene.scenario.managedBy)
  await reaches(window, 'sign-in', 'todo')
  await fill(window, 'sign-in', 'AWS access portal URL', scene.scenario.signIn.startUrl)
  await press(window, 'sign-in', 'start')
}

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
  await expect(asked.problem).toContainText('tried once')
  await asked.page.screenshot({ path: test.info().outputPath('refused.png') })
  expect(proxy.attempts).toEqual([WRONG])
  await expect(asked.username).toHaveValue('someone')
  await expect(asked.password).toHaveValue('')
  await expect(asked.password).toBeFocused()
  await typePassword(asked, RIGHT)
  await expect.poll(() => proxyWindows(app)).toBe(0)
  await button(app.window, 'sign-in', 'choose-account').first().waitFor()
  expect(proxy.attempts.filter((one) => one !== RIGHT)).toEqual([WRONG])
  expect(proxy.isLocked()).toBe(false)
})
