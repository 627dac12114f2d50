import { randomUUID } from 'node:crypto'
import firstTemplate from '../../resources/earlier/eco-role.1.template.json?raw'
import builtInTemplate from '../../resources/eco-role.template.json?raw'
import healthPolicy from '../../resources/health-policy.json?raw'
import operatorPolicy from '../../resources/operator-policy.json?raw'
import type { Entry } from '../audit/entry.ts'
import type { TokenStore } from '../aws/sign-in/session.ts'
import { whatRemains } from '../aws/sign-in/wipe.ts'
import type { Desktop } from '../base/desktop.ts'
import { nameHides } from '../base/visible.ts'
import { checkedStateFile } from '../checklist/checked-choices.ts'
import { createEngine, type Engine } from '../checklist/engine.ts'
import type { CommandReply } from '../contract/bridge.ts'
import type { HandOverFile } from '../contract/hand-over-file.ts'
import type { ConnectionSummary } from '../contract/snapshot.ts'
import { createDisconnect, type Undo } from '../disconnect/disconnect.ts'
import { notedIn } from '../disconnect/taken-back.ts'
import type { AppError } from '../errors/app-error.ts'
import { answerFile } from '../hand-over/answer-file.ts'
import { planOf } from '../hand-over/plan-data.ts'
import { AppFailure, fail, toAppError } from '../errors/failure.ts'
import { createHealth } from '../health/health.ts'
import { roleToLookAt } from '../health/role-of.ts'
import type { Keychain } from '../keychain/keychain.ts'
import { createVault, type Vault } from '../keychain/vault.ts'
import { steps } from '../steps/index.ts'
import { isApproved, templateToRead } from '../steps/template/template.ts'
import {
  aboutOf,
  acting,
  createNotices,
  besideSteps,
  lookingAhead,
  isOver,
  removing,
  stopped,
  type AtWork,
} from './at-work.ts'
import { carryOut, wipeTokens, type ConnectionCommand } from './commands.ts'
import { createNews, type News } from './news.ts'
import type { ConnectionFolder } from './folders.ts'
import { propose } from './proposing.ts'
import { recordOf } from './record-of.ts'
import { createReminders, type Due } from './reminders.ts'
import { goesOnAtAws } from './goes-on.ts'
import { createServices, type ConnectionServices, type Ground } from './services.ts'
import { createTokenStore } from './token-store.ts'
import { noticesOf, summaryOf, viewOf } from './view.ts'
import { type ConnectionView } from './view-of-none.ts'

/** What all connections share. */
export type Shared = Pick<
  Ground,
  | 'http'
  | 'askRedirect'
  | 'endpoints'
  | 'clock'
  | 'awsFiles'
  | 'isStandIn'
  | 'managed'
  | 'appVersion'
  | 'language'
  | 'languageOf'
  | 'onChange'
> &
  Required<Pick<Ground, 'requestHandler'>> & {
    readonly keychain: Keychain
    /** Called while a sign-in is awaited, from the keychain or from a person. */
    readonly warmUp: () => void
  }

/** One connection at work: what it shows, and what it may be told. */
export type Connection = {
  readonly id: string
  readonly view: () => ConnectionView
  readonly notices: () => readonly AppError[]
  readonly summary: () => ConnectionSummary
  /** Its record of calls, oldest first. Throws `file-unreadable`. */
  readonly record: () => Promise<readonly Entry[]>
  readonly command: (command: ConnectionCommand) => Promise<CommandReply>
  readonly rename: (label: string) => Promise<void>
  /** Fills in its forms by a file of somebody else, opened at a time (ms). Throws as `proposing.ts` says. */
  readonly propose: (file: HandOverFile, openedAt: number) => Promise<void>
  /** Looks now whether somebody else has done what they were asked. */
  readonly lookAtHandedOver: () => void
  /** True while something is being changed outside. */
  readonly busy: () => boolean
  /** Stops, and removes every token. Resolves what remains of the sign-in here and at AWS. */
  readonly forget: () => Promise<readonly AppError[]>
  readonly stop: () => void
}

/** Reads what is remembered of a connection and starts its checklist. */
export async function openConnection(
  folder: ConnectionFolder,
  desktop: Desktop,
  shared: Shared,
): Promise<Connection> {
  const at = atWork(folder, desktop, shared)
  const { engine, notices } = at
  const { setAside } = await engine.start()
  if (setAside) notices.tell(fail('state-set-aside', { file: setAside.file }).error)
  // A crash after registering and before wiping leaves tokens: they go now, while the window shows.
  notices.watch(wipeTokens(at))
  notices.watch(leaveNothingKept(at))
  return {
    id: folder.id,
    view: () => viewOf(at),
    notices: () => noticesOf(at),
    summary: () => summaryOf(at),
    record: async () => (await at.audit.read()).entries,
    command: at.audit.recording((received: ConnectionCommand) => carryOut(at, received)),
    async rename(label) {
      if (nameHides(label)) throw fail('connection-name-unseen', {}, { field: 'name' })
      await engine.remember({ label: label.trim() })
    },
    propose: (file, openedAt) => propose(at, file, openedAt),
    lookAtHandedOver: engine.lookAtHandedOver,
    busy: () => acting(at) || removing(at),
    forget: () => forget(at),
    stop: () => stopped(at),
  }
}

/**
 * Where nothing of a sign-in is to be kept, what an earlier run has kept goes as soon as it is asked for,
 * which nobody does where every step is done by hand. Contacts AWS only to end it.
 */
async function leaveNothingKept({ engine, managed, session }: AtWork): Promise<void> {
  if (managed.sessionOnly && engine.choices().byHand) await session.signedIn()
}

