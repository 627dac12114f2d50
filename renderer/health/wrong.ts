import { HEALTH_STEPS, type Health, type HealthCode } from '../../electron/contract/health.ts'
import type { StepView } from '../../electron/contract/status.ts'

/**
 * What a look found wrong with what a step has proven: the step asks less of a role than a look compares.
 * Nothing for a step that says itself that something is wrong.
 */
export function wrongOf(
  { id, status }: StepView,
  health: Pick<Health, 'findings'> | null,
): readonly HealthCode[] {
  if (health === null || status.kind !== 'done') return []
  const wrong = health.findings.filter(
    (finding) => finding.state === 'bad' && HEALTH_STEPS[finding.id] === id,
  )
  return wrong.flatMap(({ codes }) => codes)
}
