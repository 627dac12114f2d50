import { unlessDenied } from '../../aws/client/reply.ts'
import { conditionOf } from '../../aws/cloudformation/stack-condition.ts'
import type { Stack, TemplateFacts } from '../../aws/cloudformation/stacks.ts'
import type { Choices } from '../../checklist/state-file.ts'
import type { ActContext } from '../../checklist/step.ts'
import type { StackForm } from '../../contract/ask/stack.ts'
import type { TemplateReview } from '../../contract/ask/template.ts'
import { AppFailure, fail, isCode, toAppError } from '../../errors/failure.ts'
import { CONCEALED, filledIn, parameterOf, withoutHidden } from '../../template/parameters.ts'
import { accountIdOf, bucketNameOf, stackOf } from '../shared/account.ts'
import { isRemembered, remembering, wasRefused, withoutRefused } from '../shared/created.ts'
import { requireExternalId } from '../../managed/rules.ts'
import { currentTemplate, isApproved, requireAllowed } from '../template/template.ts'
import { TAG, TEMPLATE_TAG } from './adoption.ts'
import { isPolicyTaken, templateFacts } from './ask.ts'
import { parseStackForm, type CreateStack, type FilledForm } from './form.ts'
import { refuseUnasking, refuseUnprovable } from './role-proof.ts'

const IAM_CAPABILITIES = new Set(['CAPABILITY_IAM', 'CAPABILITY_NAMED_IAM'])

/** A stack as it is wanted: what the person agreed to, and what is kept of it. */
type Wanted = {
  readonly review: TemplateReview
  readonly facts: TemplateFacts
  readonly form: FilledForm
  /** What is sent, by the template's own names. */
  readonly sent: Readonly<Record<string, string>>
  readonly kept: Omit<NonNullable<Choices['stack']>, 'id' | 'requestToken'>
}

/** Creates the stack, or takes up one that an earlier request of this connection has created. */
export async function create(context: ActContext, typed: CreateStack): Promise<void> {
  const { choices, remember, stacks, randomToken, signal } = context
  const wanted = await wantedOf(context, typed)
  const { form, kept, review } = wanted
  const before = stackOf(choices())
  const namesake = await stacks.find(form.stackName, signal)
  if (namesake && conditionOf(namesake.status) !== 'deleted') {
    refuseOther(context, wanted, namesake)
    // Created from here, by a request whose answer was lost: the check that follows judges it.
    const stack = { ...kept, id: namesake.id, requestToken: '' }
    return remember({ stack, ownRole: null })
  }
  // The token is on disk before the request leaves: a repeated request creates nothing twice. What
  // was typed is there with it, so that the form and what it collides with are shown again.
  const begun = before?.name === kept.name && before.id === '' ? before.requestToken : ''
  const requestToken = begun || randomToken()
  await remember({ stack: { ...kept, id: '', requestToken }, ownRole: null })
  await refuseTaken(context, review, form)
  await send(context, wanted, requestToken)
}

/** Throws for whatever AWS would refuse, or nobody could prove afterwards. */
async function wantedOf(context: ActContext, typed: CreateStack): Promise<Wanted> {
  const { choices, managed, report } = context
  if (!typed.acknowledged) throw fail('not-acknowledged', {}, { field: 'acknowledged' })
  const review = currentTemplate(context)
  requireAllowed(managed, review)
  if (!isApproved(context, review)) throw fail('template-changed')

  report({ kind: 'working', doing: 'validating-template' })
  const facts = await templateFacts(context, review)
  const strange = facts.capabilities.filter((name) => !IAM_CAPABILITIES.has(name))
  if (strange.length > 0) throw fail('capability-unexpected', { capability: strange.join(', ') })
  const form = parseStackForm({ ...typed, bucketName: bucketNameOf(choices()) }, review)
  const withoutExternalId = form.externalId === '' && review.asksForId !== 'no'
  const accountId = accountIdOf(choices())
  // One that the template writes into the role is asked for as well as one that is typed.
  const isWritten = review.asksForId === 'no' && review.externalIds.length > 0
  if (!isWritten) requireExternalId(managed, form.externalId)
  refuseUnprovable(review, accountId, form)
  refuseUnasking(managed, review, accountId, form)
  if (withoutExternalId && !typed.withoutExternalId) {
    throw fail('external-id-undecided', {}, { field: 'externalId' })
  }
  const sent = filledIn(form, review.parameters)
  const { stackName: name, values, ...names } = form
  const isConcealed = parameterOf(review.parameters, 'externalId')?.hidden && names.externalId
  return {
    review,
    facts,
    form,
    sent,
    kept: {
      ...names,
      accountId,
      name,
      templateSha256: review.sha256,
      externalId: isConcealed ? CONCEALED : names.externalId,
      values: withoutHidden(values, review.parameters),
      withoutExternalId,
    },
  }
}

