import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { AppFailure } from '../errors/failure.ts'
import { unseen } from '../testing/unseen.ts'
import { MAX_TEMPLATE_BYTES } from '../aws/cloudformation/limits.ts'
import { reviewTemplate } from './review.ts'

const builtIn = readFileSync(
  new URL('../../resources/eco-role.template.json', import.meta.url),
  'utf8',
)
const templateSchema = z.object({
  Resources: z.object({
    SpotFinOpsPolicy: z.object({ Properties: z.object({ PolicyDocument: z.unknown() }) }),
  }),
})
const review = (body: string) => reviewTemplate(body, 'file', 'own.yaml')
const codeOf = (body: string): string => {
  try {
    review(body)
    return 'accepted'
  } catch (error) {
    return error instanceof AppFailure ? error.error.code : String(error)
  }
}

describe('the built-in template', () => {
  const own = reviewTemplate(builtIn, 'built-in', 'eco-role.template.json')

  it('trusts the two accounts of Spot and nobody else', () => {
    expect(own.principals).toEqual([
      'arn:aws:iam::884866656237:root',
      'arn:aws:iam::627743545735:root',
    ])
  })

  it('asks for no external ID of its own', () => {
    expect(own.externalIds).toEqual([])
  })

  it('writes in one place only, and that is not in the account', () => {
    const writing = own.statements.filter(({ access }) => access === 'write')
    expect(writing.map(({ id, resources }) => ({ id, resources }))).toEqual([
      { id: 'S3SyncPermissions', resources: ['arn:aws:s3:::sc-customer-*'] },
    ])
  })

  it('reads objects of the report bucket only', () => {
    const readers = own.statements.filter(({ actions }) =>
      actions.some(({ text }) => text === 's3:Get*'),
    )
    expect(readers.map(({ resources }) => resources)).toEqual([
      ['arn:aws:s3:::${CostAndUsageBucket}/*'],
    ])
  })

  it('asks for nothing that AWS’s reference does not know, and reveals no secret', () => {
    const all = own.statements.flatMap(({ actions }) => actions)
    expect(all.filter(({ may }) => may !== 'reads').map(({ text }) => text)).toEqual([
      's3:AbortMultipartUpload',
      's3:PutObject',
      's3:PutObjectTagging',
      's3:PutObjectAcl',
    ])
    expect(all.filter(({ grows }) => grows).map(({ text }) => text)).toContain('s3:Get*')
    expect(own.actionData.date).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  })

  it('creates one role and one policy, and fits into a request', () => {
    expect(own.resources.map(({ type }) => type).toSorted()).toEqual([
      'AWS::IAM::ManagedPolicy',
      'AWS::IAM::Role',
    ])
    expect(own.bytes).toBeLessThan(MAX_TEMPLATE_BYTES)
    const { Resources } = templateSchema.parse(JSON.parse(builtIn))
    const document = Resources.SpotFinOpsPolicy.Properties.PolicyDocument
    // IAM counts a managed policy without white space.
    expect(JSON.stringify(document).length).toBeLessThan(6144)
  })

  it('keeps the parameters and the output that Spot documents', () => {
    const shown = own.parameters.map(({ name, defaultValue, field }) => [name, defaultValue, field])
    expect(shown).toEqual([
      ['CostAndUsageBucket', '', 'bucketName'],
      ['RoleName', 'SpotByNetApp_Finops_ReadOnly', 'roleName'],
      ['PolicyName', 'SpotByNetApp_Finops_ReadOnly_Policy', 'policyName'],
      ['ExternalId', '', 'externalId'],
    ])
    expect(own.asksForId).toBe('optional')
    expect(builtIn).toContain('"SpotFinOpsRoleArn"')
  })
})

