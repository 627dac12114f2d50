import { diffLines } from 'diff'
import type { Buckets, ReportFolder } from '../../aws/s3/buckets.ts'
import type { DiffLine, PolicyChange } from '../../contract/ask/bucket.ts'
import type { AppError } from '../../errors/app-error.ts'
import { isMarked, isOf } from '../../errors/catalogue.ts'
import { toAppError } from '../../errors/failure.ts'

/** Two texts, line by line; none when they are the same. */
export function linesOf(before: string, after: string): DiffLine[] {
  if (before === after) return []
  // Each line ends, so that the last one differs only if its text does.
  const ended = (text: string): string => (text === '' ? '' : `${text}\n`)
  return diffLines(ended(before), ended(after)).flatMap(({ value, added, removed }) => {
    const kind = added ? 'added' : removed ? 'removed' : 'same'
    return value
      .split('\n')
      .slice(0, -1)
      .map((text) => ({ kind, text }) as const)
  })
}

/**
 * What letting AWS deliver this report would do to a bucket's policy. `change` is null when the app cannot or
 * may not tell, or when a statement forbids it; `obstacle` then says why, if there is more to say.
 */
export async function policyChangeOf(
  buckets: Buckets,
  bucket: string,
  accountId: string,
  report: ReportFolder,
  signal: AbortSignal,
): Promise<{ readonly change: PolicyChange | null; readonly obstacle: AppError | null }> {
  try {
    const plan = await buckets.deliveryPlan(bucket, accountId, signal, report)
    if (plan.verdict === 'denied') return { change: null, obstacle: null }
    const diff = linesOf(plan.before, plan.after)
    return { change: { diff, reviewed: plan.reviewed }, obstacle: null }
  } catch (error) {
    const known = toAppError(error)
    if (isMarked(known.code, 'policy-obstacle')) return { change: null, obstacle: known }
    if (isOf(known.code, 'denied')) return { change: null, obstacle: null }
    throw error
  }
}
