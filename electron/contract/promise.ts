import type { TemplateReview } from './ask/template.ts'
import { isReportSync } from './purposes.ts'

/**
 * What can be said of what a template does not allow: all of it where the app brings the template along,
 * that it only reads (and puts copies of the reports into Spot's buckets) where a file says so, and
 * nothing where more may come of it.
 */
export function promiseOf(review: TemplateReview): 'built-in' | 'reads' | 'copies' | 'nothing' {
  const { source, statements, managed, unseen, obstacles } = review
  const writing = statements.filter(({ access }) => access === 'write')
  const isClear = unseen.length + obstacles.length + managed.length === 0
  if (!isClear || !isForSpotOnly(review) || !writing.every(isReportSync)) return 'nothing'
  if (source === 'built-in') return 'built-in'
  return writing.length === 0 ? 'reads' : 'copies'
}

/** Whether there is no role beside the one for Spot. */
export const isForSpotOnly = ({ resources }: TemplateReview): boolean =>
  resources.every(({ type, isForSpot }) => type !== 'AWS::IAM::Role' || isForSpot)
