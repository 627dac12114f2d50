import type { StepCommand } from '../contract/commands.ts'
import type { Status } from '../contract/status.ts'
import type { StepId } from '../contract/steps.ts'
import { fail } from '../errors/failure.ts'
import { createEngine, type Engine } from '../checklist/engine.ts'
import { manualClock } from './manual-clock.ts'
import { noChoices, type Choices, type StateFile } from '../checklist/state-file.ts'
import type { ActContext, AnyStep, Services } from '../checklist/step.ts'

export const done = (value = 'x'): Status => ({
  kind: 'done',
  at: 0,
  evidence: [{ id: 'account', value }],
})
export const todo: Status = {
  kind: 'todo',
  ask: { step: 'plan', managedBy: null, mspAccountId: '' },
}

/** A step with one answer to every command that changes something. */
export type TestStep = Partial<
  Pick<AnyStep, 'needs' | 'appliesTo' | 'check' | 'lead' | 'instant'>
> & {
  readonly id: StepId
  readonly act?: (context: ActContext, command: StepCommand) => Promise<void>
}

const ACTIONS = ['choose', 'change', 'sign-in-again', 'create', 'repair', 'start']

/** Steps whose outcome a test sets, in a checklist whose services are never touched. */
export function checklist(
  steps: readonly TestStep[],
  saved = noChoices,
  handOver: Services['handOver'] = () => Promise.resolve('request.html'),
  isTodays = true,
) {
  const clock = manualClock()
  const saves: Choices[] = []
  const seen: string[] = []
  const disk = { full: false }
  const stateFile: StateFile = {
    load: () => Promise.resolve({ choices: saved, setAside: null, isTodays }),
    save: (choices) => {
      if (disk.full)
        return Promise.reject(fail('disk-write-failed', { file: 'state.json', reason: 'ENOSPC' }))
      saves.push(choices)
      return Promise.resolve()
    },
  }
  const engine: Engine = createEngine({
    steps: steps.map(({ act = () => Promise.resolve(), ...step }) => ({
      needs: [],
      appliesTo: () => null,
      check: () => Promise.resolve(done()),
      answers: Object.fromEntries(ACTIONS.map((action) => [action, act])),
      instant: {},
      ...step,
    })),
    services: servicesWith(clock, handOver),
    stateFile,
    onChange: () => seen.push(kinds()),
  })
  const kinds = (): string =>
    engine
      .steps()
      .map(({ status }) => status.kind)
      .join(' ')
  return { engine, clock, saves, seen, kinds, disk }
}

/** Only the clock and the file for somebody else: an engine test has no AWS, and a step that reaches for it fails loudly. */
function servicesWith(clock: Services['clock'], handOver: Services['handOver']): Services {
  const absent = (): never => {
    throw new Error('no service in an engine test')
  }
  const none = new Proxy({}, { get: absent })
  // oxlint-disable-next-line no-unsafe-type-assertion -- the others throw when they are reached for
  return new Proxy(
    { clock, handOver },
    {
      get: (known, name) => (name === 'clock' || name === 'handOver' ? known[name] : none),
      ownKeys: () => ['clock', 'handOver'],
    },
  ) as unknown as Services
}
