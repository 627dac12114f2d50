import path from 'node:path'
import type { Removal } from '../../aws/removal/removal.ts'
import type { Stacks } from '../../aws/cloudformation/stacks.ts'
import type { Wipe } from '../../aws/sign-in/wipe.ts'
import { PAYER, press, START_URL } from '../../aws/testing/portal.ts'
import type { Simulated } from '../../aws/testing/simulated.ts'
import { createEngine, type Engine } from '../../checklist/engine.ts'
import { createStateFile, type StateFileOnDisk } from '../../checklist/state-file.ts'
import type { Services } from '../../checklist/step.ts'
import { createHealth, type HealthAtWork } from '../../health/health.ts'
import { roleToLookAt } from '../../health/role-of.ts'
import { createServices, type Ground } from '../../connection/services.ts'
import type { StepCommand } from '../../contract/commands.ts'
import { NOT_MANAGED, type Managed } from '../../contract/managed.ts'
import type { Preflight } from '../../contract/preflight.ts'
import type { HttpJson } from '../../network/network.ts'
import { SPOT_DEMO_TOKEN } from '../../../e2e/simulator/index.ts'
import { steps } from '../index.ts'
import { groundOn, recordingDesktop, watched, type Asked, type Watched } from './ground.ts'

const AWS_FOLDER = '/home/person/.aws'

/** A disk that survives the app: one file's text by path. */
export type Disk = Map<string, string>

/** Called before and after everything that changes something; a crash never returns from it. */
export type Boundary = (name: string) => Promise<void>
const passing: Boundary = () => Promise.resolve()

export type Journey = Omit<Watched, 'onChange'> & {
  readonly engine: Engine
  readonly health: HealthAtWork
  /** What the desktop was asked to open, to copy, and to save by name. */
  readonly desktop: Asked
  readonly wipe: Wipe
  /** What takes back what the journey has created. */
  readonly undoing: { readonly stacks: Stacks; readonly removal: Removal }
  readonly send: (command: StepCommand) => Promise<void>
}

/** Whoever sits at this computer, and what is on it. */
export type Person = {
  /** What they press on the sign-in page; `nothing` leaves it open. */
  readonly onSignInPage?: 'allow' | 'deny' | 'nothing'
  /** Files of the AWS CLI by name below its folder, e.g. `config` or `sso/cache/….json`. */
  readonly awsFiles?: ReadonlyMap<string, string>
  /** The folder that they choose when they are asked for one. */
  readonly folder?: string
  readonly preflight?: Preflight
  /** Where an address of their company's own leads; nowhere if left out. */
  readonly ownAddressLeadsTo?: string
  /** The way to AWS and to Spot, instead of Node's own, and who is told of each call. */
  readonly network?: Partial<Pick<Ground, 'requestHandler' | 'http' | 'onCall'>>
  /** What the organization has decided. */
  readonly managed?: Partial<Managed>
  /** The template that comes with the app, instead of the real one. */
  readonly template?: string
}

