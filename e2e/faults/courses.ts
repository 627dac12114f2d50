import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { suggestBucketName } from '../../electron/aws/client/bucket-name.ts'
import { PAYER } from '../../electron/aws/testing/portal.ts'
import { addFittingReport, issueCredentials } from '../simulator/index.ts'
import type { Fault, Role, Simulator, SimulatorOptions, World } from '../simulator/index.ts'
import type { Operation } from './kinds.ts'
import { cliFiles, type WayIn } from './person.ts'

/** A way through the checklist, to its end, that comes by some operations. */
export type Course = {
  readonly name: string
  readonly wayIn: WayIn
  readonly world: Partial<SimulatorOptions>
  /** Takes everything back before the registration, and then begins anew. */
  readonly disconnects: boolean
  /** Opens the connection anew after the registration, and looks at the role itself. */
  readonly looksAgain?: boolean
  readonly template?: string
  /** What stands in the way besides the fault of the cell, and the codes that tell of it. */
  readonly obstacles?: readonly Fault[]
  readonly shows?: readonly string[]
  /** How many calls of the operation go well before the fault. */
  readonly spared?: number
  readonly awsFiles?: (simulator: Simulator) => Map<string, string>
  /** What there is in the end, besides one stack, its role and one registration. */
  readonly leaves: { readonly reports: readonly string[]; readonly newBuckets: readonly string[] }
}

const OURS = { reports: ['spot-eco'], newBuckets: [suggestBucketName(PAYER)] }
/** Reports are delivered at once, so that the journey also reads a delivery. */
const DELIVERED = { deliverySeconds: 0, stackSeconds: 6 }

const payerRole: Role = {
  name: 'Payer',
  path: '/',
  arn: `arn:aws:iam::${PAYER}:role/Payer`,
  id: 'AROA5XN7Q2LMD3TRKE4VB',
  created: 0,
  description: undefined,
  trust: {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${PAYER}:root` },
        Action: 'sts:AssumeRole',
      },
    ],
  },
  inline: new Map([
    [
      'everything',
      {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
      },
    ],
  ]),
  attached: new Set(),
  tags: {},
  maxSessionSeconds: 3600,
}

const givenKeys = ({ world }: Simulator): Map<string, string> =>
  cliFiles(
    issueCredentials(world, {
      accountId: PAYER,
      holder: {
        kind: 'permission-set',
        permissionSet: 'AdministratorAccess',
        user: 'dana.levi',
      },
      expires: Date.now() + 8 * 3_600_000,
    }),
  )

/** The app's own template as a customer may have it from elsewhere: it puts nothing out. */
function withoutOutputs(): string {
  const file = new URL('../../resources/eco-role.template.json', import.meta.url)
  const whole = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')))
  return JSON.stringify({ ...whole, Outputs: undefined })
}

const main: Course = {
  name: 'the whole journey',
  wayIn: 'portal',
  world: DELIVERED,
  disconnects: false,
  leaves: OURS,
}
const device: Course = { ...main, name: 'signing in with a code', wayIn: 'device' }
const atConsole: Course = { ...main, name: 'signing in as to the console', wayIn: 'console' }
/** Credentials that end while the stack is made, and a fault when they are renewed. */
const renewal: Course = {
  ...atConsole,
  name: 'renewing a sign-in as to the console',
  world: {
    ...DELIVERED,
    arrange: (world) => void (world.signin.lifetimes.credentialSeconds = 3),
  },
  spared: 1,
}
const profile: Course = {
  ...main,
  name: 'using a CLI profile',
  wayIn: 'profile',
  world: {
    ...DELIVERED,
    arrange: (world) => void world.accounts.get(PAYER)?.roles.set('Payer', payerRole),
  },
  awsFiles: givenKeys,
}
const template: Course = {
  ...main,
  name: 'a template without outputs',
  template: withoutOutputs(),
}
const repair: Course = {
  ...main,
  name: 'repairing a bucket’s policy',
  world: { ...DELIVERED, scenario: 'delivery-broken' },
  leaves: { reports: ['northwind-eco-hourly'], newBuckets: [] },
}
const reuse: Course = {
  ...main,
  name: 'a report that is there',
  world: { ...DELIVERED, arrange: (world: World) => addFittingReport(world, Date.now()) },
  leaves: { reports: ['northwind-eco-hourly'], newBuckets: [] },
}
/** CloudFormation finds a name that is taken, and by the next attempt it no longer is. */
const refused: Course = {
  ...main,
  name: 'a stack that is refused',
  shows: ['stack-failed'],
  obstacles: [
    {
      kind: 'validationFailure',
      logicalId: 'SpotFinOpsPolicy',
      name: 'NAME_CONFLICT_VALIDATION',
      reason: "Resource of type 'AWS::IAM::ManagedPolicy' with identifier 'x' already exists.",
      count: 1,
    },
  ],
}
/** Another account pays the bill, and the person goes on anyway. */
const paidElsewhere: Course = {
  ...main,
  name: 'a bill that another account pays',
  world: { ...DELIVERED, scenario: 'billing-transfer' },
}
/** Somebody may create buckets and tag them, but not by the one permission that does both at once. */
const tagsAfter: Course = {
  ...main,
  name: 'tags after the bucket',
  world: {
    ...DELIVERED,
    policy: {
      Statement: [
        { Effect: 'Allow', Action: '*', Resource: '*' },
        { Effect: 'Deny', Action: 's3:TagResource', Resource: '*' },
      ],
    },
  },
}
/** Somebody has written a policy into the role since. */
const lookAgain: Course = { ...main, name: 'looking again', looksAgain: true }
const disconnect: Course = { ...main, name: 'disconnecting', disconnects: true }

/** Where an operation is not met on the whole journey, or is met on another way as well. */
const ELSEWHERE: Readonly<Record<string, readonly Course[]>> = {
  'sso-oidc:StartDeviceAuthorization': [device],
  'sso-oidc:CreateToken': [main, device],
  'signin:CreateOAuth2Token': [atConsole, renewal],
  'signin:RevokeOAuth2TokenWithIAM': [atConsole],
  'sts:AssumeRole': [profile],
  'organizations:ListInboundResponsibilityTransfers': [main, paidElsewhere],
  'organizations:ListOutboundResponsibilityTransfers': [main, paidElsewhere],
  'iam:GetPolicyVersion': [lookAgain],
  'iam:GetRolePolicy': [lookAgain],
  'iam:ListAttachedRolePolicies': [lookAgain],
  'iam:ListRolePolicies': [lookAgain],
  'cloudformation:DescribeEvents': [refused],
  'cloudformation:ListStackResources': [template],
  'cloudformation:DeleteStack': [disconnect],
  'cur:DeleteReportDefinition': [disconnect],
  'cur:ListTagsForResource': [disconnect],
  's3:DeleteBucket': [disconnect],
  's3:DeleteObjects': [disconnect],
  's3:GetBucketTagging': [disconnect],
  's3:CreateBucket': [main, tagsAfter],
  's3:PutBucketPolicy': [main, repair],
  's3:PutBucketTagging': [tagsAfter],
  's3:ListObjectsV2': [reuse, disconnect],
  's3:GetObject': [reuse],
}

/** The ways that come by an operation. */
export const coursesTo = ({ service, operation }: Operation): readonly Course[] =>
  ELSEWHERE[`${service}:${operation}`] ?? [main]

/** An operation by its way, as a row of the table names it. */
export function rowOf(at: Operation, course: Course): string {
  const name = `${at.service}:${at.operation}`
  return coursesTo(at).length > 1 ? `${name} (${course.name})` : name
}
