import { administratorAccess } from './access/policy.ts'
import type { PolicyDocument } from './access/policy.ts'
import type { ReportDefinition } from './services/cur.ts'
import { newSpotWorld } from './services/spot.ts'
import { newSigninWorld } from './signin-world.ts'
import { newSsoWorld } from './sso-world.ts'
import { newAccount, newBucket } from './world.ts'
import type { Bucket, World } from './world.ts'

/** The token with which the demonstration's Spot accounts open. */
export const SPOT_DEMO_TOKEN = 'spot-demo-token'

export const payer = '418207315602'
export const member = '730915264418'
export const startUrl = 'https://d-90679c2f1a.awsapps.com/start'
export const region = 'us-east-1'
export const administrator = 'AdministratorAccess'

const hour = 3_600_000

const readOnlyAccess: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: ['*:Describe*', '*:Get*', '*:List*', '*:Validate*'], Resource: '*' },
  ],
}

const billingAccess: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Action: ['cur:*', 'billing:*', 'ce:*', 'organizations:Describe*', 's3:Get*', 's3:List*'],
      Resource: '*',
    },
  ],
}

/** A world with sign-in and Spot, and nothing in it. */
export const emptyWorld = (): World => {
  const sso = newSsoWorld({ startUrl, region })
  sso.permissionSets.set(administrator, administratorAccess)
  sso.permissionSets.set('BillingAdministrator', billingAccess)
  sso.permissionSets.set('ReadOnlyAccess', readOnlyAccess)
  return {
    accounts: new Map(),
    organization: undefined,
    otherOrganizations: [],
    buckets: new Map(),
    sso,
    signin: newSigninWorld(),
    spot: newSpotWorld(),
    settings: { stackSeconds: 24, deliverySeconds: 6 * 3600 },
  }
}

const teams = [
  'Audit',
  'Log Archive',
  'Network',
  'Shared Services',
  'Payments Production',
  'Payments Staging',
  'Storefront Production',
  'Storefront Staging',
  'Data Platform',
  'Machine Learning',
  'Sandbox',
]

const addAccount = (world: World, id: string, name: string, domain: string): void => {
  const email = `aws+${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}@${domain}`
  world.accounts.set(id, newAccount({ id, name, email }))
}

/** Account ids that look like real ones and are always the same. */
const accountId = (index: number): string =>
  String(100_000_000_000 + ((index * 7_919_190_437) % 899_999_999_999))

/** Northwind's organization: its payer, one named member and eleven others, or as many as wanted. */
export const addOrganization = (world: World, members = teams.length + 1): void => {
  world.organization = { id: 'o-4kd92mx0ab', managementAccountId: payer }
  addAccount(world, payer, 'Northwind Management', 'northwind.example')
  addAccount(world, member, 'Northwind Finance', 'northwind.example')
  for (let index = 1; index < members; index += 1) {
    const name = teams[index - 1] ?? `Workload ${String(index).padStart(4, '0')}`
    addAccount(world, accountId(index), name, 'northwind.example')
  }
}

/** A customer's only account, under the payer of the partner who manages it. */
export const addPartnerOrganization = (world: World): void => {
  const partner = '562910847733'
  world.organization = { id: 'o-9zt3cloudq', managementAccountId: partner }
  addAccount(world, partner, 'Cloudharbor Resale Payer', 'cloudharbor.example')
  addAccount(world, member, 'Fabrikam Production', 'fabrikam.example')
}

const permissionSetsIn = (id: string): string[] =>
  id === payer
    ? [administrator, 'BillingAdministrator', 'ReadOnlyAccess']
    : [administrator, 'ReadOnlyAccess']

/** A user of Identity Center; administrators may bill and read too. */
export const addUser = (world: World, name: string, accountIds: string[]): void => {
  world.sso.users.set(name, {
    name,
    email: `${name}@northwind.example`,
    assignments: new Map(accountIds.map((id) => [id, permissionSetsIn(id)])),
  })
}

/** Two Spot accounts of one Spot organization, behind the demonstration's token. */
export const addSpotAccounts = (world: World): void => {
  const organizationId = '606079870158'
  world.spot.tokens.set(SPOT_DEMO_TOKEN, [
    { accountId: 'act-3f9c1d27', name: 'Northwind Production', organizationId },
    { accountId: 'act-b81e60a4', name: 'Northwind Sandbox', organizationId },
  ])
}

const deliveryPolicy = (bucket: string, account: string): string => {
  const condition = {
    StringEquals: {
      'aws:SourceAccount': account,
      'aws:SourceArn': `arn:aws:cur:us-east-1:${account}:definition/*`,
    },
  }
  const allow = { Effect: 'Allow', Principal: { Service: 'billingreports.amazonaws.com' } }
  const actions = ['s3:GetBucketAcl', 's3:GetBucketPolicy']
  const arn = `arn:aws:s3:::${bucket}`
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { ...allow, Action: actions, Resource: arn, Condition: condition },
      { ...allow, Action: 's3:PutObject', Resource: `${arn}/*`, Condition: condition },
    ],
  })
}

