import { z } from 'zod'
import { signedOperation } from './operation.ts'
import type { Operation, SignedCall } from './operation.ts'
import { arnOf, findStack } from './stack-finding.ts'
import { eventShown, operationEventShown } from './stack-view.ts'
import type { Stack } from './stack.ts'
import { validationError } from './template.ts'

const eventsPerPage = 100

const maybeNamed = z.object({ StackName: z.string().optional(), NextToken: z.string().optional() })

/** The stack of a name or, when an operation alone is asked for, the one that it belongs to. */
const stackWithEvents = (
  call: SignedCall,
  name: string | undefined,
  operationId: string | undefined,
): Stack => {
  if (name === undefined && operationId === undefined)
    throw validationError('Either StackName, ChangeSetName or OperationId must be specified.')
  const found =
    name === undefined
      ? call.account.stacks.find(
          ({ region, operations }) =>
            region === call.region && operations.some(({ id }) => id === operationId),
        )
      : findStack(call, name)
  if (found !== undefined) return found
  throw validationError(
    name === undefined
      ? `Operation [${operationId}] does not exist`
      : `Stack [${name}] does not exist`,
  )
}

/** Newest first. New events come in front, so a page begins after a known event, not at a number. */
const pageOf = <E extends { id: string }>(
  oldestFirst: E[],
  token: string | undefined,
): { shown: E[]; NextToken?: string } => {
  const newestFirst = oldestFirst.toReversed()
  const after = newestFirst.findIndex((event) => event.id === token)
  const shown = newestFirst.slice(after + 1, after + 1 + eventsPerPage)
  const last = shown.at(-1)
  const more = last !== undefined && last !== newestFirst.at(-1)
  return { shown, ...(more && { NextToken: last.id }) }
}

/** What happened to a stack, told in two ways. */
export const stackEvents: Record<string, Operation> = {
  DescribeStackEvents: signedOperation({
    action: 'cloudformation:DescribeStackEvents',
    input: maybeNamed,
    resource: ({ StackName }, call) => arnOf(StackName, call),
    run({ StackName = '', NextToken }, call) {
      const stack = findStack(call, StackName)
      if (stack === undefined) throw validationError(`Stack [${StackName}] does not exist`)
      const { shown, ...more } = pageOf(stack.events, NextToken)
      return { StackEvents: shown.map((event) => eventShown(stack, event)), ...more }
    },
  }),

  DescribeEvents: signedOperation({
    action: 'cloudformation:DescribeEvents',
    input: z.object({
      StackName: z.string().optional(),
      OperationId: z.string().optional(),
      NextToken: z.string().optional(),
      Filters: z.object({ FailedEvents: z.boolean().default(false) }).optional(),
    }),
    resource: ({ StackName }, call) => arnOf(StackName, call),
    run({ StackName, OperationId, NextToken, Filters }, call) {
      const stack = stackWithEvents(call, StackName, OperationId)
      const events = stack.operationEvents.filter(
        ({ operationId, type }) =>
          (OperationId ?? operationId) === operationId &&
          (!Filters?.FailedEvents || type.endsWith('_ERROR')),
      )
      const { shown, ...more } = pageOf(events, NextToken)
      return { OperationEvents: shown.map((event) => operationEventShown(stack, event)), ...more }
    },
  }),
}
