import { z } from 'zod'
import { AwsError } from '../aws-error.ts'
import { stackEvents } from './cloudformation-events.ts'
import { TemplateFault } from './intrinsics.ts'
import { signedOperation } from './operation.ts'
import type { Operation, SignedCall } from './operation.ts'
import { resourceShown, stackShown, stackSummary } from './stack-view.ts'
import { deleteStack, newStackId, startStack } from './stack-course.ts'
import type { Site } from './stack-course.ts'
import { arnOf, findStack, stackCalled } from './stack-finding.ts'
import type { Stack } from './stack.ts'
import { parametersFor } from './template-parameters.ts'
import { capabilitiesOf, parseTemplate, validationError } from './template.ts'
import { denialMessage } from '../access/denial.ts'

/** A deletion under way is not begun twice; one that failed is tried again. */
const DELETED: ReadonlySet<string> = new Set(['DELETE_IN_PROGRESS', 'DELETE_COMPLETE'])

const named = z.object({ StackName: z.string() })
const maybeNamed = z.object({ StackName: z.string().optional(), NextToken: z.string().optional() })
const templated = z.object({ TemplateBody: z.string().optional() })

const checkName = (name: string): void => {
  const failed = (constraint: string): AwsError =>
    validationError(
      `1 validation error detected: Value '${name}' at 'stackName' failed to satisfy constraint: ${constraint}`,
    )
  if (!/^[a-zA-Z][-a-zA-Z0-9]*$/.test(name))
    throw failed('Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*')
  if (name.length > 128) throw failed('Member must have length less than or equal to 128')
}

const checkCapabilities = (required: string[], given: string[]): void => {
  const enough = required.every(
    (one) =>
      given.includes(one) || (one === 'CAPABILITY_IAM' && given.includes('CAPABILITY_NAMED_IAM')),
  )
  if (!enough)
    throw new AwsError(
      'InsufficientCapabilitiesException',
      `Requires capabilities : [${required.join(', ')}]`,
    )
}

const siteOf = (call: SignedCall): Site => ({
  account: call.account,
  faults: call.faults,
  checks: call.world.settings.stackChecks ?? [],
  permit(action, resource) {
    const context = { 'aws:CalledVia': 'cloudformation.amazonaws.com' }
    const kind = call.refusal(action, resource, context) ?? call.faults.forAction(action)
    if (kind === undefined) return undefined
    return denialMessage({ kind, callerArn: call.caller.arn, action, resource })
  },
})

const createInput = named.extend({
  TemplateBody: z.string().optional(),
  Parameters: z
    .array(z.object({ ParameterKey: z.string(), ParameterValue: z.string().default('') }))
    .default([]),
  Capabilities: z.array(z.string()).default([]),
  Tags: z.array(z.object({ Key: z.string(), Value: z.string() })).default([]),
  ClientRequestToken: z.string().optional(),
  DisableRollback: z.boolean().default(false),
  OnFailure: z.enum(['DO_NOTHING', 'ROLLBACK', 'DELETE']).optional(),
})

type Created = { StackId: string; OperationId: string | undefined }

const createdAs = ({ id, operations }: Stack): Created => ({
  StackId: id,
  OperationId: operations.find(({ type }) => type === 'CREATE_STACK')?.id,
})

const createStack = (input: z.infer<typeof createInput>, call: SignedCall): Created => {
  const { StackName: name, ClientRequestToken: token } = input
  checkName(name)
  const existing = findStack(call, name)
  if (existing !== undefined && token !== undefined && existing.clientRequestToken === token)
    return createdAs(existing)
  if (existing !== undefined)
    throw new AwsError('AlreadyExistsException', `Stack [${name}] already exists`)
  const template = parseTemplate(input.TemplateBody)
  const given = new Map(input.Parameters.map((one) => [one.ParameterKey, one.ParameterValue]))
  const parameters = parametersFor(template, Object.fromEntries(given))
  checkCapabilities(capabilitiesOf(template).Capabilities, input.Capabilities)
  const stack: Stack = {
    id: newStackId(call.account.id, call.region, name),
    name,
    region: call.region,
    accountId: call.account.id,
    template,
    templateBody: input.TemplateBody ?? '',
    parameters,
    capabilities: input.Capabilities,
    tags: Object.fromEntries(input.Tags.map((one) => [one.Key, one.Value])),
    clientRequestToken: token,
    onFailure: input.OnFailure ?? (input.DisableRollback ? 'DO_NOTHING' : 'ROLLBACK'),
    caller: call.caller,
    status: '',
    reason: undefined,
    created: call.now,
    deleted: undefined,
    resources: new Map(),
    events: [],
    operations: [],
    operationEvents: [],
    outputs: [],
    seconds: call.world.settings.stackSeconds,
    due: [],
  }
  try {
    startStack(stack, siteOf(call))
  } catch (error) {
    if (!(error instanceof TemplateFault)) throw error
    throw validationError(`Template error: ${error.message}`)
  }
  call.account.stacks.push(stack)
  return createdAs(stack)
}

