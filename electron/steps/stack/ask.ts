import { unlessDenied } from '../../aws/client/reply.ts'
import type { TemplateFacts } from '../../aws/cloudformation/stacks.ts'
import type { StepContext } from '../../checklist/step.ts'
import type { ExistingRole, StackAsk, StackForm } from '../../contract/ask/stack.ts'
import type { TemplateReview } from '../../contract/ask/template.ts'
import type { PlannedChange } from '../../contract/facts.ts'
import { accountIdOf } from '../shared/account.ts'
import { trustsAsMeant } from './role-proof.ts'
import { adoptableStacks } from './adoption.ts'
import { parameterOf } from '../../template/parameters.ts'
import { possibleTrusts } from '../../template/trust.ts'
import { formOf } from './form.ts'
import { builtInReview, currentTemplate } from '../template/template.ts'

/** What a person is asked before a stack is created, and what there is already to use instead. */
export async function askOf(context: StepContext): Promise<StackAsk> {
  const { choices } = context
  const review = currentTemplate(context)
  const facts = await templateFacts(context, review)
  const { values, ...form } = formOf(context, review)
  const parameters = review.parameters.filter(({ field }) => field !== 'default')
  const [adoptable, existingRole, takenPolicy] = await Promise.all([
    adoptableStacks(context),
    parameterOf(parameters, 'roleName') ? existingRoleOf(context, review, form) : null,
    parameterOf(parameters, 'policyName') ? takenPolicyOf(context, form) : '',
  ])
  return {
    step: 'stack',
    stage: 'create',
    accountId: accountIdOf(choices()),
    form,
    values,
    parameters,
    asksForId: review.asksForId,
    capabilities: facts.capabilities,
    capabilitiesReason: facts.reason,
    changes: changesOf(form, review, strangersIn(context, review)),
    adoptable,
    existingRole,
    takenPolicy,
  }
}

/**
 * What AWS says of the template. Whoever may not ask AWS goes by what was read here, and what was read
 * here counts also where AWS lists less: it would refuse to create the role without it.
 */
export async function templateFacts(
  { stacks, signal }: StepContext,
  review: TemplateReview,
): Promise<TemplateFacts> {
  const { capability } = review
  const read = { capabilities: [], reason: '' }
  const facts = await unlessDenied(stacks.validate(review.body, signal), read)
  return { ...facts, capabilities: withCapability(facts.capabilities, capability) }
}

/** The one for named resources covers the others. */
function withCapability(
  listed: readonly string[],
  capability: TemplateReview['capability'],
): readonly string[] {
  const isListed = listed.includes(capability) || listed.includes('CAPABILITY_NAMED_IAM')
  return isListed ? listed : [...listed.filter((one) => one !== 'CAPABILITY_IAM'), capability]
}

/** Whoever may not read roles learns of a taken name from CloudFormation, later. */
async function existingRoleOf(
  { choices, roles, signal }: StepContext,
  review: TemplateReview,
  { roleName, externalId }: StackForm,
): Promise<ExistingRole | null> {
  const role = roleName === '' ? null : await unlessDenied(roles.find(roleName, signal), null)
  if (!role) return null
  const found = role
  const accountId = accountIdOf(choices())
  // The role may ask for an ID that nobody has typed here yet.
  const ids = new Set([externalId, '', ...found.externalIds])
  return {
    arn: found.arn,
    name: found.name,
    trustedPrincipals: found.trustedPrincipals,
    externalIds: found.externalIds,
    trustsRight: [...ids].some((id) => trustsAsMeant(review, accountId, id, found)),
  }
}

async function takenPolicyOf(context: StepContext, { policyName }: StackForm): Promise<string> {
  return (await isPolicyTaken(context, policyName)) ? policyName : ''
}

/** Whoever may not read policies learns of a taken name from CloudFormation, later. */
export async function isPolicyTaken(
  { choices, policies, signal }: StepContext,
  name: string,
): Promise<boolean> {
  if (name === '') return false
  return unlessDenied(policies.has(accountIdOf(choices()), name, signal), false)
}

/** Everybody who may use the role for Spot, unless these are Spot and nobody else. */
function strangersIn(context: StepContext, { body }: TemplateReview): string {
  const values = { 'AWS::AccountId': accountIdOf(context.choices()) }
  const trusted = possibleTrusts(body, values).flatMap(({ trustedPrincipals: who }) => who)
  const principals = [...new Set(trusted)]
  const spot = new Set(builtInReview(context).principals)
  return principals.every((one) => spot.has(one)) ? '' : principals.join(', ')
}

/**
 * The stack and everything that it would make, as the template has it: with a `${Name}` for what the form
 * fills in, so that whoever shows it can put in what is typed.
 */
function changesOf(
  { stackName }: StackForm,
  { resources, parameters }: TemplateReview,
  principals: string,
): PlannedChange[] {
  const id = parameterOf(parameters, 'externalId')?.name
  return [
    { id: 'create-stack', facts: { stack: stackName } },
    ...resources.map((one): PlannedChange => {
      const { type, name, logicalId, when } = one
      const facts = { name, logicalId, when }
      if (type === 'AWS::IAM::ManagedPolicy') return { id: 'create-policy', facts }
      if (type !== 'AWS::IAM::Role') return { id: 'create-inline-policy', facts }
      if (!one.isForSpot) return { id: 'create-other-role', facts }
      const asked = id === undefined ? {} : { externalId: `\${${id}}` }
      return { id: 'create-role', facts: { ...facts, principals, ...asked } }
    }),
  ]
}
