import { readFileSync } from 'node:fs'
import { administratorAccess } from './access/policy.ts'
import type { PolicyDocument } from './access/policy.ts'
import { createFaults } from './faults.ts'
import { addFittingReport, addUser, payer } from './scenario-parts.ts'
import { newStackId, startStack } from './services/stack-course.ts'
import { settleStack } from './services/stack.ts'
import type { Stack } from './services/stack.ts'
import { parseTemplate } from './services/template.ts'
import { newAccount } from './world.ts'
import type { World } from './world.ts'

const hour = 3_600_000
const day = 24 * hour

export const financeReader = 'FinanceReader'

/** May look at all that the app looks at, and change none of it. */
const financeReaderAccess: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Action: [
        'organizations:DescribeOrganization',
        'cur:Describe*',
        'cur:List*',
        's3:Get*',
        's3:List*',
        'cloudformation:Describe*',
        'cloudformation:Get*',
        'cloudformation:List*',
        'cloudformation:ValidateTemplate',
        'iam:Get*',
        'iam:List*',
        'iam:SimulatePrincipalPolicy',
      ],
      Resource: '*',
    },
  ],
}

/** Somebody from finance is signed in, who may read the account and no more. */
export const signInReader = (world: World): void => {
  addUser(world, 'noa.berg', [])
  world.sso.permissionSets.set(financeReader, financeReaderAccess)
  world.sso.users.get('noa.berg')?.assignments.set(payer, [financeReader])
  world.sso.whoIsInBrowser = 'noa.berg'
}

/**
 * The fitting report, whose bucket has a policy that somebody wrote anew without AWS's delivery in
 * it, so that last night's delivery failed; something else listens to what arrives there.
 */
export const addBrokenDelivery = (world: World, now: number): void => {
  addFittingReport(world, now)
  const report = world.accounts.get(payer)?.reports.at(-1)
  const bucket = world.buckets.get(report?.definition.S3Bucket ?? '')
  if (!report || !bucket) throw new Error('There is no fitting report')
  report.delivery = { time: now - 9 * hour, status: 'ERROR_PERMISSIONS' }
  bucket.policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'OnlyEncryptedTraffic',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: [`arn:aws:s3:::${bucket.name}`, `arn:aws:s3:::${bucket.name}/*`],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ],
  })
  bucket.notifications = {
    LambdaFunctionConfigurations: [
      {
        Id: 'cost-dashboard-refresh',
        LambdaFunctionArn: `arn:aws:lambda:us-east-1:${payer}:function:cost-dashboard-refresh`,
        Events: ['s3:ObjectCreated:*'],
      },
    ],
  }
}

const template = new URL('../../resources/eco-role.template.json', import.meta.url)

/** A colleague's stack from the vendor's template, finished a month ago, and the role in it. */
export const addColleaguesStack = (
  world: World,
  now: number,
  { accountId, bucketName } = { accountId: payer, bucketName: `northwind-cur-${payer}` },
): void => {
  const account = world.accounts.get(accountId)
  if (!account) throw new Error('There is no account')
  const templateBody = readFileSync(template, 'utf8')
  const name = 'finops-spot-role'
  const arn = `arn:aws:iam::${accountId}:user/it-automation`
  const stack: Stack = {
    id: newStackId(accountId, 'us-east-1', name),
    name,
    region: 'us-east-1',
    accountId,
    template: parseTemplate(templateBody),
    templateBody,
    parameters: {
      CostAndUsageBucket: bucketName,
      RoleName: 'SpotByNetApp_Finops_ReadOnly',
      PolicyName: 'SpotByNetApp_Finops_ReadOnly_Policy',
      ExternalId: '',
    },
    capabilities: ['CAPABILITY_NAMED_IAM'],
    tags: { owner: 'it-automation' },
    clientRequestToken: undefined,
    onFailure: 'ROLLBACK',
    caller: {
      accountId,
      arn,
      iamArn: arn,
      userId: 'AIDA5XN7Q2LMB6VUQW3KD',
      rights: {
        policies: [{ source: 'automation', document: administratorAccess, type: 'user' }],
        boundary: undefined,
      },
      sessionPolicy: undefined,
      serviceControlPolicy: undefined,
    },
    status: '',
    reason: undefined,
    created: now - 30 * day,
    deleted: undefined,
    resources: new Map(),
    events: [],
    operations: [],
    operationEvents: [],
    outputs: [],
    seconds: world.settings.stackSeconds,
    due: [],
  }
  startStack(stack, { account, faults: createFaults(), permit: () => undefined, checks: [] })
  settleStack(stack, now)
  account.stacks.push(stack)
}

export const secondPayer = '295840173366'
export const secondStartUrl = 'https://d-9267a4e5b3.awsapps.com/start'

/** A company that was bought: its own organization, payer and portal, and the same administrator. */
export const addSecondOrganization = (world: World): void => {
  const shop = '604718392255'
  world.otherOrganizations.push({
    id: 'o-7wq1zr5tn8',
    managementAccountId: secondPayer,
    accountIds: [secondPayer, shop],
  })
  const accounts = [
    newAccount({
      id: secondPayer,
      name: 'Adventure Works Management',
      email: 'aws+management@adventure-works.example',
    }),
    newAccount({
      id: shop,
      name: 'Adventure Works Shop',
      email: 'aws+shop@adventure-works.example',
    }),
  ]
  for (const account of accounts) world.accounts.set(account.id, account)
  world.sso.otherPortals.set(secondStartUrl, new Set(accounts.map(({ id }) => id)))
  const administrator = world.sso.users.get(world.sso.whoIsInBrowser)
  const roles = administrator?.assignments.get(payer) ?? []
  for (const { id } of accounts) administrator?.assignments.set(id, roles)
}

/** CloudFormation looks for policies that are there before it makes one. */
export const checkPolicyNames = (world: World): void => {
  world.settings.stackChecks = ['policy-names']
}

/** For three months a reseller has paid the organization's bill. */
export const addBillingTransfer = (world: World, now: number): void => {
  if (!world.organization) throw new Error('There is no organization')
  world.organization.outboundTransfers = [
    {
      id: 'rt-4m8q2zk7x1',
      name: 'Cloudharbor pays for Northwind',
      status: 'ACCEPTED',
      sourceAccountId: payer,
      targetAccountId: '562910847733',
      starts: now - 90 * day,
    },
  ]
}