/** The real checklist over the real services, against a simulator, without Electron. */
export async function startJourney(
  stage: Pick<Simulated, 'simulator' | 'clock' | 'tokens'>,
  disk: Disk = new Map(),
  boundary: Boundary = passing,
  person: Person = {},
): Promise<Journey> {
  const { desktop, asked } = recordingDesktop({
    saveSummary: (text) => disk.set('summary.txt', text),
    open: async (link) => {
      const onPage = person.onSignInPage ?? 'allow'
      if (onPage !== 'nothing' && link.startsWith(stage.simulator.url)) await press(link, onPage)
    },
    ...(person.folder === undefined ? {} : { folder: person.folder }),
  })
  const leads = person.ownAddressLeadsTo
  const ground = {
    ...groundOn(stage, desktop),
    ...person.network,
    managed: { ...NOT_MANAGED, ...person.managed },
    askRedirect: () => Promise.resolve(leads === undefined ? null : new URL(leads)),
  }
  const { documents } = ground
  const { services } = createServices({
    ...ground,
    http: guardedPosts(ground.http, boundary),
    tokens: guarded('tokens', ground.tokens, ['save'], boundary),
    awsFiles: {
      folder: AWS_FOLDER,
      files: {
        read: async (file) => person.awsFiles?.get(path.relative(AWS_FOLDER, file)) ?? null,
      },
    },
    documents: { ...documents, roleTemplate: person.template ?? documents.roleTemplate },
  })
  const { wipe, stacks, removal } = services
  const { onChange, ...shown } = watched(() => engine)
  const engine = createEngine({
    steps,
    services: {
      ...guardedServices(services, boundary),
      preflight: () => person.preflight ?? { kind: 'not-signed-in' },
    },
    stateFile: stateFileOn(disk, boundary, ground.clock.now),
    onChange() {
      health.follow()
      onChange()
    },
  })
  const health = createHealth({
    ...services,
    engine,
    role: () => roleToLookAt({ ...services, choices: engine.choices }, engine.steps()),
    policies: { operator: documents.operatorPolicy, health: documents.healthPolicy },
    onChange,
    watch: (job) => void job.catch(() => undefined),
  })
  await engine.start()
  const { registered } = engine.choices()
  if (registered && !registered.wiped) await wipe.run()
  return {
    ...shown,
    engine,
    health,
    desktop: asked,
    wipe,
    undoing: { stacks, removal },
    send: async (command) => {
      const reply = await engine.command(command)
      if (!reply.accepted) throw new Error(`${command.step} refused: ${reply.error.code}`)
    },
  }
}

function stateFileOn(disk: Disk, boundary: Boundary, now: () => number): StateFileOnDisk {
  return createStateFile(
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
    now,
  )
}

/** The services with a boundary at everything that changes something in AWS. */
function guardedServices(services: Services, boundary: Boundary): Services {
  const { reports, buckets, stacks } = services
  return {
    ...services,
    reports: guarded('reports', reports, ['define'], boundary),
    buckets: guarded('buckets', buckets, ['prepare', 'allowDelivery'], boundary),
    stacks: guarded('stacks', stacks, ['create', 'delete'], boundary),
  }
}

/** The same way to Spot, with a boundary at everything that changes something there. */
function guardedPosts(http: HttpJson, boundary: Boundary): HttpJson {
  return async (request) => {
    if (request.method === 'GET') return http(request)
    const { pathname } = new URL(request.url)
    await boundary(`before POST ${pathname}`)
    const reply = await http(request)
    await boundary(`after POST ${pathname}`)
    return reply
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

/** What a person sees of a checklist, and can send to it. */
export type Played = Pick<Journey, 'send' | 'reaches' | 'status'>

/** Answers whatever the checklist asks, as a person who wants to get through would. */
export async function playThrough(journey: Played): Promise<void> {
  const { send, reaches, status } = journey
  await playUntilRegistration(journey)
  const registration = await reaches('registration', 'todo', 'done')
  if (registration.kind === 'done') return
  await send({ step: 'registration', action: 'connect', token: SPOT_DEMO_TOKEN })
  await reaches('registration', 'acting')
  await reaches('registration', 'todo')
  await send({ step: 'registration', action: 'send', spotAccountId: 'act-3f9c1d27' })
  await reaches('registration', 'done')
  if (status('registration').kind !== 'done') throw new Error('not registered')
}

/** The same as far as the last step, of which nothing is answered. */
export async function playUntilRegistration(journey: Played): Promise<void> {
  const { send, reaches } = journey
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
    await send({
      step: 'stack',
      action: 'create',
      acknowledged: true,
      withoutExternalId: true,
      ...stack.ask.form,
      values: stack.ask.values,
    })
  }
  await reaches('stack', 'done')
}

/** Signs in and chooses the payer, as far as that has not happened yet. */
export async function enter({ send, reaches }: Pick<Played, 'send' | 'reaches'>): Promise<void> {
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
      case 'console-code':
      case 'root':
      case 'wrong-account':
      case 'unconfirmed':
      case 'paid-elsewhere':
      case 'bill':
      case 'by-hand':
        return
    }
    await reaches('sign-in', 'acting', 'checking')
  }
}
