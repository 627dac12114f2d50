import {
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackEventsCommand,
  DescribeStackResourcesCommand,
  DescribeStacksCommand,
  GetTemplateCommand,
  GetTemplateSummaryCommand,
  ListStackResourcesCommand,
  ListStacksCommand,
  ValidateTemplateCommand,
} from '@aws-sdk/client-cloudformation'
import type { StackEvent } from '@aws-sdk/client-cloudformation'
import {
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  ListAttachedRolePoliciesCommand,
  ListRolePoliciesCommand,
  SimulatePrincipalPolicyCommand,
} from '@aws-sdk/client-iam'
import { afterEach, describe, expect, it } from 'vitest'
import { addTakenRole, manualClock, startSimulator } from './index.ts'
import type { Simulator, SimulatorOptions } from './index.ts'
import { awsClients } from './test-session.ts'
import { payer, request, roleArn, roleName, template } from './test-stack.ts'

const administrator = { accountId: payer, permissionSet: 'AdministratorAccess' }

const line = ({ LogicalResourceId, ResourceStatus, ResourceStatusReason }: StackEvent): string =>
  [LogicalResourceId, ResourceStatus, ResourceStatusReason].filter(Boolean).join(' ')

describe('a stack', () => {
  let simulator: Simulator | undefined

  const begin = async (options: Partial<SimulatorOptions> = {}) => {
    const clock = manualClock()
    const started = await startSimulator({ scenario: 'fresh', clock, stackSeconds: 20, ...options })
    simulator = started
    const aws = await awsClients(started, administrator)
    const eventLines = async (StackName = 'spot-eco'): Promise<string[]> => {
      const { StackEvents = [] } = await aws.cloudformation.send(
        new DescribeStackEventsCommand({ StackName }),
      )
      return StackEvents.map(line)
    }
    const status = async (): Promise<string | undefined> => {
      const { Stacks = [] } = await aws.cloudformation.send(
        new DescribeStacksCommand({ StackName: 'spot-eco' }),
      )
      return Stacks[0]?.StackStatus
    }
    return { simulator: started, clock, aws, eventLines, status }
  }

  afterEach(async () => {
    expect(simulator?.violations).toEqual([])
    await simulator?.stop()
  })

  it('is created in steps, and its role can be proven', async () => {
    const { aws, clock, eventLines, status } = await begin()
    const { StackId } = await aws.cloudformation.send(new CreateStackCommand(request))
    expect(await eventLines()).toEqual(['spot-eco CREATE_IN_PROGRESS User Initiated'])

    clock.advance(6000)
    expect(await eventLines()).toEqual([
      'SpotRole CREATE_IN_PROGRESS Resource creation Initiated',
      'SpotRole CREATE_IN_PROGRESS',
      'spot-eco CREATE_IN_PROGRESS User Initiated',
    ])
    expect(await status()).toBe('CREATE_IN_PROGRESS')

    clock.advance(14_000)
    expect(await eventLines()).toEqual([
      'spot-eco CREATE_COMPLETE',
      'SpotPolicy CREATE_COMPLETE',
      'SpotPolicy CREATE_IN_PROGRESS Resource creation Initiated',
      'SpotPolicy CREATE_IN_PROGRESS',
      'SpotRole CREATE_COMPLETE',
      'SpotRole CREATE_IN_PROGRESS Resource creation Initiated',
      'SpotRole CREATE_IN_PROGRESS',
      'spot-eco CREATE_IN_PROGRESS User Initiated',
    ])
    const { Stacks = [] } = await aws.cloudformation.send(
      new DescribeStacksCommand({ StackName: StackId }),
    )
    expect(Stacks[0]).toMatchObject({
      StackStatus: 'CREATE_COMPLETE',
      Outputs: [{ OutputKey: 'SpotFinOpsRoleArn', OutputValue: roleArn }],
      Tags: [{ Key: 'made-by', Value: 'eco-connect' }],
    })

    const { Role } = await aws.iam.send(new GetRoleCommand({ RoleName: roleName }))
    const trust: unknown = JSON.parse(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? ''))
    expect(trust).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: ['arn:aws:iam::884866656237:root'] },
          Action: 'sts:AssumeRole',
        },
      ],
    })
    const { EvaluationResults = [] } = await aws.iam.send(
      new SimulatePrincipalPolicyCommand({
        PolicySourceArn: roleArn,
        ActionNames: ['s3:ListBucket', 's3:GetObject', 's3:GetObjectAcl'],
        ResourceArns: ['arn:aws:s3:::my-reports', 'arn:aws:s3:::my-reports/eco/*'],
      }),
    )
    expect(EvaluationResults.map((result) => result.EvalDecision)).toEqual([
      'allowed',
      'implicitDeny',
      'implicitDeny',
      'allowed',
      'explicitDeny',
      'explicitDeny',
    ])
  })

  it.each(['884866656237', '[884866656237]', 'arn:aws:iam::884866656237:root'])(
    'keeps a trusted account as the ARN of its root: %s',
    async (account) => {
      const { aws, clock } = await begin()
      const TemplateBody = template.replace("['arn:aws:iam::884866656237:root']", account)
      await aws.cloudformation.send(new CreateStackCommand({ ...request, TemplateBody }))
      clock.advance(60_000)
      const { Role } = await aws.iam.send(new GetRoleCommand({ RoleName: roleName }))
      const trust = decodeURIComponent(Role?.AssumeRolePolicyDocument ?? '')
      expect(trust).toMatch(/"AWS":\[?"arn:aws:iam::884866656237:root"\]?/)
    },
  )

  it('puts an external id into the trust when one is given', async () => {
    const { aws, clock, simulator: here } = await begin()
    const Parameters = [
      ...(request.Parameters ?? []),
      { ParameterKey: 'ExternalId', ParameterValue: 'abc' },
    ]
    await aws.cloudformation.send(new CreateStackCommand({ ...request, Parameters }))
    clock.advance(20_000)
    here.settle()
    const role = here.world.accounts.get(payer)?.roles.get(roleName)
    expect(role?.trust.Statement[0]?.Condition).toEqual({
      StringEquals: { 'sts:ExternalId': 'abc' },
    })
  })

  it('shows everything it is made of', async () => {
    const { aws, clock } = await begin()
    const validated = await aws.cloudformation.send(
      new ValidateTemplateCommand({ TemplateBody: template }),
    )
    expect(validated).toMatchObject({
      Capabilities: ['CAPABILITY_NAMED_IAM'],
      CapabilitiesReason:
        'The following resource(s) require capabilities: [AWS::IAM::ManagedPolicy, AWS::IAM::Role]',
    })
    expect(validated.Parameters?.map((one) => one.ParameterKey)).toEqual([
      'CostAndUsageBucket',
      'RoleName',
      'ExternalId',
    ])
    await aws.cloudformation.send(new CreateStackCommand(request))
    clock.advance(20_000)
    const named = { StackName: 'spot-eco' }
    const body = await aws.cloudformation.send(new GetTemplateCommand(named))
    expect(body.TemplateBody).toBe(template)
    const summary = await aws.cloudformation.send(new GetTemplateSummaryCommand(named))
    expect(summary.ResourceTypes).toEqual(['AWS::IAM::Role', 'AWS::IAM::ManagedPolicy'])
    const described = await aws.cloudformation.send(new DescribeStackResourcesCommand(named))
    expect(described.StackResources).toHaveLength(2)
    const listed = await aws.cloudformation.send(new ListStackResourcesCommand(named))
    expect(listed.StackResourceSummaries?.[0]?.PhysicalResourceId).toBe(roleName)
    const stacks = await aws.cloudformation.send(new ListStacksCommand({}))
    expect(stacks.StackSummaries?.[0]?.StackName).toBe('spot-eco')

    const attached = await aws.iam.send(new ListAttachedRolePoliciesCommand({ RoleName: roleName }))
    const PolicyArn = attached.AttachedPolicies?.[0]?.PolicyArn
    expect(PolicyArn).toBe(`arn:aws:iam::${payer}:policy/${roleName}_Policy`)
    const { Policy } = await aws.iam.send(new GetPolicyCommand({ PolicyArn }))
    const VersionId = Policy?.DefaultVersionId
    const version = await aws.iam.send(new GetPolicyVersionCommand({ PolicyArn, VersionId }))
    expect(decodeURIComponent(version.PolicyVersion?.Document ?? '')).toContain('my-reports/*')
    const inline = await aws.iam.send(new ListRolePoliciesCommand({ RoleName: roleName }))
    expect(inline.PolicyNames).toEqual(['inline'])
    const one = await aws.iam.send(
      new GetRolePolicyCommand({ RoleName: roleName, PolicyName: 'inline' }),
    )
    expect(decodeURIComponent(one.PolicyDocument ?? '')).toContain('ce:Get*')
  })

  it('is created once however often the same token asks', async () => {
    const { aws } = await begin()
    const first = await aws.cloudformation.send(new CreateStackCommand(request))
    const second = await aws.cloudformation.send(new CreateStackCommand(request))
    expect(second.StackId).toBe(first.StackId)
    const other = new CreateStackCommand({ ...request, ClientRequestToken: 'token-2' })
    await expect(aws.cloudformation.send(other)).rejects.toMatchObject({
      name: 'AlreadyExistsException',
    })
  })

  it.each([
    ['no acknowledgement', { Capabilities: [] }, 'Requires capabilities : [CAPABILITY_NAMED_IAM]'],
    [
      'a missing parameter',
      { Parameters: [] },
      'Parameters: [CostAndUsageBucket] must have values',
    ],
    ['a bad name', { StackName: 'spot eco' }, 'Member must satisfy regular expression pattern'],
    ['no resources', { TemplateBody: 'Description: none' }, 'At least one Resources member'],
    ['no template', { TemplateBody: 'just words' }, 'unsupported structure'],
    ['broken JSON', { TemplateBody: '{ "Resources": ' }, 'JSON not well-formed'],
    ['a big template', { TemplateBody: `# ${'x'.repeat(51_200)}` }, 'less than or equal to 51200'],
  ])('refuses %s', async (_what, fields, message) => {
    const { aws } = await begin()
    const command = new CreateStackCommand({ ...request, ...fields })
    await expect(aws.cloudformation.send(command)).rejects.toThrow(message)
  })

  it('does not exist until it is created', async () => {
    const { aws } = await begin()
    const unknown = new DescribeStacksCommand({ StackName: 'spot-eco' })
    await expect(aws.cloudformation.send(unknown)).rejects.toMatchObject({
      name: 'ValidationError',
      message: 'Stack with id spot-eco does not exist',
      $metadata: { httpStatusCode: 400 },
    })
  })

  it('rolls back when the name of its role is taken, and can be deleted then', async () => {
    const {
      aws,
      clock,
      eventLines,
      status,
      simulator: here,
    } = await begin({
      arrange: (world) => addTakenRole(world, Date.now()),
    })
    await aws.cloudformation.send(new CreateStackCommand(request))
    clock.advance(20_000)
    const oldestFirst = (await eventLines()).toReversed()
    expect(oldestFirst[2]).toMatch(
      /^SpotRole CREATE_FAILED Resource handler returned message: "Role with name SpotByNetApp_Finops_ReadOnly already exists\. \(Service: Iam, Status Code: 409/,
    )
    expect(oldestFirst.slice(3)).toEqual([
      'spot-eco ROLLBACK_IN_PROGRESS The following resource(s) failed to create: [SpotRole]. Rollback requested by user.',
      'SpotRole DELETE_COMPLETE',
      'spot-eco ROLLBACK_COMPLETE',
    ])
    expect(here.world.accounts.get(payer)?.roles.has(roleName)).toBe(true)
    await aws.cloudformation.send(new DeleteStackCommand({ StackName: 'spot-eco' }))
    expect(await status()).toBe('DELETE_IN_PROGRESS')
    clock.advance(20_000)
    await expect(status()).rejects.toThrow('does not exist')
  })

  it('says whose policy it is that has its name already', async () => {
    const { aws, clock, eventLines, status } = await begin()
    const { StackId: first } = await aws.cloudformation.send(new CreateStackCommand(request))
    clock.advance(40_000)
    expect(await status()).toBe('CREATE_COMPLETE')
    const body = request.TemplateBody?.replace('RoleName: !Ref RoleName', 'Path: /again/')
    const again = { ...request, StackName: 'again', ClientRequestToken: '2', TemplateBody: body }
    await aws.cloudformation.send(new CreateStackCommand(again))
    clock.advance(40_000)
    expect((await eventLines('again')).find((one) => one.includes('CREATE_FAILED'))).toBe(
      `SpotPolicy CREATE_FAILED arn:aws:iam::${payer}:policy/${roleName}_Policy already exists in stack ${first}`,
    )
  })

  it('passes on what IAM says of a resource that is none, without a code of IAM', async () => {
    const { aws, clock, eventLines } = await begin()
    const body = request.TemplateBody?.replace(/arn:aws:s3:::(?=\$\{CostAndUsageBucket\}')/, '')
    await aws.cloudformation.send(new CreateStackCommand({ ...request, TemplateBody: body }))
    clock.advance(40_000)
    expect((await eventLines()).find((one) => one.includes('CREATE_FAILED'))).toMatch(
      /^SpotPolicy CREATE_FAILED Resource handler returned message: "Resource my-reports must be in ARN format or "\*"\. \(Service: Iam, Status Code: 400, .*HandlerErrorCode: InvalidRequest\)$/,
    )
  })

  it('fails at the resource that it is told to, and takes the others down', async () => {
    const { aws, clock, eventLines, simulator: here } = await begin()
    here.inject({ kind: 'stackFailure', logicalId: 'SpotPolicy', reason: 'Because.' })
    await aws.cloudformation.send(new CreateStackCommand(request))
    clock.advance(30_000)
    const lines = await eventLines()
    expect(lines).toContain('SpotPolicy CREATE_FAILED Because.')
    expect(lines).toContain('SpotRole DELETE_COMPLETE')
    expect(here.world.accounts.get(payer)?.roles.has(roleName)).toBe(false)
  })

  it('is made with the permissions of its creator', async () => {
    const {
      aws,
      clock,
      eventLines,
      simulator: here,
    } = await begin({
      policy: {
        Statement: [
          { Effect: 'Allow', Action: ['cloudformation:*', 'iam:Get*'], Resource: '*' },
          { Effect: 'Deny', Action: 'cloudformation:TagResource', Resource: '*' },
        ],
      },
    })
    const { Tags: _tags, ...untagged } = request
    await aws.cloudformation.send(new CreateStackCommand(untagged))
    clock.advance(20_000)
    const failed = (await eventLines()).find((one) => one.includes('CREATE_FAILED'))
    expect(failed).toContain(
      `dana.levi is not authorized to perform: iam:CreateRole on resource: ${roleArn} because no identity-based policy allows the iam:CreateRole action (Service: Iam, Status Code: 403`,
    )
    expect([...here.actions]).toContain('iam:CreateRole')
  })

  it('passes on a denial of a service control policy', async () => {
    const { aws, clock, eventLines, simulator: here } = await begin()
    here.inject({
      kind: 'accessDenied',
      service: 'iam',
      operation: 'CreateRole',
      denial: 'service-control-policy',
    })
    await aws.cloudformation.send(new CreateStackCommand(request))
    clock.advance(20_000)
    expect((await eventLines()).join('\n')).toContain(
      'with an explicit deny in a service control policy',
    )
  })
})
