import { randomUUID } from 'node:crypto'
import { createFaults, type Faults } from '../faults.ts'
import type { Account, StackCheck } from '../world.ts'
import { TemplateFault, resolveValue } from './intrinsics.ts'
import { ResourceFailure, createResource, deleteResource } from './stack-resources.ts'
import type { Permit } from './stack-resources.ts'
import {
  beginOperation,
  endOperation,
  noteResource,
  noteStack,
  noteValidation,
} from './stack-events.ts'
import type { ValidationFailure } from './stack-events.ts'
import { validationFailures } from './stack-validation.ts'
import { creationWaves, fillOutputs, scopeOf } from './stack.ts'
import type { Stack, StackResource } from './stack.ts'
import { unknownValues } from './template-parameters.ts'
import { parseTemplate } from './template.ts'

/** Where a stack's resources are made, and what may go wrong on the way. */
export type Site = {
  account: Account
  faults: Faults
  permit: Permit
  /** What CloudFormation looks at before it makes anything. */
  checks: readonly StackCheck[]
}

const at = (stack: Stack, time: number, happen: () => void): void => {
  stack.due.push({ at: time, happen })
}

const list = (resources: StackResource[]): string =>
  `[${resources.map((one) => one.logicalId).join(', ')}]`

/** Deletes what was made, last first; `ended` gets what could not be deleted. */
const takeDown = (
  stack: Stack,
  site: Site,
  start: number,
  ended: (time: number, left: StackResource[]) => void,
): void => {
  const made = [...stack.resources.values()].filter((one) => one.status !== 'DELETE_COMPLETE')
  const step = (stack.seconds * 1000 * 0.3) / (made.length + 1)
  const left: StackResource[] = []
  for (const [index, resource] of made.toReversed().entries()) {
    const time = start + step * (index + 0.5)
    const exists = resource.physicalId !== ''
    if (exists) at(stack, time, () => noteResource(stack, resource, time, 'DELETE_IN_PROGRESS'))
    const done = time + step * 0.4
    at(stack, done, () => {
      try {
        if (exists) deleteResource(resource, { ...site, now: done })
        noteResource(stack, resource, done, 'DELETE_COMPLETE')
      } catch (error) {
        if (!(error instanceof ResourceFailure)) throw error
        left.push(resource)
        noteResource(stack, resource, done, 'DELETE_FAILED', error.message)
      }
    })
  }
  const end = start + step * (made.length + 1)
  at(stack, end, () => ended(end, left))
}

const rollBack = (
  stack: Stack,
  site: Site,
  time: number,
  failed: StackResource[],
  reason = `The following resource(s) failed to create: ${list(failed)}.`,
): void => {
  stack.due = []
  if (stack.onFailure === 'DO_NOTHING') noteStack(stack, time, 'CREATE_FAILED', reason)
  endOperation(stack, time, 'FAILED')
  if (stack.onFailure === 'DO_NOTHING') return
  if (stack.onFailure === 'DELETE')
    return deleteStack(stack, site, time, `${reason} Delete requested by user.`)
  beginOperation(stack, 'ROLLBACK', time)
  noteStack(stack, time, 'ROLLBACK_IN_PROGRESS', `${reason} Rollback requested by user.`)
  takeDown(stack, site, time, (end, left) => {
    if (left.length === 0) return rolledBack(stack, end)
    const why = `The following resource(s) failed to delete: ${list(left)}.`
    noteStack(stack, end, 'ROLLBACK_FAILED', why)
    endOperation(stack, end, 'FAILED')
  })
}

const rolledBack = (stack: Stack, time: number): void => {
  noteStack(stack, time, 'ROLLBACK_COMPLETE')
  endOperation(stack, time, 'SUCCEEDED')
}

/**
 * A stack that is refused before anything is made: no resource ever has an event, and only
 * `DescribeEvents` tells why. The times are those of a creation that AWS refused after three seconds.
 */
const refuse = (stack: Stack, site: Site, failures: ValidationFailure[]): void => {
  const whole = stack.seconds * 1000
  const found = stack.created + whole * 0.15
  at(stack, found, () => {
    for (const failure of failures) noteValidation(stack, failure, found)
    const reason = `Validation failed with ${failures.length} error(s). Call DescribeEvents to retrieve the full list of issues with resource and property details, resolve each error, then retry the operation.`
    noteStack(stack, found, 'CREATE_FAILED', reason, 'VALIDATION_FAILED')
    endOperation(stack, found, 'FAILED')
    if (stack.onFailure === 'DO_NOTHING') return
    const begun = found + whole * 0.01
    at(stack, begun, () => {
      if (stack.onFailure === 'DELETE') return deleteStack(stack, site, begun, reason)
      beginOperation(stack, 'ROLLBACK', begun)
      const why = "Validation failure detected. See the operation's FAILED event for details."
      noteStack(stack, begun, 'ROLLBACK_IN_PROGRESS', why)
      at(stack, begun + whole * 0.05, () => rolledBack(stack, begun + whole * 0.05))
    })
  })
}

