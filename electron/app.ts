import path from 'node:path'
import os, { homedir } from 'node:os'
import { app, nativeTheme, utilityProcess, type BrowserWindow, type Session } from 'electron'
import { createHttpHandler, createHttpJson } from './network/network.ts'
import { createAskRedirect } from './network/redirect.ts'
import { answering } from './answering.ts'
import { systemClock } from './base/clock.ts'
import { openConnection, unopenedConnection, type Shared } from './connection/connection.ts'
import { createErase, type Erase } from './connection/erasure.ts'
import { createConnectionFolders, type ConnectionFolders } from './connection/folders.ts'
import { createHandedIn } from './connection/handed-in.ts'
import { createHelp, type HelpAtWork } from './connection/help.ts'
import { keptThings } from './connection/kept-things.ts'
import { viewOfNone } from './connection/view-of-none.ts'
import type { Computer } from './connection/support-details.ts'
import { createWorkspace, type Workspace } from './connection/workspace.ts'
import type { Managed } from './contract/managed.ts'
import type { Snapshot } from './contract/snapshot.ts'
import type { AppError } from './errors/app-error.ts'
import { fail } from './errors/failure.ts'
import type { Desktop } from './base/desktop.ts'
import { createDesktop } from './shell/desktop.ts'
import { LARGEST, readTextIfThere } from './files/files.ts'
import type { Doors } from './shell/ipc.ts'
import { createKeychain, type KeychainProcess } from './keychain/keychain.ts'
import { lockedConnection } from './connection/locked.ts'
import type { Overrides } from './start/overrides.ts'
import { ownNetwork } from './shell/own-network.ts'
import { observeRoute } from './network/route.ts'
import { createServers, type Servers } from './network/servers.ts'
import type { Speech } from './texts/speech.ts'

/** Milliseconds without a byte after which a request is given up, and tried again. */
const SILENCE = 20_000

export type AppOptions = {
  readonly window: BrowserWindow
  readonly profile: string
  readonly overrides: Overrides
  /** What the person’s organization has decided. */
  readonly managed: Managed
  readonly speech: Speech
  /** The name under which this build keeps its entries in the OS keychain. */
  readonly keychainService: string
  readonly version: string
  /** Which build this is. */
  readonly edition: string
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
  const servers = createServers(clock)
  const shared = await sharedOf(options, servers, () => push())
  const { keychain } = shared
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
  const handedIn = createHandedIn(() => push(), clock.now)
  const erase = eraseOf(options, shared, workspace, folders)
  const desktop = createDesktop(options, '')
  const help = helpOf(options, { shared, workspace, servers, desktop })

  const snapshot = snapshotsOf(() => ({
    // Where an earlier run has begun to remove everything, no connection is opened any more.
    ...(all().length === 0 ? viewOfNone('', null) : current().view()),
    opened: handedIn.shown(),
    notices:
      all().length === 0 ? [] : [...options.told, ...workspace.notices(), ...current().notices()],
    erasure: erase.state(),
    help: help.shown(),
    connections: all().map((connection) => connection.summary()),
    overview: workspace.overview(),
    demo: overrides.demo,
    managed: options.managed,
    halted: null,
    appVersion,
    language: speech.language().id,
    highContrast: nativeTheme.shouldUseHighContrastColors,
  }))
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
    command: answering({
      workspace,
      handedIn,
      erase,
      help,
      desktop,
      shared,
      speech,
      keepLanguage: folders.speak,
    }),
    open: handedIn.open,
    stop() {
      stop()
      keychain.stop()
    },
  }
}

/** What all connections use, with a network of which `servers` is told. */
async function sharedOf(
  { overrides, managed, speech, keychainService, built, version: appVersion }: AppOptions,
  servers: Servers,
  onChange: () => void,
): Promise<Shared> {
  const clock = systemClock
  return {
    ...(await networkOf(servers, managed.proxy)),
    keychain: createKeychain({ fork: () => forkKeychain(built), service: keychainService, clock }),
    endpoints: overrides.endpoints,
    awsFiles: {
      folder: overrides.awsFolder ?? path.join(homedir(), '.aws'),
      files: { read: (file) => readTextIfThere(file, LARGEST.cli) },
    },
    clock,
    isStandIn: overrides.isStandIn,
    managed,
    appVersion,
    language: speech.language,
    languageOf: async (id) => {
      const language = await speech.load(id)
      if (!language) throw fail('invalid-command', { command: 'language' })
      return language
    },
    onChange,
  }
}

/** Counts what is drawn, so that the window knows which of two is newer. */
function snapshotsOf(now: () => Omit<Snapshot, 'revision'>): () => Snapshot {
  let revision = 0
  return () => ({ ...now(), revision: ++revision })
}

/** Help with the details for support: of the connection that is shown, as it is then. */
function helpOf(
  options: AppOptions,
  parts: {
    readonly shared: Shared
    readonly workspace: Workspace
    readonly servers: Servers
    readonly desktop: Desktop
  },
): HelpAtWork {
  const { shared, workspace, servers, desktop } = parts
  const { clock, language, onChange } = shared
  return createHelp({
    facts: async () => {
      const shown = workspace.all().length === 0 ? null : workspace.current()
      return {
        at: clock.now(),
        computer: computerOf(options),
        accountId: shown?.summary().accountId ?? '',
        view: shown?.view() ?? viewOfNone('', null),
        notices: [...options.told, ...workspace.notices(), ...(shown?.notices() ?? [])],
        // Whoever needs help may need it because of that file.
        record: (await shown?.record().catch(() => null)) ?? (shown ? null : []),
        servers: servers.all(),
        managed: options.managed,
      }
    },
    desktop,
    language,
    onChange,
  })
}

function computerOf({ version, edition }: AppOptions): Computer {
  const { electron, chrome, node } = process.versions
  const system = `${os.platform()} ${os.release()} ${os.arch()}`
  return {
    version,
    edition,
    electron,
    chromium: chrome,
    node,
    system,
    systemLocale: app.getSystemLocale(),
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

/** The ways to AWS and to Spot: through Chromium's own network. */
async function networkOf(
  servers: Servers,
  proxy: Managed['proxy'],
): Promise<Pick<Shared, 'requestHandler' | 'http' | 'askRedirect'>> {
  const { net, session } = await ownNetwork(proxy)
  const forgiving = ['ignore-certificate-errors', 'ignore-certificate-errors-spki-list']
  const route = observeRoute(session, {
    chromiumForgives: forgiving.some((name) => app.commandLine.hasSwitch(name)),
  })
  return {
    requestHandler: servers.watchedHandler(
      createHttpHandler(net, { inactivityMs: SILENCE, route }),
    ),
    http: servers.watchedJson(createHttpJson(net, { route })),
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
