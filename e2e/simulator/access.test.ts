import {
  CreateStackCommand,
  DescribeEventsCommand,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation'
import { DescribeReportDefinitionsCommand } from '@aws-sdk/client-cost-and-usage-report-service'
import { GetRoleCommand, SimulatePrincipalPolicyCommand } from '@aws-sdk/client-iam'
import {
  DescribeOrganizationCommand,
  ListOutboundResponsibilityTransfersCommand,
} from '@aws-sdk/client-organizations'
import { CreateBucketCommand, GetBucketPolicyCommand, ListBucketsCommand } from '@aws-sdk/client-s3'
import { ListAccountsCommand } from '@aws-sdk/client-sso'
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { IAMClient } from '@aws-sdk/client-iam'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  issueCredentials,
  permissionSetRoleName,
  secondPayer,
  secondStartUrl,
  startSimulator,
} from './index.ts'
import type { Holder, PolicyDocument, Role, ScenarioId, Simulator } from './index.ts'
import { awsClients, signIn, ssoOf } from './test-session.ts'

const payer = '418207315602'
const member = '730915264418'
const inPayer = { accountId: payer, permissionSet: 'AdministratorAccess' }
const inMember = { accountId: member, permissionSet: 'AdministratorAccess' }

const everything = { Effect: 'Allow', Action: '*', Resource: '*' } as const
const allBut = (action: string): PolicyDocument => ({
  Statement: [everything, { Effect: 'Deny', Action: action, Resource: '*' }],
})
const only = (action: string): PolicyDocument => ({
  Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }],
})

let simulator: Simulator

const start = async (scenario: ScenarioId = 'fresh'): Promise<void> => {
  simulator = await startSimulator({ scenario })
}
beforeEach(() => start())
afterEach(async () => {
  await simulator.stop()
  expect(simulator.violations).toEqual([])
})

const configOf = (holder: Holder, accountId = payer) => ({
  endpoint: simulator.url,
  region: 'us-east-1',
  maxAttempts: 1,
  credentials: issueCredentials(simulator.world, {
    accountId,
    holder,
    expires: Date.now() + 3_600_000,
  }),
})

describe('AssumeRole', () => {
  const roleArn = `arn:aws:iam::${payer}:role/BillingAutomation`
  const addRole = (fields: Partial<Role> = {}): void => {
    simulator.world.accounts.get(payer)?.roles.set('BillingAutomation', {
      name: 'BillingAutomation',
      path: '/',
      arn: roleArn,
      id: 'AROA5XN7Q2LMA1B2C3D4E',
      created: 0,
      description: undefined,
      trust: {
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: `arn:aws:iam::${payer}:root` },
            Action: 'sts:AssumeRole',
          },
        ],
      },
      inline: new Map([['read', only('cur:Describe*')]]),
      attached: new Set(),
      tags: {},
      maxSessionSeconds: 3600,
      ...fields,
    })
  }
  const assume = async (fields: { ExternalId?: string; Policy?: string } = {}) => {
    const { sts } = await awsClients(simulator, inPayer)
    const command = new AssumeRoleCommand({
      RoleArn: roleArn,
      RoleSessionName: 'dana',
      ...fields,
    })
    return (await sts.send(command)).Credentials
  }

  it('gives credentials that are the role, with its policies and no others', async () => {
    addRole()
    const issued = await assume()
    const credentials = {
      accessKeyId: issued?.AccessKeyId ?? '',
      secretAccessKey: issued?.SecretAccessKey ?? '',
      sessionToken: issued?.SessionToken ?? '',
    }
    const config = { endpoint: simulator.url, region: 'us-east-1', credentials }
    const { Arn } = await new STSClient(config).send(new GetCallerIdentityCommand({}))
    expect(Arn).toBe(`arn:aws:sts::${payer}:assumed-role/BillingAutomation/dana`)
    const iam = new IAMClient(config)
    await expect(iam.send(new GetRoleCommand({ RoleName: 'any' }))).rejects.toThrow(
      /because no identity-based policy allows the iam:GetRole action/,
    )
  })

  it('is refused by a trust that names somebody else, or asks for another external ID', async () => {
    await expect(assume()).rejects.toMatchObject({ name: 'AccessDenied' })
    addRole({
      trust: {
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: `arn:aws:iam::${payer}:root` },
            Action: 'sts:AssumeRole',
            Condition: { StringEquals: { 'sts:ExternalId': 'x-1' } },
          },
        ],
      },
    })
    await expect(assume()).rejects.toMatchObject({ name: 'AccessDenied' })
    await expect(assume({ ExternalId: 'x-1' })).resolves.toBeDefined()
  })

  it('honours the policy of the session', async () => {
    addRole()
    const policy = JSON.stringify(only('s3:*'))
    const issued = await assume({ Policy: policy })
    const held = simulator.world.sso.roleCredentials.get(issued?.AccessKeyId ?? '')
    expect(held?.holder).toMatchObject({ kind: 'role', sessionPolicy: only('s3:*') })
  })
})

