import { newBucket } from '../../../e2e/simulator/index.ts'
import type { Stacks } from '../../aws/cloudformation/stacks.ts'
import { PAYER, type Simulated } from '../../aws/testing/simulated.ts'
import { createEngine, type Engine } from '../../checklist/engine.ts'
import { unverified } from '../../checklist/outcome.ts'
import { formatState, noChoices, parseState, type Choices } from '../../checklist/state-file.ts'
import type { AnyStep } from '../../checklist/step.ts'
import { createServices } from '../../connection/services.ts'
import type { StepCommand } from '../../contract/commands.ts'
import type { Status } from '../../contract/status.ts'
import { reviewTemplate } from '../../template/review.ts'
import { registration } from '../registration/registration.ts'
import { stack } from '../stack/stack.ts'
import { template } from '../template/template.ts'
import {
  builtInTemplate,
  groundOn,
  recordingDesktop,
  watched,
  type Asked,
  type Watched,
} from './ground.ts'

export { builtInTemplate }
export const BUCKET = `spot-eco-cur-${PAYER}`
export const TEMPLATE_SHA256 = reviewTemplate(builtInTemplate, 'built-in', '').sha256

export type LateSteps = Asked & {
  readonly engine: Engine
  readonly stacks: Stacks
  readonly summary: () => string
  readonly status: Watched['status']
  readonly reaches: Watched['reaches']
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
  await stage.enter()
  const disk = { text: formatState({ ...inOrder, ...chosen }), summary: '' }
  const { desktop, asked } = recordingDesktop({ saveSummary: (text) => (disk.summary = text) })
  const { services } = createServices(groundOn(stage, desktop))
  services.session.use({ accountId: PAYER, roleName: 'AdministratorAccess' })
  const told: string[] = []
  const { status, reaches, onChange } = watched(() => engine)
  const engine = createEngine({
    steps: [...EARLIER, template, stack, registration],
    services,
    stateFile: {
      load: async () => ({
        choices: parseState(disk.text) ?? noChoices,
        setAside: null,
        isTodays: true,
      }),
      save: async (choices) => {
        disk.text = formatState(choices)
      },
    },
    onChange: () => {
      for (const { status: now } of engine.steps())
        if (now.kind === 'acting' && now.progress.kind === 'working')
          if (told.at(-1) !== now.progress.doing) told.push(now.progress.doing)
      onChange()
    },
  })
  await engine.start()
  await engine.idle()
  return {
    engine,
    stacks: services.stacks,
    ...asked,
    told,
    summary: () => disk.summary,
    status,
    reaches,
    after: async (command) => {
      const reply = await engine.command(command)
      if (!reply.accepted) throw new Error(`${command.step} refused: ${reply.error.code}`)
      await engine.idle()
      return status(command.step)
    },
  }
}

const inOrder: Choices = {
  ...noChoices,
  plan: { managedBy: 'us', mspAccountId: '' },
  account: { id: PAYER, name: 'Northwind Payer', email: '' },
  roleName: 'AdministratorAccess',
  report: { accountId: PAYER, name: 'spot-eco', bucket: BUCKET, prefix: 'cur', definedAt: 0 },
  approvedTemplate: { sha256: TEMPLATE_SHA256, by: '', at: 0 },
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
        ? unverified(clock.now(), [])
        : { kind: 'done', evidence: [], at: clock.now() },
  }),
)
