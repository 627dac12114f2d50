import { lineOf, show, viewsOf, type Checklist, type Line } from './lines.ts'
import { provenFact } from './outcome.ts'
import { remember } from './remembering.ts'
import type { ActContext, StepContext } from './step.ts'

/** What a step is given to look with. */
export const contextOf = (checklist: Checklist, line: Line, signal: AbortSignal): StepContext => ({
  ...checklist.services,
  choices: () => checklist.choices,
  proven: (id, fact) => provenFact(lineOf(checklist, id).status, fact),
  signal,
  shown: () => line.status,
  remember: (change) => remember(checklist, change),
})

/** What a step is given to act with. */
export const actContextOf = (
  checklist: Checklist,
  line: Line,
  signal: AbortSignal,
): ActContext => ({
  ...contextOf(checklist, line, signal),
  status: line.status,
  checklist: () => viewsOf(checklist),
  keepAsked: (file, steps) => void checklist.asked.set(file, steps),
  report: (progress) => {
    if (!signal.aborted) show(checklist, line, { kind: 'acting', progress })
  },
})
