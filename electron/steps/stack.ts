import { explainCause, rootCause, type StackEvent } from '../aws/stack-events.ts'
import type { Stack } from '../aws/stacks.ts'
import type { Choices } from '../checklist/state-file.ts'
import type { ActContext, Step, StepContext } from '../checklist/step.ts'
import type { Command, PlannedChange, StackAsk, StackForm, Status } from '../contract.ts'
import { fail, toAppError } from '../errors.ts'
import { accountIdOf, bucketNameOf, stackOf } from './account.ts'
import { proveRole } from './role-proof.ts'
import { PARAMETER_OF, parseStackForm, parametersOf } from './stack-form.ts'
import { currentTemplate } from './template.ts'

const POLL = 3000
/** Written on every stack that this app creates; only such a stack is ever deleted by it. */
const TAG = 'eco-connect'
/** The SHA-256 of the template that a stack was created from. */
const TEMPLATE_TAG = 'eco-connect-template'
const UNPROVEN = new Set([
  'role-missing',
  'role-arn-invalid',
  'role-trust-wrong',
  'role-cannot-read',
])
const IAM_CAPABILITIES = new Set(['CAPABILITY_IAM', 'CAPABILITY_NAMED_IAM'])
const FAILED = new Set(['CREATE_FAILED', 'ROLLBACK_COMPLETE', 'ROLLBACK_FAILED', 'DELETE_FAILED'])
/** A change set that somebody prepared and nobody has carried out: nothing moves by itself. */
const IN_REVIEW = 'REVIEW_IN_PROGRESS'
const COMPLETE = new Set([
  'CREATE_COMPLETE',
  'UPDATE_COMPLETE',
  'UPDATE_ROLLBACK_COMPLETE',
  'IMPORT_COMPLETE',
])

/** Creates the role with CloudFormation, follows it, and proves the role that came of it. */
export const stack: Step = {
  id: 'stack',
  needs: ['sign-in', 'bucket', 'template'],
  appliesTo: () => null,

  async check(context) {
    const { choices, stacks, signal } = context
    const chosen = stackOf(choices())
    if (!chosen) return { kind: 'todo', ask: await askOf(context) }
    const found = await stacks.find(chosen.id || chosen.name, signal)
    if (!found || (!chosen.id && found.tags[TAG] !== context.connectionId)) {
      if (!chosen.id) return { kind: 'todo', ask: await askOf(context) }
      const { error } = fail('stack-gone', { stack: chosen.name })
      return { kind: 'failed', error, ask: await askOf(context) }
    }
    const template = currentTemplate(context)
    if (chosen.templateSha256 !== template.sha256) {
      const { error } = fail('stack-other-template', { stack: found.name })
      return { kind: 'failed', error, ask: await askOf(context) }
    }
    return statusOf(context, found)
  },

  async act(context, command) {
    if (command.step !== 'stack') return
    if (command.action === 'create') return create(context, command)
    if (command.action === 'delete-failed') return deleteFailed(context)
    if (command.action === 'change') return context.remember({ stack: null })
  },
}

async function statusOf(context: StepContext, found: Stack): Promise<Status> {
  const { clock, stacks, signal } = context
  if (COMPLETE.has(found.status)) return proven(context, found)
  const events = await stacks.events(found.id, signal)
  if (found.status === 'DELETE_COMPLETE') {
    const { error } = fail('stack-gone', { stack: found.name })
    return { kind: 'failed', error, ask: await askOf(context) }
  }
  if (!found.status.endsWith('_IN_PROGRESS') || found.status === IN_REVIEW) {
    return failedStatus(context, found, events)
  }
  const total = currentTemplate(context).resources.length + 1
  return {
    kind: 'pending',
    blocks: true,
    lookAgainAt: clock.now() + POLL,
    progress: {
      kind: 'stack',
      stackName: found.name,
      status: found.status,
      finished: new Set(
        events
          .filter(({ status }) => status === 'CREATE_COMPLETE')
          .map(({ logicalId }) => logicalId),
      ).size,
      total,
      events,
    },
  }
}

/** A role that does not prove right is no end: another stack, or another report, is a way on. */
async function proven(context: StepContext, found: Stack): Promise<Status> {
  try {
    return await proveRole(context, found)
  } catch (error) {
    const reason = toAppError(error)
    if (!UNPROVEN.has(reason.code)) throw error
    return { kind: 'failed', error: reason, ask: await askOf(context) }
  }
}

async function failedStatus(
  context: StepContext,
  found: Stack,
  events: readonly StackEvent[],
): Promise<Status> {
  const cause = rootCause(events)
  const { error } = fail(
    'stack-failed',
    {
      stack: found.name,
      status: found.status,
      resource: cause?.logicalId ?? '',
      reason: cause?.reason ?? found.statusReason,
      cause: explainCause(cause?.reason ?? ''),
    },
    { detail: { service: 'cloudformation', message: cause?.reason ?? found.statusReason } },
  )
  const ask = await askOf(context)
  const own = found.tags[TAG] === context.connectionId && FAILED.has(found.status)
  const failedStack = { name: found.name, status: found.status }
  return { kind: 'failed', error, ask: own ? { ...ask, failedStack } : ask }
}

