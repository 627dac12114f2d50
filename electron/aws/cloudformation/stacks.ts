import {
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStacksCommand,
  ValidateTemplateCommand,
  paginateDescribeStackEvents,
  paginateDescribeStacks,
  paginateListStackResources,
} from '@aws-sdk/client-cloudformation'
import type { Capability } from '@aws-sdk/client-cloudformation'
import { z } from 'zod'
import { fail } from '../../errors/failure.ts'
import { cloudFormationClient } from '../client/clients.ts'
import type { Access } from '../client/clients.ts'
import { conditionOf } from './stack-condition.ts'
import { pageWatch, watched } from '../client/pages.ts'
import { awsCode, awsMessage, parseReply, withSignal } from '../client/reply.ts'
import type { StackEvent } from './stack-events.ts'

export type { StackEvent }

/** A stack as it is now. Time in milliseconds since the epoch. */
export type Stack = {
  readonly name: string
  /** The ARN: it finds the stack also after it was deleted. */
  readonly id: string
  readonly status: string
  readonly statusReason: string
  readonly outputs: Readonly<Record<string, string>>
  readonly tags: Readonly<Record<string, string>>
  readonly parameters: Readonly<Record<string, string>>
  readonly createdAt: number
}
export type TemplateFacts = {
  /** What has to be acknowledged, e.g. `CAPABILITY_NAMED_IAM`. */
  readonly capabilities: readonly string[]
  /** AWS's own words for why. */
  readonly reason: string
  readonly parameters: readonly { readonly name: string; readonly defaultValue: string }[]
}
export type NewStack = {
  readonly name: string
  readonly body: string
  readonly parameters: Readonly<Record<string, string>>
  readonly capabilities: readonly string[]
  /** The client request token: the same one makes a repeated call safe. */
  readonly token: string
  readonly tags: Readonly<Record<string, string>>
}
export type Stacks = {
  /** Throws `template-rejected` (fact `message`) and `template-too-large`. */
  readonly validate: (body: string, signal?: AbortSignal) => Promise<TemplateFacts>
  /**
   * Resolves the new stack's ARN; AWS goes on by itself. Throws `stack-name-taken`, `stack-limit`,
   * `stack-token-used`, `stack-rejected`, `capability-unexpected`, `template-too-large`.
   */
  readonly create: (stack: NewStack, signal?: AbortSignal) => Promise<string>
  /** Null when there is no such stack; deleted ones are found by ARN only. */
  readonly find: (nameOrId: string, signal?: AbortSignal) => Promise<Stack | null>
  /** Every complete stack of the account, in this region, that has a role for Spot among its outputs. */
  readonly withRole: (signal?: AbortSignal) => Promise<Stack[]>
  /** Oldest first. */
  readonly events: (id: string, signal?: AbortSignal) => Promise<StackEvent[]>
  /** Name of the stack's only role; null when it has none, or several. */
  readonly roleResource: (id: string, signal?: AbortSignal) => Promise<string | null>
  /** Starts the deletion. Throws `stack-delete-failed` (fact `reason`) if it is protected. */
  readonly delete: (id: string, signal?: AbortSignal) => Promise<void>
}

/** The vendor's name for the output that is the role's ARN, and that of its newer variant. */
export const ROLE_OUTPUTS = ['SpotFinOpsRoleArn', 'CCMFinOpsRoleArn']

/** The ARN of the role for Spot as the stack's outputs tell it; '' if they do not. */
export function roleOutputOf({ outputs }: Stack): string {
  return ROLE_OUTPUTS.map((name) => outputs[name]).find((value) => value) ?? ''
}

/** Bytes of a template sent in the request. Source: CloudFormation User Guide, "Quotas". */
const BODY_LIMIT = 51_200

const text = z.string().default('')
const stackSchema = z.object({
  StackName: z.string(),
  StackId: z.string(),
  StackStatus: z.string(),
  StackStatusReason: text,
  CreationTime: z.date(),
  Outputs: z.array(z.object({ OutputKey: z.string(), OutputValue: text })).default([]),
  Tags: z.array(z.object({ Key: z.string(), Value: z.string() })).default([]),
  Parameters: z.array(z.object({ ParameterKey: z.string(), ParameterValue: text })).default([]),
})
const eventSchema = z.object({
  EventId: z.string(),
  Timestamp: z.date(),
  LogicalResourceId: text,
  ResourceType: text,
  ResourceStatus: text,
  ResourceStatusReason: text,
})
const resourceSchema = z.object({ ResourceType: z.string(), PhysicalResourceId: text })
const validationSchema = z.object({
  Capabilities: z.array(z.string()).default([]),
  CapabilitiesReason: text,
  Parameters: z.array(z.object({ ParameterKey: z.string(), DefaultValue: text })).default([]),
})

/** Capabilities that can be acknowledged here; a macro's could run code that nobody has read. */
const CAPABILITIES: readonly Capability[] = ['CAPABILITY_IAM', 'CAPABILITY_NAMED_IAM']

