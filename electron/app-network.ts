import { app, type BrowserWindow, type Session } from 'electron'
import { systemClock } from './base/clock.ts'
import type { Shared } from './connection/connection.ts'
import type { Managed } from './contract/managed.ts'
import { createHttpHandler, createHttpJson } from './network/network.ts'
import { orAborted } from './network/proxy-asking.ts'
import { attemptAt, hostOf } from './network/proxy-attempt.ts'
import { createProxySignIn, type ProxySignIn } from './network/proxy-sign-in.ts'
import { createAskRedirect } from './network/redirect.ts'
import { observeRoute } from './network/route.ts'
import type { Servers } from './network/servers.ts'
import { ownNetwork } from './shell/own-network.ts'
import { personAtWindow } from './shell/proxy-question.ts'
import type { Overrides } from './start/overrides.ts'
import type { Speech } from './texts/speech.ts'

/** Milliseconds without a byte after which a request is given up, and tried again. */
const SILENCE = 20_000

export type Network = Pick<Shared, 'requestHandler' | 'http' | 'askRedirect'>

/** The ways to AWS and to Spot: through Chromium's own network, of which `servers` is told. */
export async function networkOf(
  {
    window,
    speech,
    built,
    overrides,
    managed,
  }: {
    readonly window: BrowserWindow
    readonly speech: Speech
    /** Where the built files lie (`dist`). */
    readonly built: string
    readonly overrides: Pick<Overrides, 'devTools'>
    readonly managed: Pick<Managed, 'proxy'>
  },
  servers: Servers,
): Promise<Network & { readonly proxySignIn: ProxySignIn }> {
  const { net, session, ready, forget, alone } = await ownNetwork(managed.proxy)
  const forgiving = ['ignore-certificate-errors', 'ignore-certificate-errors-spki-list']
  const route = observeRoute(session, {
    chromiumForgives: forgiving.some((name) => app.commandLine.hasSwitch(name)),
  })
  const signIn = createProxySignIn({
    person: personAtWindow({ window, speech, built, devTools: overrides.devTools }),
    attempt: (url, challenge, ...tried) =>
      alone({ url, proxyHost: hostOf(challenge) }, (blank) =>
        attemptAt(blank, url, challenge, ...tried),
      ),
    forget,
    route,
    clock: systemClock,
  })
  const proxySignIn: ProxySignIn = {
    ...signIn,
    async ready(url, signal) {
      await orAborted(ready(), signal)
      return signIn.ready(url, signal)
    },
  }
  return {
    proxySignIn,
    requestHandler: servers.watchedHandler(
      createHttpHandler(net, { inactivityMs: SILENCE, route, proxySignIn }),
    ),
    http: servers.watchedJson(createHttpJson(net, { route, proxySignIn })),
    askRedirect: createAskRedirect(net, {
      resolve: (name) => addressesOf(session, name),
      route,
      proxySignIn,
    }),
  }
}

/** The addresses behind a name, as far as this computer may look it up itself. */
async function addressesOf(session: Session, hostname: string): Promise<string[]> {
  try {
    const { endpoints } = await session.resolveHost(hostname)
    return endpoints.map(({ address }) => address)
  } catch {
    // Behind a proxy only the proxy may know the name, and it is the proxy that goes there.
    return []
  }
}
