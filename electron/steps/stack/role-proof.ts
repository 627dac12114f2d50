import { formatRoleArn, parseRoleArn } from '../../aws/iam/role-arn.ts'
import { type Role } from '../../aws/iam/roles.ts'
import {
  asksForExternalId,
  letsAccountsIn,
  NO_EXTERNAL_ID,
  sameTrust,
  type Trust,
} from '../../aws/iam/trust.ts'
import { roleOutputOf, type Stack } from '../../aws/cloudformation/stacks.ts'
import { WAITS } from '../../base/waits.ts'
import type { StepContext } from '../../checklist/step.ts'
import type { TemplateReview } from '../../contract/ask/template.ts'
import type { Fact } from '../../contract/facts.ts'
import type { Managed } from '../../contract/managed.ts'
import type { Status } from '../../contract/status.ts'
import { fail } from '../../errors/failure.ts'
import { refusedBy } from '../../managed/rules.ts'
import { accountIdOf, bucketNameOf, reportOf, stackOf } from '../shared/account.ts'
import { mspReportOf } from '../shared/msp.ts'
import type { FilledForm } from './form.ts'
import type { OwnRole } from './own-role.ts'
import { asValues, CONCEALED, filledIn, parameterOf } from '../../template/parameters.ts'
import { placeFacts } from '../../template/reading.ts'
import { openWith, possibleTrusts } from '../../template/trust.ts'
import type { Values } from '../../template/value.ts'
import { currentTemplate } from '../template/template.ts'

const SETTLING = WAITS['role-visible']

/** The role to be proven. */
type Claim = {
  readonly roleArn: string
  /** That it is meant to ask for: '' for none, `CONCEALED` for one that the template keeps hidden. */
  readonly externalId: string
  /** Whether the person decided that it asks for none. */
  readonly withoutExternalId: boolean
  readonly origin: 'stack' | 'own'
  /** Values that were sent with the template, and the stack's own name. */
  readonly values: Values
  /** Milliseconds since the epoch until which the role may not be visible yet. */
  readonly settledAt: number
  readonly more: readonly Fact[]
}

/** Proves the role of a stack that is complete. */
export async function proveStackRole(context: StepContext, stack: Stack): Promise<Status> {
  const chosen = stackOf(context.choices())
  const review = currentTemplate(context)
  return prove(context, {
    roleArn: roleOutputOf(stack) || (await onlyRoleOf(context, stack)),
    // What the template has no parameter for was never sent.
    externalId: review.asksForId === 'no' ? '' : (chosen?.externalId ?? ''),
    withoutExternalId: chosen?.withoutExternalId ?? false,
    values: chosen ? valuesOfStack(review, chosen, stack.name) : {},
    origin: 'stack',
    settledAt: stack.createdAt + SETTLING.lastsMs,
    more: [
      { id: 'stack-name', value: stack.name },
      { id: 'stack-id', value: stack.id, copy: true },
      { id: 'stack-status', value: stack.status },
    ],
  })
}

/** Proves a role that was there before, however it came to be. */
export function proveOwnRole(context: StepContext, role: OwnRole): Promise<Status> {
  const { roleArn, externalId } = role
  const claim = { origin: 'own' as const, withoutExternalId: false, values: {}, settledAt: 0 }
  return prove(context, { ...claim, roleArn, externalId, more: [] })
}

/**
 * Nobody but Spot can try the role, so it is proven by reading: it exists in this account, trusts
 * exactly whom the approved template names, asks for the external ID meant, and IAM's own
 * simulation says that it can read the report's bucket.
 */
async function prove(context: StepContext, claim: Claim): Promise<Status> {
  const { roles, choices, clock, managed, signal } = context
  const { name, accountId } = parseRoleArn(claim.roleArn)
  const role = await roles.find(name, signal)
  if (!role) {
    if (clock.now() > claim.settledAt) throw fail('role-missing', { role: name, ...from(claim) })
    return {
      kind: 'pending',
      blocks: true,
      lookAgainAt: clock.now() + SETTLING.everyMs,
      progress: { kind: 'working', doing: 'waiting-for-role' },
    }
  }
  const review = currentTemplate(context)
  if (
    accountId !== accountIdOf(choices()) ||
    !trustsAsMeant(review, accountId, claim.externalId, role, claim.values)
  ) {
    throw fail('role-trust-wrong', {
      role: name,
      found: describeTrust(role),
      meant: describeTrust(shownTrust(review, claim.externalId)),
      ...from(claim),
    })
  }
  if (managed.externalIdRequired && !asksForExternalId(role))
    throw fail('role-without-external-id', { role: name })
  // Spot is given the whole ARN: one with another path names a role that does not exist.
  if (role.arn !== claim.roleArn) {
    throw fail('role-other-path', { role: name, found: role.arn, told: claim.roleArn })
  }
  const bucket = bucketNameOf(choices())
  if (bucket === '') throw fail('role-bucket-unknown', { role: name })
  const prefix = (reportOf(choices()) ?? mspReportOf(choices()))?.prefix ?? ''
  const [decisions, changes] = await Promise.all([
    roles.canRead(role.arn, bucket, prefix, signal),
    roles.mayChange(role.arn, bucket, signal),
  ])
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
      { id: 'role-arn', value: role.arn, copy: true },
      { id: 'trust', value: role.trustedPrincipals.join(', ') },
      ...externalIdFacts(role, claim),
      ...decisions.map(({ action, resource }) => ({
        id: action === 's3:ListBucket' ? ('simulated-list' as const) : ('simulated-read' as const),
        value: resource,
      })),
      // Nobody here has read what else a role of somebody else's may do: a sample tells the worst.
      ...(changes.length > 0 ? [{ id: 'too-wide' as const, value: changes.join(', ') }] : []),
      ...claim.more,
    ],
  }
}