async function create(
  context: ActContext,
  typed: Extract<Command, { step: 'stack'; action: 'create' }>,
): Promise<void> {
  const { choices, remember, report, stacks, roles, randomToken, connectionId, signal } = context
  if (!typed.acknowledged) throw fail('not-acknowledged', {}, { field: 'acknowledged' })
  const review = currentTemplate(context)
  if (choices().approvedTemplate !== review.sha256) throw fail('template-changed')

  report({ kind: 'working', doing: 'validating-template' })
  const facts = await stacks.validate(review.body, signal)
  const strange = facts.capabilities.filter((name) => !IAM_CAPABILITIES.has(name))
  if (strange.length > 0) throw fail('capability-unexpected', { capability: strange.join(', ') })
  const known = facts.parameters.map(({ name }) => name)
  const form = parseStackForm({ ...typed, bucketName: bucketOf(choices(), typed) }, known)

  const accountId = accountIdOf(choices())
  const before = stackOf(choices())
  const { stackName: name, ...names } = form
  const rest = { ...names, templateSha256: review.sha256 }
  const namesake = await stacks.find(name, signal)
  if (namesake && namesake.status !== 'DELETE_COMPLETE') {
    if (namesake.tags[TAG] !== connectionId || namesake.tags[TEMPLATE_TAG] !== review.sha256) {
      throw fail('stack-name-taken', { stack: name }, { field: 'stackName' })
    }
    // Created from here, by a request whose answer was lost: the check that follows judges it.
    return remember({ stack: { accountId, name, ...rest, id: namesake.id, requestToken: '' } })
  }
  if (known.includes(PARAMETER_OF.roleName)) {
    const role = await roles.find(form.roleName, signal)
    if (role) throw fail('role-exists', { role: form.roleName }, { field: 'roleName' })
  }
  // The token is on disk before the request leaves: a repeated request creates nothing twice.
  const requestToken =
    before?.name === name && before.id === '' ? before.requestToken : randomToken()
  await remember({ stack: { accountId, name, ...rest, id: '', requestToken } })
  report({ kind: 'working', doing: 'creating-stack' })
  const id = await stacks.create(
    {
      name,
      body: review.body,
      parameters: parametersOf(form, known),
      capabilities: facts.capabilities,
      token: requestToken,
      tags: { [TAG]: connectionId, [TEMPLATE_TAG]: review.sha256 },
    },
    signal,
  )
  await remember({ stack: { accountId, name, ...rest, id, requestToken } })
}

/** Deletes only what failed, only if this connection created it, only because the person said so. */
async function deleteFailed(context: ActContext): Promise<void> {
  const { choices, remember, report, stacks, connectionId, clock, signal } = context
  const chosen = stackOf(choices())
  const found = chosen && (await stacks.find(chosen.id || chosen.name, signal))
  if (!found) return remember({ stack: null })
  if (found.tags[TAG] !== connectionId || !FAILED.has(found.status)) {
    throw fail('stack-name-taken', { stack: found.name })
  }
  report({ kind: 'working', doing: 'deleting-stack' })
  await stacks.delete(found.id, signal)
  for (;;) {
    const now = await stacks.find(found.id, signal)
    if (!now || now.status === 'DELETE_COMPLETE') break
    if (now.status === 'DELETE_FAILED') {
      throw fail('stack-delete-failed', { stack: found.name, reason: now.statusReason })
    }
    await clock.sleep(POLL, signal)
  }
  await remember({ stack: null })
}

async function askOf(context: StepContext): Promise<StackAsk> {
  const { choices, stacks, signal } = context
  const { plan } = choices()
  const chosen = stackOf(choices())
  const review = currentTemplate(context)
  const facts = await stacks.validate(review.body, signal)
  const defaultOf = (name: string): string =>
    facts.parameters.find((parameter) => parameter.name === name)?.defaultValue ?? ''
  const form: StackForm = {
    stackName: chosen?.name ?? 'SpotEcoConnect',
    roleName: chosen?.roleName ?? defaultOf(PARAMETER_OF.roleName),
    policyName: chosen?.policyName ?? defaultOf(PARAMETER_OF.policyName),
    externalId: chosen?.externalId ?? defaultOf(PARAMETER_OF.externalId),
    bucketName: bucketNameOf(choices()),
  }
  const known = new Set(facts.parameters.map(({ name }) => name))
  const fields = ['roleName', 'policyName', 'externalId', 'bucketName'] as const
  return {
    step: 'stack',
    accountId: accountIdOf(choices()),
    form,
    bucketEditable: plan?.managedBy === 'msp',
    parameters: fields.filter((field) => known.has(PARAMETER_OF[field])),
    capabilities: facts.capabilities,
    capabilitiesReason: facts.reason,
    changes: changesOf(
      form,
      review.resources.map(({ type }) => type),
    ),
  }
}

function bucketOf(choices: Choices, typed: StackForm): string {
  return choices.plan?.managedBy === 'msp' ? typed.bucketName : bucketNameOf(choices)
}

function changesOf(form: StackForm, types: readonly string[]): PlannedChange[] {
  const policies = types.filter((type) => type !== 'AWS::IAM::Role').length
  return [
    { id: 'create-stack', facts: { stack: form.stackName } },
    { id: 'create-role', facts: { role: form.roleName } },
    ...(policies > 0 ? [{ id: 'create-policy', facts: { policy: form.policyName } }] : []),
  ]
}
