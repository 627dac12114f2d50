import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { App, Stage, StageOptions } from './journeys/fixture.ts'
import { expect, filesWith, test as base } from './journeys/fixture.ts'
import { fill, panel, press, reaches } from './journeys/window.ts'
import {
  approveTemplate,
  chooseAccountAndRole,
  choosePlan,
  sendToSpot,
  signIn,
  untilRegistration,
} from './journeys/steps.ts'
import { readNetLog } from './network/net-log.ts'
import { startPacServer } from './network/pac.ts'
import { startProxy } from './network/proxy.ts'
import { publishedFor, publishedList } from './supply-chain/published-hosts.ts'
import { companyNetwork, throughProxy } from './network/stage.ts'
import type { CompanyNetwork, CompanyOptions } from './network/stage.ts'

type Company = { readonly scene: Stage; readonly network: CompanyNetwork }

const test = base.extend<{
  company: (options?: CompanyOptions & StageOptions) => Promise<Company>
}>({
  company: async ({ stage }, use) => {
    const endings: (() => Promise<void>)[] = []
    await use(async (options = {}) => {
      const scene = await stage('fresh', options)
      const network = await companyNetwork(scene, options)
      endings.push(network.stop)
      return { scene, network }
    })
    for (const end of endings) await end()
  },
})

/** Notes every connection that Node itself opens in the main process; returns a way to count them. */
async function countNodesConnections({ app }: App): Promise<() => Promise<number>> {
  await app.evaluate(() => {
    const { subscribe } = process.getBuiltinModule('node:diagnostics_channel')
    Reflect.set(globalThis, 'connectionsOfNode', 0)
    subscribe('net.client.socket', () => {
      const before: unknown = Reflect.get(globalThis, 'connectionsOfNode')
      Reflect.set(globalThis, 'connectionsOfNode', Number(before) + 1)
    })
  })
  return () => app.evaluate(() => Number(Reflect.get(globalThis, 'connectionsOfNode')))
}

/** Asks for the sign-in and waits for what came of it. */
async function trySignIn({ window }: App, scene: Stage): Promise<void> {
  await choosePlan(window, scene.scenario.managedBy)
  await reaches(window, 'sign-in', 'todo')
  await fill(window, 'sign-in', 'AWS access portal URL', scene.scenario.signIn.startUrl)
  await press(window, 'sign-in', 'start')
  await reaches(window, 'sign-in', 'failed')
}

test('the whole journey goes through an inspecting proxy, to published hosts only', async ({
  company,
}) => {
  const { scene, network } = await company()
  const { proxy, inspection } = network
  const app = await network.start(throughProxy(proxy.port))
  await reaches(app.window, 'plan', 'todo')
  const nodesConnections = await countNodesConnections(app)
  await untilRegistration(app.window, scene.scenario)
  await sendToSpot(app.window)
  expect(scene.simulator.violations).toEqual([])

  expect(await nodesConnections()).toBe(0)
  // Node's connections are counted: the proof that the zero above means something.
  await app.app.evaluate(
    (_, port) =>
      new Promise<void>((resolve) => {
        const socket = process.getBuiltinModule('node:net').connect(port, '127.0.0.1')
        socket.once('connect', () => socket.destroy()).once('close', () => resolve())
      }),
    proxy.port,
  )
  expect(await nodesConnections()).toBe(1)
  await app.close()

  const asked = proxy.passages.map(({ destination }) => destination)
  expect(asked.filter((destination) => !publishedFor(destination))).toEqual([])
  expect(proxy.passages.filter(({ status }) => status !== 200)).toEqual([])
  const used = new Set(asked.map((destination) => publishedFor(destination)?.host))
  const elsewhere = new Set(
    publishedList()
      .contacts.map(({ host }) => host)
      .filter((host) => !used.has(host)),
  )
  // Not those of other partitions, nor of a sign-in as in the AWS console.
  expect([...elsewhere].filter((host) => !/\.(cn|eu)$|\bsignin\b/.test(host))).toEqual([])
  // Inside each tunnel, the host is the one that the tunnel was asked for.
  const spokenTo = [...inspection.hosts].map((host) => `${host}:443`)
  expect(new Set(spokenTo)).toEqual(new Set(asked))
  expect(proxy.passages.every(({ sent, received }) => sent > 0 && received > 0)).toBe(true)

  const { connected, resolved, datagrams } = await readNetLog(network.netLog)
  expect(connected.length).toBeGreaterThanOrEqual(used.size)
  expect(connected.filter((address) => address !== `127.0.0.1:${proxy.port}`)).toEqual([])
  expect(resolved).toEqual([])
  expect(datagrams).toBe(0)
})

