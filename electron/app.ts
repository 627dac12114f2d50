import path from 'node:path'
import { homedir } from 'node:os'
import { app, utilityProcess, type BrowserWindow, type Session } from 'electron'
import { createHttpHandler, createHttpJson } from './network/network.ts'
import { createAskRedirect } from './network/redirect.ts'
import { systemClock } from './base/clock.ts'
import type { Desktop } from './base/desktop.ts'
import { openConnection, type Shared } from './connection/connection.ts'
import { createConnectionFolders } from './connection/folders.ts'
import { saveOverview } from './connection/overview-files.ts'
import { createWorkspace, type Workspace } from './connection/workspace.ts'
import type { CommandReply } from './contract/bridge.ts'
import type { Command } from './contract/commands.ts'
import type { Snapshot } from './contract/snapshot.ts'
import type { AppError } from './errors/app-error.ts'
import { createDesktop } from './shell/desktop.ts'
import { fail, toAppError } from './errors/failure.ts'
import { LARGEST, readTextIfThere } from './files/files.ts'
import type { Doors } from './shell/ipc.ts'
import { createKeychain, type KeychainProcess } from './keychain/keychain.ts'
import { lockedConnection } from './connection/locked.ts'
import type { Overrides } from './start/overrides.ts'
import { ownNetwork } from './shell/own-network.ts'
import { observeRoute } from './network/route.ts'
import { consoleLink } from './network/links.ts'
import type { Speech } from './texts/speech.ts'

/** Milliseconds without a byte after which a request is given up, and tried again. */
const SILENCE = 20_000

export type AppOptions = {
  readonly window: BrowserWindow
  readonly profile: string
  readonly overrides: Overrides
  readonly speech: Speech
  /** The name under which this build keeps its entries in the OS keychain. */
  readonly keychainService: string
  readonly version: string
  /** Where the built files lie (`dist`). */
  readonly built: string
  readonly push: (snapshot: Snapshot) => void
  /** What the profile folder gave reason to tell. */
  readonly told: readonly AppError[]
}

export type App = Doors & { readonly stop: () => void }

/** Builds what the connections share, opens all of them, and shows one. */
export async function createApp(options: AppOptions): Promise<App> {
  const { window, overrides, speech, version: appVersion } = options
  const clock = systemClock
  const keychain = createKeychain({
    fork: () => forkKeychain(options.built),
    service: options.keychainService,
    clock,
  })
  const shared: Shared = {
    ...(await networkOf()),
    keychain,
    endpoints: overrides.endpoints,
    awsFiles: {
      folder: overrides.awsFolder ?? path.join(homedir(), '.aws'),
      files: { read: (file) => readTextIfThere(file, LARGEST.cli) },
    },
    clock,
    isStandIn: overrides.isStandIn,
    appVersion,
    language: speech.language,
    onChange: () => push(),
  }
  const workspace = createWorkspace({
    folders: createConnectionFolders(options.profile, clock),
    open: async (folder) =>
      folder.newer
        ? lockedConnection(folder.id, folder.newer)
        : openConnection(folder, createDesktop(options, folder.summaryFile), shared),
    onChange: () => push(),
  })
  const { all, current } = workspace

  let revision = 0
  const snapshot = (): Snapshot => ({
    revision: ++revision,
    ...current().view(),
    notices: [...options.told, ...workspace.notices(), ...current().notices()],
    connections: all().map((connection) => connection.summary()),
    overview: workspace.overview(),
    demo: overrides.demo,
    appVersion,
    language: speech.id(),
  })
  let pushing = false
  const push = (): void => {
    if (pushing || all().length === 0) return
    pushing = true
    // What changes in the same turn is one change.
    queueMicrotask(() => {
      pushing = false
      options.push(snapshot())
    })
  }
  speech.onChange(push)
  await workspace.start()

  const stop = (): void => all().forEach((connection) => connection.stop())
  window.on('focus', () => all().forEach((connection) => connection.lookAtHandedOver()))
  window.on('closed', stop)
  return {
    snapshot,
    command: commandsOf(workspace, createDesktop(options, ''), shared, speech),
    stop() {
      stop()
      keychain.stop()
    },
  }
}

/** Answers every command of the window. */
function commandsOf(
  workspace: Workspace,
  desktop: Desktop,
  { appVersion, clock }: Shared,
  speech: Speech,
): App['command'] {
  const ofConnections = async (
    received: Extract<Command, { step: 'connections' }>,
  ): Promise<CommandReply> => {
    if (received.action !== 'save-page' && received.action !== 'save-table')
      await workspace.command(received)
    else {
      const connections = workspace.all().map((connection) => connection.summary())
      const language = speech.language()
      const about = { connections, desktop, language, appVersion, now: clock.now() }
      await saveOverview(received.action, about)
    }
    return { accepted: true }
  }
  const ofApp = async (received: Extract<Command, { step: 'app' }>): Promise<CommandReply> => {
    switch (received.action) {
      case 'copy':
        await desktop.copy(received.text)
        return { accepted: true }
      case 'open':
        await desktop.open(consoleLink(received.link))
        return { accepted: true }
      case 'speak':
        if (!speech.speak(received.language)) throw fail('invalid-command', { command: 'speak' })
        return { accepted: true }
      case 'open-summary':
      case 'wipe':
      case 'open-audit':
      case 'export-audit':
      case 'reopen':
      case 'close':
        return workspace.current().command({ step: 'app', action: received.action })
    }
  }
  return async (received) => {
    try {
      if (received.step === 'app') return await ofApp(received)
      if (received.step === 'connections') return await ofConnections(received)
      return await workspace.current().command(received)
    } catch (error) {
      return { accepted: false, error: toAppError(error) }
    }
  }
}

/** The ways to AWS and to Spot: through Chromium's own network. */
async function networkOf(): Promise<Pick<Shared, 'requestHandler' | 'http' | 'askRedirect'>> {
  const { net, session } = await ownNetwork()
  const forgiving = ['ignore-certificate-errors', 'ignore-certificate-errors-spki-list']
  const route = observeRoute(session, {
    chromiumForgives: forgiving.some((name) => app.commandLine.hasSwitch(name)),
  })
  return {
    requestHandler: createHttpHandler(net, { inactivityMs: SILENCE, route }),
    http: createHttpJson(net, { route }),
    askRedirect: createAskRedirect(net, { resolve: (name) => addressesOf(session, name), route }),
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

/** Starts the process that talks to the keychain; `built` is where the built files lie. */
function forkKeychain(built: string): KeychainProcess {
  const child = utilityProcess.fork(path.join(built, 'main/keychain-process.js'), [], {
    serviceName: 'Eco Connect keychain',
    stdio: ['ignore', 'ignore', 'pipe'],
    // The keyring's messages are told apart by their words: they must be the English ones.
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  })
  return {
    postMessage: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', listener),
    onComplaint: (listener) => child.stderr?.on('data', (text) => listener(String(text))),
    kill: () => child.kill(),
  }
}
