import { STEPS, STEP_IDS, type FactId, type StepId } from '../../../electron/contract/steps.ts'
import type { Fact } from '../../../electron/contract/facts.ts'
import type { Status, StepView } from '../../../electron/contract/status.ts'
import { isSettled } from '../flow.ts'

/** Every kind of status that makes a difference to the flow. */
export const NAMES = [
  'waiting',
  'checking',
  'todo',
  'acting',
  'failed',
  'done',
  'skipped',
  'told',
  'delivery',
  'creating',
  'asked',
] as const
export type Name = (typeof NAMES)[number]

const STATUSES: Readonly<Record<Name, Status>> = {
  waiting: { kind: 'waiting', for: [] },
  checking: { kind: 'checking' },
  todo: { kind: 'todo', ask: { step: 'plan', managedBy: null, mspAccountId: '' } },
  acting: { kind: 'acting', progress: { kind: 'working', doing: 'working' } },
  failed: { kind: 'failed', error: { code: 'unexpected', facts: {} } },
  done: { kind: 'done', evidence: [], at: 0 },
  skipped: { kind: 'skipped', why: 'msp-keeps-bucket' },
  told: {
    kind: 'pending',
    blocks: false,
    lookAgainAt: null,
    progress: { kind: 'unverified', at: 0, evidence: [] },
  },
  delivery: {
    kind: 'pending',
    blocks: false,
    lookAgainAt: 0,
    progress: { kind: 'delivery', awaited: 'first', dueAt: 0, overdue: false, evidence: [] },
  },
  creating: {
    kind: 'pending',
    blocks: true,
    lookAgainAt: 0,
    progress: { kind: 'working', doing: 'working' },
  },
  asked: {
    kind: 'pending',
    blocks: true,
    lookAgainAt: 0,
    progress: {
      kind: 'handed-over',
      at: 0,
      file: 'request.html',
      steps: ['cost-report'],
      found: null,
    },
  },
}

const NEEDS: Readonly<Record<StepId, readonly StepId[]>> = {
  plan: [],
  'sign-in': ['plan'],
  'cost-report': ['plan', 'sign-in'],
  bucket: ['cost-report'],
  template: ['plan'],
  stack: ['sign-in', 'bucket', 'template'],
  registration: ['stack'],
}

export const index = (step: StepId): number => STEP_IDS.indexOf(step)

/**
 * The checklist with these statuses. As the engine has it, a step whose needs are not settled waits,
 * unless it is at work by now.
 */
export function checklist(names: readonly Name[]): StepView[] {
  const steps: StepView[] = []
  const unmet = (id: StepId): StepId[] =>
    NEEDS[id].filter((need) => steps.some((step) => step.id === need && !isSettled(step.status)))
  STEP_IDS.forEach((id, place) => {
    const waits = unmet(id)
    const status = STATUSES[names[place] ?? 'waiting']
    const waiting = waits.length > 0 && status.kind !== 'acting'
    steps.push({ id, status: waiting ? { kind: 'waiting', for: waits } : status })
  })
  return steps
}

/** `plan sign-in cost-report bucket template stack registration`, what waits may be left out. */
export const rows = (...texts: readonly string[]): StepView[][] =>
  texts.map((text) => checklist(text.split(' ').map(named)))

function named(word: string): Name {
  const name = NAMES.find((one) => one === word)
  if (!name) throw new Error(`no status ${word}`)
  return name
}

/** The same with other statuses for some steps. */
export const withStatus = (
  steps: readonly StepView[],
  statuses: Readonly<Partial<Record<StepId, Status>>>,
): StepView[] => steps.map(({ id, status }) => ({ id, status: statuses[id] ?? status }))

type FactValues = Readonly<Partial<Record<FactId, string>>>

const evidenceOf = (facts: FactValues): Fact[] =>
  STEP_IDS.flatMap((step): readonly FactId[] => STEPS[step].facts).flatMap((id) =>
    facts[id] === undefined ? [] : [{ id, value: facts[id] }],
  )

/** Done, with these facts as evidence. */
export const proven = (facts: FactValues): Status => ({
  kind: 'done',
  evidence: evidenceOf(facts),
  at: 0,
})

/** Told by hand, and proven by nobody. */
export const told = (facts: FactValues): Status => ({
  kind: 'pending',
  blocks: false,
  lookAgainAt: null,
  progress: { kind: 'unverified', at: 0, evidence: evidenceOf(facts) },
})
