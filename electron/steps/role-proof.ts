import { parseRoleArn } from '../aws/arn.ts'
import { NO_EXTERNAL_ID, sameTrust, type Trust } from '../aws/roles.ts'
import type { Stack } from '../aws/stacks.ts'
import type { StepContext } from '../checklist/step.ts'
import type { Status } from '../contract.ts'
import { fail } from '../errors.ts'
import { accountIdOf, bucketNameOf, reportOf, stackOf } from './account.ts'
import { PARAMETER_OF } from './stack-form.ts'
import { possibleTrusts } from './template-trust.ts'
import { currentTemplate } from './template.ts'

/** The vendor's name for the output, and that of its newer variant. */
const ROLE_OUTPUTS = ['SpotFinOpsRoleArn', 'CCMFinOpsRoleArn']
/** A role just created is not visible everywhere at once. */
const SETTLING = 5000
const SETTLED = 2 * 60 * 1000

/**
 * Nobody but Spot can try the role, so it is proven by reading: it exists in this account, trusts
 * exactly whom the approved template names, asks for the external ID meant, and IAM's own
 * simulation says that it can read the report's bucket.
 */
export async function proveRole(context: StepContext, stack: Stack): Promise<Status> {
  const { roles, choices, clock, signal } = context
  const roleArn = await roleArnOf(context, stack)
  const { name, accountId } = parseRoleArn(roleArn)
  const role = await roles.find(name, signal)
  if (!role) {
    if (clock.now() - stack.createdAt > SETTLED) throw fail('role-missing', { role: name })
    return {
      kind: 'pending',
      blocks: true,
      lookAgainAt: clock.now() + SETTLING,
      progress: { kind: 'working', doing: 'waiting-for-role' },
    }
  }
  const review = currentTemplate(context)
  const asksForId = review.parameters.some(({ name }) => name === PARAMETER_OF.externalId)
  const externalId = asksForId ? (stackOf(choices())?.externalId ?? '') : ''
  const meant = trustsMeant(review.body, accountIdOf(choices()), externalId)
  if (accountId !== accountIdOf(choices()) || !meant.some((trust) => sameTrust(role, trust))) {
    throw fail('role-trust-wrong', {
      role: name,
      found: describeTrust(role),
      meant: describeTrust({
        trustedPrincipals: review.principals,
        externalIds: [...review.externalIds, ...(externalId ? [externalId] : [])],
      }),
    })
  }
  const bucket = bucketNameOf(choices())
  const decisions = await roles.canRead(roleArn, bucket, reportOf(choices())?.prefix ?? '', signal)
  const refused = decisions.find(({ decision }) => decision !== 'allowed')
  if (refused) {
    throw fail('role-cannot-read', {
      role: name,
      bucket,
      action: refused.action,
      decision: refused.decision,
    })
  }
  return {
    kind: 'done',
    at: clock.now(),
    evidence: [
      { id: 'role-arn', value: roleArn, copy: true },
      { id: 'trust', value: role.trustedPrincipals.join(', ') },
      ...role.externalIds
        .filter((id) => id !== NO_EXTERNAL_ID)
        .map((value) => ({ id: 'external-id', value, copy: true })),
      ...decisions.map(({ action, resource }) => ({
        id: action === 's3:ListBucket' ? 'simulated-list' : 'simulated-read',
        value: resource,
      })),
      { id: 'stack-name', value: stack.name },
      { id: 'stack-id', value: stack.id, copy: true },
      { id: 'stack-status', value: stack.status },
    ],
  }
}

async function roleArnOf({ stacks, choices, signal }: StepContext, stack: Stack): Promise<string> {
  const output = ROLE_OUTPUTS.map((name) => stack.outputs[name]).find((value) => value)
  if (output) return output
  const name = await stacks.roleResource(stack.id, signal)
  if (!name) throw fail('role-missing', { role: '', stack: stack.name })
  return `arn:aws:iam::${accountIdOf(choices())}:role/${name}`
}

/**
 * The trusts that a template's role may have in this account. An external ID given in the form is
 * part of every one of them; '' is none.
 */
export function trustsMeant(body: string, accountId: string, externalId: string): Trust[] {
  const values = { 'AWS::AccountId': accountId, [PARAMETER_OF.externalId]: externalId }
  return possibleTrusts(body, values).filter(({ externalIds }) => {
    const asked = externalIds.some((id) => id === externalId || id.endsWith(`:${externalId}`))
    return asked === (externalId !== '')
  })
}

function describeTrust({ trustedPrincipals, externalIds }: Trust): string {
  return [...trustedPrincipals, ...externalIds.map((id) => `sts:ExternalId ${id}`)].join(', ')
}