const fail = (
  stack: Stack,
  site: Site,
  resource: StackResource,
  time: number,
  reason: string,
): void => {
  noteResource(stack, resource, time, 'CREATE_FAILED', reason)
  const others = [...stack.resources.values()].filter((one) => one.status === 'CREATE_IN_PROGRESS')
  for (const other of others)
    noteResource(stack, other, time, 'CREATE_FAILED', 'Resource creation cancelled')
  rollBack(stack, site, time, [resource, ...others])
}

const make = (stack: Stack, site: Site, resource: StackResource, now: number): void => {
  const injected = site.faults.forResource(resource.logicalId)
  if (injected !== undefined) return fail(stack, site, resource, now, injected)
  const properties = stack.template.Resources[resource.logicalId]?.Properties ?? {}
  try {
    const resolved = resolveValue(properties, scopeOf(stack))
    Object.assign(resource, createResource(resource, resolved, stack, { ...site, now }))
    noteResource(stack, resource, now, 'CREATE_IN_PROGRESS', 'Resource creation Initiated')
  } catch (error) {
    if (!(error instanceof ResourceFailure || error instanceof TemplateFault)) throw error
    fail(stack, site, resource, now, error.message)
  }
}

const finish = (stack: Stack, site: Site, now: number): void => {
  try {
    fillOutputs(stack)
  } catch (error) {
    if (!(error instanceof TemplateFault)) throw error
    return rollBack(stack, site, now, [], error.message)
  }
  noteStack(stack, now, 'CREATE_COMPLETE')
  endOperation(stack, now, 'SUCCEEDED')
}

/** Starts a stack; what follows is worked out when the clock has reached it. */
export const startStack = (stack: Stack, site: Site): void => {
  const whole = stack.seconds * 1000
  const start = stack.created
  beginOperation(stack, 'CREATE_STACK', start)
  noteStack(stack, start, 'CREATE_IN_PROGRESS', 'User Initiated')
  const unknown = unknownValues(stack.template, stack.parameters)
  if (unknown !== undefined) {
    const found = start + whole * 0.05
    return at(stack, found, () => rollBack(stack, site, found, [], unknown))
  }
  const failures = validationFailures(stack, site)
  if (failures.length > 0) return refuse(stack, site, failures)
  const waves = creationWaves(stack)
  const span = (whole * 0.85) / waves.length
  for (const [wave, names] of waves.entries()) {
    for (const [index, logicalId] of names.entries()) {
      const begin = start + whole * 0.05 + wave * span + (index * span * 0.1) / names.length
      at(stack, begin, () => {
        const type = stack.template.Resources[logicalId]?.Type ?? ''
        const resource: StackResource = {
          logicalId,
          type,
          physicalId: '',
          attributes: {},
          status: '',
          reason: undefined,
          updated: begin,
        }
        stack.resources.set(logicalId, resource)
        noteResource(stack, resource, begin, 'CREATE_IN_PROGRESS')
        at(stack, begin + span * 0.2, () => make(stack, site, resource, begin + span * 0.2))
        at(stack, begin + span * 0.85, () =>
          noteResource(stack, resource, begin + span * 0.85, 'CREATE_COMPLETE'),
        )
      })
    }
  }
  at(stack, start + whole, () => finish(stack, site, start + whole))
}

/** Starts the deletion of a stack and of everything that it made. */
export const deleteStack = (
  stack: Stack,
  site: Site,
  now: number,
  reason = 'User Initiated',
): void => {
  stack.due = []
  beginOperation(stack, 'DELETE_STACK', now)
  noteStack(stack, now, 'DELETE_IN_PROGRESS', reason)
  takeDown(stack, site, now, (end, left) => {
    if (left.length > 0) {
      const why = `The following resource(s) failed to delete: ${list(left)}.`
      noteStack(stack, end, 'DELETE_FAILED', why)
      return endOperation(stack, end, 'FAILED')
    }
    stack.deleted = end
    noteStack(stack, end, 'DELETE_COMPLETE')
    endOperation(stack, end, 'SUCCEEDED')
  })
}

/** The id of a new stack: an ARN that ends in a UUID. */
export const newStackId = (accountId: string, region: string, name: string): string =>
  `arn:aws:cloudformation:${region}:${accountId}:stack/${name}/${randomUUID()}`

/** A stack as it was kept; those that were kept before CloudFormation told operations have none. */
type KeptStack = Omit<Stack, 'template' | 'due' | 'operations' | 'operationEvents'> &
  Partial<Pick<Stack, 'operations' | 'operationEvents'>>

/**
 * Puts a kept stack into an account of another simulator. One that was still being created is
 * created from its beginning, with every permission.
 */
export const addStackAgain = (account: Account, kept: KeptStack, now: number): void => {
  const { operations = [], operationEvents = [], ...rest } = kept
  const template = parseTemplate(kept.templateBody)
  const stack: Stack = { ...rest, operations, operationEvents, template, due: [] }
  account.stacks.push(stack)
  if (stack.status !== 'CREATE_IN_PROGRESS') return
  Object.assign(stack, {
    created: now,
    resources: new Map(),
    events: [],
    operations: [],
    operationEvents: [],
  })
  startStack(stack, { account, faults: createFaults(), permit: () => undefined, checks: [] })
}
