import type { StepView } from '../contract/status.ts'

/**
 * Watches one connection for the moment in which AWS's delivery is found, and calls `onDelivered`
 * then. What had been delivered before the app looked first is no news.
 */
export function createDeliveryNotice(
  onDelivered: () => void,
): (steps: readonly StepView[]) => void {
  let awaited = false
  return (steps) => {
    const status = steps.find(({ id }) => id === 'bucket')?.status
    if (status?.kind === 'pending' && status.progress.kind === 'delivery') awaited = true
    // A step that is being looked at is neither.
    if (status?.kind !== 'done' || !awaited) return
    awaited = false
    onDelivered()
  }
}
