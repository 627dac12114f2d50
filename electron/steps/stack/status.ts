import { WAITS } from '../../base/waits.ts'
import {
  deniedAction,
  explainCause,
  refusedBefore,
  rootCause,
  type StackEvent,
} from '../../aws/cloudformation/stack-events.ts'
import { isDenied } from '../../aws/client/reply.ts'
import {
  conditionOf,
  isDeletable,
  type StackCondition,
} from '../../aws/cloudformation/stack-condition.ts'
import type { Watched } from '../../aws/cloudformation/stack-watch.ts'
import type { Stack } from '../../aws/cloudformation/stacks.ts'
import type { StepContext } from '../../checklist/step.ts'
import type { Status } from '../../contract/status.ts'
import { isMarked } from '../../errors/catalogue.ts'
import {
  fail,
  toAppError,
  type AppFailure,
  type ErrorCode,
  type FactsOf,
} from '../../errors/failure.ts'
import { proveStackRole } from './role-proof.ts'
import { TAG } from './adoption.ts'
import { askOf } from './ask.ts'
import { refusalOf } from './refusal.ts'
import { currentTemplate } from '../template/template.ts'

/** How the step stands with this stack, whichever of its statuses it has. */
export async function statusOf(context: StepContext, found: Stack): Promise<Status> {
  const condition = conditionOf(found.status)
  switch (condition) {
    case 'complete':
      return orAsk(context, () => proveStackRole(context, found))
    case 'working':
      return workingStatus(context, await context.stacks.progress(found, context.signal))
    case 'deleted':
      return goneStatus(context, found.name)
    case 'not-created':
    case 'not-deleted':
    case 'half-changed':
    case 'in-review':
      return failedStatus(context, found, condition)
  }
}

/** Somebody deleted the stack behind our back; the form is there again. */
export async function goneStatus(context: StepContext, name: string): Promise<Status> {
  const { error } = fail('stack-gone', { stack: name })
  return { kind: 'failed', error, ask: await askOf(context) }
}

/** A role that does not prove right, or may not be read here, is no end: there are other ways on. */
export async function orAsk(context: StepContext, prove: () => Promise<Status>): Promise<Status> {
  try {
    return await prove()
  } catch (error) {
    const reason = toAppError(error)
    if (!isMarked(reason.code, 'role-unproven') && !isDenied(error)) throw error
    return { kind: 'failed', error: reason, ask: await askOf(context) }
  }
}

const eventsOf = ({ stacks, signal }: StepContext, { id }: Stack): Promise<StackEvent[]> =>
  stacks.events(id, signal)

function workingStatus(context: StepContext, { stack: found, events, nextAt }: Watched): Status {
  const created = events.filter(({ status }) => status === 'CREATE_COMPLETE')
  return {
    kind: 'pending',
    blocks: true,
    lookAgainAt: nextAt,
    progress: {
      kind: 'stack',
      stackName: found.name,
      status: found.status,
      finished: new Set(created.map(({ logicalId }) => logicalId)).size,
      total: currentTemplate(context).resources.length + 1,
      events,
    },
  }
}

type Trouble = Exclude<StackCondition, 'complete' | 'working' | 'deleted'>

const CODES = {
  'not-created': 'stack-failed',
  'not-deleted': 'stack-delete-failed',
  'half-changed': 'stack-half-changed',
  'in-review': 'stack-in-review',
} as const satisfies Readonly<Record<Trouble, ErrorCode>>

async function failedStatus(
  context: StepContext,
  found: Stack,
  condition: Trouble,
): Promise<Status> {
  const begun = context.clock.now()
  const events = await eventsOf(context, found)
  if (isTakenBackYet(context, found, events)) {
    const nextAt = begun + TAKEN_BACK.everyMs
    return workingStatus(context, { stack: found, events, nextAt })
  }
  const { error } = await troubleOf(context, found, condition, events)
  const ask = await askOf(context)
  const own = found.tags[TAG] === context.connectionId && isDeletable(found.status)
  const failedStack = { name: found.name, status: found.status }
  return { kind: 'failed', error, ask: own ? { ...ask, failedStack } : ask }
}

/** A stack that is refused is first failed, and taken back a moment later. */
const TAKEN_BACK = WAITS['stack-taken-back']

/** Whether the look came between the failure and the rollback that follows by itself. */
function isTakenBackYet(
  { clock }: StepContext,
  { status }: Stack,
  events: readonly StackEvent[],
): boolean {
  if (status !== 'CREATE_FAILED' || !refusedBefore(events)) return false
  const last = events.at(-1)?.time ?? 0
  // A clock that is far off would have it wait for long.
  return Math.abs(clock.now() - last) < TAKEN_BACK.lastsMs
}

async function troubleOf(
  context: StepContext,
  found: Stack,
  condition: Trouble,
  events: readonly StackEvent[],
): Promise<AppFailure> {
  const cause = rootCause(events)
  const facts = factsOf(found, cause)
  const detail = { service: 'cloudformation', code: found.status }
  const refused = condition === 'not-created' ? refusedBefore(events) : null
  if (refused) {
    const { facts: more, message } = await refusalOf(context, found, refused)
    return fail('stack-failed', { ...facts, ...more }, { detail: { ...detail, message } })
  }
  const message = cause?.reason || found.statusReason
  return fail(CODES[condition], facts, { detail: { ...detail, message } })
}

function factsOf(found: Stack, cause: StackEvent | null): FactsOf<(typeof CODES)[Trouble]> {
  const reason = cause?.reason || found.statusReason
  return {
    stack: found.name,
    status: found.status,
    resource: cause?.logicalId ?? '',
    reason,
    cause: explainCause(reason),
    action: deniedAction(reason),
  }
}
