import type { StepView } from './status.ts'

/** Whether a step counts as finished: also one that nobody can look at now, as it was when last seen. */
export const isFinished = ({ status, earlier }: StepView): boolean =>
  status.kind === 'done' || status.kind === 'skipped' || earlier?.kind === 'done'
