import { randomUUID } from 'node:crypto'
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import {
  clipboard,
  dialog,
  net,
  shell,
  utilityProcess,
  type BrowserWindow,
  type UtilityProcess,
} from 'electron'
import { createBuckets } from './aws/buckets.ts'
import { endpointsFrom } from './aws/endpoints.ts'
import { createIdentity } from './aws/identity.ts'
import { createHttpHandler, createHttpJson } from './aws/network.ts'
import { createReports } from './aws/reports.ts'
import { createRoles } from './aws/roles.ts'
import { createSession } from './aws/session.ts'
import { createSignIn } from './aws/sign-in.ts'
import { createStacks } from './aws/stacks.ts'
import { createEngine } from './checklist/engine.ts'
import type { Desktop, Services } from './checklist/step.ts'
import { systemClock } from './clock.ts'
import { openConnection, writing } from './connections.ts'
import type { AppError, Command, CommandReply, Snapshot, StepView } from './contract.ts'
import { AppFailure, fail, toAppError } from './errors.ts'
import { replaceFile } from './files.ts'
import type { Doors } from './ipc.ts'
import { createKeychain, type KeychainProcess } from './keychain/keychain.ts'
import { createTokenStore } from './keychain/token-store.ts'
import { createVault } from './keychain/vault.ts'
import { createSpotAccess } from './spot/access.ts'
import { createSpotApi } from './spot/api.ts'
import { steps } from './steps/index.ts'
import { createWipe } from './steps/wipe.ts'
import { openOutside } from './window.ts'
import builtInTemplate from '../resources/eco-role.template.json?raw'

/** Milliseconds without a byte after which a request is given up, and tried again. */
const SILENCE = 20_000

export type AppOptions = {
  readonly window: BrowserWindow
  readonly profile: string
  readonly packaged: boolean
  /** The environment at start; empty in a packaged build. */
  readonly env: Readonly<Record<string, string | undefined>>
  readonly version: string
  /** Where the built files lie (`dist`). */
  readonly built: string
  readonly push: (snapshot: Snapshot) => void
}

export type App = Doors & { readonly stop: () => void }

/** Builds every real service, reads what is remembered, and runs the checklist. */
export async function createApp(options: AppOptions): Promise<App> {
  const { window, env, packaged } = options
  const clock = systemClock
  const connection = await openConnection(options.profile, clock)
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
    clock,
  })
  const vault = createVault({ file: connection.vaultFile, keychain, account: connection.id })

  const endpoints = endpointsFrom(env, packaged)
  const requestHandler = createHttpHandler(net, { inactivityMs: SILENCE })
  const signIn = createSignIn({ requestHandler, endpoints, clock })
  const session = createSession({
    store: createTokenStore(vault),
    signIn,
    requestHandler,
    endpoints,
    clock,
  })
  const access = {
    requestHandler,
    endpoints,
    clock,
    credentials: session.credentials,
    invalidateCredentials: session.invalidateCredentials,
  }
  const http = createHttpJson(net)
  const wipe = createWipe(session, () => push())
  const services: Services = {
    signIn,
    session,
    identity: createIdentity(access),
    reports: createReports(access),
    buckets: createBuckets(access),
    stacks: createStacks(access),
    roles: createRoles(access),
    spot: createSpotAccess((onWait) =>
      createSpotApi({ http, endpoint: endpoints.spot, clock, onWait }),
    ),
    wipe,
    desktop: desktopOf(options, connection.summaryFile),
    clock,
    vaultReady: async () => {
      const state = await vault.retry()
      if (state.kind === 'unavailable') throw new AppFailure(state.error)
    },
    randomToken: randomUUID,
    builtInTemplate,
    connectionId: connection.id,
    options: { deviceCodeAllowed: true, loopbackPortal: !packaged },
  }

  const notices: AppError[] = []
  let revision = 0
  const snapshot = (): Snapshot => ({
    revision: ++revision,
    connectionId: connection.id,
    steps: engine.steps(),
    vault: vault.state(),
    wipe: engine.choices().registered?.wiped ? { kind: 'wiped' } : wipe.state(),
    signedIn: isSignedIn(engine.steps()) && !engine.choices().registered,
    notices,
    demo: !packaged && env['ECO_CONNECT_DEMO'] === '1',
    appVersion: options.version,
    summaryFile: engine.choices().registered?.summaryFile ?? '',
  })
  let pushing = false
  const push = (): void => {
    if (pushing) return
    pushing = true
    // What changes in the same turn is one change.
    queueMicrotask(() => {
      pushing = false
      options.push(snapshot())
    })
  }
  const engine = createEngine({ steps, services, stateFile: connection.stateFile, onChange: push })

  const { setAside } = await engine.start()
  if (setAside) notices.push(fail('state-set-aside', { file: setAside }).error)
  const wipeTokens = async (): Promise<void> => {
    const { registered } = engine.choices()
    if (!registered || registered.wiped) return
    if (await wipe.run()) await engine.remember({ registered: { ...registered, wiped: true } })
    push()
  }
  // A crash after registering and before wiping leaves tokens: they go now, while the window shows.
  wipeTokens().catch((error: unknown) => {
    notices.push(toAppError(error))
    push()
  })

  const appCommand = async (received: Extract<Command, { step: 'app' }>): Promise<CommandReply> => {
    switch (received.action) {
      case 'copy':
        await services.desktop.copy(received.text)
        break
      case 'open-summary': {
        const file = engine.choices().registered?.summaryFile ?? ''
        const problem = await shell.openPath(file)
        if (problem !== '') {
          throw fail('file-unreadable', { file }, { detail: { message: problem } })
        }
        break
      }
      case 'wipe':
        await wipeTokens()
        break
    }
    return { accepted: true }
  }
  const command = async (received: Command): Promise<CommandReply> => {
    switch (received.step) {
      case 'vault':
        if (received.action === 'session-only') vault.useSessionOnly()
        else await vault.retry()
        if (vault.state().kind !== 'unavailable') engine.resumeInterrupted()
        push()
        return { accepted: true }
      case 'app':
        return appCommand(received)
      case 'plan':
      case 'sign-in':
      case 'cost-report':
      case 'bucket':
      case 'template':
      case 'stack':
      case 'registration':
        return engine.command(received)
    }
  }
  window.on('closed', () => engine.stop())
  return {
    snapshot,
    command,
    stop() {
      engine.stop()
      keychain.stop()
    },
  }
}

function isSignedIn(checklist: readonly StepView[]): boolean {
  return checklist.some(({ id, status }) => id === 'sign-in' && status.kind === 'done')
}

function desktopOf({ window, env, packaged }: AppOptions, summaryFile: string): Desktop {
  const openCommand = packaged ? undefined : env['ECO_CONNECT_OPEN_URL_COMMAND']
  return {
    open: async (link) => {
      if (openCommand) await promisify(execFile)(openCommand, [link])
      else await openOutside(link, !packaged)
    },
    copy: async (text) => clipboard.writeText(text),
    chooseTemplate: async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        properties: ['openFile'],
        filters: [
          { name: 'CloudFormation template', extensions: ['json', 'yaml', 'yml', 'template'] },
          { name: 'All files', extensions: ['*'] },
        ],
      })
      const [file] = filePaths
      if (canceled || !file) return null
      try {
        return { name: path.basename(file), bytes: await readFile(file) }
      } catch (cause) {
        throw fail('file-unreadable', { file }, { cause })
      }
    },
    saveSummary: async (text) => {
      await writing(summaryFile, replaceFile(summaryFile, text))
      return summaryFile
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