test('a proxy whose certificates nobody here trusts gets nothing, and is named', async ({
  company,
}) => {
  const { scene, network } = await company({ trusted: false })
  const app = await network.start(throughProxy(network.proxy.port))
  await trySignIn(app, scene)
  const shown = panel(app.window, 'sign-in')
  await expect(shown).toContainText('oidc.us-east-1.amazonaws.com')
  await expect(shown).toContainText(`issued by “${network.authority.name}”`)
  await expect(shown).toContainText('IT department')
  expect(network.proxy.passages.length).toBeGreaterThan(0)
  expect(scene.simulator.requests).toEqual([])
  expect([...network.inspection.hosts]).toEqual([])
})

test('settings of Chromium in the profile folder lead no request elsewhere', async ({
  company,
}) => {
  const { scene, network } = await company()
  const elsewhere = await startProxy({ upstream: network.inspection.port })
  const proxy = { mode: 'fixed_servers', server: `http://127.0.0.1:${elsewhere.port}` }
  await writeFile(path.join(scene.profile, 'Preferences'), JSON.stringify({ proxy }))
  const app = await scene.start({
    env: {
      ...network.realHosts,
      https_proxy: `http://127.0.0.1:${network.proxy.port}`,
    },
  })
  await choosePlan(app.window, 'us')
  await signIn(app.window, scene.scenario)
  expect(elsewhere.passages).toEqual([])
  expect(network.proxy.passages.length).toBeGreaterThan(0)
  await elsewhere.stop()
})

test('a certificate that nobody trusts is refused by the app too, where Chromium would go on', async ({
  company,
}) => {
  const { scene, network } = await company({ trusted: false })
  const app = await network.start([
    ...throughProxy(network.proxy.port),
    '--ignore-certificate-errors',
  ])
  await trySignIn(app, scene)
  const shown = panel(app.window, 'sign-in')
  await expect(shown).toContainText(`issued by “${network.authority.name}”`)
  // Chromium remembers its own verdict, and does not ask a second time.
  const before = network.proxy.passages.length
  await press(app.window, 'sign-in', 'start')
  await reaches(app.window, 'sign-in', 'acting', 'failed')
  await reaches(app.window, 'sign-in', 'failed')
  await expect(shown).toContainText(`issued by “${network.authority.name}”`)
  expect(before).toBeGreaterThan(0)
  expect(scene.simulator.requests).toEqual([])
  expect([...network.inspection.hosts]).toEqual([])
})

test('goes on after the certificate has been installed', async ({ company }) => {
  const { scene, network } = await company({ trusted: false })
  const app = await network.start(throughProxy(network.proxy.port))
  await trySignIn(app, scene)
  await app.close()
  await network.authority.trustIn(scene.keyring.env['HOME'] ?? '')
  const again = await network.start(throughProxy(network.proxy.port))
  await reaches(again.window, 'plan', 'done')
  await approveTemplate(again.window)
  await signIn(again.window, scene.scenario)
  expect(scene.simulator.requests.length).toBeGreaterThan(0)
})

