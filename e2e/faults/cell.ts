import type { AppError } from '../../electron/errors/app-error.ts'
import { PAYER } from '../../electron/aws/testing/portal.ts'
import { english } from '../../electron/texts/en/index.ts'
import { errorText } from '../../electron/texts/errors.ts'
import { startRun, type Run, type Trouble } from './course-run.ts'
import { rowOf, type Course } from './courses.ts'
import type { FaultKind, Operation } from './kinds.ts'
import { watchRejections } from './rejections.ts'
import { openFaultStage, type FaultStage } from './stage.ts'

export type Cell = {
  readonly operation: Operation
  readonly kind: FaultKind
  readonly course: Course
}
export type CellResult = {
  readonly row: string
  readonly fault: string
  /** Codes that were read while the fault lasted, each once; none where it was survived. */
  readonly read: readonly string[]
  /** What is wrong; empty is good. */
  readonly problems: readonly string[]
  readonly history: readonly string[]
}

/** Three times as long as any request or wait between two tries: whatever is silent so long is stuck. */
const BOUND = 60_000

const isBusy = ({ journey, undo }: Run): boolean =>
  journey.engine.steps().some(({ status }) => ['checking', 'acting'].includes(status.kind)) ||
  undo.state().kind === 'looking'

/** Presses Cancel on everything that waits, until nothing does. Tells what was wrong with that. */
async function cancelAll(run: Run): Promise<string[]> {
  const { engine } = run.journey
  if (!isBusy(run)) {
    // A look that nobody asked for, or the wipe: there is nothing to cancel, and nobody waits.
    const quiet = engine.steps().some(({ status }) => status.kind === 'pending')
    const looking = run.journey.health.state()?.look === 'looking'
    const aside =
      looking || run.journey.wipe.state().kind === 'wiping' || run.undo.state().kind === 'listed'
    return quiet || aside ? [] : ['nothing shows that something is awaited']
  }
  for (let press = 0; press < 5 && isBusy(run); press += 1) {
    if (run.undo.state().kind === 'looking') run.undo.close()
    for (const { id, status } of engine.steps())
      if (['checking', 'acting'].includes(status.kind))
        await engine.command({ step: id, action: 'cancel' })
    run.history.push('cancel pressed')
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
  const timedOut = engine
    .steps()
    .some(({ status }) => status.kind === 'failed' && status.error.code === 'network-timeout')
  if (timedOut) return ['ended by itself before Cancel did']
  return isBusy(run) ? ['goes on after Cancel'] : []
}

function misread({ error }: Trouble, { kind, course }: Cell): string[] {
  const { code, detail } = error
  if (course.shows?.includes(code)) return []
  const { what } = errorText(english, error)
  if (what.includes('no explanation')) return [`${code} has no sentence`]
  if (code === 'cancelled' && kind.name === 'hang') return []
  if (code === 'aws-rejected' && detail?.httpStatus !== undefined && kind.told.length > 0)
    return [`${code} (${detail.code ?? ''}) says nothing of ${kind.name}`]
  return kind.told.some((pattern) => pattern.test(code)) ? [] : [`${code} is told of ${kind.name}`]
}

/** What is not as one finished journey leaves it. */
function leftovers({ simulator, stored }: FaultStage, { leaves }: Course): string[] {
  simulator.settle()
  const { world } = simulator
  const account = world.accounts.get(PAYER)
  const found = {
    reports: account?.reports.map(({ definition }) => definition.ReportName) ?? [],
    newBuckets: [...world.buckets.keys()].filter((name) => name.startsWith('spot-eco')),
    stacks: (account?.stacks ?? [])
      .filter(({ status }) => status !== 'DELETE_COMPLETE')
      .map(({ name, status }) => `${name} ${status}`),
    registrations: [...world.spot.registrations.values()].map(
      ({ iamRole, billing }) => `${iamRole} ${billing?.bucketName ?? ''}`,
    ).length,
    tokens: stored() === null ? 'none' : 'kept',
  }
  const meant = {
    ...leaves,
    stacks: ['SpotEcoConnect CREATE_COMPLETE'],
    registrations: 1,
    tokens: 'none',
  }
  const wrong = Object.entries(meant).filter(
    ([name, value]) => JSON.stringify(Reflect.get(found, name)) !== JSON.stringify(value),
  )
  return [
    ...wrong.map(([name]) => `${name}: ${JSON.stringify(Reflect.get(found, name))}`),
    ...simulator.violations,
  ]
}

/** Rejects when the work has not ended, and nothing has happened for a long time. */
async function bounded(work: Promise<void>, { history }: Run): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<never>((_resolve, reject) => {
    let seen = 0
    timer = setInterval(() => {
      if (history.length === seen) reject(new Error('an endless wait'))
      seen = history.length
    }, BOUND)
  })
  try {
    await Promise.race([work, silence])
  } finally {
    clearInterval(timer)
  }
}

/** Plays one course with one fault at one operation, lifts it once it was read, and looks. */
export async function runCell(cell: Cell): Promise<CellResult> {
  const { operation, kind, course } = cell
  const problems: string[] = []
  const errors: AppError[] = []
  let met = 0
  const cancels: Promise<void>[] = []
  let lifted = false
  let run: Run | undefined
  const stage: FaultStage = await openFaultStage({
    inactivityMs: kind.inactivityMs,
    world: course.world,
    onSent: (sent) => {
      run?.history.push(`-> ${sent.service}:${sent.operation}`)
      if (sent.service !== operation.service || sent.operation !== operation.operation) return
      met += 1
      if (lifted || met <= (course.spared ?? 0)) return
      if (fault === null) stage.unresolved.add(operation.service)
      if (kind.name !== 'hang' || cancels.length > 0 || !run) return
      const { history: log } = run
      const cancelling = cancelAll(run).then((found) => {
        problems.push(...found)
        log.push('cancelled')
      })
      cancels.push(cancelling)
    },
  })
  for (const obstacle of course.obstacles ?? []) stage.simulator.inject(obstacle)
  const fault = kind.fault(operation)
  const undoFault =
    fault === null
      ? () => stage.unresolved.clear()
      : stage.simulator.inject({ ...fault, ...(course.spared && { after: course.spared }) })
  const lift = (): void => {
    if (lifted) return
    lifted = true
    undoFault()
    run?.history.push('-- the fault is lifted --')
  }
  const unwatched = watchRejections((reason) => problems.push(`unhandled rejection: ${reason}`))
  try {
    run = await startRun(stage, course)
    const started = run
    await bounded(
      started.play({
        held: async () => void (await Promise.all(cancels)),
        onTrouble: (troubles) => {
          errors.push(...troubles.map(({ error }) => error))
          if (!lifted) problems.push(...troubles.flatMap((one) => misread(one, cell)))
          // One that was cancelled is waited for once more, to its own end.
          if (troubles.some(({ error }) => error.code !== 'cancelled')) lift()
        },
      }),
      started,
    )
    await Promise.all(cancels)
    lift()
    problems.push(...leftovers(stage, course))
    if (met <= (course.spared ?? 0)) problems.push('the operation was never called')
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error))
  } finally {
    run?.stop()
    await stage.stop()
    unwatched()
  }
  const read = [...new Set(errors.map(({ code }) => code))]
  const row = rowOf(operation, course)
  return {
    row,
    fault: kind.name,
    read,
    problems: [...new Set(problems)],
    history: run?.history ?? [],
  }
}
