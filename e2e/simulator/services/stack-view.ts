import type { OperationEvent, Stack, StackEvent, StackResource } from './stack.ts'

type Shown = Record<string, unknown>

/** The creation or deletion that was asked for and, before it, the rollback that followed it. */
const lastOperations = ({ operations }: Stack): Shown[] => {
  const asked = operations.findLastIndex(({ type }) => type !== 'ROLLBACK')
  return operations
    .slice(asked)
    .toReversed()
    .map(({ type, id }) => ({ OperationType: type, OperationId: id }))
}

/** What stack summaries and descriptions have in common. */
const common = (stack: Stack): Shown => ({
  StackId: stack.id,
  StackName: stack.name,
  CreationTime: new Date(stack.created),
  ...(stack.deleted !== undefined && { DeletionTime: new Date(stack.deleted) }),
  StackStatus: stack.status,
  StackStatusReason: stack.reason,
  DriftInformation: { StackDriftStatus: 'NOT_CHECKED' },
  ...(stack.operations.length > 0 && { LastOperations: lastOperations(stack) }),
})

export const stackShown = (stack: Stack): Shown => ({
  ...common(stack),
  Description: stack.template.Description,
  Parameters: Object.entries(stack.parameters).map(([ParameterKey, value]) => ({
    ParameterKey,
    ParameterValue: stack.template.Parameters[ParameterKey]?.NoEcho ? '****' : value,
  })),
  DisableRollback: stack.onFailure === 'DO_NOTHING',
  NotificationARNs: [],
  Capabilities: stack.capabilities,
  Outputs: stack.outputs,
  RollbackConfiguration: {},
  EnableTerminationProtection: false,
  Tags: Object.entries(stack.tags).map(([Key, Value]) => ({ Key, Value })),
})

export const stackSummary = (stack: Stack): Shown => ({
  ...common(stack),
  TemplateDescription: stack.template.Description,
})

export const resourceShown = (resource: StackResource): Shown => ({
  LogicalResourceId: resource.logicalId,
  PhysicalResourceId: resource.physicalId,
  ResourceType: resource.type,
  ResourceStatus: resource.status,
  ResourceStatusReason: resource.reason,
})

export const eventShown = (stack: Stack, event: StackEvent): Shown => ({
  StackId: stack.id,
  EventId: event.id,
  StackName: stack.name,
  LogicalResourceId: event.logicalId,
  PhysicalResourceId: event.physicalId,
  ResourceType: event.type,
  Timestamp: new Date(event.time),
  ResourceStatus: event.status,
  ResourceStatusReason: event.reason,
  OperationId: event.operationId,
  DetailedStatus: event.detailedStatus,
  ClientRequestToken: event.clientRequestToken,
})

export const operationEventShown = (stack: Stack, event: OperationEvent): Shown => ({
  EventId: event.id,
  StackId: stack.id,
  OperationId: event.operationId,
  EventType: event.type,
  Timestamp: new Date(event.time),
  ...event.fields,
})
