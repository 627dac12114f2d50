import { randomUUID } from 'node:crypto'
import { createAudit } from '../audit/audit.ts'
import type { HttpHandler } from '@smithy/protocol-http'
import { createBuckets } from '../aws/s3/buckets.ts'
import type { CliProfiles } from '../aws/sign-in/cli-profiles.ts'
import type { Call } from '../aws/client/clients.ts'
import { createDeliveries } from '../aws/s3/deliveries.ts'
import type { Endpoints } from '../network/endpoints.ts'
import { createIdentity } from '../aws/sign-in/identity.ts'
import type { HttpJson } from '../network/network.ts'
import { createPermissions } from '../aws/iam/permissions.ts'
import { createRemoval } from '../aws/removal/removal.ts'
import { createReports } from '../aws/cur/reports.ts'
import { createRoles } from '../aws/iam/roles.ts'
import { createSession } from '../aws/sign-in/session.ts'
import { createSignIn } from '../aws/sign-in/sign-in.ts'
import { createStacks } from '../aws/cloudformation/stacks.ts'
import type { IsStandIn } from '../network/stand-in.ts'
import { checkedStateFile } from '../checklist/checked-choices.ts'
import { WAYS } from '../steps/sign-in/ways/index.ts'
import type { StepCommand } from '../contract/commands.ts'
import { createEngine } from '../checklist/engine.ts'
import type { Desktop } from '../base/desktop.ts'
import type { Services } from '../checklist/step.ts'
import type { Clock } from '../base/clock.ts'
import type { ConnectionFolder } from './folders.ts'
import type { CommandReply } from '../contract/bridge.ts'
import type { Command } from '../contract/commands.ts'
import type { ConnectionSummary, Snapshot } from '../contract/snapshot.ts'
import type { AppError } from '../errors/app-error.ts'
import { AppFailure, fail, toAppError } from '../errors/failure.ts'
import { createHandOver } from '../hand-over/hand-over.ts'
import type { Keychain } from '../keychain/keychain.ts'
import { createTokenStore } from './token-store.ts'
import { createVault } from '../keychain/vault.ts'
import { createSpotAccess } from '../spot/access.ts'
import { createSpotApi } from '../spot/api.ts'
import { createDeliveryNotice } from './delivery-notice.ts'
import { createDisconnect } from '../disconnect/disconnect.ts'
import { steps } from '../steps/index.ts'
import { createPreflight } from '../preflight/preflight.ts'
import { createWipe, whatRemains } from '../aws/sign-in/wipe.ts'
import { NOTIFICATIONS } from '../texts/en/notifications.ts'
import { nameHides } from '../base/visible.ts'
import builtInTemplate from '../../resources/eco-role.template.json?raw'
import operatorPolicy from '../../resources/operator-policy.json?raw'

/** What all connections share. */
export type Shared = {
  readonly keychain: Keychain
  readonly requestHandler: HttpHandler
  readonly http: HttpJson
  readonly endpoints: Endpoints
  /** The profiles of the AWS CLI; their calls are told to `onCall`. */
  readonly profilesFor: (onCall: (call: Call) => void) => CliProfiles
  readonly clock: Clock
  readonly desktop: Desktop
  readonly isStandIn: IsStandIn
  readonly appVersion: string
  readonly onChange: () => void
}

/** The part of the snapshot that belongs to one connection. */
export type ConnectionView = Omit<
  Snapshot,
  'revision' | 'connections' | 'demo' | 'appVersion' | 'notices'
>
export type ConnectionCommand =
  | StepCommand
  | Extract<Command, { step: 'vault' | 'disconnect' }>
  | { readonly step: 'app'; readonly action: AppAction }
type AppAction = 'open-summary' | 'wipe' | 'open-audit' | 'export-audit' | 'reopen' | 'close'

/** One connection at work: its services, its checklist, and what it may be told. */
export type Connection = {
  readonly id: string
  readonly view: () => ConnectionView
  readonly notices: () => readonly AppError[]
  readonly summary: () => ConnectionSummary
  readonly command: (command: ConnectionCommand) => Promise<CommandReply>
  readonly rename: (label: string) => Promise<void>
  /** Looks now whether somebody else has done what they were asked. */
  readonly lookAtHandedOver: () => void
  /** True while something is being changed outside. */
  readonly busy: () => boolean
  /** Stops, and removes every token. Resolves what remains of the sign-in elsewhere, null if nothing. */
  readonly forget: () => Promise<AppError | null>
  readonly stop: () => void
}