/** A stack of this name is taken up only if it is the one that is wanted. */
function refuseOther(
  { connectionId }: ActContext,
  { review, sent, form }: Wanted,
  namesake: Stack,
): void {
  const isOurs = namesake.tags[TAG] === connectionId
  const isFromIt = namesake.tags[TEMPLATE_TAG] === review.sha256
  // What is hidden AWS tells nobody.
  const isSame = Object.entries(withoutHidden(sent, review.parameters)).every(
    ([name, value]) => namesake.parameters[name] === value,
  )
  if (isOurs && isFromIt && isSame) return
  throw fail('stack-name-taken', { stack: form.stackName }, { field: 'stackName' })
}

/** Whoever may not read roles or policies learns of a taken name from CloudFormation. */
async function refuseTaken(
  context: ActContext,
  { parameters }: TemplateReview,
  { roleName, policyName }: StackForm,
): Promise<void> {
  const { roles, signal } = context
  if (parameterOf(parameters, 'roleName')) {
    const role = await unlessDenied(roles.find(roleName, signal), null)
    if (role) throw fail('role-exists', { role: roleName }, { field: 'roleName' })
  }
  if (parameterOf(parameters, 'policyName') && (await isPolicyTaken(context, policyName)))
    throw fail('policy-exists', { policy: policyName }, { field: 'policyName' })
}

async function send(
  { choices, remember, report, stacks, connectionId, signal }: ActContext,
  { review, facts, sent, kept }: Wanted,
  requestToken: string,
): Promise<void> {
  const { accountId, name } = kept
  const thing = { kind: 'stack' as const, accountId, name, id: '' }
  // What an earlier attempt may have created is not forgotten for a refusal of this one.
  const isNew = !isRemembered(choices(), 'stack', name)
  await remember(remembering(choices(), thing))
  report({ kind: 'working', doing: 'creating-stack' })
  const creating = stacks.create(
    {
      name,
      body: review.body,
      parameters: sent,
      capabilities: facts.capabilities,
      token: requestToken,
      tags: { [TAG]: connectionId, [TEMPLATE_TAG]: review.sha256 },
    },
    signal,
  )
  const id = await creating.catch(async (error: unknown) => {
    if (isNew && wasRefused(error, 'CreateStack')) await remember(withoutRefused(choices(), thing))
    throw refusedValue(error, review, sent)
  })
  await remember({
    stack: { ...kept, id, requestToken },
    ...remembering(choices(), { ...thing, id }),
  })
}

/** AWS's refusal of a value beside the field that it names, and without what is hidden. */
function refusedValue(
  error: unknown,
  { parameters }: TemplateReview,
  sent: Readonly<Record<string, string>>,
): unknown {
  if (!isCode(error, 'stack-rejected')) return error
  const { facts, detail } = toAppError(error)
  const secrets = parameters
    .filter(({ hidden }) => hidden)
    .map(({ name }) => sent[name] ?? '')
    .filter((value) => value !== '')
  const told = (text: string): string =>
    secrets.reduce((rest, secret) => rest.replaceAll(secret, CONCEALED), text)
  const message = told(facts.message ?? '')
  const named = parameters.find(
    ({ name, field }) => field !== 'default' && new RegExp(`\\b${name}\\b`).test(message),
  )
  const field = named && (named.field === 'own' ? `parameter:${named.name}` : named.field)
  return new AppFailure({
    code: 'stack-rejected',
    facts: { ...facts, message },
    ...(field === undefined ? {} : { field }),
    ...(detail === undefined ? {} : { detail: { ...detail, message: told(detail.message ?? '') } }),
  })
}
