import { ownPolicySchema } from '../aws/iam/policy-document.ts'
import { HEALTH_STEPS, type Finding, type HealthId } from '../contract/health.ts'
import type { StepView } from '../contract/status.ts'
import type { AppError } from '../errors/app-error.ts'
import { isOf, notLookedAt } from '../errors/catalogue.ts'

/**
 * A policy with the statements that name any of these actions, and nothing else in them; '' where none
 * does. Of several policies the first that names an action counts.
 */
export function statementFor(actions: readonly string[], policies: readonly string[]): string {
  const wanted = new Set(actions.map((action) => action.toLowerCase()))
  const Statement = policies.flatMap((text) => {
    const found = ownPolicySchema.parse(JSON.parse(text)).Statement.flatMap((one) => {
      const Action = one.Action.filter((action) => wanted.has(action.toLowerCase()))
      return Action.length === 0 ? [] : [{ ...one, Action }]
    })
    for (const { Action } of found) for (const action of Action) wanted.delete(action.toLowerCase())
    return found
  })
  return Statement.length === 0 ? '' : JSON.stringify({ Version: '2012-10-17', Statement }, null, 2)
}

/**
 * What reads those things of which a step tells that AWS refused them, and goes on: there is no error
 * that names an action. All others are told with the error.
 */
const READ_BY: Partial<Readonly<Record<HealthId, readonly string[]>>> = {
  bill: [
    'organizations:ListInboundResponsibilityTransfers',
    'organizations:ListOutboundResponsibilityTransfers',
  ],
  bucket: ['s3:GetBucketLocation', 's3:ListAllMyBuckets'],
  encryption: ['s3:GetEncryptionConfiguration'],
  policy: ['s3:GetBucketPolicy'],
  delivery: ['s3:ListBucket', 's3:GetObject'],
  format: ['s3:ListBucket', 's3:GetObject'],
}

/** The actions that AWS refused to whoever looked; none where all was seen in another way. */
export function deniedActions(
  findings: readonly Finding[],
  steps: readonly StepView[],
  problems: readonly AppError[],
): string[] {
  const denied = findings.filter(
    ({ state, codes }) => state === 'unseen' && codes.includes('denied'),
  )
  if (denied.length === 0) return []
  const failures = steps.flatMap(({ status }) => (status.kind === 'failed' ? [status.error] : []))
  const named = [...problems, ...failures].flatMap(({ code, facts: { action } }) =>
    isOf(code, 'denied') && action ? [action] : [],
  )
  const unnamed = denied.flatMap(({ id }) => {
    const status = steps.find((step) => step.id === HEALTH_STEPS[id])?.status
    const isNamed = status?.kind === 'failed' && notLookedAt(status.error.code)
    return isNamed ? [] : (READ_BY[id] ?? [])
  })
  return [...named, ...unnamed]
}
