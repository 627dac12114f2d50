import { formatRoleArn, parseRoleArn } from '../../aws/iam/role-arn.ts'
import { PARTITION } from '../../aws/client/regions.ts'
import { roleOutputOf } from '../../aws/cloudformation/stacks.ts'
import type { Choices } from '../../checklist/state-file.ts'
import type { AheadContext } from '../../checklist/step.ts'
import { bucketNameOf, reportOf, stackOf } from '../shared/account.ts'
import { mspReportOf } from '../shared/msp.ts'
import { ownRoleOf } from './own-role.ts'

/** Reads the stack in use and its role at once, as far as it is known how they are called. */
export async function readStackAhead(context: AheadContext): Promise<unknown> {
  const { choices, stacks, signal } = context
  if (choices().byHand) return null
  const own = ownRoleOf(choices())
  if (own) return readRole(context, own.roleArn)
  const chosen = stackOf(choices())
  if (!chosen?.id) return null
  const finding = stacks.find(chosen.id, signal)
  const known = knownRole(choices())
  if (known !== '') return Promise.all([finding, readRole(context, known)])
  const found = await finding
  const output = found ? roleOutputOf(found) : ''
  return output === '' ? null : readRole(context, output)
}

/** The ARN that the stack's role has by the registration, or by the values that were sent; '' if open. */
function knownRole(choices: Choices): string {
  const told = choices.registered?.evidence.find(({ id }) => id === 'role-arn')?.value
  const chosen = stackOf(choices)
  if (told || !chosen?.roleName) return told ?? ''
  const { accountId, roleName: name } = chosen
  return formatRoleArn({ partition: PARTITION, accountId, path: '/', name })
}

/** What proves a role; and of one that was registered what a later look compares beside the checklist. */
async function readRole(
  { choices, roles, rolePolicies, signal }: AheadContext,
  roleArn: string,
): Promise<unknown> {
  const { name } = parseRoleArn(roleArn)
  const bucket = bucketNameOf(choices())
  const prefix = (reportOf(choices()) ?? mspReportOf(choices()))?.prefix ?? ''
  const later = choices().registered !== null
  return Promise.all([
    // What is asked with these answers comes after them: Chromium has six connections to a host.
    later ? rolePolicies.likely(name, policyArnOf(choices()), signal) : null,
    roles.find(name, signal),
    bucket === '' ? null : roles.canRead(roleArn, bucket, prefix, signal),
    bucket === '' ? null : roles.mayChange(roleArn, bucket, signal),
    later ? roles.refusedCosts(roleArn, signal) : null,
  ])
}

/** That the stack's own policy has by the values that were sent; '' where there is none. */
function policyArnOf(choices: Choices): string {
  const chosen = stackOf(choices)
  if (!chosen?.policyName) return ''
  return `arn:${PARTITION}:iam::${chosen.accountId}:policy/${chosen.policyName}`
}
