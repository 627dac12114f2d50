import { GetRoleCommand } from '@aws-sdk/client-iam'
import { ListBucketsCommand } from '@aws-sdk/client-s3'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { issueCredentials } from '../../../e2e/simulator/index.ts'
import type { DenialKind, Fault, Holder, PolicyDocument } from '../../../e2e/simulator/index.ts'
import { toAppError } from '../../errors/failure.ts'
import type { AppError } from '../../errors/app-error.ts'
import { english } from '../../texts/en/index.ts'
import { errorText } from '../../texts/errors.ts'
import { iamClient, s3Client } from './clients.ts'
import { readDenial } from '../../errors/foreign/denial.ts'
import { PAYER, simulated } from '../testing/simulated.ts'
import type { Simulated } from '../testing/simulated.ts'

const MEMBER = '730915264418'
/** IAM names what it is asked to read by kind and name. */
const ROLE = 'role Any'

type Entry = Awaited<ReturnType<Simulated['enter']>>['access']

const refusalOf = async (call: Promise<unknown>): Promise<AppError> => {
  try {
    await call
  } catch (error) {
    return toAppError(error)
  }
  throw new Error('it was not refused')
}
const readRole = (access: Entry): Promise<AppError> =>
  refusalOf(iamClient(access).send(new GetRoleCommand({ RoleName: 'Any' })))

/** Signs in as an administrator, with something against them. */
async function readingRole(fault: Fault): Promise<AppError> {
  const stage = await simulated()
  const { access } = await stage.enter()
  stage.simulator.inject(fault)
  return readRole({ ...access, maxAttempts: 1 })
}
const denied = (denial: DenialKind): Promise<AppError> =>
  readingRole({ kind: 'accessDenied', service: 'iam', operation: 'GetRole', denial })

const BY_PERMISSION_SET = {
  action: 'iam:GetRole',
  resource: ROLE,
  account: PAYER,
  holder: 'permission-set',
  holderName: 'AdministratorAccess',
  policy: '',
  reason: '',
}

describe('a refused call', () => {
  test.each([
    ['explicit-deny', 'aws-denied-explicit', 'administers IAM Identity Center'],
    ['service-control-policy', 'aws-denied-scp', 'administers your AWS organization'],
    ['no-service-control-policy', 'aws-denied-scp', 'administers your AWS organization'],
    ['resource-control-policy', 'aws-denied-scp', 'administers your AWS organization'],
    ['permissions-boundary', 'aws-denied-boundary', 'administers IAM Identity Center'],
    ['permissions-boundary-deny', 'aws-denied-boundary', 'administers IAM Identity Center'],
    ['session-policy', 'aws-denied-session-policy', 'whoever issued your access'],
    ['session-policy-deny', 'aws-denied-session-policy', 'whoever issued your access'],
    ['resource-policy', 'aws-denied-resource-policy', 'owner of the resource'],
    ['no-resource-policy', 'aws-denied-resource-policy', 'owner of the resource'],
    ['vpc-endpoint-policy', 'aws-denied-endpoint-policy', 'your IT department'],
    ['no-vpc-endpoint-policy', 'aws-denied-endpoint-policy', 'your IT department'],
  ] as const)('says what stands against it and who can lift it: %s', async (kind, code, who) => {
    const error = await denied(kind)
    expect(error.code).toBe(code)
    expect(error.facts).toMatchObject(BY_PERMISSION_SET)
    expect(errorText(english, error).todo).toContain(who)
  })

  test('for want of a permission names the permission set and who administers it', async () => {
    const error = await denied('missing-permission')
    expect(error.code).toBe('aws-denied')
    expect(error.facts).toMatchObject({ ...BY_PERMISSION_SET, reason: 'missing' })
    const { what, todo } = errorText(english, error)
    expect(what).toBe(
      `AWS did not allow iam:GetRole on ${ROLE}: the permission set “AdministratorAccess” does not include it.`,
    )
    expect(todo).toContain(
      'Ask the person who administers IAM Identity Center to add the permission iam:GetRole',
    )
  })

  test('with a coded reason says that it is one, and how it is read', async () => {
    const error = await denied('encoded')
    expect(error.code).toBe('aws-denied')
    expect(error.facts).toMatchObject({ action: 'iam:GetRole', reason: 'encoded', holder: 'other' })
    expect(error.detail?.message).toContain('Encoded authorization failure message: 4wUaF0yF')
    expect(errorText(english, error).todo).toContain('decode-authorization-message')
  })

  test('without a reason, as of S3, names the action and does not claim to know why', async () => {
    const stage = await simulated()
    const { access } = await stage.enter()
    stage.simulator.inject({ kind: 'accessDenied', service: 's3', denial: 'bare' })
    const error = await refusalOf(s3Client(access).send(new ListBucketsCommand({})))
    expect(error.code).toBe('aws-denied')
    expect(error.facts).toMatchObject({ action: 's3:ListAllMyBuckets', reason: 'untold' })
    expect(errorText(english, error).what).toBe(
      'AWS did not allow s3:ListAllMyBuckets, and did not say why.',
    )
  })

  test.each<[Fault, string, string]>([
    [{ kind: 'expiredCredentials', service: 'iam' }, 'aws-credentials-expired', 'you'],
    [
      // Again and again: a clock that is merely wrong is corrected by AWS's first answer.
      {
        kind: 'error',
        service: 'iam',
        code: 'SignatureDoesNotMatch',
        message: 'Signature expired: 20260131T120000Z is now earlier than 20260131T123200Z',
        status: 403,
      },
      'aws-clock-skew',
      'you',
    ],
    [
      {
        kind: 'error',
        service: 'iam',
        code: 'SignatureDoesNotMatch',
        message: 'Credential should be scoped to a valid region. ',
        status: 403,
      },
      'aws-wrong-region',
      'you',
    ],
    [
      {
        kind: 'error',
        service: 'iam',
        code: 'InvalidClientTokenId',
        message: 'The security token included in the request is invalid.',
        status: 403,
      },
      'aws-credentials-invalid',
      'you',
    ],
  ])('is not taken for a missing permission: %o', async (fault, code, who) => {
    const error = await readingRole(fault)
    expect(error.code).toBe(code)
    expect(errorText(english, error).who).toBe(who)
  })
})

