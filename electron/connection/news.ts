import type { Status, StepView } from '../contract/status.ts'
import type { StepId } from '../contract/steps.ts'
import { isOf } from '../errors/catalogue.ts'

/** What is worth telling somebody who looks at something else; its words are `notifications`. */
export type News = 'delivered' | 'delivery-late' | 'role-ready' | 'role-failed' | 'sign-in-needed'

/**
 * Watches one connection for the moments in which something that was waited for has come, or in which
 * it cannot go on without a person, and calls `onNews` then. How things were before the app looked
 * first is no news.
 */
export function createNews(onNews: (news: News) => void): (steps: readonly StepView[]) => void {
  const awaited = { delivery: false, late: false, role: false, signIn: false }
  return (steps) => {
    const statusOf = (step: StepId): Status | undefined =>
      steps.find(({ id }) => id === step)?.status
    const bucket = statusOf('bucket')
    if (bucket?.kind === 'pending' && bucket.progress.kind === 'delivery') {
      awaited.delivery = true
      if (bucket.progress.overdue && awaited.late) onNews('delivery-late')
      awaited.late = !bucket.progress.overdue
    }
    // A step that is being looked at is neither.
    if (bucket?.kind === 'done' && awaited.delivery) {
      awaited.delivery = false
      onNews('delivered')
    }
    const stack = statusOf('stack')
    if (stack && 'progress' in stack && stack.progress.kind === 'stack') awaited.role = true
    if (awaited.role && (stack?.kind === 'done' || stack?.kind === 'failed')) {
      awaited.role = false
      onNews(stack.kind === 'done' ? 'role-ready' : 'role-failed')
    }
    const isEnded = steps.some(({ status }) => hasEndedSignIn(status))
    if (isEnded && awaited.signIn) onNews('sign-in-needed')
    if (isEnded || statusOf('sign-in')?.kind === 'done') awaited.signIn = !isEnded
  }
}

/** Not one that a person has ended: then nothing has failed. */
function hasEndedSignIn(status: Status): boolean {
  return status.kind === 'failed' && isOf(status.error.code, 'signed-out')
}