function capabilitiesOf(wanted: readonly string[]): Capability[] {
  return wanted.map((name) => {
    const known = CAPABILITIES.find((capability) => capability === name)
    if (!known) throw fail('capability-unexpected', { capability: name })
    return known
  })
}

function refuseLarge(body: string): void {
  const bytes = Buffer.byteLength(body)
  if (bytes > BODY_LIMIT)
    throw fail('template-too-large', { bytes: String(bytes), limit: String(BODY_LIMIT) })
}

const stackFrom = (stack: z.infer<typeof stackSchema>): Stack => ({
  name: stack.StackName,
  id: stack.StackId,
  status: stack.StackStatus,
  statusReason: stack.StackStatusReason,
  outputs: Object.fromEntries(stack.Outputs.map((one) => [one.OutputKey, one.OutputValue])),
  tags: Object.fromEntries(stack.Tags.map((one) => [one.Key, one.Value])),
  parameters: Object.fromEntries(
    stack.Parameters.map((one) => [one.ParameterKey, one.ParameterValue]),
  ),
  createdAt: stack.CreationTime.getTime(),
})

function explainCreation(error: unknown, { name }: NewStack): unknown {
  const facts = { stack: name, message: awsMessage(error) }
  switch (awsCode(error)) {
    case 'AlreadyExistsException':
      return fail('stack-name-taken', facts, { field: 'stackName', cause: error })
    case 'LimitExceededException':
      return fail('stack-limit', facts, { cause: error })
    case 'TokenAlreadyExistsException':
      return fail('stack-token-used', facts, { cause: error })
    case 'InsufficientCapabilitiesException':
      return fail('capability-unexpected', { ...facts, capability: '' }, { cause: error })
    case 'ValidationError':
      return fail('stack-rejected', facts, { cause: error })
    default:
      return error
  }
}

export function createStacks(access: Access): Stacks {
  const client = cloudFormationClient(access)
  return {
    async validate(body, signal) {
      refuseLarge(body)
      try {
        const command = new ValidateTemplateCommand({ TemplateBody: body })
        const reply = await client.send(command, withSignal(signal))
        const found = parseReply(validationSchema, reply, 'cloudformation', 'ValidateTemplate')
        return {
          capabilities: found.Capabilities,
          reason: found.CapabilitiesReason,
          parameters: found.Parameters.map(({ ParameterKey, DefaultValue }) => ({
            name: ParameterKey,
            defaultValue: DefaultValue,
          })),
        }
      } catch (error) {
        if (awsCode(error) !== 'ValidationError') throw error
        throw fail('template-rejected', { message: awsMessage(error) }, { cause: error })
      }
    },

    async create(stack, signal) {
      refuseLarge(stack.body)
      const command = new CreateStackCommand({
        StackName: stack.name,
        TemplateBody: stack.body,
        Parameters: Object.entries(stack.parameters).map(([ParameterKey, ParameterValue]) => ({
          ParameterKey,
          ParameterValue,
        })),
        Capabilities: capabilitiesOf(stack.capabilities),
        ClientRequestToken: stack.token,
        Tags: Object.entries(stack.tags).map(([Key, Value]) => ({ Key, Value })),
      })
      try {
        const reply = await client.send(command, withSignal(signal))
        const schema = z.object({ StackId: z.string().min(1) })
        return parseReply(schema, reply, 'cloudformation', 'CreateStack').StackId
      } catch (error) {
        throw explainCreation(error, stack)
      }
    },

    async find(nameOrId, signal) {
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
        const gone =
          awsCode(error) === 'ValidationError' && /does not exist/.test(awsMessage(error))
        if (gone) return null
        throw error
      }
    },

    async withRole(signal) {
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
    },

    async events(id, signal) {
      const events: StackEvent[] = []
      const pages = paginateDescribeStackEvents({ client }, { StackName: id }, withSignal(signal))
      const watch = pageWatch('cloudformation', 'DescribeStackEvents')
      for await (const page of watched(pages, watch, ({ NextToken }) => NextToken)) {
        const parsed = parseReply(
          z.array(eventSchema),
          page.StackEvents ?? [],
          'cloudformation',
          'DescribeStackEvents',
        )
        for (const event of parsed)
          events.push({
            id: event.EventId,
            time: event.Timestamp.getTime(),
            logicalId: event.LogicalResourceId,
            type: event.ResourceType,
            status: event.ResourceStatus,
            reason: event.ResourceStatusReason,
          })
      }
      // AWS sends the newest first, in one order also for those of the same moment.
      return events.toReversed()
    },

    async roleResource(id, signal) {
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
    },

    async delete(id, signal) {
      try {
        await client.send(new DeleteStackCommand({ StackName: id }), withSignal(signal))
      } catch (error) {
        if (awsCode(error) !== 'ValidationError') throw error
        // Whoever deleted it before us did what was wanted.
        if (/does not exist/.test(awsMessage(error))) return
        throw fail('stack-delete-failed', { reason: awsMessage(error) }, { cause: error })
      }
    },
  }
}