describe('a policy that really refuses', () => {
  const without = (action: string): PolicyDocument => ({
    Statement: [
      { Effect: 'Allow', Action: '*', Resource: '*' },
      { Effect: 'Deny', Action: action, Resource: '*' },
    ],
  })
  const none: PolicyDocument = { Statement: [] }

  test.each([
    ['permission set', { sets: none }, 'aws-denied', PAYER],
    ['prohibition', { sets: without('iam:*') }, 'aws-denied-explicit', PAYER],
    ['boundary', { boundary: none }, 'aws-denied-boundary', PAYER],
    ['session', { sessionPolicy: none }, 'aws-denied-session-policy', PAYER],
    ['organization', { control: without('iam:*') }, 'aws-denied-scp', MEMBER],
  ] as const)('is told from the others: %s', async (_, arrangement, code, accountId) => {
    const { sets, boundary, sessionPolicy, control } = { ...NO_POLICIES, ...arrangement }
    const stage = await simulated({
      arrange(world) {
        if (sets) world.sso.permissionSets.set('AdministratorAccess', sets)
        if (boundary) world.sso.permissionSetLimits.set('AdministratorAccess', { boundary })
        if (sessionPolicy)
          world.sso.permissionSetLimits.set('AdministratorAccess', { sessionPolicy })
        if (control && world.organization) world.organization.serviceControlPolicy = control
      },
    })
    const { access } = await stage.enter({ accountId })
    expect(await readRole(access)).toMatchObject({ code, facts: { account: accountId } })
  })

  test('of the organization means: this is not the account that pays', async () => {
    const stage = await simulated({
      arrange(world) {
        if (world.organization) world.organization.serviceControlPolicy = without('iam:*')
      },
    })
    const { access } = await stage.enter({ accountId: MEMBER })
    const { meaning, todo } = errorText(english, await readRole(access))
    expect(meaning).toContain(`${MEMBER} is a member account, or the wrong one`)
    expect(todo).toContain('choose the management account')
  })
})

const NO_POLICIES: Partial<
  Record<'sets' | 'boundary' | 'sessionPolicy' | 'control', PolicyDocument>
