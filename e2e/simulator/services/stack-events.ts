import { randomUUID } from 'node:crypto'
import type { OperationEvent, Stack, StackEvent, StackOperation, StackResource } from './stack.ts'

const stackType = 'AWS::CloudFormation::Stack'

const addOperationEvent = (
  stack: Stack,
  event: Pick<OperationEvent, 'time' | 'type' | 'fields'>,
): void => {
  // A stack that was kept from before knows no operations.
  const operation = stack.operations.at(-1)
  if (operation === undefined) return
  stack.operationEvents.push({ id: randomUUID(), operationId: operation.id, ...event })
}

/** Begins an operation; what happens from now on belongs to it. */
export const beginOperation = (stack: Stack, type: StackOperation['type'], time: number): void => {
  stack.operations.push({ id: randomUUID(), type, started: time })
  const fields = {
    OperationType: type,
    OperationStatus: 'IN_PROGRESS',
    StartTime: new Date(time),
  }
  addOperationEvent(stack, { time, type: 'STACK_EVENT', fields })
}

/** Ends the operation that is under way. */
export const endOperation = (stack: Stack, time: number, status: 'SUCCEEDED' | 'FAILED'): void => {
  const operation = stack.operations.at(-1)
  if (operation === undefined) return
  const fields = {
    OperationType: operation.type,
    OperationStatus: status,
    StartTime: new Date(operation.started),
    EndTime: new Date(time),
  }
  addOperationEvent(stack, { time, type: 'STACK_EVENT', fields })
}

type Change = Pick<StackEvent, 'id' | 'logicalId' | 'physicalId' | 'type' | 'time' | 'status'> &
  Partial<Pick<StackEvent, 'reason' | 'detailedStatus'>>

const noteEvent = (stack: Stack, change: Change): void => {
  const operation = stack.operations.at(-1)
  // The token is the creation's: its rollback shows it too, a deletion does not.
  const token = operation?.type === 'DELETE_STACK' ? undefined : stack.clientRequestToken
  const event: StackEvent = {
    reason: undefined,
    detailedStatus: undefined,
    ...change,
    operationId: operation?.id,
    clientRequestToken: token,
  }
  stack.events.push(event)
  addOperationEvent(stack, {
    time: event.time,
    type: event.status.endsWith('_FAILED') ? 'PROVISIONING_ERROR' : 'PROGRESS',
    fields: {
      LogicalResourceId: event.logicalId,
      PhysicalResourceId: event.physicalId,
      ResourceType: event.type,
      ResourceStatus: event.status,
      ResourceStatusReason: event.reason,
      DetailedStatus: event.detailedStatus,
      ClientRequestToken: token,
    },
  })
}

/** Notes a change of the stack itself. */
export const noteStack = (
  stack: Stack,
  time: number,
  status: string,
  reason?: string,
  detailedStatus?: StackEvent['detailedStatus'],
): void => {
  stack.status = status
  stack.reason = reason
  noteEvent(stack, {
    id: randomUUID(),
    logicalId: stack.name,
    physicalId: stack.id,
    type: stackType,
    time,
    status,
    ...(reason !== undefined && { reason }),
    ...(detailedStatus && { detailedStatus }),
  })
}

/** Notes a change of one of its resources. */
export const noteResource = (
  stack: Stack,
  resource: StackResource,
  time: number,
  status: string,
  reason?: string,
): void => {
  Object.assign(resource, { status, reason, updated: time })
  const { logicalId, physicalId, type } = resource
  const id = `${logicalId}-${status}-${new Date(time).toISOString()}`
  const change = { id, logicalId, physicalId, type, time, status }
  noteEvent(stack, { ...change, ...(reason !== undefined && { reason }) })
}

/** What validation found wrong with one resource, before anything was made. */
export type ValidationFailure = {
  logicalId: string
  type: string
  name: 'NAME_CONFLICT_VALIDATION' | 'PROPERTY_VALIDATION'
  reason: string
  /** Where in the template. */
  path: string
}

/** Notes a finding: stack events never show it. */
export const noteValidation = (stack: Stack, failure: ValidationFailure, time: number): void => {
  const operation = stack.operations.at(-1)
  addOperationEvent(stack, {
    time,
    type: 'VALIDATION_ERROR',
    fields: {
      OperationType: operation?.type,
      LogicalResourceId: failure.logicalId,
      PhysicalResourceId: '',
      ResourceType: failure.type,
      ValidationFailureMode: 'FAIL',
      ValidationName: failure.name,
      ValidationStatus: 'FAILED',
      ValidationStatusReason: failure.reason,
      ValidationPath: failure.path,
    },
  })
}