/** Adds a bucket; without other fields it is private, in us-east-1 and the payer's. */
const addBucket = (
  world: World,
  now: number,
  fields: Pick<Bucket, 'name'> & Partial<Bucket>,
): void => {
  world.buckets.set(
    fields.name,
    newBucket({ owner: payer, created: now - 200 * 24 * hour, ...fields }),
  )
}

/** Buckets that any account meets: its own, one elsewhere, and other people's. */
export const addEverydayBuckets = (world: World, now: number): void => {
  addBucket(world, now, { name: 'spotinst-cur-report', owner: '905418330172' })
  addBucket(world, now, { name: 'northwind-analytics-eu', region: 'eu-west-1' })
  addBucket(world, now, {
    name: 'northwind-billing-archive',
    policy: JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'FinanceReads',
          Effect: 'Allow',
          Principal: { AWS: `arn:aws:iam::${member}:root` },
          Action: 's3:GetObject',
          Resource: 'arn:aws:s3:::northwind-billing-archive/*',
        },
      ],
    }),
    notifications: {
      QueueConfigurations: [
        {
          Id: 'finance-import',
          QueueArn: `arn:aws:sqs:us-east-1:${payer}:finance-import`,
          Events: ['s3:ObjectCreated:*'],
        },
      ],
    },
  })
}

const addReport = (world: World, now: number, definition: ReportDefinition): void => {
  const { S3Bucket: name } = definition
  addBucket(world, now, { name, policy: deliveryPolicy(name, payer) })
  world.accounts.get(payer)?.reports.push({
    definition,
    created: now - 90 * 24 * hour,
    tags: {},
    delivery: undefined,
  })
}

const fitting: ReportDefinition = {
  ReportName: 'northwind-eco-hourly',
  TimeUnit: 'HOURLY',
  Format: 'Parquet',
  Compression: 'Parquet',
  AdditionalSchemaElements: ['RESOURCES', 'SPLIT_COST_ALLOCATION_DATA'],
  S3Bucket: 'northwind-cur-418207315602',
  S3Prefix: 'cur',
  S3Region: 'us-east-1',
  AdditionalArtifacts: ['ATHENA'],
  RefreshClosedReports: true,
  ReportVersioning: 'OVERWRITE_REPORT',
}

export const addFittingReport = (world: World, now: number): void => addReport(world, now, fitting)

/** Reports that cannot be used: by other vendors' wishes, without resource ids, and as CSV. */
export const addUnfitReports = (world: World, now: number): void => {
  addReport(world, now, {
    ...fitting,
    ReportName: 'cloudzero-cur',
    TimeUnit: 'DAILY',
    Format: 'textORcsv',
    Compression: 'GZIP',
    AdditionalArtifacts: [],
    ReportVersioning: 'CREATE_NEW_REPORT',
    S3Bucket: 'northwind-cloudzero-cur',
    S3Prefix: 'cloudzero',
  })
  addReport(world, now, {
    ...fitting,
    ReportName: 'athena-without-resources',
    AdditionalSchemaElements: [],
    S3Bucket: 'northwind-athena-cur',
  })
  addReport(world, now, {
    ...fitting,
    ReportName: 'finance-monthly-csv',
    Format: 'textORcsv',
    Compression: 'GZIP',
    AdditionalArtifacts: [],
    S3Bucket: 'northwind-finance-csv',
    S3Prefix: 'finance',
  })
}

/**
 * A policy with the name that the template wants, under a path: whoever asks for it by the ARN that the
 * template's would have does not find it, and AWS makes no second one.
 */
export const addTakenPolicy = (world: World, now: number): void => {
  const name = 'SpotByNetApp_Finops_ReadOnly_Policy'
  const arn = `arn:aws:iam::${payer}:policy/finance/${name}`
  world.accounts.get(payer)?.policies.set(arn, {
    name,
    path: '/finance/',
    arn,
    id: 'ANPA5XN7Q2LMHT4KWPE6Z',
    created: now - 400 * 24 * hour,
    description: 'Left over from an earlier trial',
    document: readOnlyAccess,
  })
}

/** A role with the name that the template wants, left over from something else. */
export const addTakenRole = (world: World, now: number): void => {
  const name = 'SpotByNetApp_Finops_ReadOnly'
  world.accounts.get(payer)?.roles.set(name, {
    name,
    path: '/',
    arn: `arn:aws:iam::${payer}:role/${name}`,
    id: 'AROA5XN7Q2LMD3TRKE4VA',
    created: now - 400 * 24 * hour,
    description: 'Left over from an earlier trial',
    trust: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::884866656237:root' },
          Action: 'sts:AssumeRole',
        },
      ],
    },
    inline: new Map(),
    attached: new Set(),
    tags: {},
    maxSessionSeconds: 3600,
  })
}