> = {}

test.each<[Holder, string, string]>([
  [
    {
      kind: 'identity',
      arn: `arn:aws:iam::${PAYER}:user/ops/erin`,
      policy: { Statement: [] },
    },
    'the IAM user “erin” does not include it',
    `the person who administers IAM in account ${PAYER}`,
  ],
  [
    {
      kind: 'identity',
      arn: `arn:aws:sts::${PAYER}:assumed-role/Finance/erin`,
      policy: { Statement: [] },
    },
    'the role “Finance” does not include it',
    `the person who administers IAM in account ${PAYER}`,
  ],
  [
    {
      kind: 'identity',
      arn: `arn:aws:sts::${PAYER}:federated-user/erin`,
      policy: { Statement: [] },
    },
    'the federated user “erin” does not include it',
    'the system that you sign in to AWS with',
  ],
])('who can help depends on what one is signed in as: %o', async (holder, what, who) => {
  const stage = await simulated()
  const { access } = await stage.enter()
  const credentials = issueCredentials(stage.simulator.world, {
    accountId: PAYER,
    holder,
    expires: stage.clock.now() + 3_600_000,
  })
  const text = errorText(
    english,
    await readRole({ ...access, credentials: async () => credentials }),
  )
  expect(text.what).toContain(what)
  expect(text.todo).toContain(who)
})

test('reads the name of the policy that AWS adds, and is not misled by it', () => {
  const policy = 'arn:aws:iam::111122223333:policy/permissions boundary'.replace(' ', '-')
  const message = `User: arn:aws:iam::111122223333:user/matt is not authorized to perform: iam:ListRoles on resource: arn:aws:iam::111122223333:role/* with an explicit deny in an identity-based policy: ${policy}`
  expect(readDenial(message)).toEqual({
    code: 'aws-denied-explicit',
    facts: {
      action: 'iam:ListRoles',
      resource: 'arn:aws:iam::111122223333:role/*',
      account: '111122223333',
      holder: 'user',
      holderName: 'matt',
      policy,
      reason: '',
    },
  })
  const organization =
    'arn:aws:organizations::987654321098:policy/o-qv5af4abcd/service_control_policy/p-2kgnabcd'
  const byScp = `is not authorized to perform: iam:ListRoles with an explicit deny in a service control policy: ${organization}`
  expect(readDenial(byScp)).toMatchObject({
    code: 'aws-denied-scp',
    facts: { policy: organization },
  })
})

const SAID =
  'User: arn:aws:sts::418207315602:assumed-role/Finance/dana is not authorized to perform: '
const NO_POLICY = 'because no identity-based policy allows the iam:X action'
const REMARK = '(Service: Iam, Status Code: 403, Request ID: 2f6c) (SDK Attempt Count: 1)'
const POLICY = 'arn:aws:iam::418207315602:policy/finance/No-Roles'