describe('a template of the user’s own', () => {
  const role = `
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: { Effect: Allow, Action: sts:AssumeRole, Principal: { AWS: !Ref Trusted } }
      Policies:
        - PolicyName: p
          PolicyDocument:
            Statement:
              - { Sid: A, Effect: Allow, Action: [s3:GetObject, s3:PutObject], Resource: !Sub 'arn:aws:s3:::\${B}/*' }
              - { Effect: Allow, NotAction: 'iam:*', Resource: '*' }
              - { Effect: Deny, Action: 's3:Delete*', Resource: '*' }
`

  it('is read in YAML with short tags', () => {
    const own = review(role)
    expect(own.principals).toEqual(['${Trusted}'])
    expect(own.statements).toEqual([
      {
        id: 'A',
        actions: [
          { text: 's3:GetObject', may: 'reads', grows: false },
          { text: 's3:PutObject', may: 'writes', grows: false },
        ],
        resources: ['arn:aws:s3:::${B}/*'],
        access: 'write',
      },
      {
        id: 'Role-2',
        actions: [{ text: 'all but iam:*', may: 'writes', grows: true }],
        resources: ['*'],
        access: 'write',
      },
      {
        id: 'Role-3',
        actions: [{ text: 'never s3:Delete*', may: 'forbids', grows: false }],
        resources: ['*'],
        access: 'read',
      },
    ])
  })

  it('is refused with the reason', () => {
    expect(codeOf('{"Resources": {')).toBe('template-not-parsable')
    expect(codeOf('hello')).toBe('template-not-parsable')
    expect(codeOf('[]')).toBe('template-not-parsable')
    expect(codeOf('{"Resources":{}}')).toBe('template-no-role')
    expect(codeOf(`${role}  Box: { Type: AWS::EC2::Instance }\n`)).toBe(
      'template-foreign-resources',
    )
    const room = MAX_TEMPLATE_BYTES - Buffer.byteLength(`${role}# é`)
    expect(codeOf(`${role}# é${'x'.repeat(room)}`)).toBe('accepted')
    expect(codeOf(`${role}# é${'x'.repeat(room + 1)}`)).toBe('template-too-large')
  })

  it('never makes the reader throw anything but a sentence', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (body) => {
        expect(codeOf(body)).toMatch(/^(accepted|template-)/)
      }),
    )
  })
})