for (const wantsCertificate of ['if-there-is-one', 'always'] as const)
  test(`a certificate of the person’s is shown to nobody: asked for ${wantsCertificate}`, async ({
    company,
  }) => {
    const { scene, network } = await company({ wantsCertificate })
    const home = scene.keyring.env['HOME'] ?? ''
    await network.authority.identifyIn(home, 'someone at northwind')
    const app = await network.start(throughProxy(network.proxy.port))
    await trySignIn(app, scene)
    const shown = panel(app.window, 'sign-in')
    await expect(shown).toContainText('asks for a certificate that tells who you are')
    await expect(shown).toContainText(`the proxy “127.0.0.1:${network.proxy.port}”`)
    await expect(shown).toContainText('without a client certificate')
    expect(network.inspection.shown).toEqual([])

    // Nor by a page, which Electron lets show the first one where nobody forbids it.
    const address = `https://oidc.us-east-1.amazonaws.com/`
    const visit = (answering: boolean) =>
      app.app.evaluate(
        async ({ app, BrowserWindow, session }, { address, answering, proxy }) => {
          if (!answering) app.removeAllListeners('select-client-certificate')
          const own = session.fromPartition(`visit-${answering}`, { cache: false })
          await own.setProxy({ proxyRules: proxy })
          const window = new BrowserWindow({ show: false, webPreferences: { session: own } })
          await window.loadURL(address).catch(() => undefined)
          window.destroy()
        },
        { address, answering, proxy: `http://127.0.0.1:${network.proxy.port}` },
      )
    await visit(true)
    expect(network.inspection.shown).toEqual([])
    // The proof that there was one to show.
    await visit(false)
    expect(network.inspection.shown).toContain('someone at northwind')
  })

test('a proxy that blocks an address is told from one that wants a password', async ({
  company,
}) => {
  const { scene, network } = await company({
    blocks: (destination) => destination.startsWith('oidc.'),
  })
  const app = await network.start(throughProxy(network.proxy.port))
  await trySignIn(app, scene)
  const shown = panel(app.window, 'sign-in')
  await expect(shown).toContainText('did not let the connection to oidc.us-east-1.amazonaws.com')
  await expect(shown).not.toContainText('asks for a user name')
})

test('a proxy that is down is named', async ({ company }) => {
  const { scene, network } = await company()
  const { port } = network.proxy
  const app = await network.start(throughProxy(port))
  await network.proxy.stop()
  await trySignIn(app, scene)
  await expect(panel(app.window, 'sign-in')).toContainText(
    `The proxy “127.0.0.1:${port}”, which this computer is set up to use, cannot be reached.`,
  )
})

test('a PAC file decides which way each host is reached', async ({ company }) => {
  const { scene, network } = await company()
  const { proxy, inspection } = network
  const pac = await startPacServer(proxy.port)
  try {
    const app = await network.start([
      `--proxy-pac-url=${pac.url}`,
      `--host-resolver-rules=MAP api.spotinst.io 127.0.0.1:${inspection.port}`,
    ])
    await untilRegistration(app.window, scene.scenario)
    await sendToSpot(app.window)
    await app.close()
    expect(pac.fetched()).toBeGreaterThan(0)
    const asked = proxy.passages.map(({ destination }) => destination)
    expect(asked.filter((destination) => !destination.endsWith('.amazonaws.com:443'))).toEqual([])
    expect(asked).toContain('iam.amazonaws.com:443')
    expect(inspection.hosts).toContain('api.spotinst.io')
    const { connected } = await readNetLog(network.netLog)
    const ports = [proxy.port, inspection.port, pac.port].map((port) => `127.0.0.1:${port}`)
    expect(new Set(connected)).toEqual(new Set(ports))
  } finally {
    await pac.stop()
  }
})

/** The same instance in an additional Region: AWS's own link to it there. */
const ADDITIONAL = 'https://ssoins-722388f444baccc7.eu-west-1.portal.amazonaws.com'