/** Reads what is remembered of a connection and starts its checklist. */
export async function openConnection(
  folder: ConnectionFolder,
  { keychain, requestHandler, http, endpoints, clock, onChange, ...shared }: Shared,
): Promise<Connection> {
  const vault = createVault({ file: folder.vaultFile, keychain, account: folder.id })
  const registered = (): boolean => engine.choices().registered !== null
  const notices: AppError[] = []
  const tell = ({ error }: AppFailure): void => {
    notices.push(error)
    onChange()
  }
  const { isStandIn } = shared
  const tokens = createTokenStore(vault, { isStandIn, onRefused: tell })
  const audit = createAudit({
    file: folder.auditFile,
    pageFile: folder.auditPageFile,
    desktop: shared.desktop,
    clock,
    about: () => ({ name: nameOf(), accountId: engine.choices().account?.id ?? '' }),
    onProblem: tell,
  })
  const { onCall } = audit
  const reaching = { requestHandler, endpoints, clock, onCall }
  const signIn = createSignIn(reaching)
  const session = createSession({
    // After the registration nothing is kept any more: a later sign-in stays in memory.
    store: { ...tokens, save: async (set) => (registered() ? undefined : tokens.save(set)) },
    signIn,
    ...reaching,
  })
  const access = {
    ...reaching,
    credentials: session.credentials,
    invalidateCredentials: session.invalidateCredentials,
  }
  const identity = createIdentity(access)
  const stacks = createStacks(access)
  const wipe = createWipe(session, onChange)
  const preflight = createPreflight({
    permissions: createPermissions(access),
    identity,
    policy: operatorPolicy,
    onChange,
  })
  const services: Services = {
    session,
    identity,
    reports: createReports(access),
    buckets: createBuckets(access),
    deliveries: createDeliveries(access),
    profiles: shared.profilesFor(onCall),
    stacks,
    roles: createRoles(access),
    spot: createSpotAccess((onWait) =>
      createSpotApi({ http, endpoint: endpoints.spot, clock, onWait, onCall }),
    ),
    wipe,
    preflight: preflight.state,
    link: { current: null },
    handOver: createHandOver({
      save: shared.desktop.saveFile,
      operatorPolicy,
      appVersion: shared.appVersion,
    }),
    desktop: shared.desktop,
    clock,
    vaultReady: async () => {
      if (registered()) return
      const state = await vault.retry()
      if (state.kind === 'unavailable') throw new AppFailure(state.error)
    },
    randomToken: randomUUID,
    builtInTemplate,
    connectionId: folder.id,
    options: { deviceCodeAllowed: true, isStandIn },
  }
  const deliveryNotice = createDeliveryNotice(() =>
    shared.desktop.notify(NOTIFICATIONS.deliveredTitle, NOTIFICATIONS.delivered(nameOf())),
  )
  const engine = createEngine({
    steps,
    services,
    stateFile: checkedStateFile(
      folder.stateFile,
      { isStandIn, summaryFile: folder.summaryFile },
      tell,
    ),
    onChange: () => {
      preflight.follow(signedIn() ? circumstances() : null)
      deliveryNotice(engine.steps())
      onChange()
    },
  })
  const disconnect = createDisconnect({
    stacks,
    removal: createRemoval(access),
    choices: () => engine.choices(),
    connectionId: folder.id,
    clock,
    busy: () => acting(),
    onChange,
    onRemovedAll: async () => {
      // The undo is over: nothing is begun anew unless somebody signs in for it.
      await session.signOut()
      await engine.forgetCreated()
    },
  })

  const acting = (): boolean => engine.steps().some(({ status }) => status.kind === 'acting')
  const removing = (): boolean => {
    const state = disconnect.state()
    return state.kind === 'listed' && state.items.some((item) => item.state === 'removing')
  }
  const signedIn = (): boolean =>
    engine.steps().some(({ id, status }) => id === 'sign-in' && status.kind === 'done') &&
    (!registered() || engine.reopened())
  const circumstances = () => {
    const choices = engine.choices()
    return {
      accountId: choices.account?.id ?? '',
      roleName: choices.roleName,
      identityCenterRegion: WAYS[choices.way].identityCenterRegion(choices),
    }
  }
  const nameOf = (): string => {
    const { label, account } = engine.choices()
    return label || account?.name || account?.id || ''
  }

  const { setAside } = await engine.start()
  if (setAside) {
    notices.push(fail('state-set-aside', { file: setAside.file }).error)
  }

  const wipeTokens = async (): Promise<void> => {
    const { registered: record } = engine.choices()
    if (!record || record.wiped) return
    if (await wipe.run()) await engine.remember({ registered: { ...record, wiped: true } })
    onChange()
  }
  const noting = (job: Promise<void>): void => {
    job.catch((error: unknown) => {
      notices.push(toAppError(error))
      onChange()
    })
  }
  // A crash after registering and before wiping leaves tokens: they go now, while the window shows.
  noting(wipeTokens())

  const ofApp = async (action: AppAction): Promise<void> => {
    switch (action) {
      case 'open-summary':
        return shared.desktop.openFile(folder.summaryFile)
      case 'open-audit':
        return shared.desktop.openFile(await audit.page())
      case 'export-audit':
        return audit.save()
      case 'wipe':
        return wipeTokens()
      case 'reopen':
        if (!registered()) throw fail('not-now', { step: 'registration' })
        // Signing in verifies what was told by hand.
        if (engine.choices().byHand) await engine.remember({ byHand: false })
        return engine.reopen()
      case 'close':
        disconnect.close()
        engine.close()
        return session.signOut()
    }
  }
  const ofVault = async (action: 'retry' | 'session-only' | 'forget'): Promise<void> => {
    try {
      if (action === 'session-only') vault.useSessionOnly()
      else if (action === 'retry') await vault.retry()
      else await session.signOut()
    } catch (error) {
      // What the keychain refuses is told by the vault's state.
      if (vault.state().kind !== 'unavailable') throw error
    } finally {
      if (vault.state().kind !== 'unavailable') engine.resumeInterrupted()
      onChange()
    }
  }
  const ofDisconnect = (received: Extract<Command, { step: 'disconnect' }>): void => {
    switch (received.action) {
      case 'list':
        if (!signedIn()) throw fail('not-signed-in')
        return noting(disconnect.list())
      case 'remove':
        if (!signedIn()) throw fail('not-signed-in')
        return noting(
          disconnect
            .remove(received.item, received.name, received.withObjects)
            .then(() => engine.lookAnew()),
        )
      case 'close':
        return disconnect.close()
    }
  }

  const carryOut = async (received: ConnectionCommand): Promise<CommandReply> => {
    switch (received.step) {
      case 'vault':
        await ofVault(received.action)
        return { accepted: true }
      case 'disconnect':
        ofDisconnect(received)
        return { accepted: true }
      case 'app':
        await ofApp(received.action)
        onChange()
        return { accepted: true }
      default:
        if (removing()) throw fail('busy', { step: 'disconnect' })
        return engine.command(received)
    }
  }

  return {
    id: folder.id,
    notices: () => {
      const sealed = vault.setAside()
      return sealed ? [...notices, fail('vault-set-aside', { file: sealed }).error] : notices
    },
    view: () => ({
      connectionId: folder.id,
      steps: engine.steps(),
      vault: vault.state(),
      wipe: engine.choices().registered?.wiped ? { kind: 'wiped' } : wipe.state(),
      signedIn: signedIn(),
      summaryFile: engine.choices().registered?.summaryFile ?? '',
      preflight: preflight.state(),
      disconnect: disconnect.state(),
      reopened: engine.reopened(),
      byHand: engine.choices().byHand && !registered(),
      locked: null,
    }),
    summary: () => {
      const views = engine.steps()
      return {
        id: folder.id,
        name: nameOf(),
        accountId: engine.choices().account?.id ?? '',
        finished: views.filter(({ status }) => ['done', 'skipped'].includes(status.kind)).length,
        total: views.length,
        needsAttention: views.some(({ status }) => status.kind === 'failed'),
        registered: registered(),
        locked: false,
      }
    },
    command: audit.recording(carryOut),
    rename: async (label) => {
      if (nameHides(label)) throw fail('connection-name-unseen', {}, { field: 'name' })
      await engine.remember({ label: label.trim() })
    },
    lookAtHandedOver: engine.lookAtHandedOver,
    busy: () => acting() || removing(),
    async forget() {
      engine.stop()
      try {
        await session.signOut()
        return null
      } catch (error) {
        return whatRemains(toAppError(error))
      } finally {
        audit.close()
      }
    },
    stop: engine.stop,
  }
}