describe('what is not understood', () => {
  const TRUST = {
    Statement: { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: '884866656237' } },
  }
  type Parts = { properties?: object; parameters?: object; trust?: unknown; more?: object }
  const template = ({ properties, parameters, trust = TRUST, more }: Parts) =>
    JSON.stringify({
      Parameters: parameters ?? {},
      Resources: {
        Role: {
          Type: 'AWS::IAM::Role',
          Properties: { AssumeRolePolicyDocument: trust, ...properties },
        },
        ...more,
      },
    })
  const statementsOf = (parts: Parts) => review(template(parts)).statements
  const policies = (Statement: unknown) => ({
    properties: { Policies: [{ PolicyName: 'p', PolicyDocument: { Statement } }] },
  })
  const read = { Sid: 'R', Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }
  const all = { Sid: 'W', Effect: 'Allow', Action: '*', Resource: '*' }
  const If = (...branches: unknown[]) => ({ 'Fn::If': ['C', ...branches] })
  const NoValue = { Ref: 'AWS::NoValue' }

  it('is shown in both cases when a condition decides', () => {
    const found = statementsOf(policies([read, If(all, read), If(NoValue, all)]))
    expect(found.map(({ id, access }) => [id, access])).toEqual([
      ['R', 'read'],
      ['W (if C)', 'write'],
      ['R (if not C)', 'read'],
      ['W (if not C)', 'write'],
    ])
    const inside = statementsOf(policies({ ...read, Action: If('s3:GetObject', ['*']) }))
    expect(inside).toMatchObject([
      {
        id: 'R',
        actions: [
          { text: 's3:GetObject (if C)', may: 'reads' },
          { text: '* (if not C)', may: 'writes' },
        ],
        access: 'write',
      },
    ])
    const Policies = If([{ PolicyName: 'p', PolicyDocument: { Statement: all } }], NoValue)
    expect(statementsOf({ properties: { Policies } })).toMatchObject([
      { id: 'W (if C)', actions: [{ text: '*', may: 'writes', grows: true }], access: 'write' },
    ])
  })

  it.each([
    ['a statement with an unknown member', policies({ ...read, Extra: 1 })],
    ['a statement without a resource', policies({ Effect: 'Allow', Action: 's3:GetObject' })],
    ['a statement with an empty resource', policies({ ...read, Resource: [NoValue] })],
    ['an effect that depends', policies({ ...read, Effect: { Ref: 'E' } })],
    ['an action that depends', policies({ ...read, Action: { 'Fn::Sub': 's3:Get${X}' } })],
    ['a function for the statements', policies({ 'Fn::FindInMap': ['a', 'b', 'c'] })],
    ['a function for the policies', { properties: { Policies: { 'Fn::Split': [',', 'a'] } } }],
    ['a macro among the properties', { properties: { 'Fn::Transform': { Name: 'AWS::Include' } } }],
    ['an ARN put together', { properties: { ManagedPolicyArns: [{ 'Fn::Join': ['', 'x'] }] } }],
  ] as [string, Parts][])('is a permission to write: %s', (_name, parts) => {
    const found = statementsOf(parts)
    expect(found.map(({ access }) => access)).toEqual(['write'])
    expect(found[0]?.actions).toMatchObject([{ may: 'not-known', grows: false }])
    expect(found[0]?.actions[0]?.text).toContain('not understood: ')
  })

  it('shows the default of a parameter that names a policy', () => {
    const arn = 'arn:aws:iam::aws:policy/AdministratorAccess'
    const [found] = statementsOf({
      parameters: { P: { Type: 'String', Default: arn } },
      properties: { ManagedPolicyArns: [{ Ref: 'P' }] },
    })
    expect(found).toMatchObject({ access: 'write', resources: ['*'] })
    expect(found?.actions).toMatchObject([
      { text: `not understood: {"Ref":"P"} (default of P: ${arn})`, may: 'not-known' },
    ])
  })

  it('puts together the ARN of an attached policy where it can', () => {
    const parts = ['arn', { Ref: 'AWS::Partition' }, 'iam', '', 'aws', 'policy/PowerUserAccess']
    const properties = { ManagedPolicyArns: [{ 'Fn::Join': [':', parts] }] }
    const arn = 'arn:aws:iam::aws:policy/PowerUserAccess'
    expect(statementsOf({ properties })).toEqual([
      {
        id: arn,
        actions: [{ text: arn, may: 'not-known', grows: false }],
        resources: ['*'],
        access: 'write',
      },
    ])
  })

  it('lists a policy of the same template once, and tells whom else it is attached to', () => {
    const Policy = (Properties: object) => ({
      more: {
        Policy: {
          Type: 'AWS::IAM::ManagedPolicy',
          Properties: { PolicyDocument: { Statement: read }, ...Properties },
        },
      },
    })
    const attached = { properties: { ManagedPolicyArns: [{ Ref: 'Policy' }] } }
    expect(statementsOf({ ...attached, ...Policy({}) })).toMatchObject([{ id: 'R' }])
    expect(statementsOf(Policy({ Roles: [{ Ref: 'Role' }] }))).toMatchObject([{ id: 'R' }])
    expect(statementsOf(Policy({ Roles: ['Admin'], Users: ['eve'] }))).toMatchObject([
      { id: 'R', access: 'read' },
      { id: 'Policy Users', actions: [{ text: 'attached to Users: eve' }], access: 'write' },
      { id: 'Policy Roles', actions: [{ text: 'attached to Roles: Admin' }], access: 'write' },
    ])
  })

  it('says of each action what it may do, and where AWS may add more', () => {
    const mayOf = (Action: string, Resource = '*') =>
      statementsOf(policies({ ...read, Action, Resource })).flatMap(({ actions, access }) =>
        actions.map(({ may, grows }) => [may, grows, access]),
      )
    expect(mayOf('sqs:ReceiveMessage')).toEqual([['reads', false, 'read']])
    expect(mayOf('sts:GetWebIdentityToken')).toEqual([['writes', false, 'write']])
    expect(mayOf('secretsmanager:GetSecretValue')).toEqual([['reveals', false, 'write']])
    expect(mayOf('s3:GetEverything')).toEqual([['not-known', false, 'write']])
    // Credentials for data are given by an instance of S3 Access Grants, which is no bucket.
    expect(mayOf('s3:Get*', 'arn:aws:s3:::box/*')).toEqual([['reads', true, 'read']])
    expect(mayOf('s3:Get*', '*')).toEqual([['reveals', true, 'write']])
    expect(mayOf('s3:Get*', 'arn:*')).toEqual([['reveals', true, 'write']])
    expect(mayOf('s3:GetDataAccess', 'arn:aws:s3:::box/*')).toEqual([['reveals', false, 'write']])
  })

  it('shows what is left out as left out', () => {
    const { Resource: _all, ...rest } = read
    expect(statementsOf(policies({ ...rest, NotResource: 'arn:aws:s3:::x' }))).toMatchObject([
      { resources: ['all but arn:aws:s3:::x'], access: 'read' },
    ])
    const denied = {
      ...all,
      Effect: 'Deny',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    }
    expect(statementsOf(policies(denied))).toMatchObject([
      { actions: [{ text: 'under a condition never *', may: 'forbids' }], access: 'read' },
    ])
  })

  it('never has two statements of one name', () => {
    const found = statementsOf(policies([read, { ...all, Sid: 'R' }]))
    expect(found.map(({ id }) => id)).toEqual(['R', 'R #2'])
  })

  it('is whatever a macro may put into the template', () => {
    const body = JSON.stringify({ ...JSON.parse(template({})), Transform: 'AWS::Include' })
    expect(review(body).statements).toMatchObject([{ id: 'Transform', access: 'write' }])
    expect(codeOf(`${template({})}\n--- !Nobody x`)).toBe('template-not-parsable')
    expect(codeOf('Resources: !Nobody { R: { Type: AWS::IAM::Role } }')).toBe(
      'template-not-parsable',
    )
  })

  it.each(['User', 'AccessKey', 'Group', 'InstanceProfile', 'OIDCProvider'])(
    'is refused as a resource: %s',
    (name) => {
      const more = { Other: { Type: `AWS::IAM::${name}`, Properties: {} } }
      expect(codeOf(template({ more }))).toBe('template-foreign-resources')
    },
  )

  it('names everybody who may be trusted', () => {
    const ROOT = 'arn:aws:iam::884866656237:root'
    const trusting = (Principal: unknown, Condition = {}) => ({
      Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal, Condition }],
    })
    const principalsOf = (parts: Parts) => review(template(parts)).principals
    expect(principalsOf({ trust: If(TRUST, trusting('*')) })).toEqual([
      `${ROOT} (if C)`,
      '* (if not C)',
    ])
    expect(principalsOf({ trust: trusting({ AWS: ['884866656237', If('*', NoValue)] }) })).toEqual([
      ROOT,
      '* (if C)',
    ])
    expect(principalsOf({ trust: trusting({ Service: 'ec2.amazonaws.com' }) })).toEqual([
      'Service:ec2.amazonaws.com',
    ])
    for (const trust of [{}, { Ref: 'Trust' }, trusting({ 'Fn::Split': [',', 'a'] }), 'text']) {
      expect(principalsOf({ trust }).join()).toContain('not understood: ')
    }
    const parameters = { Spot: { Type: 'Number', Default: 884866656237 } }
    expect(principalsOf({ parameters, trust: trusting({ AWS: { Ref: 'Spot' } }) })).toEqual([ROOT])
    const Principal = { AWS: { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${Spot}:root' } }
    expect(principalsOf({ parameters, trust: trusting(Principal) })).toEqual([ROOT])
    const Condition = { StringEquals: { 'sts:ExternalId': ['eco-1', { Ref: 'ExternalId' }] } }
    expect(review(template({ trust: trusting('*', Condition) })).externalIds).toEqual(['eco-1'])
  })
})

