import { PAYER } from '../../electron/aws/testing/portal.ts'
import type { ConnectionCommand } from '../../electron/connection/commands.ts'
import type { Connection } from '../../electron/connection/connection.ts'
import type { Ask, StepId } from '../../electron/contract/steps.ts'
import { answerTo, isQuestion, type WayIn } from '../faults/person.ts'
import { addFittingReport, issueCredentials, type SimulatorOptions } from '../simulator/index.ts'
import { timedApp, type TimedApp } from './app.ts'
import type { JourneyName } from './expected.ts'
import type { TimedCall } from './tempo.ts'

const DAY = 24 * 3_600_000
const MEMBER = '730915264418'
/** A stack is complete at the second look: how often one is looked at is a table of its own. */
const AT_ONCE = { stackSeconds: 1, deliverySeconds: 0 }
const THERE = { ...AT_ONCE, arrange: addReport } satisfies Partial<SimulatorOptions>

/** What a journey came to: its calls, and how each step stands in the end. */
export type Timed = {
  readonly calls: readonly TimedCall[]
  readonly steps: Readonly<Record<string, string>>
  /** How far the look at a connection that is made has come; null of one that is not. */
  readonly look: string | null
  readonly longestPause: number
}

type Way = WayIn | 'keys'
type Person = {
  readonly way: Way
  readonly account: string
  readonly managedBy: 'us' | 'msp'
  /** The step that they leave open. */
  readonly until: StepId | null
}
const ADMINISTRATOR: Person = { way: 'portal', account: PAYER, managedBy: 'us', until: null }

function addReport(world: Parameters<typeof addFittingReport>[0]): void {
  addFittingReport(world, Date.now())
}

/** Each journey: what stands before it, and the part whose calls count. */
const JOURNEYS: Readonly<Record<JourneyName, (timed: TimedApp) => Promise<Connection>>> = {
  'verify-portal': (app) => verified(app, ADMINISTRATOR),
  'verify-keys': (app) => verified(app, { ...ADMINISTRATOR, way: 'keys' }),
  'verify-profile': (app) => verified(app, { ...ADMINISTRATOR, way: 'profile' }),
  'verify-console': (app) => verified(app, { ...ADMINISTRATOR, way: 'console' }),
  'look-again': lookedAgain,
  'from-zero': (app) => played(app, ADMINISTRATOR),
  msp: (app) => verified(app, { ...ADMINISTRATOR, account: MEMBER, managedBy: 'msp' }),
  'member-account': (app) => played(app, { ...ADMINISTRATOR, account: MEMBER }),
}

const WORLDS: Readonly<Record<JourneyName, Partial<SimulatorOptions>>> = {
  'verify-portal': THERE,
  'verify-keys': THERE,
  'verify-profile': THERE,
  'verify-console': { ...THERE, scenario: 'console-sign-in' },
  'look-again': THERE,
  'from-zero': AT_ONCE,
  msp: { ...AT_ONCE, scenario: 'msp' },
  'member-account': { ...AT_ONCE, scenario: 'member-account' },
}

/** Goes a journey's way and tells what was asked on it. */
export async function timed(name: JourneyName): Promise<Timed> {
  const app = await timedApp(WORLDS[name])
  try {
    const connection = await JOURNEYS[name](app)
    const { steps, health } = connection.view()
    return {
      calls: app.tempo.calls(),
      look: health?.look ?? null,
      steps: Object.fromEntries(steps.map(({ id, status }) => [id, status.kind])),
      longestPause: app.tempo.longestPause(),
    }
  } finally {
    await app.stop()
  }
}

/** Everything is set up as far as the registration; then the app is started anew, and looks. */
async function verified(app: TimedApp, person: Person): Promise<Connection> {
  await played(app, { ...person, until: 'registration' })
  app.tempo.begin()
  const connection = await app.open()
  await app.tempo.settled()
  // What is not kept is given once more.
  await answered(app, connection, { ...person, until: 'registration' })
  return connection
}

/** Registered, and the next day somebody signs in to look how it stands. */
async function lookedAgain(app: TimedApp): Promise<Connection> {
  await played(app, ADMINISTRATOR)
  app.stage.clock.advance(DAY)
  for (const report of app.stage.simulator.world.accounts.get(PAYER)?.reports ?? [])
    report.delivery = { time: app.stage.clock.now(), status: 'SUCCESS' }
  const connection = await app.open()
  await app.tempo.settled()
  app.tempo.begin()
  await given(app, connection, { step: 'app', action: 'reopen' })
  await answered(app, connection, ADMINISTRATOR)
  return connection
}

async function played(app: TimedApp, person: Person): Promise<Connection> {
  if (person.way === 'profile') app.awsFiles.set('credentials', credentialsFile(keysOf(app)))
  const connection = await app.open()
  await app.tempo.settled()
  await answered(app, connection, person)
  return connection
}

/** Answers one question after the other, each when nothing is asked of AWS any more. */
async function answered(app: TimedApp, connection: Connection, person: Person): Promise<void> {
  const before = new Set<string>()
  for (;;) {
    const command = nextOf(app, connection, person)
    const text = JSON.stringify(command)
    if (!command || before.has(text)) return
    before.add(text)
    await given(app, connection, command)
  }
}

async function given(
  { tempo }: TimedApp,
  connection: Connection,
  command: ConnectionCommand,
): Promise<void> {
  const reply = await connection.command(command)
  if (!reply.accepted) throw new Error(`${command.step} was refused: ${reply.error.code}`)
  await tempo.settled()
}

function nextOf(app: TimedApp, connection: Connection, person: Person): ConnectionCommand | null {
  for (const { id, status } of connection.view().steps) {
    if (id === person.until) return null
    if (!('ask' in status) || !status.ask || !isQuestion(id, status)) continue
    const command = personalAnswer(app, status.ask, person)
    if (command) return command
  }
  return null
}

function personalAnswer(app: TimedApp, ask: Ask, person: Person): ConnectionCommand | null {
  const { account: accountId, managedBy } = person
  if (ask.step === 'plan') return { step: 'plan', action: 'choose', managedBy, mspAccountId: '' }
  if (ask.step === 'sign-in' && ask.stage === 'account')
    return { step: 'sign-in', action: 'choose-account', accountId }
  if (ask.step === 'sign-in' && ask.stage === 'start' && person.way === 'keys') return pasting(app)
  if (ask.step === 'cost-report' && ask.stage === 'ask-msp') {
    const msp = { bucketName: 'cloudharbor-cur-reports', prefix: '', mspAccountId: '562910847733' }
    return { step: 'cost-report', action: 'answer', ...msp }
  }
  return answerTo(ask, person.way === 'keys' ? 'portal' : person.way)
}

type Keys = ReturnType<typeof issueCredentials>

const keysOf = ({ stage }: TimedApp): Keys =>
  issueCredentials(stage.simulator.world, {
    accountId: PAYER,
    holder: {
      kind: 'permission-set',
      permissionSet: 'AdministratorAccess',
      user: 'dana.levi',
    },
    expires: stage.clock.now() + 8 * 3_600_000,
  })

const credentialsFile = ({ accessKeyId, secretAccessKey, sessionToken }: Keys): string =>
  `[payer]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\naws_session_token = ${sessionToken}\n`

function pasting(app: TimedApp): ConnectionCommand {
  const { accessKeyId, secretAccessKey, sessionToken } = keysOf(app)
  return {
    step: 'sign-in',
    action: 'use-keys',
    block: '',
    accessKeyId,
    secretAccessKey,
    sessionToken,
  }
}