test('the portal of an additional Region signs in whole, in its own region', async ({
  company,
}) => {
  const { scene, network } = await company()
  const { sso } = scene.simulator.world
  sso.alsoAt.add(ADDITIONAL)
  const app = await network.start(throughProxy(network.proxy.port))
  const { window } = app
  await choosePlan(window, scene.scenario.managedBy)
  await reaches(window, 'sign-in', 'todo')
  await fill(window, 'sign-in', 'AWS access portal URL', `${ADDITIONAL}/#/?tab=accounts`)
  // One press, as for every address of AWS's: nothing is asked in between.
  await press(window, 'sign-in', 'start')
  await chooseAccountAndRole(window, scene.scenario)
  await reaches(window, 'sign-in', 'done')
  const signIn = [...network.inspection.hosts].filter((host) => /^(oidc|portal)\./.test(host))
  expect(signIn.toSorted()).toEqual([
    'oidc.eu-west-1.amazonaws.com',
    'portal.sso.eu-west-1.amazonaws.com',
  ])
  expect([...sso.sessions.values()].map(({ startUrl }) => startUrl)).toEqual([ADDITIONAL])
  const asked = network.proxy.passages.map(({ destination }) => destination)
  expect(asked.filter((destination) => !publishedFor(destination))).toEqual([])
})

test.describe('an address of the company’s own', () => {
  const OWN = 'aws.northwind.example'

  test('is asked once where it leads, shown, and then signed in to whole', async ({ company }) => {
    const { scene, network } = await company({ leads: { [OWN]: `${ADDITIONAL}/#/` } })
    const { sso } = scene.simulator.world
    sso.alsoAt.add(ADDITIONAL)
    const app = await network.start(throughProxy(network.proxy.port))
    const { window } = app
    await choosePlan(window, scene.scenario.managedBy)
    await reaches(window, 'sign-in', 'todo')
    await fill(window, 'sign-in', 'AWS access portal URL', `https://${OWN}/start?from=mail`)
    await press(window, 'sign-in', 'start')
    const shown = panel(window, 'sign-in')
    await expect(shown).toContainText('Your address leads to this AWS access portal')
    await expect(shown).toContainText(ADDITIONAL)
    await expect(shown).toContainText('eu-west-1')
    await window.screenshot({ path: test.info().outputPath('found.png') })

    expect(network.inspection.heard).toHaveLength(1)
    expect(new Set(network.inspection.hosts)).toEqual(new Set([OWN]))
    const [asked] = network.inspection.heard
    expect(asked?.method).toBe('GET')
    expect(asked?.url).toBe('/start?from=mail')
    for (const name of ['cookie', 'authorization', 'proxy-authorization', 'referer', 'origin'])
      expect(asked?.headers).not.toHaveProperty(name)

    // Another address can be typed instead; the same one is then asked anew.
    await press(window, 'sign-in', 'other-portal')
    await press(window, 'sign-in', 'start')
    await expect(shown).toContainText(ADDITIONAL)
    expect(network.inspection.heard).toHaveLength(2)
    await press(window, 'sign-in', 'start')
    await chooseAccountAndRole(window, scene.scenario)
    await reaches(window, 'sign-in', 'done')
    expect(network.inspection.hosts).toContain('oidc.eu-west-1.amazonaws.com')
    expect([...sso.sessions.values()].map(({ startUrl }) => startUrl)).toEqual([ADDITIONAL])
    // The portal is remembered, and not the address that led to it.
    await app.close()
    expect(await filesWith(scene.profile, [OWN])).toEqual([])
    const again = await network.start(throughProxy(network.proxy.port))
    await reaches(again.window, 'sign-in', 'done')
    expect(network.inspection.heard).toHaveLength(2)
  })

  for (const [where, leads, told] of [
    ['nowhere', '', 'does not lead to an AWS access portal'],
    ['to a stranger', 'https://northwind.awsapps.com.evil.example/', 'leads to a page that is not'],
  ] as const)
    test(`that leads ${where} is told beside the field, and nobody else is asked`, async ({
      company,
    }) => {
      const { scene, network } = await company({ leads: { [OWN]: leads } })
      const app = await network.start(throughProxy(network.proxy.port))
      await choosePlan(app.window, scene.scenario.managedBy)
      await reaches(app.window, 'sign-in', 'todo')
      await fill(app.window, 'sign-in', 'AWS access portal URL', `https://${OWN}/start`)
      await press(app.window, 'sign-in', 'start')
      await expect(panel(app.window, 'sign-in')).toContainText(told)
      expect(new Set(network.inspection.hosts)).toEqual(new Set([OWN]))
    })
})
