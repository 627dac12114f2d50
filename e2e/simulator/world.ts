import type { PolicyDocument } from './access/policy.ts'
import type { Rate } from './access/rates.ts'
import type { Report } from './services/cur.ts'
import type { Stack } from './services/stack.ts'
import type { SpotWorld } from './services/spot.ts'
import type { SigninWorld } from './signin-world.ts'
import type { SsoWorld } from './sso-world.ts'

/**
 * What CloudFormation checks before it makes anything. Which resource types its check of names covers
 * is not documented: so each is a switch, and none is on unless a scenario says so.
 */
export type StackCheck = 'properties' | 'role-names' | 'policy-names'

export type Role = {
  name: string
  path: string
  arn: string
  id: string
  created: number
  description: string | undefined
  trust: PolicyDocument
  /** Inline policies by name. */
  inline: Map<string, PolicyDocument>
  /** ARNs of attached managed policies. */
  attached: Set<string>
  boundary?: PolicyDocument
  /** ARN of the policy that is its boundary. */
  boundaryArn?: string
  tags: Record<string, string>
  maxSessionSeconds: number
}

export type ManagedPolicy = {
  name: string
  path: string
  arn: string
  id: string
  created: number
  description: string | undefined
  /** What counts: the document of the default version. */
  document: PolicyDocument
  /** Left out while there is only the first version. */
  versions?: PolicyVersions
}

/** The versions of a managed policy by their ids, of which one is the default. */
export type PolicyVersions = {
  readonly all: Map<string, { document: PolicyDocument; created: number }>
  defaultId: string
  /** How many there have ever been: an id is not given twice. */
  count: number
}

export type Account = {
  id: string
  name: string
  email: string
  /** By role name. */
  roles: Map<string, Role>
  /** By ARN. */
  policies: Map<string, ManagedPolicy>
  reports: Report[]
  stacks: Stack[]
}

export type StoredObject = {
  /** Text, or bytes in base64: the world is kept as JSON. */
  body: string
  modified: number
  encoding?: 'base64'
}

export const bytesOf = ({ body, encoding }: Omit<StoredObject, 'modified'>): Buffer =>
  Buffer.from(body, encoding)

export type Bucket = {
  name: string
  /** Account id of the owner; someone outside the organization owns other people's buckets. */
  owner: string
  region: string
  created: number
  policy: string | undefined
  publicAccessBlock: PublicAccessBlock | undefined
  encryption: Encryption | undefined
  /** As `GetBucketNotificationConfiguration` returns it. */
  notifications: Record<string, unknown>
  tags: Record<string, string>
  /** Whether access goes by tags: then only S3 Control's `TagResource` may change them. */
  abac?: boolean
  ownership: 'BucketOwnerEnforced' | 'BucketOwnerPreferred' | 'ObjectWriter'
  objects: Map<string, StoredObject>
}

type PublicAccessBlock = {
  BlockPublicAcls: boolean
  IgnorePublicAcls: boolean
  BlockPublicPolicy: boolean
  RestrictPublicBuckets: boolean
}

type Encryption = {
  algorithm: 'AES256' | 'aws:kms' | 'aws:kms:dsse'
  kmsKeyId?: string
  bucketKey?: boolean
}

export type Organization = {
  id: string
  managementAccountId: string
  /** The service control policy of every member; the management account has none. */
  serviceControlPolicy?: PolicyDocument
  /** Transfers of its bill to another organization, and of others' bills to it. */
  outboundTransfers?: BillingTransfer[]
  inboundTransfers?: BillingTransfer[]
}

/** One organization's bill in the hands of another one's management account. */
export type BillingTransfer = {
  id: string
  name: string
  /** One of AWS's words (`ACCEPTED`, `WITHDRAWN` …), or any other: AWS may add some. */
  status: string
  /** Management accounts: whose bill it is, and who pays it. */
  sourceAccountId: string
  targetAccountId: string
  /** Milliseconds since the epoch. */
  starts: number
  ends?: number
}

/** Everything that exists on the far side. Tests and scenarios may change any of it at any time. */
export type World = {
  accounts: Map<string, Account>
  /** Undefined when no account belongs to an organization. */
  organization: Organization | undefined
  /** Further organizations, each with the accounts that belong to it and not to the first. */
  otherOrganizations: (Organization & { accountIds: string[] })[]
  /** Bucket names are global, so buckets of all owners are together. */
  buckets: Map<string, Bucket>
  sso: SsoWorld
  signin: SigninWorld
  spot: SpotWorld
  settings: {
    /** Seconds that a stack takes from start to CREATE_COMPLETE. */
    stackSeconds: number
    /** None unless said. */
    stackChecks?: readonly StackCheck[]
    /** How often an account may call an operation, by `service:Operation`; as often as it likes unless said. */
    rates?: Readonly<Record<string, Rate>>
    /** Seconds from a report's definition to its first delivery. */
    deliverySeconds: number
    /**
     * Milliseconds from the arrival of a request of AWS's or Spot's to its answer, whatever the simulator
     * needs of them itself; as soon as it can, unless said. What it has to do is done at the arrival.
     */
    answerMs?: number
    /** Whether a report may go to a bucket in the account's own namespace; so it is, unless false. */
    reportsToAccountRegional?: boolean
    /** Whether `ValidateTemplate` lists the capabilities that a template needs; it does, unless false. */
    listsCapabilities?: boolean
  }
}

/** A bucket as the S3 console would make it today: private, SSE-S3, ACLs off. */
export const newBucket = (
  fields: Pick<Bucket, 'name' | 'owner' | 'created'> & Partial<Bucket>,
): Bucket => ({
  region: 'us-east-1',
  policy: undefined,
  publicAccessBlock: {
    BlockPublicAcls: true,
    IgnorePublicAcls: true,
    BlockPublicPolicy: true,
    RestrictPublicBuckets: true,
  },
  encryption: { algorithm: 'AES256' },
  notifications: {},
  tags: {},
  ownership: 'BucketOwnerEnforced',
  objects: new Map(),
  ...fields,
})

/** The organization that an account belongs to. */
export const organizationOf = (world: World, accountId: string): Organization | undefined =>
  world.otherOrganizations.find(({ accountIds }) => accountIds.includes(accountId)) ??
  world.organization

export const newAccount = (fields: Pick<Account, 'id' | 'name' | 'email'>): Account => ({
  roles: new Map(),
  policies: new Map(),
  reports: [],
  stacks: [],
  ...fields,
})
