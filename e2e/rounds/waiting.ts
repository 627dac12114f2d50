import { PAYER, START_URL } from '../../electron/aws/testing/portal.ts'
import type { WaitId } from '../../electron/base/waits.ts'
import type { Connection } from '../../electron/connection/connection.ts'
import type { SimulatorOptions } from '../simulator/index.ts'
import { timedApp, type TimedApp } from './app.ts'
import { ADMINISTRATOR, answered, given, MEMBER, played, type Person } from './journeys.ts'

/** How somebody comes to wait, in which world. */
export type Waiting = {
  readonly world: Partial<SimulatorOptions>
  readonly onPage?: 'nothing'
  readonly begin: (app: TimedApp) => Promise<Connection>
}

const HOUR_S = 3600
const QUICK = { stackSeconds: 1, deliverySeconds: 0 }
const until = (step: NonNullable<Person['until']>): Person => ({ ...ADMINISTRATOR, until: step })

const SIGN_IN = {
  step: 'sign-in',
  action: 'start',
  startUrl: START_URL,
  region: 'us-east-1',
} as const

const signingIn =
  (method: 'browser' | 'device') =>
  async (app: TimedApp): Promise<Connection> => {
    const connection = await played(app, until('sign-in'))
    app.clock.slow()
    await given(app, connection, { ...SIGN_IN, method })
    return connection
  }

/** As far as this step, which is then left open, or goes on by itself. */
const asFarAs =
  (step: NonNullable<Person['until']>) =>
  async (app: TimedApp): Promise<Connection> => {
    const connection = await played(app, until(step))
    app.clock.slow()
    return connection
  }

async function stackAtWork(app: TimedApp): Promise<Connection> {
  const connection = await asFarAs('stack')(app)
  await answered(app, connection, until('registration'))
  return connection
}

async function roleUnseen(app: TimedApp): Promise<Connection> {
  const connection = await asFarAs('stack')(app)
  app.stage.simulator.inject({
    kind: 'error',
    service: 'iam',
    operation: 'GetRole',
    code: 'NoSuchEntity',
    message: 'The role cannot be found.',
    status: 404,
  })
  await answered(app, connection, until('registration'))
  // The stack is complete, and its role is not seen: from here on.
  await app.clock.pass(3000, app.tempo.settled)
  return connection
}

async function stackDeleted(app: TimedApp): Promise<Connection> {
  const connection = await asFarAs('registration')(app)
  const [stack] = app.stage.simulator.world.accounts.get(PAYER)?.stacks ?? []
  if (!stack) throw new Error('no stack')
  stack.seconds = 2 * HOUR_S
  await given(app, connection, { step: 'disconnect', action: 'list' })
  await given(app, connection, {
    step: 'disconnect',
    action: 'remove',
    item: 'stack',
    name: stack.name,
    withObjects: false,
  })
  return connection
}

async function mspAsked(app: TimedApp): Promise<Connection> {
  const person: Person = { ...until('cost-report'), account: MEMBER, managedBy: 'msp' }
  const connection = await played(app, person)
  app.clock.slow()
  const step = 'cost-report'
  await given(app, connection, { step, action: 'copy-request', language: 'en' })
  await given(app, connection, { step, action: 'confirm-request-sent' })
  return connection
}

const othersAsked =
  (step: 'cost-report' | 'stack') =>
  async (app: TimedApp): Promise<Connection> => {
    const connection = await asFarAs(step)(app)
    await given(app, connection, { step, action: 'hand-over', language: 'en' })
    return connection
  }

async function registered(app: TimedApp): Promise<Connection> {
  const connection = await played(app, ADMINISTRATOR)
  app.clock.slow()
  return connection
}

/** Each wait of the table, some in several situations. */
export const WAITINGS: Readonly<Record<WaitId, readonly Waiting[]>> = {
  'sign-in-browser': [{ world: QUICK, onPage: 'nothing', begin: signingIn('browser') }],
  'sign-in-code': [{ world: QUICK, onPage: 'nothing', begin: signingIn('device') }],
  stack: [{ world: { ...QUICK, stackSeconds: 2 * HOUR_S }, begin: stackAtWork }],
  'stack-taken-back': [
    { world: { ...QUICK, stackSeconds: 20, scenario: 'validation-failure' }, begin: stackAtWork },
  ],
  'stack-deletion': [{ world: QUICK, begin: stackDeleted }],
  'role-visible': [{ world: QUICK, begin: roleUnseen }],
  delivery: [{ world: { ...QUICK, deliverySeconds: 48 * HOUR_S }, begin: asFarAs('stack') }],
  msp: [{ world: { ...QUICK, scenario: 'msp' }, begin: mspAsked }],
  asked: [
    { world: QUICK, begin: othersAsked('cost-report') },
    { world: QUICK, begin: othersAsked('stack') },
  ],
  analysis: [{ world: QUICK, begin: registered }],
  looks: [{ world: QUICK, begin: asFarAs('registration') }],
}

/** Waits like this in an app of its own, for as long as `during` looks at it. */
export async function waiting<T>(
  { world, onPage, begin }: Waiting,
  during: (app: TimedApp, connection: Connection) => Promise<T>,
): Promise<T> {
  const app = await timedApp(world, onPage)
  try {
    const connection = await begin(app)
    await app.tempo.settled()
    app.tempo.begin()
    return await during(app, connection)
  } finally {
    await app.stop()
  }
}
