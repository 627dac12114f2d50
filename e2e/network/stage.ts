import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { App, Stage } from '../journeys/fixture.ts'
import { createAuthority, PROXY_NAME } from './certificates.ts'
import type { Authority, Fault } from './certificates.ts'
import { startInspection } from './inspection.ts'
import type { Inspection, WantsCertificate } from './inspection.ts'
import { startProxy } from './proxy.ts'
import type { Proxy, ProxyOptions } from './proxy.ts'

const browserStandIn = fileURLToPath(new URL('open-url.mjs', import.meta.url))

/** A company network: the only way out is a proxy, which inspects what goes through it. */
export type CompanyNetwork = {
  readonly authority: Authority
  readonly inspection: Inspection
  readonly proxy: Proxy
  /** Starts the app against the real names of AWS and Spot, and with Chromium's log on. */
  readonly start: (args: readonly string[]) => Promise<App>
  readonly netLog: string
  /** The environment of an app that speaks to the real names, with the browser's stand-in. */
  readonly realHosts: Readonly<Record<string, string>>
  readonly stop: () => Promise<void>
}

export type CompanyOptions = Omit<ProxyOptions, 'upstream' | 'behind'> & {
  /** Whether the inspecting authority is in the computer's trust store; it is by default. */
  readonly trusted?: boolean
  /** What is wrong with the certificates that the inspecting authority signs. */
  readonly fault?: Fault
  /** Hosts of the company's own, and where each leads; '' for a page. */
  readonly leads?: Readonly<Record<string, string>>
  readonly wantsCertificate?: WantsCertificate
  /** Whoever is behind the proxy asks for a password, too. */
  readonly wantsPassword?: boolean
  /** The proxy is spoken to over TLS, as `overTls` goes to it. */
  readonly proxyOverTls?: boolean
}

/** The switches that make Chromium use a proxy for everything that is not on this computer. */
export const throughProxy = (port: number): string[] => [`--proxy-server=http://127.0.0.1:${port}`]

/** The same over TLS, to a name of the authority's certificate. */
export const overTls = (port: number): string[] => [
  `--proxy-server=https://${PROXY_NAME}:${port}`,
  `--host-resolver-rules=MAP ${PROXY_NAME} 127.0.0.1`,
]

export async function companyNetwork(
  scene: Stage,
  {
    trusted = true,
    leads,
    wantsCertificate,
    wantsPassword,
    fault,
    proxyOverTls = false,
    ...options
  }: CompanyOptions = {},
): Promise<CompanyNetwork> {
  const authority = await createAuthority('Northwind Traffic Inspection CA', fault)
  const inspection = await startInspection(authority, scene.simulator.url, {
    ...(leads ? { leads } : {}),
    ...(wantsCertificate ? { wantsCertificate } : {}),
    ...(wantsPassword ? { wantsPassword } : {}),
  })
  const proxy = await startProxy({
    upstream: inspection.port,
    ...options,
    ...(proxyOverTls ? { behind: authority } : {}),
  })
  const home = scene.keyring.env['HOME']
  if (home === undefined) throw new Error('The app under test has no home folder of its own')
  if (trusted) await authority.trustIn(home)
  const netLog = path.join(home, 'net-log.json')
  // Empty means not set: the SDK's own rules give the addresses.
  const realHosts = {
    ...Object.fromEntries(Object.keys(scene.simulator.env).map((name) => [name, ''])),
    ECO_SIMULATOR_URL: scene.simulator.url,
    ECO_CONNECT_OPEN_URL_COMMAND: browserStandIn,
  }
  return {
    authority,
    inspection,
    proxy,
    netLog,
    realHosts,
    start: (args) =>
      scene.start({
        env: realHosts,
        args: [...args, `--log-net-log=${netLog}`],
      }),
    async stop() {
      await proxy.stop()
      await inspection.stop()
      await authority.remove()
    },
  }
}
