import {
  CreateStackCommand,
  DeleteStackCommand,
  DescribeEventsCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  ListStackResourcesCommand,
} from '@aws-sdk/client-cloudformation'
import type { DescribeEventsCommandInput, OperationEvent } from '@aws-sdk/client-cloudformation'
import { afterEach, expect, it } from 'vitest'
import { addTakenRole, manualClock, startSimulator } from './index.ts'
import type { Simulator, SimulatorOptions } from './index.ts'
import { awsClients } from './test-session.ts'
import { payer, request, roleName, template } from './test-stack.ts'

const administrator = { accountId: payer, permissionSet: 'AdministratorAccess' }
const policyArn = `arn:aws:iam::${payer}:policy/${roleName}_Policy`

let simulator: Simulator | undefined
afterEach(async () => {
  expect(simulator?.violations).toEqual([])
  await simulator?.stop()
})

const begin = async (options: Partial<SimulatorOptions> = {}) => {
  const clock = manualClock()
  simulator = await startSimulator({ scenario: 'fresh', clock, stackSeconds: 20, ...options })
  const { cloudformation } = await awsClients(simulator, administrator)
  const create = async (fields: { TemplateBody?: string } = {}) => {
    const created = await cloudformation.send(new CreateStackCommand({ ...request, ...fields }))
    clock.advance(10_000)
    return created
  }
  const events = async (asked: DescribeEventsCommandInput): Promise<OperationEvent[]> => {
    const found: OperationEvent[] = []
    let NextToken: string | undefined
    do {
      const page = await cloudformation.send(new DescribeEventsCommand({ ...asked, NextToken }))
      found.push(...(page.OperationEvents ?? []))
      NextToken = page.NextToken
    } while (NextToken !== undefined)
    return found
  }
  return { simulator, clock, cloudformation, create, events }
}

const takenPolicy = (here: Simulator['world']): void => {
  here.settings.stackChecks = ['policy-names']
  here.accounts.get(payer)?.policies.set(policyArn, {
    name: `${roleName}_Policy`,
    path: '/',
    arn: policyArn,
    id: 'ANPA5XN7Q2LMHT4KWPE6Z',
    created: 0,
    description: undefined,
    document: { Statement: [] },
  })
}

it('is refused with stack events that name no resource and no cause', async () => {
  const { cloudformation, create, simulator: here } = await begin({ arrange: takenPolicy })
  await create()
  const { StackEvents = [] } = await cloudformation.send(
    new DescribeStackEventsCommand({ StackName: 'spot-eco' }),
  )
  expect(
    StackEvents.toReversed().map((one) => [
      one.ResourceType,
      one.ResourceStatus,
      one.DetailedStatus,
      one.ResourceStatusReason,
    ]),
  ).toEqual(
    [
      ['CREATE_IN_PROGRESS', undefined, 'User Initiated'],
      [
        'CREATE_FAILED',
        'VALIDATION_FAILED',
        'Validation failed with 1 error(s). Call DescribeEvents to retrieve the full list of issues with resource and property details, resolve each error, then retry the operation.',
      ],
      [
        'ROLLBACK_IN_PROGRESS',
        undefined,
        "Validation failure detected. See the operation's FAILED event for details.",
      ],
      ['ROLLBACK_COMPLETE', undefined, undefined],
    ].map((one) => ['AWS::CloudFormation::Stack', ...one]),
  )
  const { StackResourceSummaries } = await cloudformation.send(
    new ListStackResourcesCommand({ StackName: 'spot-eco' }),
  )
  expect(StackResourceSummaries ?? []).toEqual([])
  expect(here.world.accounts.get(payer)?.roles.has(roleName)).toBe(false)
})

it('tells the cause by the stack and by the creation, and not by its rollback', async () => {
  const { cloudformation, create, events } = await begin({ arrange: takenPolicy })
  const { OperationId } = await create()
  const { Stacks } = await cloudformation.send(new DescribeStacksCommand({ StackName: 'spot-eco' }))
  const [last, before] = Stacks?.[0]?.LastOperations ?? []
  expect(last).toMatchObject({ OperationType: 'ROLLBACK' })
  expect(before).toEqual({ OperationType: 'CREATE_STACK', OperationId })

  const Filters = { FailedEvents: true }
  const cause = {
    EventType: 'VALIDATION_ERROR',
    OperationType: 'CREATE_STACK',
    LogicalResourceId: 'SpotPolicy',
    ResourceType: 'AWS::IAM::ManagedPolicy',
    ValidationFailureMode: 'FAIL',
    ValidationName: 'NAME_CONFLICT_VALIDATION',
    ValidationStatus: 'FAILED',
    ValidationStatusReason: `Resource of type 'AWS::IAM::ManagedPolicy' with identifier '${policyArn}' already exists.`,
    ValidationPath: '/Resources/SpotPolicy',
  }
  for (const asked of [{ StackName: 'spot-eco' }, { OperationId }])
    expect(await events({ ...asked, Filters })).toMatchObject([
      { EventType: 'PROVISIONING_ERROR', ResourceStatus: 'CREATE_FAILED' },
      cause,
    ])
  expect(await events({ OperationId: last?.OperationId, Filters })).toEqual([])
})

