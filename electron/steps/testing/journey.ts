import { isOnThisComputer } from '../../start/development.ts'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createBuckets } from '../../aws/s3/buckets.ts'
import { createCliProfiles } from '../../aws/sign-in/cli-profiles.ts'
import { createDeliveries } from '../../aws/s3/deliveries.ts'
import { endpointsFrom } from '../../network/endpoints-from.ts'
import { createIdentity } from '../../aws/sign-in/identity.ts'
import type { HttpHandler, HttpJson } from '../../network/network.ts'
import { createReports } from '../../aws/cur/reports.ts'
import { createRoles } from '../../aws/iam/roles.ts'
import { createSignIn } from '../../aws/sign-in/sign-in.ts'
import { createStacks } from '../../aws/cloudformation/stacks.ts'
import { nodeHttpJson, PAYER, press, START_URL } from '../../aws/testing/portal.ts'
import type { Simulated } from '../../aws/testing/simulated.ts'
import type { StepCommand } from '../../contract/commands.ts'
import { createEngine, type Engine } from '../../checklist/engine.ts'
import { createStateFile } from '../../checklist/state-file.ts'
import type { Clock } from '../../base/clock.ts'
import type { Services } from '../../checklist/step.ts'
import type { Preflight } from '../../contract/preflight.ts'
import type { Status } from '../../contract/status.ts'
import type { StepId } from '../../contract/steps.ts'
import { createSpotAccess } from '../../spot/access.ts'
import { createSpotApi } from '../../spot/api.ts'
import { SPOT_DEMO_TOKEN } from '../../../e2e/simulator/index.ts'
import { steps } from '../index.ts'
import { createWipe, type Wipe } from '../../aws/sign-in/wipe.ts'

const AWS_FOLDER = '/home/person/.aws'

const builtInTemplate = readFileSync(
  new URL('../../../resources/eco-role.template.json', import.meta.url),
  'utf8',
)

/** A disk that survives the app: one file's text by path. */
export type Disk = Map<string, string>

/** Called before and after everything that changes something; a crash never returns from it. */
export type Boundary = (name: string) => Promise<void>
const passing: Boundary = () => Promise.resolve()

export type Journey = {
  readonly engine: Engine
  /** What the desktop was asked to open, to copy, and to save by name. */
  readonly desktop: {
    readonly opened: string[]
    readonly copied: string[]
    readonly saved: Map<string, string>
  }
  readonly wipe: Wipe
  readonly status: (step: StepId) => Status
  /** Resolves once the step has one of these statuses. */
  readonly reaches: (step: StepId, ...kinds: Status['kind'][]) => Promise<Status>
  readonly send: (command: StepCommand) => Promise<void>
  /** Calls `look` after each change, until the function it returns is called. */
  readonly watch: (look: () => void) => () => void
}

/** Whoever sits at this computer, and what is on it. */
export type Person = {
  /** What they press on the sign-in page; `nothing` leaves it open. */
  readonly onSignInPage?: 'allow' | 'deny' | 'nothing'
  /** Files of the AWS CLI by name below its folder, e.g. `config` or `sso/cache/….json`. */
  readonly awsFiles?: ReadonlyMap<string, string>
  readonly preflight?: Preflight
  /** The way to AWS and to Spot, instead of Node's own. */
  readonly network?: { readonly requestHandler: HttpHandler; readonly http: HttpJson }
  /** The template that comes with the app, instead of the real one. */
  readonly template?: string
}

