import {
  CreateStackCommand,
  DeleteStackCommand,
  ValidateTemplateCommand,
} from '@aws-sdk/client-cloudformation'
import type { Capability, CloudFormationClient } from '@aws-sdk/client-cloudformation'
import { z } from 'zod'
import { fail } from '../../errors/failure.ts'
import { awsCode, awsMessage, parseReply, withSignal } from '../client/reply.ts'
import { MAX_TEMPLATE_BYTES } from './limits.ts'

export type TemplateFacts = {
  /** What has to be acknowledged, e.g. `CAPABILITY_NAMED_IAM`. */
  readonly capabilities: readonly string[]
  /** AWS's own words for why. */
  readonly reason: string
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

const text = z.string().default('')
const validationSchema = z.object({
  Capabilities: z.array(z.string()).default([]),
  CapabilitiesReason: text,
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
  if (bytes > MAX_TEMPLATE_BYTES)
    throw fail('template-too-large', { bytes: String(bytes), limit: String(MAX_TEMPLATE_BYTES) })
}

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

export async function validateTemplate(
  client: CloudFormationClient,
  body: string,
  signal?: AbortSignal,
): Promise<TemplateFacts> {
  refuseLarge(body)
  try {
    const command = new ValidateTemplateCommand({ TemplateBody: body })
    const reply = await client.send(command, withSignal(signal))
    const found = parseReply(validationSchema, reply, 'cloudformation', 'ValidateTemplate')
    return { capabilities: found.Capabilities, reason: found.CapabilitiesReason }
  } catch (error) {
    if (awsCode(error) !== 'ValidationError') throw error
    throw fail('template-rejected', { message: awsMessage(error) }, { cause: error })
  }
}

export async function createStack(
  client: CloudFormationClient,
  stack: NewStack,
  signal?: AbortSignal,
): Promise<string> {
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
}

export async function deleteStack(
  client: CloudFormationClient,
  id: string,
  signal?: AbortSignal,
): Promise<void> {
  try {
    await client.send(new DeleteStackCommand({ StackName: id }), withSignal(signal))
  } catch (error) {
    if (awsCode(error) !== 'ValidationError') throw error
    // Whoever deleted it before us did what was wanted.
    if (/does not exist/.test(awsMessage(error))) return
    throw fail('stack-delete-failed', { reason: awsMessage(error) }, { cause: error })
  }
}