it('tells every event in the order and the words of AWS', async () => {
  const { create, events, cloudformation, clock } = await begin({ arrange: takenPolicy })
  const { StackId } = await create()
  await cloudformation.send(new DeleteStackCommand({ StackName: 'spot-eco' }))
  clock.advance(20_000)
  const told = await events({ StackName: StackId })
  expect(
    told
      .toReversed()
      .map((one) =>
        [one.EventType, one.OperationType, one.OperationStatus, one.ResourceStatus]
          .filter(Boolean)
          .join(' '),
      ),
  ).toEqual([
    'STACK_EVENT CREATE_STACK IN_PROGRESS',
    'PROGRESS CREATE_IN_PROGRESS',
    'VALIDATION_ERROR CREATE_STACK',
    'PROVISIONING_ERROR CREATE_FAILED',
    'STACK_EVENT CREATE_STACK FAILED',
    'STACK_EVENT ROLLBACK IN_PROGRESS',
    'PROGRESS ROLLBACK_IN_PROGRESS',
    'PROGRESS ROLLBACK_COMPLETE',
    'STACK_EVENT ROLLBACK SUCCEEDED',
    'STACK_EVENT DELETE_STACK IN_PROGRESS',
    'PROGRESS DELETE_IN_PROGRESS',
    'PROGRESS DELETE_COMPLETE',
    'STACK_EVENT DELETE_STACK SUCCEEDED',
  ])
  const tokenOf = (status: string): string | undefined =>
    told.find((one) => one.ResourceStatus === status)?.ClientRequestToken
  expect(tokenOf('ROLLBACK_COMPLETE')).toBe('token-1')
  expect(tokenOf('DELETE_COMPLETE')).toBeUndefined()
})

it('finds the name of a role, if it is told that the check covers roles', async () => {
  const { create, events } = await begin({
    arrange(world) {
      addTakenRole(world, 0)
      world.settings.stackChecks = ['role-names']
    },
  })
  await create()
  expect(await events({ StackName: 'spot-eco', Filters: { FailedEvents: true } })).toMatchObject([
    {},
    { LogicalResourceId: 'SpotRole', ValidationName: 'NAME_CONFLICT_VALIDATION' },
  ])
})

it('finds properties that a type does not have or lacks, with their place', async () => {
  const { create, events } = await begin({
    arrange: (world) => (world.settings.stackChecks = ['properties']),
  })
  const TemplateBody = template.replace('RoleName: !Ref RoleName', 'Rolename: !Ref RoleName')
  await create({ TemplateBody })
  expect(await events({ StackName: 'spot-eco', Filters: { FailedEvents: true } })).toMatchObject([
    {},
    {
      ValidationName: 'PROPERTY_VALIDATION',
      ValidationPath: '/Resources/SpotRole/Properties/Rolename',
      ValidationStatusReason: 'extraneous key [Rolename] is not permitted',
    },
  ])
})

it('lets a stack begin that has nothing wrong, and looks at nothing unless told to', async () => {
  const {
    create,
    cloudformation,
    clock,
    simulator: here,
  } = await begin({
    arrange: (world) => (world.settings.stackChecks = ['properties', 'role-names', 'policy-names']),
  })
  await create()
  clock.advance(20_000)
  const named = new DescribeStacksCommand({ StackName: 'spot-eco' })
  expect((await cloudformation.send(named)).Stacks?.[0]?.StackStatus).toBe('CREATE_COMPLETE')
  here.world.settings.stackChecks = []
  const second = { ...request, StackName: 'second', ClientRequestToken: 'token-2' }
  await cloudformation.send(new CreateStackCommand(second))
  clock.advance(20_000)
  const { StackEvents = [] } = await cloudformation.send(
    new DescribeStackEventsCommand({ StackName: 'second' }),
  )
  expect(StackEvents.map((one) => one.ResourceStatusReason).join('\n')).toContain(
    `${roleName} already exists in stack`,
  )
})

it('can be made to find anything, page by page', async () => {
  const { create, events, cloudformation, simulator: here } = await begin()
  const many = Array.from({ length: 120 }, (_, index) => `Topic${index}`)
  for (const logicalId of many)
    here.inject({
      kind: 'validationFailure',
      logicalId,
      name: 'PROPERTY_VALIDATION',
      reason: 'No.',
    })
  const TemplateBody = JSON.stringify({
    Resources: Object.fromEntries(many.map((id) => [id, { Type: 'AWS::SNS::Topic' }])),
  })
  const stack = new CreateStackCommand({ StackName: 'spot-eco', TemplateBody })
  await cloudformation.send(stack)
  await expect(create()).rejects.toMatchObject({ name: 'AlreadyExistsException' })
  here.world.settings.stackSeconds = 0
  await cloudformation.send(new CreateStackCommand({ StackName: 'many', TemplateBody }))
  const asked = { StackName: 'many', Filters: { FailedEvents: true } }
  const first = await cloudformation.send(new DescribeEventsCommand(asked))
  expect(first.OperationEvents).toHaveLength(100)
  expect(await events(asked)).toHaveLength(121)
})

it.each([
  ['a stack that is not there', { StackName: 'nothing' }, 'Stack [nothing] does not exist'],
  ['an operation that is not there', { OperationId: 'none' }, 'Operation [none] does not exist'],
  ['nothing', {}, 'must be specified'],
])('does not tell events of %s', async (_what, asked, message) => {
  const { events } = await begin()
  await expect(events(asked)).rejects.toThrow(message)
})

it('asks for a permission of its own', async () => {
  const { create, events } = await begin({
    policy: {
      Statement: [
        { Effect: 'Allow', Action: '*', Resource: '*' },
        { Effect: 'Deny', Action: 'cloudformation:DescribeEvents', Resource: '*' },
      ],
    },
  })
  await create()
  await expect(events({ StackName: 'spot-eco' })).rejects.toThrow(
    /not authorized to perform: cloudformation:DescribeEvents on resource: arn:aws:cloudformation:us-east-1:\d+:stack\/spot-eco\//,
  )
})
