import path from 'node:path'
import { homedir } from 'node:os'
import { app, nativeTheme, utilityProcess, type BrowserWindow, type Session } from 'electron'
import { createHttpHandler, createHttpJson } from './network/network.ts'
import { createAskRedirect } from './network/redirect.ts'
import { systemClock } from './base/clock.ts'
import type { Desktop } from './base/desktop.ts'
import { openConnection, unopenedConnection, type Shared } from './connection/connection.ts'
import { createErase, type Erase } from './connection/erasure.ts'
import { createConnectionFolders, type ConnectionFolders } from './connection/folders.ts'
import { createHandedIn, type HandedIn } from './connection/handed-in.ts'
import { keptThings } from './connection/kept-things.ts'
import { saveOverview } from './connection/overview-files.ts'
import { viewOfNone } from './connection/view.ts'
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
import { isTyped } from './texts/erasure.ts'
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

export type App = Doors & {
  readonly stop: () => void
  /** Shows what a hand-over file says; nothing comes of it before the person decides. */
  readonly open: (file: string) => Promise<void>
}

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
  const folders = createConnectionFolders(options.profile, clock)
  const workspace = createWorkspace({
    folders,
    open: async (folder) =>
      folder.newer
        ? lockedConnection(folder.id, folder.newer)
        : openConnection(folder, createDesktop(options, folder.summaryFile), shared),
    onChange: () => push(),
  })
  const { all, current } = workspace
  const handedIn = createHandedIn(() => push())
  const erase = eraseOf(options, shared, workspace, folders)

  let revision = 0
  const snapshot = (): Snapshot => ({
    revision: ++revision,
    // Where an earlier run has begun to remove everything, no connection is opened any more.
    ...(all().length === 0 ? viewOfNone('', null) : current().view()),
    opened: handedIn.shown(),
    notices:
      all().length === 0 ? [] : [...options.told, ...workspace.notices(), ...current().notices()],
    erasure: erase.state(),
    connections: all().map((connection) => connection.summary()),
    overview: workspace.overview(),
    demo: overrides.demo,
    appVersion,
    language: speech.id(),
    highContrast: nativeTheme.shouldUseHighContrastColors,
  })
  let pushing = false
  const push = (): void => {
    if (pushing || (all().length === 0 && !erase.isUnderWay())) return
    pushing = true
    // What changes in the same turn is one change.
    queueMicrotask(() => {
      pushing = false
      options.push(snapshot())
    })
  }
  speech.onChange(push)
  nativeTheme.on('updated', push)
  if (erase.isBegun()) await erase.goOn()
  else await workspace.start()

  const stop = (): void => all().forEach((connection) => connection.stop())
  window.on('focus', () => {
    if (!erase.isUnderWay()) all().forEach((connection) => connection.lookAtHandedOver())
  })
  window.on('closed', stop)
  return {
    snapshot,
    command: commandsOf({
      workspace,
      handedIn,
      erase,
      desktop: createDesktop(options, ''),
      shared,
      speech,
    }),
    open: handedIn.open,
    stop() {
      stop()
      keychain.stop()
    },
  }
}

function eraseOf(
  options: AppOptions,
  shared: Shared,
  workspace: Workspace,
  folders: ConnectionFolders,
): Erase {
  const { profile } = options
  return createErase({
    profile,
    things: () =>
      keptThings({
        profile,
        keychain: shared.keychain,
        opened: workspace.all,
        onDisk: folders.onDisk,
        unopened: (folder) =>
          unopenedConnection(folder, createDesktop(options, folder.summaryFile), shared),
        newerSettings: folders.newerSettings,
      }),
    busy: () =>
      workspace
        .all()
        .find((connection) => connection.busy())
        ?.summary() ?? null,
    atExit,
    onChange: shared.onChange,
  })
}

/**
 * Has a task done as the last act of the program. Chromium writes its caches into the profile after
 * that (Electron ends Node before it destroys its sessions), and nothing but its end keeps it from it.
 */
function atExit(task: () => boolean): void {
  process.once('exit', () => {
    if (task()) process.kill(process.pid, 'SIGKILL')
  })
}

/** Carries out what is asked about removing everything from this computer. */
async function ofErasure(
  erase: Erase,
  speech: Speech,
  received: Extract<Command, { step: 'erasure' }>,
): Promise<void> {
  switch (received.action) {
    case 'ask':
      return erase.ask()
    case 'close':
      return erase.close()
    case 'start':
      if (!isTyped(speech.words(), received.typed))
        throw fail('invalid-command', { command: 'erasure' })
      return erase.start()
    case 'again':
      return erase.again()
    case 'quit':
      return app.quit()
  }
}

type Answering = {
  readonly workspace: Workspace
  readonly handedIn: HandedIn
  readonly erase: Erase
  readonly desktop: Desktop
  readonly shared: Shared
  readonly speech: Speech
}

/** Answers every command of the window. */
function commandsOf({
  workspace,
  handedIn,
  erase,
  desktop,
  shared: { appVersion, clock },
  speech,
}: Answering): App['command'] {
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
  const ofFile = async (received: Extract<Command, { step: 'file' }>): Promise<CommandReply> => {
    if (received.action === 'use') await handedIn.use(workspace, received.id)
    else handedIn.close()
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
      case 'save-answer':
      case 'reopen':
      case 'close':
        return workspace.current().command({ step: 'app', action: received.action })
    }
  }
  return async (received) => {
    try {
      if (received.step === 'erasure') {
        await ofErasure(erase, speech, received)
        return { accepted: true }
      }
      if (erase.isUnderWay()) throw fail('busy', { step: 'erasure' })
      if (received.step === 'app') return await ofApp(received)
      if (received.step === 'file') return await ofFile(received)
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
