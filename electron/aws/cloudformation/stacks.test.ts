import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { AppError } from '../../errors/app-error.ts'
import { toAppError } from '../../errors/failure.ts'
import { createBuckets } from '../s3/buckets.ts'
import { createRoles } from '../iam/roles.ts'
import { deniedAction, explainCause, rootCause } from './stack-events.ts'
import type { StackEvent } from './stack-events.ts'
import { conditionOf, isDeletable } from './stack-condition.ts'
import { createStacks, roleOutputOf } from './stacks.ts'
import { PAYER, simulated } from '../testing/simulated.ts'

const BODY = readFileSync(
  new URL('../../../resources/eco-role.template.json', import.meta.url),
  'utf8',
)
const ROLE = 'SpotByNetApp_Finops_ReadOnly'
const BUCKET = 'spot-eco-cur-418207315602'
const NEW = {
  name: 'spot-eco',
  body: BODY,
  parameters: { CostAndUsageBucket: BUCKET, RoleName: ROLE },
  capabilities: ['CAPABILITY_NAMED_IAM'],
  token: 'token-1',
  tags: { 'created-by': 'eco-connect' },
}
const errorOf = (promise: Promise<unknown>): Promise<AppError> =>
  promise.then(
    () => Promise.reject(new Error('no error')),
    (error: unknown) => toAppError(error),
  )
const started = async (options: Parameters<typeof simulated>[0] = {}) => {
  const world = await simulated({ stackSeconds: 20, ...options })
  const { access } = await world.enter()
  return { world, stacks: createStacks(access), roles: createRoles(access), access }
}

test('reads from a template what AWS wants acknowledged', async () => {
  const { stacks } = await started()
  const facts = await stacks.validate(BODY)
  expect(facts.capabilities).toEqual(['CAPABILITY_NAMED_IAM'])
  expect(facts.reason).toBeTruthy()
  expect((await errorOf(stacks.validate('{}'))).code).toBe('template-rejected')
  expect((await errorOf(stacks.validate(' '.repeat(51_201)))).code).toBe('template-too-large')
})