/** The real checklist over the real services, against a simulator, without Electron. */
export async function startJourney(
  stage: Pick<Simulated, 'simulator' | 'clock' | 'newSession'>,
  disk: Disk = new Map(),
  boundary: Boundary = passing,
  { onSignInPage = 'allow', awsFiles = new Map(), preflight, network, template }: Person = {},
): Promise<Journey> {
  const endpoints = endpointsFrom(stage.simulator.env)
  const clock = shortWaitsOnly(stage.clock)
  const way = network ? { requestHandler: network.requestHandler } : {}
  const signIn = createSignIn({ ...way, endpoints, clock })
  const session = stage.newSession(guarded('oidc', signIn, ['browser', 'device'], boundary))
  const { credentials, invalidateCredentials } = session
  const access = { ...way, endpoints, clock, credentials, invalidateCredentials }
  const desktop = {
    opened: [] as string[],
    copied: [] as string[],
    saved: new Map<string, string>(),
  }
  const http = network?.http ?? nodeHttpJson
  const spotApi = createSpotApi({ http, endpoint: endpoints.spot, clock })
  const guardedSession = guarded('session', session, ['signIn', 'signOut'], boundary)
  const wipe = createWipe(guardedSession, () => undefined)
  const services: Services = {
    session: guardedSession,
    identity: createIdentity(access),
    reports: guarded('reports', createReports(access), ['define'], boundary),
    buckets: guarded('buckets', createBuckets(access), ['prepare', 'allowDelivery'], boundary),
    stacks: guarded('stacks', createStacks(access), ['create', 'delete'], boundary),
    roles: createRoles(access),
    deliveries: createDeliveries(access),
    profiles: createCliProfiles({
      ...way,
      folder: AWS_FOLDER,
      files: { read: async (file) => awsFiles.get(path.relative(AWS_FOLDER, file)) ?? null },
      endpoints,
      clock,
    }),
    preflight: () => preflight ?? { kind: 'not-signed-in' },
    link: { current: null },
    handOver: async (_context, step) => {
      const name = `${step}.html`
      desktop.saved.set(name, step)
      return name
    },
    spot: createSpotAccess(() =>
      guarded('spot', spotApi, ['setCredentials', 'setBilling'], boundary),
    ),
    wipe,
    desktop: {
      open: async (link) => {
        desktop.opened.push(link)
        if (onSignInPage === 'nothing' || !link.startsWith(stage.simulator.url)) return
        await press(link, onSignInPage)
      },
      copy: async (text) => {
        desktop.copied.push(text)
      },
      chooseTemplate: () => Promise.resolve(null),
      openFile: async () => undefined,
      saveSummary: async (text) => {
        disk.set('summary.txt', text)
        return 'summary.txt'
      },
      saveFile: async (name, text) => {
        desktop.saved.set(name, text)
        return name
      },
      notify: () => undefined,
    },
    clock,
    vaultReady: () => Promise.resolve(),
    randomToken: () => crypto.randomUUID(),
    builtInTemplate: template ?? builtInTemplate,
    connectionId: 'connection',
    options: { deviceCodeAllowed: true, isStandIn: isOnThisComputer },
  }
  const file = createStateFile(
    'state.json',
    {
      read: async (file) => disk.get(file) ?? null,
      replace: async (file, text) => {
        await boundary('before saving the state')
        disk.set(file, text)
        await boundary('after saving the state')
      },
      move: async (from, to) => {
        disk.set(to, disk.get(from) ?? '')
        disk.delete(from)
      },
    },
    clock.now,
  )
  const watchers = new Set<() => void>()
  const engine = createEngine({
    steps,
    services,
    stateFile: file,
    onChange: () => watchers.forEach((look) => look()),
  })
  const status = (step: StepId): Status => {
    const view = engine.steps().find(({ id }) => id === step)
    if (!view) throw new Error(`no step ${step}`)
    return view.status
  }
  await engine.start()
  const { registered } = engine.choices()
  if (registered && !registered.wiped) await wipe.run()
  return {
    engine,
    desktop,
    wipe,
    status,
    reaches: (step, ...kinds) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!kinds.includes(status(step).kind)) return
          watchers.delete(look)
          resolve(status(step))
        }
        watchers.add(look)
        look()
      }),
    send: async (command) => {
      const reply = await engine.command(command)
      if (!reply.accepted) throw new Error(`${command.step} refused: ${reply.error.code}`)
    },
    watch: (look) => {
      watchers.add(look)
      return () => void watchers.delete(look)
    },
  }
}