describe('roles of Identity Center', () => {
  const name = permissionSetRoleName('AdministratorAccess', payer)

  it.each([
    ['us-east-1', ''],
    ['eu-central-1', 'eu-central-1/'],
  ])('stand under a path of their own when it is in %s', async (region, infix) => {
    simulator.world.sso.region = region
    const { iam } = await awsClients(simulator, inPayer)
    const { Role: role } = await iam.send(new GetRoleCommand({ RoleName: name }))
    expect(role?.Arn).toBe(
      `arn:aws:iam::${payer}:role/aws-reserved/sso.amazonaws.com/${infix}${name}`,
    )
    const simulate = (PolicySourceArn: string) =>
      iam.send(
        new SimulatePrincipalPolicyCommand({ PolicySourceArn, ActionNames: ['s3:GetObject'] }),
      )
    await expect(simulate(role?.Arn ?? '')).resolves.toMatchObject({
      EvaluationResults: [{ EvalDecision: 'allowed' }],
    })
    await expect(simulate(`arn:aws:iam::${payer}:role/${name}`)).rejects.toMatchObject({
      name: 'NoSuchEntityException',
    })
  })
})

describe('limits', () => {
  const readBuckets = async (who: { accountId: string; permissionSet: string }) => {
    const { s3 } = await awsClients(simulator, who)
    return s3.send(new ListBucketsCommand({}))
  }
  const limit = (fields: { boundary?: PolicyDocument; sessionPolicy?: PolicyDocument }): void => {
    simulator.world.sso.permissionSetLimits.set('AdministratorAccess', fields)
  }
  const control = (serviceControlPolicy: PolicyDocument): void => {
    const { organization } = simulator.world
    if (organization) organization.serviceControlPolicy = serviceControlPolicy
  }

  it.each([
    ['a boundary without it', () => limit({ boundary: only('iam:*') }), 'no permissions boundary'],
    [
      'a boundary that forbids it',
      () => limit({ boundary: allBut('s3:*') }),
      'explicit deny in a permissions boundary',
    ],
    [
      'a session without it',
      () => limit({ sessionPolicy: only('iam:*') }),
      'no session policy allows',
    ],
    [
      'a session that forbids it',
      () => limit({ sessionPolicy: allBut('s3:*') }),
      'explicit deny in a session policy',
    ],
    [
      'an organization that forbids it',
      () => control(allBut('s3:*')),
      'explicit deny in a service control policy',
    ],
    [
      'an organization without it',
      () => control(only('iam:*')),
      'no service control policy allows',
    ],
  ])('are told by their own wording: %s', async (_, arrange, wording) => {
    arrange()
    await expect(readBuckets(inMember)).rejects.toThrow(wording)
  })

  it('of an organization never reach its management account', async () => {
    control(allBut('*'))
    await expect(readBuckets(inPayer)).resolves.toBeDefined()
    const { iam } = await awsClients(simulator, inPayer)
    const name = permissionSetRoleName('AdministratorAccess', payer)
    const { EvaluationResults } = await iam.send(
      new SimulatePrincipalPolicyCommand({
        PolicySourceArn: `arn:aws:iam::${payer}:role/aws-reserved/sso.amazonaws.com/${name}`,
        ActionNames: ['s3:GetObject'],
      }),
    )
    expect(EvaluationResults?.[0]).toMatchObject({
      EvalDecision: 'allowed',
      OrganizationsDecisionDetail: { AllowedByOrganizations: true },
    })
  })
})

describe('other callers', () => {
  it('are who their ARN says, and IAM knows the users among them', async () => {
    const arn = `arn:aws:iam::${payer}:user/ops/erin`
    const config = configOf({ kind: 'identity', arn, policy: only('iam:SimulatePrincipalPolicy') })
    const { Arn } = await new STSClient(config).send(new GetCallerIdentityCommand({}))
    expect(Arn).toBe(arn)
    const { EvaluationResults } = await new IAMClient(config).send(
      new SimulatePrincipalPolicyCommand({
        PolicySourceArn: arn,
        ActionNames: ['iam:SimulatePrincipalPolicy', 's3:CreateBucket'],
      }),
    )
    expect(EvaluationResults?.map(({ EvalDecision }) => EvalDecision)).toEqual([
      'allowed',
      'implicitDeny',
    ])
  })
})