test('creates a stack, follows it, and proves the role that comes out', async () => {
  const { world, stacks, roles, access } = await started()
  await createBuckets(access).prepare(BUCKET, PAYER)
  expect(await stacks.find(NEW.name)).toBeNull()
  expect(await roles.find(ROLE)).toBeNull()
  const id = await stacks.create(NEW)
  expect(id).toMatch(/^arn:aws:cloudformation:us-east-1:418207315602:stack\/spot-eco\//)
  expect(await stacks.create(NEW)).toBe(id)
  expect((await stacks.find(id))?.status).toBe('CREATE_IN_PROGRESS')
  world.clock.advance(60_000)
  const stack = await stacks.find(NEW.name)
  const arn = `arn:aws:iam::${PAYER}:role/${ROLE}`
  expect(stack).toMatchObject({
    id,
    name: NEW.name,
    status: 'CREATE_COMPLETE',
    outputs: { SpotFinOpsRoleArn: arn },
    tags: NEW.tags,
  })
  expect(stack?.parameters['CostAndUsageBucket']).toBe(BUCKET)
  const events = await stacks.events(id)
  expect(events.length).toBeGreaterThan(3)
  expect(events.map(({ time }) => time)).toEqual(
    events.map(({ time }) => time).toSorted((a, b) => a - b),
  )
  expect(events[0]).toMatchObject({ logicalId: NEW.name, status: 'CREATE_IN_PROGRESS' })
  expect(rootCause(events)).toBeNull()
  expect(await stacks.roleResource(id)).toBe(ROLE)
  const role = await roles.find(ROLE)
  expect(role).toMatchObject({ name: ROLE, arn, externalIds: [] })
  expect(role?.trustedPrincipals).toEqual([
    'arn:aws:iam::884866656237:root',
    'arn:aws:iam::627743545735:root',
  ])
  expect(await roles.canRead(arn, BUCKET, 'eco')).toEqual([
    { action: 's3:ListBucket', resource: `arn:aws:s3:::${BUCKET}`, decision: 'allowed' },
    { action: 's3:GetObject', resource: `arn:aws:s3:::${BUCKET}/eco/*`, decision: 'allowed' },
  ])
  const other = await roles.canRead(arn, 'another-bucket-of-ours', 'eco')
  expect(other.map(({ decision }) => decision)).not.toContain('allowed')
})

test('asks for an external ID when one was given', async () => {
  const { world, stacks, roles } = await started()
  await stacks.create({ ...NEW, parameters: { ...NEW.parameters, ExternalId: 'ext-1234' } })
  world.clock.advance(60_000)
  expect((await roles.find(ROLE))?.externalIds).toEqual(['ext-1234'])
})

test('finds the resource that failed, and removes what is left', async () => {
  const { world, stacks } = await started({ scenario: 'stack-fails' })
  const id = await stacks.create(NEW)
  world.clock.advance(120_000)
  expect((await stacks.find(id))?.status).toBe('ROLLBACK_COMPLETE')
  const cause = rootCause(await stacks.events(id))
  expect(cause?.status).toBe('CREATE_FAILED')
  expect(cause?.type).toMatch(/^AWS::IAM::/)
  expect(explainCause(cause?.reason ?? '')).toBe('policy-exists')
  expect((await errorOf(stacks.create({ ...NEW, token: 'token-2' }))).code).toBe('stack-name-taken')
  await stacks.delete(id)
  world.clock.advance(120_000)
  expect(await stacks.find(NEW.name)).toBeNull()
  expect((await stacks.find(id))?.status).toBe('DELETE_COMPLETE')
})

test.each([
  ['AlreadyExistsException', 'stack-name-taken'],
  ['LimitExceededException', 'stack-limit'],
  ['TokenAlreadyExistsException', 'stack-token-used'],
  ['InsufficientCapabilitiesException', 'capability-unexpected'],
  ['ValidationError', 'stack-rejected'],
])('knows %s when creating', async (code, expected) => {
  const { world, access } = await started()
  // AWS's SDK takes one of them for throttling, and would wait between attempts.
  const stacks = createStacks({ ...access, maxAttempts: 1 })
  const fault = {
    kind: 'error',
    operation: 'CreateStack',
    code,
    status: 400,
    message: 'x',
  } as const
  world.simulator.inject(fault)
  expect((await errorOf(stacks.create(NEW))).code).toBe(expected)
})

test('never acknowledges what lets a template run code', async () => {
  const { stacks } = await started()
  const wanted = { ...NEW, capabilities: ['CAPABILITY_AUTO_EXPAND'] }
  expect(await errorOf(stacks.create(wanted))).toMatchObject({
    code: 'capability-unexpected',
    facts: { capability: 'CAPABILITY_AUTO_EXPAND' },
  })
})

test('a role that is not there cannot be asked about', async () => {
  const { roles } = await started()
  const arn = `arn:aws:iam::${PAYER}:role/nobody`
  expect((await errorOf(roles.canRead(arn, BUCKET, ''))).code).toBe('role-missing')
})

/** As a resource handler of today passes on what IAM says: without IAM's own error code. */
const handled = (said: string, status: number, code: string): string =>
  `Resource handler returned message: "${said} (Service: Iam, Status Code: ${status}, Request ID: 2f6c) (SDK Attempt Count: 1)" (RequestToken: 9d3a-policy, HandlerErrorCode: ${code})`

describe('the root cause', () => {
  const event = (status: string, reason: string, logicalId = 'Role'): StackEvent => ({
    id: `${logicalId}-${status}`,
    time: 0,
    logicalId,
    type: 'AWS::IAM::Role',
    status,
    reason,
    detailedStatus: '',
    operationId: '',
  })

  test('is the earliest failure of its own', () => {
    const events = [
      event('CREATE_IN_PROGRESS', ''),
      event('CREATE_FAILED', 'Resource creation cancelled', 'Policy'),
      event('CREATE_FAILED', 'already exists'),
      event('CREATE_FAILED', 'later', 'Other'),
      event('ROLLBACK_IN_PROGRESS', 'The following resource(s) failed to create: [Role].', 'stack'),
    ]
    expect(rootCause(events)?.reason).toBe('already exists')
    expect(rootCause(events.slice(0, 2))).toBeNull()
    expect(rootCause([event('DELETE_FAILED', 'in use')])?.reason).toBe('in use')
  })

  test('is one of what was done last', () => {
    const whole = (status: string, reason = ''): StackEvent => ({
      ...event(status, reason, 'spot-eco'),
      type: 'AWS::CloudFormation::Stack',
    })
    const created = [
      whole('CREATE_IN_PROGRESS', 'User Initiated'),
      event('CREATE_FAILED', 'already exists'),
      whole('ROLLBACK_IN_PROGRESS', 'The following resource(s) failed to create: [Role].'),
      event('DELETE_FAILED', 'denied', 'Policy'),
      whole('ROLLBACK_FAILED', 'The following resource(s) failed to delete: [Policy].'),
    ]
    expect(rootCause(created)?.reason).toBe('already exists')
    const deleted = [
      ...created,
      whole('DELETE_IN_PROGRESS', 'User Initiated'),
      event('DELETE_FAILED', 'attached elsewhere', 'Policy'),
      whole('DELETE_FAILED', 'The following resource(s) failed to delete: [Policy].'),
    ]
    expect(rootCause(deleted)?.reason).toBe('attached elsewhere')
    expect(rootCause([...deleted, whole('DELETE_IN_PROGRESS')])).toBeNull()
  })

  test('is the earliest that is nobody else’s consequence, whatever surrounds it', () => {
    const noise = fc.constantFrom(
      event('CREATE_IN_PROGRESS', ''),
      event('CREATE_COMPLETE', '', 'Policy'),
      event('CREATE_FAILED', 'Resource creation cancelled', 'Policy'),
      event('ROLLBACK_IN_PROGRESS', 'The following resource(s) failed to create: [Role].'),
    )
    fc.assert(
      fc.property(fc.array(noise), fc.array(noise), (before, after) => {
        const own = event('CREATE_FAILED', 'the reason')
        expect(rootCause([...before, own, ...after, event('CREATE_FAILED', 'later')])).toBe(own)
      }),
    )
  })

  test.each([
    ['spot-eco already exists in stack arn:…', 'role-exists'],
    [
      'Resource of type AWS::IAM::Role with identifier x already exists. (Service: Iam, Status Code: 409)',
      'role-exists',
    ],
    [
      'User: x is not authorized to perform: iam:CreateRole on resource: y with an explicit deny in a service control policy',
      'scp-denied',
    ],
    [
      'User: x is not authorized to perform: iam:CreateRole because no permissions boundary allows the iam:CreateRole action',
      'boundary-denied',
    ],
    [
      'API: iam:CreateRole User: x is not authorized to perform: iam:CreateRole because no identity-based policy allows it',
      'not-authorised',
    ],
    [
      'Resource handler returned message: "A policy called P already exists. Duplicate names are not allowed. (Service: Iam, Status Code: 409, Request ID: 1)"',
      'policy-exists',
    ],
    [
      "Resource of type 'AWS::IAM::ManagedPolicy' with identifier 'arn' already exists.",
      'policy-exists',
    ],
    [
      'User: x is not authorized to perform: iam:CreateRole on resource: y with an explicit deny in an identity-based policy',
      'explicitly-denied',
    ],
    [
      'User: x is not authorized to perform: iam:CreateRole because no session policy allows the iam:CreateRole action',
      'session-denied',
    ],
    [
      'Invalid principal in policy: "AWS":"arn:aws:iam::000000000000:root" (Service: Iam, Status Code: 400)',
      'principal-invalid',
    ],
    ['Syntax errors in policy. (Service: Iam, Status Code: 400)', 'policy-malformed'],
    ['MalformedPolicyDocument: Has prohibited field Resource', 'policy-malformed'],
    [
      'Cannot exceed quota for RolesPerAccount: 1000 (Service: Iam, Status Code: 409)',
      'limit-exceeded',
    ],
    ['Rate exceeded (Service: Iam, Status Code: 429)', 'throttled'],
    [
      'Cannot delete entity, must detach all policies first. (Service: Iam, Status Code: 409)',
      'in-use',
    ],
    ['Internal Failure', 'other'],
    [
      'arn:aws:iam::418207315602:policy/SpotByNetApp_Finops_ReadOnly_Policy already exists in stack arn:aws:cloudformation:us-east-1:418207315602:stack/policy/1f',
      'policy-exists',
    ],
    [
      'SpotByNetApp_Finops_ReadOnly already exists in stack arn:aws:cloudformation:us-east-1:418207315602:stack/policy/1f',
      'role-exists',
    ],
    [
      'A conflicting resource of type AWS::IAM::RolePolicy with identifier read already exists',
      'policy-exists',
    ],
    [handled('null', 409, 'AlreadyExists'), 'role-exists'],
    [handled('Role with name policy already exists.', 409, 'AlreadyExists'), 'role-exists'],
    [
      'Policy arn:aws:iam::418207315602:policy/finance/P already exists. (Service: AmazonIdentityManagement; Status Code: 409; Error Code: EntityAlreadyExists; Request ID: 1; Proxy: null)',
      'policy-exists',
    ],
    ...[
      'The policy failed legacy parsing',
      'Resource our-reports must be in ARN format or "*".',
      'Policy statement must contain resources.',
      'Policy statement must contain actions.',
      'Has prohibited field Principal',
      'Missing required field Action',
      'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.',
      'Vendor s4 is not valid',
      'Statement IDs (SID) in a single policy must be unique.',
      'This policy contains invalid Json',
      'Syntax error at position (1,20)',
      'Invalid Condition type : StringEqual.',
      'AssumeRole policy may only specify STS AssumeRole actions.',
      'IAM resource arn:aws:iam:us-east-1:418207315602:role/x cannot contain region information.',
      'Partition "" is not valid for resource "arn::s3:::x".',
      'Something new about the conditions of it.',
    ].flatMap((said): [string, string][] => [
      [handled(said, 400, 'InvalidRequest'), 'policy-malformed'],
      [said.endsWith('of it.') ? `MalformedPolicyDocument: ${said}` : said, 'policy-malformed'],
      [
        `${said} (Service: AmazonIdentityManagement; Status Code: 400; Error Code: MalformedPolicyDocument; Request ID: 2f; Proxy: null)`,
        'policy-malformed',
      ],
    ]),
    [
      handled('Cannot exceed quota for PolicySize: 6144', 409, 'ServiceLimitExceeded'),
      'policy-malformed',
    ],
    [
      handled('Cannot exceed quota for PoliciesPerAccount: 1500', 409, 'ServiceLimitExceeded'),
      'limit-exceeded',
    ],
    [handled('null', 409, 'ServiceLimitExceeded'), 'limit-exceeded'],
    [
      handled('Invalid principal in policy: "SERVICE":"spot.example"', 400, 'InvalidRequest'),
      'principal-invalid',
    ],
    [
      handled('Federated principals must be valid domain names', 400, 'InvalidRequest'),
      'principal-invalid',
    ],
    [
      handled(
        "1 validation error detected: Value 'a b' at 'roleName' failed to satisfy constraint",
        400,
        'InvalidRequest',
      ),
      'property-refused',
    ],
    [handled('Duplicate tag keys found.', 400, 'InvalidRequest'), 'other'],
    [handled('Access Denied', 403, 'AccessDenied'), 'not-authorised'],
    [
      handled(
        'User: arn:aws:sts::418207315602:assumed-role/F/d is not authorized to perform: iam:GetRole on resource: role Any with an explicit deny in a permissions boundary: arn:aws:iam::418207315602:policy/Limits',
        403,
        'AccessDenied',
      ),
      'boundary-denied',
    ],
    [
      handled(
        'The request was rejected because multiple requests to change this object were submitted simultaneously.',
        409,
        'ResourceConflict',
      ),
      'throttled',
    ],
    // As people met them in 2025 and 2026.
    [
      handled(
        'Policy arn:aws:iam::aws:policy/AWSLambdaFullAccess does not exist or is not attachable.',
        404,
        'NotFound',
      ),
      'policy-missing',
    ],
    [handled('Cannot delete a policy attached to entities.', 409, 'ResourceConflict'), 'in-use'],
    [
      handled(
        'Cannot delete entity, must delete login profile first.',
        409,
        'GeneralServiceException',
      ),
      'in-use',
    ],
    [
      handled('A condition block must be present for the Cognito provider', 400, 'InvalidRequest'),
      'policy-malformed',
    ],
    [
      'Resource our-reports-418207315602-us-east-1/* must be in ARN format or "*". (Service: Iam, Status Code: 400)',
      'policy-malformed',
    ],
    [
      handled(
        'Invalid principal in policy: "SERVICE":"cloudendure.amazonaws.com"',
        400,
        'InvalidRequest',
      ),
      'principal-invalid',
    ],
    [
      "Resource handler returned message: \"Resource of type 'AWS::IAM::Role' with identifier 'Eco' already exists.\" (RequestToken: ae2f, HandlerErrorCode: AlreadyExists)",
      'role-exists',
    ],
    [
      handled('Cannot exceed quota for ACLSizePerRole: 2048', 409, 'ServiceLimitExceeded'),
      'policy-malformed',
    ],
    [
      handled('Cannot exceed quota for RolesPerAccount: 1000', 409, 'ServiceLimitExceeded'),
      'limit-exceeded',
    ],
    [
      'The policy is not in the valid JSON format. (Service: Iam, Status Code: 400)',
      'policy-malformed',
    ],
    [
      'Properties validation failed for resource Role with message: [#: extraneous key [Foo] is not permitted]',
      'property-refused',
    ],
    [
      'Model validation failed (#/RoleName: failed validation constraint for keyword [pattern])',
      'property-refused',
    ],
    ['Value of property Roles must be of type List of String', 'property-refused'],
    ['Encountered unsupported property PermissionBoundary', 'property-refused'],
    [
      handled(
        "1 validation error detected: Value 'a b' at 'policyName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]+",
        400,
        'InvalidRequest',
      ),
      'property-refused',
    ],
    [
      handled(
        'The specified value for roleName is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-',
        400,
        'GeneralServiceException',
      ),
      'property-refused',
    ],
    [
      handled('The security token included in the request is expired', 403, 'AccessDenied'),
      'other',
    ],
    ['The following hook(s) failed: [AWS::ControlTower::Hook]', 'hook-refused'],
    [
      'The following hook(s) failed: [Northwind::IAM::Guard] : Hook failed with message: roles need a permissions boundary, access denied',
      'hook-refused',
    ],
    [
      'The following hook(s)/validation failed: [AWS::EarlyValidation::ResourceExistenceCheck]',
      'other',
    ],
  ])('%s', (reason, cause) => {
    expect(explainCause(reason)).toBe(cause)
  })

  test('names the permission that is missing, and no other word', () => {
    const denied = 'User: x is not authorized to perform: iam:CreateRole on resource: y because'
    expect(deniedAction(denied)).toBe('iam:CreateRole')
    expect(deniedAction('Role with name r already exists.')).toBe('')
  })
})

test('finds the complete stacks that have a role for Spot', async () => {
  const { world, stacks } = await started()
  expect(await stacks.withRole()).toEqual([])
  await stacks.create(NEW)
  expect(await stacks.withRole()).toEqual([])
  world.clock.advance(60_000)
  world.simulator.settle()
  const all = world.simulator.world.accounts.get(PAYER)?.stacks ?? []
  const [first] = all
  if (!first) throw new Error('no stack')
  const variant = { OutputKey: 'CCMFinOpsRoleArn', OutputValue: 'arn:aws:iam::1:role/ccm' }
  all.push(
    { ...first, id: `${first.id}-2`, name: 'variant', outputs: [variant] },
    { ...first, id: `${first.id}-3`, name: 'network', outputs: [] },
    { ...first, id: `${first.id}-4`, name: 'broken', status: 'UPDATE_ROLLBACK_FAILED' },
  )
  const found = await stacks.withRole()
  expect(found.map(({ name }) => name)).toEqual(['spot-eco', 'variant'])
  expect(found.map(roleOutputOf)).toEqual([
    `arn:aws:iam::${PAYER}:role/${ROLE}`,
    variant.OutputValue,
  ])
})

test('says that a protected stack was not deleted', async () => {
  const { world, stacks } = await started()
  const id = await stacks.create(NEW)
  const message = 'Stack [spot-eco] cannot be deleted while TerminationProtection is enabled'
  world.simulator.inject({
    kind: 'error',
    operation: 'DeleteStack',
    code: 'ValidationError',
    status: 400,
    message,
  })
  expect(await errorOf(stacks.delete(id))).toMatchObject({
    code: 'stack-delete-failed',
    facts: { reason: message },
  })
})

describe('a status', () => {
  const modelled = z
    .object({
      services: z.object({
        cloudformation: z.object({
          shapes: z.object({ StackStatus: z.object({ values: z.array(z.string()) }) }),
        }),
      }),
    })
    .parse(
      JSON.parse(
        readFileSync(new URL('../../../e2e/simulator/contract.json', import.meta.url), 'utf8'),
      ),
    ).services.cloudformation.shapes.StackStatus.values

  test('of AWS’s model has a meaning of its own, and one that AWS adds has a safe one', () => {
    const meanings = Object.fromEntries(modelled.map((status) => [status, conditionOf(status)]))
    expect(meanings).toMatchInlineSnapshot(`
      {
        "CREATE_COMPLETE": "complete",
        "CREATE_FAILED": "not-created",
        "CREATE_IN_PROGRESS": "working",
        "DELETE_COMPLETE": "deleted",
        "DELETE_FAILED": "not-deleted",
        "DELETE_IN_PROGRESS": "working",
        "IMPORT_COMPLETE": "complete",
        "IMPORT_IN_PROGRESS": "working",
        "IMPORT_ROLLBACK_COMPLETE": "complete",
        "IMPORT_ROLLBACK_FAILED": "half-changed",
        "IMPORT_ROLLBACK_IN_PROGRESS": "working",
        "REVIEW_IN_PROGRESS": "in-review",
        "ROLLBACK_COMPLETE": "not-created",
        "ROLLBACK_FAILED": "not-created",
        "ROLLBACK_IN_PROGRESS": "working",
        "UPDATE_COMPLETE": "complete",
        "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS": "working",
        "UPDATE_FAILED": "half-changed",
        "UPDATE_IN_PROGRESS": "working",
        "UPDATE_ROLLBACK_COMPLETE": "complete",
        "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS": "working",
        "UPDATE_ROLLBACK_FAILED": "half-changed",
        "UPDATE_ROLLBACK_IN_PROGRESS": "working",
      }
    `)
    expect(modelled.filter(isDeletable)).toEqual([
      'CREATE_FAILED',
      'ROLLBACK_FAILED',
      'ROLLBACK_COMPLETE',
      'DELETE_FAILED',
    ])
    expect(conditionOf('MOVE_IN_PROGRESS')).toBe('working')
    expect(conditionOf('MOVE_COMPLETE')).toBe('half-changed')
    expect(isDeletable('MOVE_FAILED')).toBe(false)
  })
})