/** The external IDs that the role asks for; where there is none, or none to be shown, what that means. */
function externalIdFacts(
  { externalIds }: Role,
  { externalId, withoutExternalId }: Claim,
): readonly Fact[] {
  const note = (value: string): readonly Fact[] => [{ id: 'external-id-note', value }]
  if (externalId === CONCEALED) return note('hidden')
  const ids = externalIds.filter((id) => id !== NO_EXTERNAL_ID)
  if (ids.length === 0) return note(withoutExternalId ? 'decided' : 'none')
  return ids.map((value) => ({ id: 'external-id', value, copy: true }))
}

const from = ({ origin }: Claim): { origin: string } => ({ origin })

async function onlyRoleOf(context: StepContext, stack: Stack): Promise<string> {
  const { choices, stacks, roles, signal } = context
  const name = await stacks.roleResource(stack.id, signal)
  if (!name) throw fail('role-missing', { role: '', stack: stack.name, origin: 'stack' })
  const role = await roles.find(name, signal)
  const accountId = accountIdOf(choices())
  return role?.arn ?? formatRoleArn({ partition: 'aws', accountId, path: '/', name })
}

/**
 * Refuses, before anything is created, a template of which nobody could prove afterwards that its role
 * is right: whoever it would trust has to be known with the values that are sent.
 */
export function refuseUnprovable(
  review: TemplateReview,
  accountId: string,
  form: FilledForm,
): void {
  const { body, fileName: file } = review
  const { externalId } = form
  const values = valuesOfStack(review, form, form.stackName)
  const open = openWith(body, { ...values, 'AWS::AccountId': accountId })
  if (open) throw fail('template-unresolved', { file, what: open.what, ...placeFacts(open) })
  const meant = trustsMeant(review, accountId, externalId, values)
  if (meant.length > 0 && !meant.every(letsAccountsIn)) throw fail('template-closed', { file })
  if (meant.length > 0) return
  const code = externalId === '' ? 'external-id-needed' : 'external-id-unused'
  throw fail(code, { typed: externalId }, { field: 'externalId' })
}

/**
 * Refuses, before anything is created, a template whose role somebody could use without an external ID where
 * the organization requires one: it may ask some of those whom it trusts, or in a way that everybody fulfils.
 */
export function refuseUnasking(
  { externalIdRequired }: Managed,
  review: TemplateReview,
  accountId: string,
  form: FilledForm,
): void {
  const values = valuesOfStack(review, form, form.stackName)
  const meant = trustsMeant(review, accountId, form.externalId, values)
  if (externalIdRequired && !meant.every(asksForExternalId))
    throw refusedBy('RequireExternalId', { value: review.fileName })
}

/** What a stack was sent, as far as it is kept; of what is hidden nothing that is proven depends. */
export function valuesOfStack(
  { parameters }: TemplateReview,
  form: Omit<FilledForm, 'stackName'>,
  stackName: string,
): Values {
  const sent = asValues(filledIn(form, parameters), parameters)
  return { ...sent, 'AWS::StackName': stackName }
}

/**
 * Whether a role lets in exactly whom the template means in this account. An external ID that the
 * template has no parameter for was told by somebody: then the role must ask for it as well. One that is
 * kept hidden can be any, as long as there is exactly one.
 */
export function trustsAsMeant(
  review: TemplateReview,
  accountId: string,
  externalId: string,
  role: Pick<Role, keyof Trust>,
  more: Values = {},
): boolean {
  if (externalId === CONCEALED) {
    const [only, ...others] = role.externalIds
    if (only === undefined || others.length > 0) return false
    return only !== CONCEALED && trustsAsMeant(review, accountId, only, role, more)
  }
  const given = review.asksForId === 'no' ? '' : externalId
  const meant = trustsMeant(review, accountId, given, more)
  const asked = externalId === '' || role.externalIds.includes(externalId)
  return asked && meant.some((trust) => sameTrust(role, trust))
}

function shownTrust({ principals, externalIds }: TemplateReview, externalId: string): Trust {
  const ids = new Set([...externalIds, ...(externalId ? [externalId] : [])])
  return { trustedPrincipals: principals, externalIds: [...ids] }
}

/**
 * The trusts that a template's role may have in this account. An external ID given in the form is
 * part of every one of them; '' is none.
 */
export function trustsMeant(
  { body, parameters }: Pick<TemplateReview, 'body' | 'parameters'>,
  accountId: string,
  externalId: string,
  more: Values = {},
): Trust[] {
  const name = parameterOf(parameters, 'externalId')?.name
  const given = name === undefined ? {} : { [name]: externalId }
  const values = { ...more, 'AWS::AccountId': accountId, ...given }
  return possibleTrusts(body, values).filter(({ externalIds }) => {
    const asked = externalIds.some((id) => id === externalId || id.endsWith(`:${externalId}`))
    return asked === (externalId !== '')
  })
}

function describeTrust({ trustedPrincipals, externalIds }: Trust): string {
  return [...trustedPrincipals, ...externalIds.map((id) => `sts:ExternalId ${id}`)].join(', ')
}