describe('scenarios', () => {
  const restart = async (scenario: ScenarioId): Promise<void> => {
    await simulator.stop()
    await start(scenario)
  }

  it('limited-operator reads and cannot create', async () => {
    await restart('limited-operator')
    const { cur, s3 } = await awsClients(simulator, {
      accountId: payer,
      permissionSet: 'FinanceReader',
    })
    await cur.send(new DescribeReportDefinitionsCommand({}))
    await expect(
      s3.send(new CreateBucketCommand({ Bucket: 'spot-eco-cur-1' })),
    ).rejects.toMatchObject({ name: 'AccessDenied' })
  })

  it('delivery-broken has a report that fails, and a policy that lost the delivery', async () => {
    await restart('delivery-broken')
    const { cur, s3 } = await awsClients(simulator, inPayer)
    const { ReportDefinitions } = await cur.send(new DescribeReportDefinitionsCommand({}))
    expect(ReportDefinitions?.[0]).toMatchObject({
      ReportStatus: { lastStatus: 'ERROR_PERMISSIONS' },
    })
    const Bucket = ReportDefinitions?.[0]?.S3Bucket ?? ''
    const { Policy } = await s3.send(new GetBucketPolicyCommand({ Bucket }))
    expect(Policy).not.toContain('billingreports')
  })

  it('role-exists has a complete stack with the role among its outputs', async () => {
    await restart('role-exists')
    const { cloudformation, iam } = await awsClients(simulator, inPayer)
    const { Stacks } = await cloudformation.send(new DescribeStacksCommand({}))
    expect(Stacks).toMatchObject([
      { StackName: 'finops-spot-role', StackStatus: 'CREATE_COMPLETE' },
    ])
    const [output] = Stacks?.[0]?.Outputs ?? []
    expect(output?.OutputKey).toBe('SpotFinOpsRoleArn')
    const { Role: role } = await iam.send(
      new GetRoleCommand({ RoleName: 'SpotByNetApp_Finops_ReadOnly' }),
    )
    expect(role?.Arn).toBe(output?.OutputValue)
    await expect(
      cloudformation.send(
        new CreateStackCommand({ StackName: 'finops-spot-role', TemplateBody: '{}' }),
      ),
    ).rejects.toMatchObject({ name: 'AlreadyExistsException' })
  })

  it('validation-failure refuses the stack before it makes anything', async () => {
    await restart('validation-failure')
    simulator.world.settings.stackSeconds = 0
    const { cloudformation } = await awsClients(simulator, inPayer)
    const TemplateBody = JSON.stringify({
      Resources: {
        Policy: {
          Type: 'AWS::IAM::ManagedPolicy',
          Properties: {
            ManagedPolicyName: 'SpotByNetApp_Finops_ReadOnly_Policy',
            PolicyDocument: { Statement: [] },
          },
        },
      },
    })
    const Capabilities: ['CAPABILITY_NAMED_IAM'] = ['CAPABILITY_NAMED_IAM']
    await cloudformation.send(
      new CreateStackCommand({ StackName: 'eco', TemplateBody, Capabilities }),
    )
    const { OperationEvents } = await cloudformation.send(
      new DescribeEventsCommand({ StackName: 'eco', Filters: { FailedEvents: true } }),
    )
    expect(OperationEvents?.at(-1)).toMatchObject({ ValidationName: 'NAME_CONFLICT_VALIDATION' })
  })

  it("billing-transfer has the bill in another management account's hands", async () => {
    await restart('billing-transfer')
    const { organizations } = await awsClients(simulator, inPayer)
    const { ResponsibilityTransfers } = await organizations.send(
      new ListOutboundResponsibilityTransfersCommand({ Type: 'BILLING' }),
    )
    expect(ResponsibilityTransfers).toMatchObject([
      { Status: 'ACCEPTED', Target: { ManagementAccountId: '562910847733' } },
    ])
    expect(ResponsibilityTransfers?.[0]?.StartTimestamp?.getTime()).toBeLessThan(Date.now())
  })

  it('two-payers shows each organization in its own portal', async () => {
    await restart('two-payers')
    const accountsIn = async (portal: string): Promise<(string | undefined)[]> => {
      const { accessToken } = await signIn(simulator, portal)
      const { accountList = [] } = await ssoOf(simulator).send(
        new ListAccountsCommand({ accessToken }),
      )
      return accountList.map(({ accountId }) => accountId)
    }
    const first = await accountsIn(simulator.world.sso.startUrl)
    const second = await accountsIn(secondStartUrl)
    expect(first).toContain(payer)
    expect(first).not.toContain(secondPayer)
    expect(second).toEqual([secondPayer, '604718392255'])
    const there = await awsClients(
      simulator,
      { accountId: secondPayer, permissionSet: 'AdministratorAccess' },
      1,
      secondStartUrl,
    )
    const { Organization } = await there.organizations.send(new DescribeOrganizationCommand({}))
    expect(Organization?.MasterAccountId).toBe(secondPayer)
  })
})
