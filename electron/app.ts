import path from 'node:path'
import { homedir } from 'node:os'
import { app, utilityProcess, type BrowserWindow, type UtilityProcess } from 'electron'
import { createCliProfiles } from './aws/sign-in/cli-profiles.ts'
import { createHttpHandler, createHttpJson } from './network/network.ts'
import { systemClock } from './base/clock.ts'
import { type Connection, openConnection, type Shared } from './connection/connection.ts'
import { type ConnectionFolder, createConnectionFolders } from './connection/folders.ts'
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

/** Milliseconds without a byte after which a request is given up, and tried again. */
const SILENCE = 20_000

export type AppOptions = {
  readonly window: BrowserWindow
  readonly profile: string
  readonly overrides: Overrides
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
  const { window, overrides } = options
  const clock = systemClock
  const folders = createConnectionFolders(options.profile, clock)
  const keychain = createKeychain({
    fork: () =>
      keychainProcess(
        utilityProcess.fork(path.join(options.built, 'main/keychain-process.js'), [], {
          serviceName: 'Eco Connect keychain',
          stdio: 'ignore',
          // The keyring's messages are told apart by their words: they must be the English ones.
          env: { ...process.env, LC_ALL: 'C.UTF-8' },
        }),
      ),
    service: options.keychainService,
    clock,
  })
  const { endpoints } = overrides
  const { net, session } = await ownNetwork()
  const forgiving = ['ignore-certificate-errors', 'ignore-certificate-errors-spki-list']
  const route = observeRoute(session, {
    chromiumForgives: forgiving.some((name) => app.commandLine.hasSwitch(name)),
  })
  const requestHandler = createHttpHandler(net, { inactivityMs: SILENCE, route })
  const awsFiles = overrides.awsFolder ?? path.join(homedir(), '.aws')
  const profilesFor: Shared['profilesFor'] = (onCall) =>
    createCliProfiles({
      folder: awsFiles,
      files: { read: (file) => readTextIfThere(file, LARGEST.cli) },
      requestHandler,
      endpoints,
      clock,
      onCall,
    })
  const open = async (folder: ConnectionFolder): Promise<Connection> =>
    folder.newer
      ? lockedConnection(folder.id, folder.newer)
      : openConnection(folder, {
          keychain,
          requestHandler,
          http: createHttpJson(net, { route }),
          endpoints,
          profilesFor,
          clock,
          desktop: createDesktop(options, folder.summaryFile),
          isStandIn: overrides.isStandIn,
          appVersion: options.version,
          onChange: () => push(),
        })

  let connections: Connection[] = []
  let shown = ''
  const notices: AppError[] = [...options.told]
  let revision = 0
  const current = (): Connection => {
    const connection = connections.find(({ id }) => id === shown) ?? connections[0]
    if (!connection) throw fail('connection-unknown')
    return connection
  }
  const snapshot = (): Snapshot => ({
    revision: ++revision,
    ...current().view(),
    notices: [...folders.problems(), ...notices, ...current().notices()],
    connections: connections.map((connection) => connection.summary()),
    demo: overrides.demo,
    appVersion: options.version,
  })
  let pushing = false
  const push = (): void => {
    if (pushing || connections.length === 0) return
    pushing = true
    // What changes in the same turn is one change.
    queueMicrotask(() => {
      pushing = false
      options.push(snapshot())
    })
  }
  // One folder that cannot be read must not keep the others from being shown.
  for (const folder of await folders.all()) {
    try {
      connections.push(await open(folder))
    } catch (error) {
      notices.push(toAppError(error))
    }
  }
  if (connections.length === 0) connections.push(await open(await folders.add()))
  const newerSettings = await folders.newerSettings()
  if (newerSettings) notices.push(fail('settings-newer', { file: newerSettings }).error)
  shown = await folders.selected()

  const show = async (id: string): Promise<void> => {
    shown = id
    push()
    await folders.select(id)
  }
  const add = async (): Promise<void> => {
    const connection = await open(await folders.add())
    connections = [...connections, connection]
    shown = connection.id
    push()
  }
  /** Forgets a connection here; nothing in AWS is touched. */
  const remove = async (connection: Connection): Promise<void> => {
    if (connection.busy()) throw fail('busy', { step: 'connections' })
    const left = await connection.forget()
    if (left) notices.push(left)
    await folders.remove(connection.id)
    connections = connections.filter(({ id }) => id !== connection.id)
    if (connections.length === 0) return add()
    if (shown === connection.id) await show(current().id)
    push()
  }
  const ofConnections = async (
    received: Extract<Command, { step: 'connections' }>,
  ): Promise<void> => {
    if (received.action === 'add') return add()
    const connection = connections.find(({ id }) => id === received.id)
    if (!connection) throw fail('connection-unknown')
    switch (received.action) {
      case 'select':
        return show(received.id)
      case 'remove':
        return remove(connection)
      case 'rename':
        await connection.rename(received.name)
        return push()
    }
  }
  const command = async (received: Command): Promise<CommandReply> => {
    try {
      if (received.step === 'connections') {
        await ofConnections(received)
        return { accepted: true }
      }
      if (received.step !== 'app') return await current().command(received)
      switch (received.action) {
        case 'copy':
          await createDesktop(options, '').copy(received.text)
          return { accepted: true }
        case 'open':
          await createDesktop(options, '').open(consoleLink(received.link))
          return { accepted: true }
        case 'open-summary':
        case 'wipe':
        case 'open-audit':
        case 'export-audit':
        case 'reopen':
        case 'close':
          return await current().command({ step: 'app', action: received.action })
      }
    } catch (error) {
      return { accepted: false, error: toAppError(error) }
    }
  }
  const stop = (): void => connections.forEach((connection) => connection.stop())
  window.on('focus', () => connections.forEach((connection) => connection.lookAtHandedOver()))
  window.on('closed', stop)
  return {
    snapshot,
    command,
    stop() {
      stop()
      keychain.stop()
    },
  }
}

function keychainProcess(child: UtilityProcess): KeychainProcess {
  return {
    postMessage: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', listener),
    kill: () => child.kill(),
  }
}
