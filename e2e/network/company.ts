import type { App, Stage, StageOptions } from '../journeys/fixture.ts'
import { test as base } from '../journeys/fixture.ts'
import { choosePlan } from '../journeys/steps.ts'
import { fill, press, reaches } from '../journeys/window.ts'
import { companyNetwork, throughProxy } from './stage.ts'
import type { CompanyNetwork, CompanyOptions } from './stage.ts'

/** What the person should type, as `user:password`. */
export const RIGHT = 'someone:tulip-Garden-41'
export const WRONG = 'someone:tulip-Garden-14'

type Options = CompanyOptions &
  StageOptions & {
    /** How the app is started; through the proxy without. */
    readonly start?: (scene: Stage, network: CompanyNetwork) => Promise<App>
  }
type Company = { readonly scene: Stage; readonly network: CompanyNetwork; readonly app: App }

/** An app behind a proxy that asks for a password, counts, and locks after three wrong ones. */
export const test = base.extend<{
  company: (options?: Options) => Promise<Company>
}>({
  company: async ({ stage }, use) => {
    const endings: (() => Promise<void>)[] = []
    await use(async (options = {}) => {
      const scene = await stage('fresh', options)
      const network = await companyNetwork(scene, { password: RIGHT, locksAfter: 3, ...options })
      endings.push(network.stop)
      const app = options.start
        ? await options.start(scene, network)
        : await network.start(throughProxy(network.proxy.port))
      return { scene, network, app }
    })
    for (const end of endings) await end()
  },
})

/** Begins the sign-in, for which the proxy has to be passed. */
export async function beginSignIn({ window }: App, scene: Stage): Promise<void> {
  await choosePlan(window, scene.scenario.managedBy)
  await reaches(window, 'sign-in', 'todo')
  await fill(window, 'sign-in', 'AWS access portal URL', scene.scenario.signIn.startUrl)
  await press(window, 'sign-in', 'start')
}
