import type { Page } from 'playwright'
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

/** A network out of which only a proxy leads, which the person has set for themselves as well. */
async function companyWith(
  at: At,
  settings: (network: CompanyNetwork) => object | Promise<object>,
  options: CompanyOptions = {},
) {
  const scene = await at.stage('fresh')
  const network = await companyNetwork(scene, options)
  at.endings.push(network.stop)
  const own = `http://${through(network)}`
  const env = { ...network.realHosts, https_proxy: own, http_proxy: own }
  const { window } = await startWith(at, scene, await settings(network), { env })
  await choosePlan(window, 'us')
  await reaches(window, 'sign-in', 'todo')
  return { scene, window, network }
}

const through = ({ proxy }: CompanyNetwork): string => `127.0.0.1:${proxy.port}`

/** Signs in, with everything that the app asks going this way. */
async function goesThrough(window: Page, scene: Stage, { proxy }: CompanyNetwork): Promise<void> {
  await signIn(window, scene.scenario)
  await reaches(window, 'sign-in', 'done')
  const hosts = new Set(proxy.passages.map(({ destination }) => destination))
  expect(hosts.size).toBeGreaterThan(2)
}

/** Neither from the window nor past it is anything asked by another way. */
async function reachesNobody(window: Page, { scenario, simulator }: Stage): Promise<void> {
  const { startUrl } = scenario.signIn
  await fill(window, 'sign-in', (words) => words.signIn.startUrl, startUrl)
  await press(window, 'sign-in', 'start')
  await reaches(window, 'sign-in', 'failed')
  await repliesTo(window, [
    { step: 'sign-in', action: 'start', startUrl, region: 'us-east-1', method: 'browser' },
  ])
  await reaches(window, 'sign-in', 'failed')
  expect(simulator.requests).toEqual([])
}

const proxyServer: Row = {
  async allowed(at) {
    const { scene, window, network } = await companyWith(at, (network) => ({
      ProxyServer: through(network),
    }))
    await goesThrough(window, scene, network)
  },
  async forbidden(at) {
    const { scene, window, network } = await companyWith(at, () => ({ ProxyServer: DEAD }))
    await reachesNobody(window, scene)
    expect(network.proxy.passages).toEqual([])
  },
}

const proxyScript: Row = {
  async allowed(at) {
    const { scene, window, network } = await companyWith(at, async ({ proxy }) => {
      const script = await startPacServer(proxy.port)
      at.endings.push(script.stop)
      return { ProxyPacUrl: script.url }
    })
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
        region: 'us-east-1',
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