describe('what is refused is named whole', () => {
  test.each<[string, string, object]>([
    ['role SpotByNetApp_Finops_ReadOnly', NO_POLICY, { code: 'aws-denied', policy: '' }],
    ['role Any', '', { code: 'aws-denied' }],
    ['role Any', 'with an explicit deny', { code: 'aws-denied-explicit' }],
    [
      'role Any',
      `with an explicit deny in an identity-based policy: ${POLICY}`,
      { code: 'aws-denied-explicit', policy: POLICY },
    ],
    [
      'role Any',
      `with an explicit deny in a permissions boundary: ${POLICY} ${REMARK}`,
      { code: 'aws-denied-boundary', policy: POLICY },
    ],
    ['role with,a.comma@and=more+_-', NO_POLICY, { code: 'aws-denied' }],
    ['user erin', REMARK, { code: 'aws-denied', policy: '' }],
    ['user erin', '\n\tstatus code: 403, request id: 99222140', { code: 'aws-denied' }],
    ['group finance-admins', NO_POLICY, { code: 'aws-denied' }],
    [
      'instance profile web',
      'because no session policy allows it',
      { code: 'aws-denied-session-policy' },
    ],
    ['policy path /', '', { code: 'aws-denied' }],
    ['policy path /finance/ops/', NO_POLICY, { code: 'aws-denied' }],
    ['policy arn:aws:iam::aws:policy/ReadOnlyAccess', '', { code: 'aws-denied', policy: '' }],
    ['access key AKIAI44QH8DHBEXAMPLE', NO_POLICY, { code: 'aws-denied' }],
    ['login profile erin', NO_POLICY, { code: 'aws-denied' }],
    ['arn:aws:iam::418207315602:policy/boundary', '', { code: 'aws-denied', policy: '' }],
    ['arn:aws:iam::418207315602:role/Any', '. Ask your administrator.', { code: 'aws-denied' }],
  ])('%s %s', (resource, rest, { code, ...facts }: { code?: string; policy?: string }) => {
    const space = rest === '' || rest.startsWith('.') ? '' : ' '
    const message = `${SAID}iam:GetRole on resource: ${resource}${space}${rest}`
    const handled = `Resource handler returned message: "${message} ${REMARK}" (RequestToken: 9d, HandlerErrorCode: AccessDenied)`
    for (const said of [message, handled])
      expect(readDenial(said)).toMatchObject({ code, facts: { resource, ...facts } })
  })

  test.each(['"', "'"])('in %s, also with blanks and the words of a reason in it', (quote) => {
    const resource = 'arn:aws:s3:::b/with an explicit deny in a session policy, x/a (1).csv'
    const message = `${SAID}s3:GetObject on resource: ${quote}${resource}${quote} because no resource-based policy allows the s3:GetObject action`
    expect(readDenial(message)).toMatchObject({
      code: 'aws-denied-resource-policy',
      facts: { resource },
    })
  })

  test('whatever IAM’s name of it, and whatever reason follows', () => {
    const kind = fc.constantFrom('role', 'user', 'group', 'policy', 'instance profile')
    const name = fc.stringMatching(/^[\w+=,.@-]{0,62}\w$/)
    const reason = fc.constantFrom('', ` ${NO_POLICY}`, ' with an explicit deny', ` ${REMARK}`)
    fc.assert(
      fc.property(kind, name, reason, (what, called, why) => {
        const message = `${SAID}iam:GetRole on resource: ${what} ${called}${why}`
        expect(readDenial(message).facts.resource).toBe(`${what} ${called}`)
      }),
    )
  })
})

const BY_SET =
  'User: arn:aws:sts::418207315602:assumed-role/AWSReservedSSO_Finance_0123456789abcdef/dana@northwind.example is not authorized to perform: '
const UNKNOWN_KEY =
  'because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access'