/** Short waits pass at once; long ones (somebody else, a delivery) only end by being given up. */
function shortWaitsOnly(clock: Clock): Clock {
  const long = 60_000
  return {
    now: clock.now,
    sleep: (ms, signal) =>
      ms < long
        ? clock.sleep(ms, signal)
        : new Promise((_resolve, reject) => {
            signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
          }),
  }
}

/** The same service, with a boundary before and after each of the named calls. */
function guarded<S extends object>(
  name: string,
  service: S,
  calls: readonly (keyof S & string)[],
  boundary: Boundary,
): S {
  return new Proxy(service, {
    get(target, key, receiver) {
      const member: unknown = Reflect.get(target, key, receiver)
      const call = calls.find((candidate) => candidate === key)
      if (!call || typeof member !== 'function') return member
      return async (...args: unknown[]): Promise<unknown> => {
        await boundary(`before ${name}.${call}`)
        const result: unknown = await Reflect.apply(member, target, args)
        await boundary(`after ${name}.${call}`)
        return result
      }
    },
  })
}

/** Answers whatever the checklist asks, as a person who wants to get through would. */
export async function playThrough(journey: Journey): Promise<void> {
  const { send, reaches, status } = journey
  const plan = await reaches('plan', 'todo', 'done')
  if (plan.kind === 'todo') {
    await send({ step: 'plan', action: 'choose', managedBy: 'us', mspAccountId: '' })
    await reaches('plan', 'done')
  }
  const template = await reaches('template', 'todo', 'done')
  if (template.kind === 'todo' && template.ask.step === 'template') {
    await send({ step: 'template', action: 'approve', sha256: template.ask.review.sha256 })
  }
  await enter(journey)
  const report = await reaches('cost-report', 'todo', 'done')
  if (
    report.kind === 'todo' &&
    report.ask.step === 'cost-report' &&
    report.ask.stage === 'choose'
  ) {
    const fitting = report.ask.reports.find(({ fits }) => fits)
    await send(
      fitting
        ? { step: 'cost-report', action: 'reuse', reportName: fitting.name }
        : { step: 'cost-report', action: 'create', reviewed: '', ...report.ask.draft },
    )
  }
  await reaches('bucket', 'pending', 'done')
  const stack = await reaches('stack', 'todo', 'pending', 'done')
  if (stack.kind === 'todo' && stack.ask.step === 'stack' && stack.ask.stage === 'create') {
    await send({ step: 'stack', action: 'create', acknowledged: true, ...stack.ask.form })
  }
  await reaches('stack', 'done')
  const registration = await reaches('registration', 'todo', 'done')
  if (registration.kind === 'done') return
  await send({ step: 'registration', action: 'connect', token: SPOT_DEMO_TOKEN })
  await reaches('registration', 'acting')
  await reaches('registration', 'todo')
  await send({ step: 'registration', action: 'send', spotAccountId: 'act-3f9c1d27' })
  await reaches('registration', 'done')
  if (status('registration').kind !== 'done') throw new Error('not registered')
}

/** Signs in and chooses the payer, as far as that has not happened yet. */
export async function enter({ send, reaches }: Journey): Promise<void> {
  for (;;) {
    const status = await reaches('sign-in', 'todo', 'done', 'failed')
    const ask = 'ask' in status ? status.ask : undefined
    if (status.kind === 'done' || ask?.step !== 'sign-in') return
    switch (ask.stage) {
      case 'start':
        await send({
          step: 'sign-in',
          action: 'start',
          startUrl: START_URL,
          region: 'us-east-1',
          method: 'browser',
        })
        break
      case 'account':
        await send({ step: 'sign-in', action: 'choose-account', accountId: PAYER })
        break
      case 'role':
        await send({ step: 'sign-in', action: 'choose-role', roleName: 'AdministratorAccess' })
        break
      case 'wrong-account':
      case 'unconfirmed':
      case 'by-hand':
        return
    }
    await reaches('sign-in', 'acting', 'checking')
  }
}
