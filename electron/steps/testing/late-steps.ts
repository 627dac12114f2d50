import { isOnThisComputer } from '../../start/development.ts'
import { readFileSync } from 'node:fs'
import { newBucket } from '../../../e2e/simulator/index.ts'
import { createBuckets } from '../../aws/s3/buckets.ts'
import { createCliProfiles } from '../../aws/sign-in/cli-profiles.ts'
import { createDeliveries } from '../../aws/s3/deliveries.ts'
import { createIdentity } from '../../aws/sign-in/identity.ts'
import { createReports } from '../../aws/cur/reports.ts'
import { createRoles } from '../../aws/iam/roles.ts'
import { createStacks, type Stacks } from '../../aws/cloudformation/stacks.ts'
import { nodeHttpJson, PAYER, type Simulated } from '../../aws/testing/simulated.ts'
import type { StepCommand } from '../../contract/commands.ts'
import { createEngine, type Engine } from '../../checklist/engine.ts'
import type { Clock } from '../../base/clock.ts'
import { formatState, noChoices, parseState, type Choices } from '../../checklist/state-file.ts'
import type { Services, AnyStep } from '../../checklist/step.ts'
import type { Status } from '../../contract/status.ts'
import type { StepId } from '../../contract/steps.ts'
import { createSpotAccess } from '../../spot/access.ts'
import { createSpotApi } from '../../spot/api.ts'
import { registration } from '../registration/registration.ts'
import { stack } from '../stack/stack.ts'
import { reviewTemplate } from '../../template/review.ts'
import { template } from '../template/template.ts'
import { createWipe } from '../../aws/sign-in/wipe.ts'

export const BUCKET = `spot-eco-cur-${PAYER}`
export const builtInTemplate = readFileSync(
  new URL('../../../resources/eco-role.template.json', import.meta.url),
  'utf8',
)
export const TEMPLATE_SHA256 = reviewTemplate(builtInTemplate, 'built-in', '').sha256

export type LateSteps = {
  readonly engine: Engine
  readonly stacks: Stacks
  readonly saved: Map<string, string>
  readonly copied: string[]
  readonly opened: string[]
  readonly summary: () => string
  readonly status: (step: StepId) => Status
  readonly reaches: (step: StepId, ...kinds: Status['kind'][]) => Promise<Status>
  /** Sends a command and resolves the status that came of it, once nothing runs any more. */
  readonly after: (command: StepCommand) => Promise<Status>
  /** What each `acting` status said, in order. */
  readonly told: string[]
}

/** Template, stack and registration as they are, after a report and a bucket that are in order. */
export async function startLateSteps(
  stage: Simulated,
  chosen: Partial<Choices> = {},
): Promise<LateSteps> {
  const { world } = stage.simulator
  if (!world.buckets.has(BUCKET)) {
    world.buckets.set(BUCKET, newBucket({ name: BUCKET, owner: PAYER, created: 0 }))
  }
  const { session, access } = await stage.enter()
  const clock = shortWaitsOnly(stage.clock)
  const disk = { text: formatState({ ...inOrder, ...chosen }), summary: '' }
  const stacks = createStacks(access)
  const saved = new Map<string, string>()
  const opened: string[] = []
  const copied: string[] = []
  const services: Services = {
    session,
    identity: createIdentity(access),
    reports: createReports(access),
    buckets: createBuckets(access),
    deliveries: createDeliveries(access),
    profiles: createCliProfiles({
      folder: '/nowhere',
      files: { read: () => Promise.resolve(null) },
      endpoints: access.endpoints,
      clock,
    }),
    stacks,
    roles: createRoles(access),
    spot: createSpotAccess((onWait) =>
      createSpotApi({ http: nodeHttpJson, endpoint: stage.simulator.url, clock, onWait }),
    ),
    wipe: createWipe(session, () => undefined),
    preflight: () => ({ kind: 'not-signed-in' }),
    link: { current: null },
    handOver: (_context, step) => Promise.resolve(`${step}.html`),
    desktop: {
      open: async (link) => void opened.push(link),
      copy: async (text) => void copied.push(text),
      chooseTemplate: () => Promise.resolve(null),
      openFile: async () => undefined,
      saveSummary: async (text) => {
        disk.summary = text
        return 'summary.txt'
      },
      saveFile: async (name, text) => {
        saved.set(name, text)
        return name
      },
      notify: () => undefined,
    },
    clock,
    vaultReady: () => Promise.resolve(),
    randomToken: () => crypto.randomUUID(),
    builtInTemplate,
    connectionId: 'connection',
    options: { deviceCodeAllowed: true, isStandIn: isOnThisComputer },
  }
  const watchers = new Set<() => void>()
  const told: string[] = []
  const engine = createEngine({
    steps: [...EARLIER, template, stack, registration],
    services,
    stateFile: {
      load: async () => ({ choices: parseState(disk.text) ?? noChoices, setAside: null }),
      save: async (choices) => {
        disk.text = formatState(choices)
      },
    },
    onChange: () => {
      for (const { status } of engine.steps())
        if (status.kind === 'acting' && status.progress.kind === 'working')
          if (told.at(-1) !== status.progress.doing) told.push(status.progress.doing)
      for (const look of watchers) look()
    },
  })
  const status = (step: StepId): Status => {
    const view = engine.steps().find(({ id }) => id === step)
    if (!view) throw new Error(`no step ${step}`)
    return view.status
  }
  await engine.start()
  await engine.idle()
  return {
    engine,
    stacks,
    saved,
    copied,
    opened,
    told,
    summary: () => disk.summary,
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
    after: async (command) => {
      const reply = await engine.command(command)
      if (!reply.accepted) throw new Error(`${command.step} refused: ${reply.error.code}`)
      await engine.idle()
      return status(command.step)
    },
  }
}

/** A wait for somebody else only ends by being given up. */
function shortWaitsOnly(clock: Clock): Clock {
  const forever = (signal?: AbortSignal): Promise<void> =>
    new Promise((_resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
    })
  return {
    now: clock.now,
    sleep: (ms, signal) => (ms < 60_000 ? clock.sleep(ms, signal) : forever(signal)),
  }
}

const inOrder: Choices = {
  ...noChoices,
  plan: { managedBy: 'us', mspAccountId: '' },
  account: { id: PAYER, name: 'Northwind Payer', email: '' },
  roleName: 'AdministratorAccess',
  report: { accountId: PAYER, name: 'spot-eco', bucket: BUCKET, prefix: 'cur', definedAt: 0 },
  approvedTemplate: TEMPLATE_SHA256,
}

/** Steps before these three, found to be in order; they are tested where they are. */
const EARLIER: readonly AnyStep[] = (['plan', 'sign-in', 'cost-report', 'bucket'] as const).map(
  (id) => ({
    id,
    needs: [],
    appliesTo: () => null,
    answers: {},
    instant: {},
    check: async ({ choices, clock }) =>
      choices().byHand
        ? {
            kind: 'pending',
            blocks: false,
            lookAgainAt: null,
            progress: { kind: 'unverified', at: clock.now(), evidence: [] },
          }
        : { kind: 'done', evidence: [], at: clock.now() },
  }),
)