export const cloudformation: Record<string, Operation> = {
  ...stackEvents,

  ValidateTemplate: signedOperation({
    action: 'cloudformation:ValidateTemplate',
    input: templated,
    run({ TemplateBody }, { world }) {
      const template = parseTemplate(TemplateBody)
      return {
        Description: template.Description,
        Parameters: Object.entries(template.Parameters).map(([key, rules]) => ({
          ParameterKey: key,
          DefaultValue: rules.Default,
          NoEcho: rules.NoEcho,
          Description: rules.Description,
        })),
        ...(world.settings.listsCapabilities === false ? {} : capabilitiesOf(template)),
      }
    },
  }),

  GetTemplateSummary: signedOperation({
    action: 'cloudformation:GetTemplateSummary',
    input: templated.extend({ StackName: z.string().optional() }),
    resource: ({ StackName }, call) => arnOf(StackName, call),
    run({ TemplateBody, StackName }, call) {
      const body =
        StackName === undefined ? TemplateBody : stackCalled(call, StackName).templateBody
      const template = parseTemplate(body)
      return {
        Description: template.Description,
        Version: template.AWSTemplateFormatVersion,
        ResourceTypes: [...new Set(Object.values(template.Resources).map((one) => one.Type))],
        Parameters: Object.entries(template.Parameters).map(([key, rules]) => ({
          ParameterKey: key,
          DefaultValue: rules.Default,
          ParameterType: rules.Type,
          NoEcho: rules.NoEcho,
          Description: rules.Description,
        })),
        ...capabilitiesOf(template),
      }
    },
  }),

  CreateStack: signedOperation({
    action: 'cloudformation:CreateStack',
    input: createInput,
    resource: ({ StackName }, { region, account }) =>
      `arn:aws:cloudformation:${region}:${account.id}:stack/${StackName}/*`,
    run(input, call) {
      if (input.Tags.length > 0)
        call.authorise('cloudformation:TagResource', arnOf(input.StackName, call))
      return createStack(input, call)
    },
  }),

  DeleteStack: signedOperation({
    action: 'cloudformation:DeleteStack',
    input: named,
    resource: ({ StackName }, call) => arnOf(StackName, call),
    run({ StackName }, call) {
      const stack = findStack(call, StackName)
      // Deleting what is not there succeeds, and so does deleting twice.
      if (stack !== undefined && !DELETED.has(stack.status))
        deleteStack(stack, siteOf(call), call.now)
      return undefined
    },
  }),

  DescribeStacks: signedOperation({
    action: 'cloudformation:DescribeStacks',
    input: maybeNamed,
    resource: ({ StackName }, call) => arnOf(StackName, call),
    run({ StackName }, call) {
      if (StackName !== undefined) return { Stacks: [stackShown(stackCalled(call, StackName))] }
      const present = call.account.stacks.filter(
        (stack) => stack.deleted === undefined && stack.region === call.region,
      )
      return { Stacks: present.map(stackShown) }
    },
  }),

  DescribeStackResources: signedOperation({
    action: 'cloudformation:DescribeStackResources',
    input: named.extend({ LogicalResourceId: z.string().optional() }),
    resource: ({ StackName }, call) => arnOf(StackName, call),
    run({ StackName, LogicalResourceId }, call) {
      const stack = stackCalled(call, StackName)
      const resources = [...stack.resources.values()].filter(
        (one) => LogicalResourceId === undefined || one.logicalId === LogicalResourceId,
      )
      return {
        StackResources: resources.map((resource) => ({
          StackName: stack.name,
          StackId: stack.id,
          Timestamp: new Date(resource.updated),
          ...resourceShown(resource),
        })),
      }
    },
  }),

  ListStackResources: signedOperation({
    action: 'cloudformation:ListStackResources',
    input: named,
    resource: ({ StackName }, call) => arnOf(StackName, call),
    run: ({ StackName }, call) => ({
      StackResourceSummaries: [...stackCalled(call, StackName).resources.values()].map(
        (resource) => ({
          LastUpdatedTimestamp: new Date(resource.updated),
          ...resourceShown(resource),
        }),
      ),
    }),
  }),

  GetTemplate: signedOperation({
    action: 'cloudformation:GetTemplate',
    input: named,
    resource: ({ StackName }, call) => arnOf(StackName, call),
    run: ({ StackName }, call) => ({
      TemplateBody: stackCalled(call, StackName).templateBody,
      StagesAvailable: ['Original', 'Processed'],
    }),
  }),

  ListStacks: signedOperation({
    action: 'cloudformation:ListStacks',
    input: z.object({ StackStatusFilter: z.array(z.string()).default([]) }),
    run: ({ StackStatusFilter: filter }, { account, region }) => ({
      StackSummaries: account.stacks
        .filter((stack) => stack.region === region)
        .filter((stack) => filter.length === 0 || filter.includes(stack.status))
        .map(stackSummary),
    }),
  }),
}
