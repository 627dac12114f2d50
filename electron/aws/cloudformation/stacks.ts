import { once } from '../../base/once.ts'
import { cloudFormationClient } from '../client/clients.ts'
import type { Access } from '../client/clients.ts'
import { createStack, deleteStack, validateTemplate } from './stack-changes.ts'
import type { NewStack, TemplateFacts } from './stack-changes.ts'
import type { StackEvent } from './stack-events.ts'
import { refusalsOf } from './stack-refusal.ts'
import type { Refusals } from './stack-refusal.ts'
import {
  eventsOf,
  findStack,
  newestEventsOf,
  roleResourceOf,
  stacksWithRole,
} from './stack-reading.ts'
import { createStackWatch } from './stack-watch.ts'
import type { StackWatch } from './stack-watch.ts'
import { systemClock } from '../../base/clock.ts'
import { roleOutputOf } from './stack.ts'
import type { Stack } from './stack.ts'

export { roleOutputOf }
export type { Stack, TemplateFacts }

export type Stacks = StackWatch & {
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
  /**
   * Why AWS refused a stack before it made anything (`refusedBefore`). `operationId` is that of the
   * creation, and not of the rollback that follows it; with '' all of the stack is looked through.
   */
  readonly refusals: (
    stack: { readonly id: string; readonly operationId: string },
    signal?: AbortSignal,
  ) => Promise<Refusals>
  /** Name of the stack's only role; null when it has none, or several. */
  readonly roleResource: (id: string, signal?: AbortSignal) => Promise<string | null>
  /** Starts the deletion. Throws `stack-delete-failed` (fact `reason`) if it is protected. */
  readonly delete: (id: string, signal?: AbortSignal) => Promise<void>
}

/** `random` gives numbers from 0 to 1, for the time between two looks. */
export function createStacks(access: Access, random?: () => number): Stacks {
  const client = once(() => cloudFormationClient(access))
  const watching = once(() => cloudFormationClient({ ...access, asksLater: true }))
  const reads = {
    find: (id: string, signal?: AbortSignal) => findStack(client(), id, signal),
    findOnce: (id: string, signal?: AbortSignal) => findStack(watching(), id, signal),
    newest: (id: string, signal?: AbortSignal) => newestEventsOf(watching(), id, signal),
  }
  return {
    ...createStackWatch(reads, access.clock ?? systemClock, random),
    validate: (body, signal) => validateTemplate(client(), body, signal),
    create: (stack, signal) => createStack(client(), stack, signal),
    find: (nameOrId, signal) => findStack(client(), nameOrId, signal),
    withRole: (signal) => stacksWithRole(client(), signal),
    events: (id, signal) => eventsOf(client(), id, signal),
    refusals: (stack, signal) => refusalsOf(client(), stack, signal),
    roleResource: (id, signal) => roleResourceOf(client(), id, signal),
    delete: (id, signal) => deleteStack(client(), id, signal),
  }
}
