import { addFittingReport, payer } from './scenario-parts.ts'
import { addColleaguesStack } from './scenario-troubles.ts'
import { addVersion } from './services/policy-versions.ts'
import type { World } from './world.ts'

const hour = 3_600_000
const day = 24 * hour

/**
 * A connection that was made weeks ago, with two things that somebody has changed by hand since: the
 * role may do more, and the bucket's policy lost the statements by which AWS delivers.
 */
export const addConnectionOfBefore = (world: World, now: number): void => {
  addFittingReport(world, now)
  addColleaguesStack(world, now)
  const account = world.accounts.get(payer)
  const report = account?.reports.at(-1)
  const bucket = world.buckets.get(report?.definition.S3Bucket ?? '')
  const [policy] = account?.policies.values() ?? []
  if (!report || !bucket || !policy) throw new Error('There is no connection')
  const wider = {
    Effect: 'Allow' as const,
    Action: ['s3:PutObject', 's3:DeleteObject'],
    Resource: ['*'],
  }
  const { Statement, ...rest } = policy.document
  addVersion(policy, { ...rest, Statement: [...Statement, wider] }, now - 4 * day)
  bucket.policy = undefined
  report.delivery = { time: now - 9 * hour, status: 'ERROR_PERMISSIONS' }
}
