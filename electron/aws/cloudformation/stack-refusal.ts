import { paginateDescribeEvents } from '@aws-sdk/client-cloudformation'
import type { CloudFormationClient } from '@aws-sdk/client-cloudformation'
import { z } from 'zod'
import { pageWatch, watched } from '../client/pages.ts'
import { awsCode, isDenied, parseReply, withSignal } from '../client/reply.ts'
import { explainCause } from './stack-events.ts'
import type { StackCause } from './stack-events.ts'

/** One thing that CloudFormation found wrong with a stack before it made anything of it. */
export type Refusal = {
  /** Milliseconds since the epoch. */
  readonly time: number
  readonly logicalId: string
  readonly type: string
  /** Which check found it, such as `NAME_CONFLICT_VALIDATION`. */
  readonly check: string
  /** Where in the template, such as `/Resources/Role/Properties/RoleName`; '' when AWS does not tell. */
  readonly path: string
  readonly reason: string
}

/** Why a stack was refused, oldest first; or why that is not known. */
export type Refusals =
  | { readonly kind: 'told'; readonly found: readonly Refusal[] }
  /** The person may not ask. */
  | { readonly kind: 'denied' }
  /** AWS does not know the question here, or has no answer to it. */
  | { readonly kind: 'untold' }

const text = z.string().default('')
/** No list of values: AWS sends some that its model does not have. */
const eventSchema = z.object({
  EventType: text,
  Timestamp: z.date().optional(),
  LogicalResourceId: text,
  ResourceType: text,
  ValidationName: text,
  ValidationFailureMode: text,
  ValidationPath: text,
  ValidationStatusReason: text,
})

/** How CloudFormation refuses a question that it does not know, or one about what it has forgotten. */
const NO_ANSWER = [
  'InvalidAction',
  'UnknownOperationException',
  'UnknownOperation',
  'UnsupportedOperation',
  'ValidationError',
]

/** Asks for what failed in one operation, or in all of the stack where none is known. */
export async function refusalsOf(
  client: CloudFormationClient,
  { id, operationId }: { readonly id: string; readonly operationId: string },
  signal?: AbortSignal,
): Promise<Refusals> {
  const of = operationId === '' ? { StackName: id } : { OperationId: operationId }
  const input = { ...of, Filters: { FailedEvents: true } }
  const found: Refusal[] = []
  try {
    const pages = paginateDescribeEvents({ client }, input, withSignal(signal))
    const watch = pageWatch('cloudformation', 'DescribeEvents')
    for await (const page of watched(pages, watch, ({ NextToken }) => NextToken)) {
      const events = page.OperationEvents ?? []
      const schema = z.array(eventSchema)
      found.push(
        ...parseReply(schema, events, 'cloudformation', 'DescribeEvents')
          .filter(isRefusal)
          .map(refusalFrom),
      )
    }
  } catch (error) {
    if (isDenied(error)) return { kind: 'denied' }
    if (NO_ANSWER.includes(awsCode(error))) return { kind: 'untold' }
    throw error
  }
  // AWS sends the newest first; those of one moment stay in the order in which it found them.
  const oldestFirst = found.toReversed().toSorted((one, other) => one.time - other.time)
  return oldestFirst.length > 0 ? { kind: 'told', found: oldestFirst } : { kind: 'untold' }
}

type Event = z.infer<typeof eventSchema>

/** A warning stops nothing, so that it is no cause. */
function isRefusal({ EventType, ValidationFailureMode, ...event }: Event): boolean {
  if (ValidationFailureMode === 'WARN') return false
  return EventType === 'VALIDATION_ERROR' || event.ValidationStatusReason !== ''
}

function refusalFrom(event: Event): Refusal {
  return {
    time: event.Timestamp?.getTime() ?? 0,
    logicalId: event.LogicalResourceId,
    type: event.ResourceType,
    check: event.ValidationName,
    path: event.ValidationPath,
    reason: event.ValidationStatusReason,
  }
}

/** What kind of obstacle a refusal is. */
export function explainRefusal({ check, type, path, reason }: Refusal): StackCause {
  if (check.startsWith('NAME_CONFLICT') || /already exists/i.test(reason)) {
    if (type === 'AWS::IAM::Role') return 'role-exists'
    return /^AWS::IAM::\w*Policy$/.test(type) ? 'policy-exists' : 'name-taken'
  }
  if (check.startsWith('PROPERTY')) return 'property-refused'
  const cause = explainCause(reason)
  return cause === 'other' && path.includes('/Properties') ? 'property-refused' : cause
}