describe('a template that hides something', () => {
  const SPOT = 'arn:aws:iam::884866656237:root'
  const honest = {
    principal: SPOT,
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::sc-customer-1/*',
  }
  const templateWith = ({ principal, action, resource }: typeof honest): string =>
    JSON.stringify({
      Resources: {
        Role: {
          Type: 'AWS::IAM::Role',
          Properties: {
            AssumeRolePolicyDocument: {
              Statement: {
                Effect: 'Allow',
                Action: 'sts:AssumeRole',
                Principal: { AWS: principal },
              },
            },
            Policies: [
              {
                PolicyName: 'p',
                PolicyDocument: {
                  Statement: {
                    Sid: 'S3SyncPermissions',
                    Effect: 'Allow',
                    Action: action,
                    Resource: resource,
                  },
                },
              },
            ],
          },
        },
      },
    })
  const hidden = fc
    .tuple(fc.constantFrom('principal', 'action', 'resource'), unseen, fc.nat(30))
    .map(([part, character, at]) => {
      const text = honest[part]
      const place = at % (text.length + 1)
      const deceptive = `${text.slice(0, place)}${character}${text.slice(place)}`
      return { part, body: templateWith({ ...honest, [part]: deceptive }) }
    })

  it('in who, what or where is told, and none of it looks like what it is not', () => {
    expect(review(templateWith(honest)).unseen).toEqual([])
    fc.assert(
      fc.property(hidden, ({ part, body }) => {
        const own = review(body)
        expect(own.unseen).toHaveLength(1)
        expect(own.unseen[0]).toMatch(/^not understood: /)
        expect(own.principals.includes(SPOT)).toBe(part !== 'principal')
        const [statement] = own.statements
        expect(statement?.access).toBe(part === 'principal' ? 'read' : 'write')
        expect(statement?.resources.includes(honest.resource)).toBe(part !== 'resource')
        const texts = statement?.actions.map(({ text }) => text)
        expect(texts?.includes(honest.action)).toBe(part !== 'action')
      }),
    )
  })

  it('in the default of a parameter is found where it is used', () => {
    const own = review(`
Parameters: { Who: { Type: String, Default: "${SPOT}\\u202e" } }
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement: { Effect: Allow, Action: sts:AssumeRole, Principal: { AWS: !Ref Who } }
`)
    expect(own.principals).toEqual([`not understood: “${SPOT}\u202e”`])
    expect(own.unseen).toEqual(own.principals)
  })
})
