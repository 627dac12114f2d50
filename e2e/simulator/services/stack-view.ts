import type { Stack, StackEvent, StackResource } from './stack.ts'

type Shown = Record<string, unknown>

/** What stack summaries and descriptions have in common. */
const common = (stack: Stack): Shown => ({
  StackId: stack.id,
  StackName: stack.name,
  CreationTime: new Date(stack.created),
  ...(stack.deleted !== undefined && { DeletionTime: new Date(stack.deleted) }),
  StackStatus: stack.status,
  StackStatusReason: stack.reason,
  DriftInformation: { StackDriftStatus: 'NOT_CHECKED' },
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
  ...(stack.clientRequestToken !== undefined && { ClientRequestToken: stack.clientRequestToken }),
})
