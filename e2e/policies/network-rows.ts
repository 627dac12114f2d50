import type { Page } from 'playwright'
import { REGION } from '../../electron/contract/region.ts'
import type { SettingId } from '../../electron/managed/settings.ts'
import { expect } from './expect.ts'
import type { Stage } from '../journeys/stage.ts'
import { choosePlan, signIn } from '../journeys/steps.ts'
import { wordsIn } from '../journeys/spoken.ts'
import { fill, panel, press, reaches } from '../journeys/window.ts'
import { startPacServer } from '../network/pac.ts'
import { type CompanyNetwork, companyNetwork, type CompanyOptions } from '../network/stage.ts'
import { type At, startWith } from './at.ts'
import { isRefused, repliesTo, saysSetBy } from './past-window.ts'
import type { Row } from './row.ts'

/** Nobody listens there. */
const DEAD = '127.0.0.1:1'

/**
 * A network out of which only a proxy leads. The person has set one for themselves as well: the company's, or
 * one of their `own`, which must not be asked where another is set.
 */
async function companyWith(
  at: At,
  settings: (network: CompanyNetwork) => object | Promise<object>,
  { own, ...options }: CompanyOptions & { readonly own?: string } = {},
) {
  const scene = await at.stage('fresh')
  const network = await companyNetwork(scene, options)
  at.endings.push(network.stop)
  const set = `http://${own ?? through(network)}`
  const env = { ...network.realHosts, https_proxy: set, http_proxy: set }
  const app = await startWith(at, scene, await settings(network), { env })
  await choosePlan(app.window, 'us')
  await reaches(app.window, 'sign-in', 'todo')
  return { scene, app, window: app.window, network, env }
}

const through = ({ proxy }: CompanyNetwork): string => `127.0.0.1:${proxy.port}`

/** Signs in, with everything that the app asks going this way. */
async function goesThrough(window: Page, scene: Stage, { proxy }: CompanyNetwork): Promise<void> {
  await signIn(window, scene.scenario)
  await reaches(window, 'sign-in', 'done')
  const hosts = new Set(proxy.passages.map(({ destination }) => destination))
  expect(hosts.size).toBeGreaterThan(2)
}

/** Nothing is asked by another way. */
async function reachesNobody(window: Page, { scenario, simulator }: Stage): Promise<void> {
  const { startUrl } = scenario.signIn
  const start = { step: 'sign-in', action: 'start', startUrl, region: REGION, method: 'browser' }
  expect(await repliesTo(window, [start])).toEqual(['accepted'])
  await reaches(window, 'sign-in', 'failed')
  expect(simulator.requests).toEqual([])
}

const proxyServer: Row = {
  async allowed(at) {
    const settings = (network: CompanyNetwork) => ({ ProxyServer: through(network) })
    const { scene, app, network, env } = await companyWith(at, settings, { own: DEAD })
    await goesThrough(app.window, scene, network)
    await app.close()
    // Somebody who is signed in asks from the first moment on.
    const asked = scene.simulator.requests.length
    const again = await startWith(at, scene, { ProxyServer: DEAD }, { env })
    await reaches(again.window, 'sign-in', 'failed')
    expect(scene.simulator.requests).toHaveLength(asked)
  },
  async forbidden(at) {
    const { scene, window, network } = await companyWith(at, () => ({ ProxyServer: DEAD }))
    await reachesNobody(window, scene)
    expect(network.proxy.passages).toEqual([])
  },
}

const proxyScript: Row = {
  async allowed(at) {
    const settings = async ({ proxy }: CompanyNetwork) => {
      const script = await startPacServer(proxy.port)
      at.endings.push(script.stop)
      return { ProxyPacUrl: script.url }
    }
    const { scene, window, network } = await companyWith(at, settings, { own: DEAD })
    await goesThrough(window, scene, network)
  },
  async forbidden(at) {
    const ProxyPacUrl = `http://${DEAD}/proxy.pac`
    const { scene, window, network } = await companyWith(at, () => ({ ProxyPacUrl }))
    await reachesNobody(window, scene)
    expect(network.proxy.passages).toEqual([])
  },
}

/** The simulator is on this computer, which Chromium spares of proxies unless it is told not to. */
async function sparing(at: At, host: string) {
  const scene = await at.stage('fresh')
  const settings = { ProxyServer: DEAD, ProxyBypassList: ['<-loopback>', host] }
  const { window } = await startWith(at, scene, settings)
  await choosePlan(window, 'us')
  return { scene, window }
}

const bypass: Row = {
  async allowed(at) {
    const { scene, window } = await sparing(at, '127.0.0.1')
    await signIn(window, scene.scenario)
    await reaches(window, 'sign-in', 'done')
  },
  async forbidden(at) {
    const { scene, window } = await sparing(at, '*.corp.example')
    await reachesNobody(window, scene)
  },
}

const OWN = 'aws.northwind.example'

/** An address of the company's own that leads to its portal. */
const ownAddress = (at: At, AllowVanityAddresses: boolean) =>
  companyWith(at, (network) => ({ ProxyServer: through(network), AllowVanityAddresses }), {
    leads: { [OWN]: 'https://northwind.awsapps.com/start' },
  })

const vanityAddresses: Row = {
  async allowed(at) {
    const { window, network } = await ownAddress(at, true)
    await fill(window, 'sign-in', (words) => words.signIn.startUrl, `https://${OWN}`)
    await press(window, 'sign-in', 'start')
    const { found } = (await wordsIn(window)).signIn
    await expect(panel(window, 'sign-in')).toContainText(found.title)
    expect(network.proxy.passages.map(({ destination }) => destination)).toContain(`${OWN}:443`)
  },
  async forbidden(at) {
    const { scene, window, network } = await ownAddress(at, false)
    await panel(window, 'sign-in').waitFor()
    await saysSetBy(window, 'sign-in', 'AllowVanityAddresses')
    await isRefused(
      window,
      scene,
      'AllowVanityAddresses',
      ['start', 'start-anyway'].map((action) => ({
        step: 'sign-in',
        action,
        startUrl: `https://${OWN}`,
        region: REGION,
        method: 'browser',
      })),
    )
    expect(network.proxy.passages).toEqual([])
  },
}

/** What is about the way to the internet. */
export const NETWORK_ROWS = {
  AllowVanityAddresses: [vanityAddresses],
  ProxyServer: [proxyServer],
  ProxyBypassList: [bypass],
  ProxyPacUrl: [proxyScript],
} as const satisfies Partial<Record<SettingId, readonly [Row, ...Row[]]>>
