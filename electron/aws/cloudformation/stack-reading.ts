import {
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  paginateDescribeStackEvents,
  paginateDescribeStacks,
  paginateListStackResources,
} from '@aws-sdk/client-cloudformation'
import type {
  CloudFormationClient,
  DescribeStackEventsOutput,
} from '@aws-sdk/client-cloudformation'
import { z } from 'zod'
import { pageWatch, watched } from '../client/pages.ts'
import { awsCode, awsMessage, parseReply, withSignal } from '../client/reply.ts'
import { roleOutputOf, stackFrom, stackSchema } from './stack.ts'
import type { Stack } from './stack.ts'
import { conditionOf } from './stack-condition.ts'
import type { StackEvent } from './stack-events.ts'

const text = z.string().default('')
const eventSchema = z.object({
  EventId: z.string(),
  Timestamp: z.date(),
  LogicalResourceId: text,
  ResourceType: text,
  ResourceStatus: text,
  ResourceStatusReason: text,
  DetailedStatus: text,
  OperationId: text,
})
const resourceSchema = z.object({ ResourceType: z.string(), PhysicalResourceId: text })

export async function findStack(
  client: CloudFormationClient,
  nameOrId: string,
  signal?: AbortSignal,
): Promise<Stack | null> {
  try {
    const command = new DescribeStacksCommand({ StackName: nameOrId })
    const reply = await client.send(command, withSignal(signal))
    const stacks = parseReply(
      z.array(stackSchema),
      reply.Stacks ?? [],
      'cloudformation',
      'DescribeStacks',
    )
    const [stack] = stacks
    return stack ? stackFrom(stack) : null
  } catch (error) {
    // CloudFormation has no error of its own for a stack that is not there.
    const gone = awsCode(error) === 'ValidationError' && /does not exist/.test(awsMessage(error))
    if (gone) return null
    throw error
  }
}

export async function stacksWithRole(
  client: CloudFormationClient,
  signal?: AbortSignal,
): Promise<Stack[]> {
  const found: Stack[] = []
  const pages = paginateDescribeStacks({ client }, {}, withSignal(signal))
  const watch = pageWatch('cloudformation', 'DescribeStacks')
  for await (const page of watched(pages, watch, ({ NextToken }) => NextToken)) {
    const stacks = page.Stacks ?? []
    const parsed = parseReply(z.array(stackSchema), stacks, 'cloudformation', 'DescribeStacks')
    found.push(...parsed.map(stackFrom))
  }
  return found.filter(
    (stack) => conditionOf(stack.status) === 'complete' && roleOutputOf(stack) !== '',
  )
}

export async function eventsOf(
  client: CloudFormationClient,
  id: string,
  signal?: AbortSignal,
): Promise<StackEvent[]> {
  const events: StackEvent[] = []
  const pages = paginateDescribeStackEvents({ client }, { StackName: id }, withSignal(signal))
  const watch = pageWatch('cloudformation', 'DescribeStackEvents')
  for await (const page of watched(pages, watch, ({ NextToken }) => NextToken)) {
    events.push(...eventsIn(page))
  }
  // AWS sends the newest first, in one order also for those of the same moment.
  return events.toReversed()
}

/** The newest page of a stack's history, oldest first: some hundred events, with one call. */
export async function newestEventsOf(
  client: CloudFormationClient,
  id: string,
  signal?: AbortSignal,
): Promise<StackEvent[]> {
  const command = new DescribeStackEventsCommand({ StackName: id })
  return eventsIn(await client.send(command, withSignal(signal))).toReversed()
}

/** The events of a page, newest first. */
function eventsIn({ StackEvents = [] }: DescribeStackEventsOutput): StackEvent[] {
  const parsed = parseReply(
    z.array(eventSchema),
    StackEvents,
    'cloudformation',
    'DescribeStackEvents',
  )
  return parsed.map((event) => ({
    id: event.EventId,
    time: event.Timestamp.getTime(),
    logicalId: event.LogicalResourceId,
    type: event.ResourceType,
    status: event.ResourceStatus,
    reason: event.ResourceStatusReason,
    detailedStatus: event.DetailedStatus,
    operationId: event.OperationId,
  }))
}

export async function roleResourceOf(
  client: CloudFormationClient,
  id: string,
  signal?: AbortSignal,
): Promise<string | null> {
  const roles: string[] = []
  const pages = paginateListStackResources({ client }, { StackName: id }, withSignal(signal))
  const watch = pageWatch('cloudformation', 'ListStackResources')
  for await (const page of watched(pages, watch, ({ NextToken }) => NextToken)) {
    const parsed = parseReply(
      z.array(resourceSchema),
      page.StackResourceSummaries ?? [],
      'cloudformation',
      'ListStackResources',
    )
    for (const resource of parsed)
      if (resource.ResourceType === 'AWS::IAM::Role' && resource.PhysicalResourceId !== '')
        roles.push(resource.PhysicalResourceId)
  }
  const [only] = roles
  return roles.length === 1 && only !== undefined ? only : null
}
