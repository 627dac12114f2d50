import type { Caller } from '../access/caller.ts'
import { conditionHolds, references, resolveValue } from './intrinsics.ts'
import type { Scope } from './intrinsics.ts'
import { parameterValue } from './template-parameters.ts'
import type { Template } from './template.ts'

export type StackResource = {
  logicalId: string
  type: string
  physicalId: string
  /** What `Fn::GetAtt` returns. */
  attributes: Record<string, string>
  status: string
  reason: string | undefined
  updated: number
}

export type StackEvent = {
  id: string
  logicalId: string
  physicalId: string
  type: string
  time: number
  status: string
  reason: string | undefined
  operationId: string | undefined
  detailedStatus: 'VALIDATION_FAILED' | undefined
  clientRequestToken: string | undefined
}

/** What was asked of a stack, or what CloudFormation does about it by itself. */
export type StackOperation = {
  id: string
  type: 'CREATE_STACK' | 'ROLLBACK' | 'DELETE_STACK'
  started: number
}

/** An event as `DescribeEvents` tells it: of an operation, of what it does, or of what it met. */
export type OperationEvent = {
  id: string
  operationId: string
  time: number
  /** The SDK's schemas know `PROGRESS` as `PROGRESS_EVENT`; this is what AWS sends. */
  type: 'STACK_EVENT' | 'PROGRESS' | 'PROVISIONING_ERROR' | 'VALIDATION_ERROR'
  fields: Record<string, unknown>
}

/** Something that will have happened once the clock has passed `at`. */
type Due = { at: number; happen: () => void }

export type Stack = {
  id: string
  name: string
  region: string
  accountId: string
  template: Template
  templateBody: string
  parameters: Record<string, string>
  capabilities: string[]
  tags: Record<string, string>
  clientRequestToken: string | undefined
  onFailure: 'DO_NOTHING' | 'ROLLBACK' | 'DELETE'
  /** Resources are made with the permissions of whoever created the stack. */
  caller: Caller
  status: string
  reason: string | undefined
  created: number
  deleted: number | undefined
  /** In the order of creation. */
  resources: Map<string, StackResource>
  /** Oldest first. */
  events: StackEvent[]
  /** In the order in which they began. */
  operations: StackOperation[]
  /** Oldest first. */
  operationEvents: OperationEvent[]
  outputs: { OutputKey: string; OutputValue: string; Description?: string }[]
  seconds: number
  due: Due[]
}

export const scopeOf = (
  stack: Pick<
    Stack,
    'template' | 'parameters' | 'name' | 'id' | 'region' | 'accountId' | 'resources'
  >,
): Scope => ({
  parameters: Object.fromEntries(
    Object.entries(stack.parameters).map(([name, value]) => [
      name,
      parameterValue(value, stack.template.Parameters[name]),
    ]),
  ),
  conditions: stack.template.Conditions,
  mappings: stack.template.Mappings,
  pseudo: {
    'AWS::AccountId': stack.accountId,
    'AWS::Partition': 'aws',
    'AWS::Region': stack.region,
    'AWS::StackId': stack.id,
    'AWS::StackName': stack.name,
    'AWS::URLSuffix': 'amazonaws.com',
  },
  physicalId: (id) => stack.resources.get(id)?.physicalId,
  attribute: (id, name) => stack.resources.get(id)?.attributes[name],
})

/** Resources in waves: each wave needs only what earlier ones have made. */
export const creationWaves = (stack: Stack): string[][] => {
  const scope = scopeOf(stack)
  const wanted = Object.entries(stack.template.Resources).filter(
    ([, { Condition }]) => Condition === undefined || conditionHolds(Condition, scope),
  )
  const names = new Set(wanted.map(([name]) => name))
  const needs = new Map(
    wanted.map(([name, resource]) => {
      const all = [...references(resource.Properties), ...[resource.DependsOn].flat()]
      return [name, all.filter((one) => names.has(one) && one !== name)]
    }),
  )
  const waves: string[][] = []
  const made = new Set<string>()
  while (made.size < names.size) {
    const ready = [...needs.keys()].filter(
      (name) => !made.has(name) && needs.get(name)?.every((one) => made.has(one)),
    )
    if (ready.length === 0) return [...waves, [...names].filter((name) => !made.has(name))]
    for (const name of ready) made.add(name)
    waves.push(ready)
  }
  return waves
}

/** Works out the outputs, once every resource is there. */
export const fillOutputs = (stack: Stack): void => {
  const scope = scopeOf(stack)
  stack.outputs = Object.entries(stack.template.Outputs)
    .filter(([, { Condition }]) => Condition === undefined || conditionHolds(Condition, scope))
    .map(([OutputKey, { Value, Description }]) => ({
      OutputKey,
      OutputValue: String(resolveValue(Value, scope)),
      ...(Description !== undefined && { Description }),
    }))
}

/** Lets everything happen that was due by now, in order. */
export const settleStack = (stack: Stack, now: number): void => {
  for (;;) {
    const [next] = stack.due.toSorted((a, b) => a.at - b.at)
    if (next === undefined || next.at > now) return
    stack.due = stack.due.filter((one) => one !== next)
    next.happen()
  }
}