/** Files that come with the app. */
const DOCUMENTS: Ground['documents'] = {
  roleTemplate: builtInTemplate,
  earlierTemplates: [firstTemplate],
  operatorPolicy,
  healthPolicy,
}

/** Builds the parts of a connection. Several ask the engine, the last of them, once it has started. */
function atWork(folder: ConnectionFolder, desktop: Desktop, shared: Shared): AtWork {
  const { clock, isStandIn, keychain, warmUp, language, onChange } = shared
  const isEnded = (): boolean => isOver({ engine })
  const notices = createNotices(onChange)
  const tell = ({ error }: AppFailure): void => notices.tell(error)
  const vault = createVault({ ...vaultOf(folder), keychain: whileAsked(keychain, warmUp) })
  const account = (): string => aboutOf(engine.choices()).accountId
  const audit = recordOf(folder, shared, account, tell)
  const built = createServices({
    ...shared,
    desktop,
    onCall: audit.onCall,
    tokens: untilOver(createTokenStore(vault, { isStandIn, onRefused: tell }), isEnded),
    documents: DOCUMENTS,
    vaultReady: async () => {
      warmUp()
      if (!isEnded()) await ready(vault)
    },
    randomToken: randomUUID,
    connectionId: folder.id,
  })
  const { preflight, services } = built
  const { session, wipe } = services
  const notify = (news: News | Due): void => {
    const { title, body } = language().words.notifications[news]
    desktop.notify(title, body(aboutOf(engine.choices()).name))
  }
  const tellNews = createNews(notify)
  const reminders = createReminders(clock, notify)
  const { stateFile, summaryFile } = folder
  const engine: Engine = createEngine({
    steps,
    services,
    stateFile: checkedStateFile(stateFile, { isStandIn, summaryFile }, tell),
    onChange() {
      preflight.follow(lookingAhead({ engine }), besideSteps(engine))
      health.follow()
      tellNews(engine.steps())
      reminders.follow(engine.choices())
      onChange()
    },
  })
  const health = createHealth({
    ...services,
    engine,
    role: () => roleToLookAt({ ...services, choices: engine.choices }, engine.steps()),
    policies: { operator: operatorPolicy, health: healthPolicy },
    onChange,
    watch: notices.watch,
  })
  const disconnect = disconnectOf(built, engine, { language, notices, onChange })
  const { appVersion, managed } = shared
  const around = { folder, desktop, clock, vault, audit, session, wipe, preflight }
  const given = { language, managed, appVersion, onChange }
  const answer = answerOf(built, engine, shared)
  const plan = () =>
    planOf({ ...services, choices: engine.choices, checklist: engine.steps, appVersion })
  return {
    ...around,
    ...given,
    engine,
    health,
    disconnect,
    proposal: { current: null },
    answer,
    plan,
    notices,
    reminders,
  }
}

function answerOf(
  { services }: ConnectionServices,
  { choices, steps }: Engine,
  { clock, appVersion, language }: Shared,
): AtWork['answer'] {
  return () => {
    const context = { ...services, choices }
    const template = templateToRead(context).review
    return answerFile({
      choices: choices(),
      steps: steps(),
      template,
      approved: isApproved(context, template),
      at: clock.now(),
      appVersion,
      fileName: language().words.handOver.answerName,
    })
  }
}

function disconnectOf(
  { services }: ConnectionServices,
  engine: Engine,
  { language, notices, onChange }: Pick<AtWork, 'language' | 'notices' | 'onChange'>,
): Undo {
  return createDisconnect({
    ...services,
    choices: engine.choices,
    busy: () => acting({ engine }),
    onChange,
    onTakenBack: notedIn(engine, services.clock),
    async onRemovedAll() {
      services.spot.forget()
      await services.session.signOut()
      goesOnAtAws({ session: services.session, language }).forEach(notices.tell)
      engine.close()
    },
  })
}

/** Once it is registered, or taken back, nothing is kept any more: a later sign-in stays in memory. */
const untilOver = (tokens: TokenStore, isEnded: () => boolean): TokenStore => ({
  ...tokens,
  save: async (set) => (isEnded() ? undefined : tokens.save(set)),
})

const vaultOf = ({ vaultFile: file, id: account }: ConnectionFolder) => ({ file, account })

/** Does something while the keychain looks for a key. */
const whileAsked = (keychain: Keychain, meanwhile: () => void): Keychain => ({
  ...keychain,
  get(account) {
    meanwhile()
    return keychain.get(account)
  },
})

async function ready(vault: Vault): Promise<void> {
  const state = await vault.retry()
  if (state.kind === 'unavailable') throw new AppFailure(state.error)
}

/** A connection that is not opened any more, but removed: what is kept of its sign-in can be ended. */
export function unopenedConnection(
  folder: ConnectionFolder,
  desktop: Desktop,
  shared: Shared,
): Pick<Connection, 'id' | 'forget'> {
  const at = atWork(folder, desktop, shared)
  return { id: folder.id, forget: () => forget(at) }
}

/** How long whatever was running may take to end, in milliseconds. */
const ENDING = 10_000

async function forget(at: AtWork): Promise<readonly AppError[]> {
  const { engine, session, audit, clock } = at
  stopped(at)
  // What ends later could write into the folder after it is removed.
  await Promise.race([engine.idle(), clock.sleep(ENDING)])
  try {
    await session.signOut()
    return goesOnAtAws(at)
  } catch (error) {
    return [whatRemains(toAppError(error), 'removed'), ...goesOnAtAws(at)]
  } finally {
    audit.close()
  }
}
