import { createShelf, type Shelf } from '../aws/client/shelf.ts'
import type { ReadAs } from '../aws/client/credentials-in-use.ts'
import { STEPS } from '../contract/steps.ts'
import { knownOf } from './earlier.ts'
import { recordOf } from './imposed.ts'
import { contextOf } from './context.ts'
import { background, lineOf, type Checklist, type Line, type Pass } from './lines.ts'
import { satisfied } from './outcome.ts'
import type { AheadContext } from './step.ts'

/**
 * A pass over the checklist: checks that follow from each other, from the first that begins to the last
 * that ends. What two of them ask is asked once, and what the later ones will ask is begun ahead. Each
 * still runs after its needs are proven, and only then finds answers instead of asking.
 */

/** What was found, and when the oldest answer for it had been asked for (ms); Infinity for none. */
export type Seen<T> = { readonly value: T; readonly asOf: number }

/** Runs what looks within the pass that is under way, or within a new one. */
export async function inPass(
  checklist: Checklist,
  work: (pass: Pass) => Promise<void>,
): Promise<void> {
  const shelf = createShelf(checklist.services.clock)
  checklist.pass ??= { shelf, parts: 0, begun: false, whenOver: [] }
  const { pass } = checklist
  await part(checklist, pass, () => work(pass))
}

/** Begins what follows in the pass from the check of a step that is about to begin. */
export function beginAhead(checklist: Checklist, line: Line, pass: Pass): void {
  if (line.step.lead || !pass.begun) background(checklist, readAhead(checklist, pass.shelf, line))
  pass.begun = true
}

/** With the last part the pass is over. */
async function part<T>(checklist: Checklist, pass: Pass, work: () => Promise<T>): Promise<T> {
  pass.parts += 1
  try {
    return await work()
  } finally {
    pass.parts -= 1
    if (pass.parts === 0 && checklist.pass === pass) endPass(checklist)
  }
}

/** From now on everything is asked anew: something changes, or somebody wants to know how it is now. */
export function endPass(checklist: Checklist): void {
  const { pass } = checklist
  pass?.shelf.clear()
  checklist.pass = null
  pass?.whenOver.forEach((tell) => tell())
}

/** Resolves once the pass that is under way is over; at once, if there is none. */
export async function passOver({ pass }: Checklist): Promise<void> {
  if (pass) await new Promise<void>((resolve) => void pass.whenOver.push(resolve))
}

/** Looks beside the steps, within the pass that is under way, if there is one. */
export async function lookBeside<T>(
  checklist: Checklist,
  work: () => Promise<T>,
): Promise<Seen<T>> {
  const { pass } = checklist
  if (!pass) return { value: await work(), asOf: Infinity }
  return part(checklist, pass, () => pass.shelf.look(work))
}

/**
 * Begins what the checks of this pass will read, as soon as it is known as whom: by the step that leads, or
 * at once where that is proven. Changes nothing but the shelf, and what fails is told by the check that asks.
 */
async function readAhead(checklist: Checklist, shelf: Shelf, line: Line): Promise<void> {
  const due = checklist.lines.filter((one) => isDue(checklist, one, line))
  try {
    const as = await shelf.ahead(async () => leadOf(checklist, line, shelf.signal))
    if (!as || shelf.signal.aborted) return
    const reading = due.map((one) => {
      const context = aheadContextOf(checklist, one, shelf.signal)
      return shelf.ahead(() => as(async () => one.step.ahead?.(context)))
    })
    await Promise.allSettled(reading)
  } catch {
    // Nobody has asked for it yet: whoever does is told.
  }
}

/** As whom to read: null as long as nobody knows. */
async function leadOf(
  checklist: Checklist,
  line: Line,
  signal: AbortSignal,
): Promise<ReadAs | null> {
  if (line.step.lead) return line.step.lead(aheadContextOf(checklist, line, signal))
  const leader = checklist.lines.find(({ step }) => step.lead)
  return leader?.fresh && satisfied(leader.status) ? (work) => work() : null
}

const aheadContextOf = (checklist: Checklist, line: Line, signal: AbortSignal): AheadContext => ({
  ...contextOf(checklist, line, signal),
  earlier: knownOf(checklist, line),
})

/** Whether a step will be checked in the pass that begins with `first`, as far as one can tell. */
function isDue(checklist: Checklist, line: Line, first: Line): boolean {
  const { step, fresh, running } = line
  if (!step.ahead || (fresh && line !== first)) return false
  if (running?.kind === 'act' && line !== first) return false
  if (recordOf(checklist, step.id) || step.appliesTo(checklist.choices)) return false
  // What was not there at the last look may not be there yet: to ask for all of it would find nothing.
  if (!step.lead && knownOf(checklist, line) === null) return false
  return step.needs.every((id) => {
    const need = lineOf(checklist, id)
    if (!STEPS[id].doneInAws || satisfied(need.status)) return true
    return need.step.appliesTo(checklist.choices) !== null || knownOf(checklist, need) !== null
  })
}