/** Forms that people met in 2025 and 2026, with other accounts and names. */
test.each<[string, string, object]>([
  [
    `${BY_SET}s3:PutBucketPolicy on resource: "arn:aws:s3:::our-reports" because public policies are blocked by the BlockPublicPolicy block public access setting.`,
    'aws-denied',
    {
      reason: 'told',
      because: 'public policies are blocked by the BlockPublicPolicy block public access setting',
      holderName: 'Finance',
    },
  ],
  [
    `${BY_SET}s3:PutBucketPolicy on resource: "arn:aws:s3:::our-reports" because public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access.`,
    'aws-denied',
    {
      reason: 'told',
      because:
        'public policies are prevented by the BlockPublicPolicy setting in S3 Block Public Access',
    },
  ],
  [
    `${BY_SET}kms:GenerateDataKey on this resource ${UNKNOWN_KEY}`,
    'aws-denied',
    { action: 'kms:GenerateDataKey', resource: '', reason: 'told' },
  ],
  [
    `${BY_SET}kms:Decrypt on the resource associated with this ciphertext ${UNKNOWN_KEY}`,
    'aws-denied',
    { action: 'kms:Decrypt', reason: 'told', because: UNKNOWN_KEY.replace('because ', '') },
  ],
  [
    `${BY_SET}kms:Decrypt on resource: arn:aws:kms:us-east-1:418207315602:key/0ae02ac0 because no resource-based policy allows the kms:Decrypt action`,
    'aws-denied-resource-policy',
    { resource: 'arn:aws:kms:us-east-1:418207315602:key/0ae02ac0' },
  ],
  [
    'User: arn:aws:iam::418207315602:user/erin is not authorized to perform: iam:CreateRole on resource: arn:aws:iam::418207315602:role/Eco with an explicit deny in an identity-based policy: arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3',
    'aws-denied-explicit',
    { policy: 'arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3', holderName: 'erin' },
  ],
  [
    `You are not authorized to perform this operation. ${BY_SET}ec2:CreateKeyPair on resource: arn:aws:ec2:us-east-1:418207315602:key-pair/x with an explicit deny in a service control policy: arn:aws:organizations::730915264418:policy/o-4z1leiit0c/service_control_policy/p-idgyiios. Encoded authorization failure message: OIau77Iw`,
    'aws-denied-scp',
    {
      policy:
        'arn:aws:organizations::730915264418:policy/o-4z1leiit0c/service_control_policy/p-idgyiios',
      reason: '',
    },
  ],
  [
    `${BY_SET}s3:ListBucket on resource: "arn:aws:s3:::our-reports" with an explicit deny in a resource control policy: arn:aws:organizations::730915264418:policy/o-4z1leiit0c/resource_control_policy/p-x`,
    'aws-denied-scp',
    { resource: 'arn:aws:s3:::our-reports' },
  ],
  [
    'User: arn:aws-us-gov:sts::418207315602:assumed-role/Ops/s is not authorized to perform: SNS:Publish on resource: arn:aws:sns:us-east-1:418207315602:x with an explicit deny in a VPC endpoint policy transitively through a service control policy',
    'aws-denied-scp',
    { holderName: 'Ops' },
  ],
  [
    'User: arn:aws:iam::418207315602:user/svc.418.reports is not authorized to perform: iam:CreatePolicy on resource: policy Eco_Policy because no permissions boundary allows the iam:CreatePolicy action',
    'aws-denied-boundary',
    { resource: 'policy Eco_Policy', holderName: 'svc.418.reports' },
  ],
  [
    `API: iam:CreateRole ${BY_SET}iam:CreateRole on resource: arn:aws:iam::418207315602:role/Eco`,
    'aws-denied',
    { reason: 'untold', resource: 'arn:aws:iam::418207315602:role/Eco' },
  ],
  ["You don't have permissions to access this resource.", 'aws-denied', { reason: 'untold' }],
  [`${BY_SET}cur:DescribeReportDefinitions`, 'aws-denied', { reason: 'untold' }],
])('%s', (message, code, facts) => {
  const denial = readDenial(message)
  expect(denial.code).toBe(code)
  expect(denial.facts).toMatchObject(facts)
})

test('a reason of AWS’s own is repeated and not called unknown', async () => {
  for (const kind of ['public-policy', 'several-causes'] as const) {
    const error = await denied(kind)
    expect(error).toMatchObject({ code: 'aws-denied', facts: { reason: 'told' } })
    const { what, meaning } = errorText(english, error)
    expect(what).toContain(error.facts['because'])
    expect(what).not.toContain('did not say why')
    expect(meaning).toContain('adding one may not help')
  }
})

test('a person whose ARN stands in quotes, or before a comma, is known', () => {
  const arn = 'arn:aws:iam::418207315602:user/erin'
  for (const said of [`User: ${arn}, is`, `"User: ${arn}" is`, `User: ${arn} is`])
    expect(readDenial(`${said} not authorized to perform: iam:GetRole`).facts).toMatchObject({
      holder: 'user',
      holderName: 'erin',
    })
  const session = 'arn:aws:sts::418207315602:assumed-role/Ops,Finance/dana,ops'
  expect(readDenial(`User: ${session} is not authorized to perform: iam:GetRole`)).toMatchObject({
    facts: { holder: 'role', holderName: 'Ops,Finance' },
  })
})

test('a reason in words counts, also when a coded one follows', () => {
  const message =
    'User: arn:aws:sts::111122223333:assumed-role/Finance/dana is not authorized to perform: ec2:RunInstances with an explicit deny in an identity-based policy. Encoded authorization failure message: session_policy boundary'
  expect(readDenial(message).code).toBe('aws-denied-explicit')
})

test('makes something of any text, and never throws', () => {
  fc.assert(
    fc.property(fc.string(), (message) => {
      expect(readDenial(message).code).toMatch(/^aws-denied/)
    }),
  )
})
