import path from 'node:path'
import os, { homedir } from 'node:os'
import { app, nativeTheme, type BrowserWindow } from 'electron'
import { answering } from './answering.ts'
import { networkOf, type Network } from './app-network.ts'
import { systemClock } from './base/clock.ts'
import { onceATurn } from './base/turn.ts'
import { openConnection, unopenedConnection, type Shared } from './connection/connection.ts'
import { createErase, type Erase } from './connection/erasure.ts'
import { createConnectionFolders, type ConnectionFolders } from './connection/folders.ts'
import { createHandedIn } from './connection/handed-in.ts'
import { createHelp, type HelpAtWork } from './connection/help.ts'
import { keptThings } from './connection/kept-things.ts'
import { viewOfNone } from './connection/view-of-none.ts'
import { warmingUp } from './connection/warm-up.ts'
import type { Computer } from './connection/support-details.ts'
import { createWorkspace, type Workspace } from './connection/workspace.ts'
import type { Managed } from './contract/managed.ts'
import type { Snapshot } from './contract/snapshot.ts'
import type { AppError } from './errors/app-error.ts'
import { fail } from './errors/failure.ts'
import type { Desktop } from './base/desktop.ts'
import { createDesktop } from './shell/desktop.ts'
import { forkKeychain } from './shell/fork-keychain.ts'
import { LARGEST, readTextIfThere } from './files/files.ts'
import type { Doors } from './shell/ipc.ts'
import { createKeychain } from './keychain/keychain.ts'
import { lockedConnection } from './connection/locked.ts'
import type { Overrides } from './start/overrides.ts'
import { createServers, type Servers } from './network/servers.ts'
import type { Speech } from './texts/speech.ts'

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
  const servers = createServers(systemClock)
  const { proxySignIn, ...network } = await networkOf(options, servers)
  const shared = sharedOf(options, network, () => push())
  const { keychain } = shared
  const folders = createConnectionFolders(options.profile, systemClock)
  const workspace = createWorkspace({
    folders,
    open: async (folder) =>
      folder.newer
        ? lockedConnection(folder.id, folder.newer)
        : openConnection(folder, createDesktop(options, folder.summaryFile), shared),
    onChange: () => push(),
  })
  const { all, current } = workspace
  const handedIn = createHandedIn(() => push(), systemClock.now)
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
  const pushing = onceATurn(() => options.push(snapshot()))
  const push = (): void => {
    if (all().length > 0 || erase.isUnderWay()) pushing.due()
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
  const answer = answering({
    workspace,
    handedIn,
    erase,
    help,
    desktop,
    shared,
    speech,
    keepLanguage: folders.speak,
    enterProxyPassword: proxySignIn.askAgain,
  })
  return {
    snapshot,
    async command(received) {
      const reply = await answer(received)
      // Whoever gets the reply has seen what came of it.
      pushing.now()
      return reply
    },
    open: handedIn.open,
    stop() {
      stop()
      keychain.stop()
    },
  }
}

/** What all connections use. */
function sharedOf(
  { overrides, managed, speech, keychainService, built, version: appVersion }: AppOptions,
  network: Network,
  onChange: () => void,
): Shared {
  const clock = systemClock
  return {
    ...network,
    keychain: createKeychain({ fork: () => forkKeychain(built), service: keychainService, clock }),
    endpoints: overrides.endpoints,
    warmUp: warmingUp(overrides.endpoints),
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
