import { describe, expect, it, test } from 'vitest'
import { AppFailure } from '../errors/failure.ts'
import { reviewTemplate } from './review.ts'

const ROOT = 'arn:aws:iam::884866656237:root'
type Parts = {
  principal?: string
  condition?: string
  more?: string
  role?: string
  head?: string
  name?: string
}
/** A template of which one part is another; the principal is in line 12, behind column 33. */
const template = ({ principal, condition, more, role, head, name }: Parts): string =>
  [
    head ?? 'Description: a role',
    'Mappings:',
    '  Vendor: { aws: { Account: "884866656237", Names: "a,b" }, us-east-1: { Account: 012345670123 } }',
    'Resources:',
    '  Role:',
    '    Type: AWS::IAM::Role',
    `    ${role ?? 'DeletionPolicy: Delete'}`,
    '    Properties:',
    `      RoleName: ${name ?? 'Eco'}`,
    '      AssumeRolePolicyDocument:',
    '        Statement:',
    `          - Principal: { AWS: ${principal ?? ROOT} }`,
    '            Effect: Allow',
    '            Action: sts:AssumeRole',
    ...(condition ? [`            Condition: ${condition}`] : []),
    more ?? '',
  ].join('\n')
const safe = (parts: Parts): string =>
  template(parts).replace('Account: 012345670123', 'Account: "111122223333"')
const review = (parts: Parts) => reviewTemplate(safe(parts), 'file', 'own.yaml')
const refused = (body: string): unknown => {
  try {
    reviewTemplate(body, 'file', 'own.yaml')
  } catch (error) {
    if (error instanceof AppFailure) return { code: error.error.code, ...error.error.facts }
  }
  return 'accepted'
}

describe('a template whose role is made by a macro', () => {
  it.each([
    [
      'Resources:\n  Fn::ForEach::Roles: [N, [a, b], { "R${N}": { Type: AWS::IAM::Role } }]',
      'Fn::ForEach::Roles',
      '2',
    ],
    [
      'Resources:\n  Fn::Transform:\n    Name: AWS::Include\n    Parameters: { Location: s3://b/x }',
      'Fn::Transform',
      '2',
    ],
    ['Transform: AWS::Include\nResources: {}', 'Transform', '1'],
  ])('is told as that, with its place: %s', (body, what, line) => {
    expect(refused(body)).toMatchObject({ code: 'template-unresolved', what, line })
  })

  it('is no template without a role that nothing would make', () => {
    expect(refused('Resources: {}')).toMatchObject({ code: 'template-no-role' })
  })
})

describe('a value that is looked up or put together', () => {
  it.each([
    ['a map', '!FindInMap [Vendor, aws, Account]'],
    ['a map by a pseudo parameter', '!FindInMap [Vendor, !Ref AWS::Partition, Account]'],
    [
      'a map inside a text',
      '!Sub ["arn:${AWS::Partition}:iam::${A}:root", { A: !FindInMap [Vendor, aws, Account] }]',
    ],
    ['parts', `!Join [":", [arn, aws, iam, "", "884866656237", root]]`],
    ['a choice', `!Select [1, [x, "${ROOT}"]]`],
    ['a piece', `!Select ["0", !Split [",", "884866656237,x"]]`],
    [
      'parts of pieces',
      '!Join ["", ["arn:aws:iam::", !Select [0, !Split ["-", !FindInMap [Vendor, aws, Account]]], ":root"]]',
    ],
    ['a case that is known', `!If [Here, "${ROOT}", "*"]`],
  ])('is shown as what it is: %s', (_kind, principal) => {
    const head = 'Conditions: { Here: !Equals [!Ref AWS::Region, us-east-1] }'
    const own = review({ principal, head })
    expect(own.principals).toEqual([ROOT])
    expect(own.obstacles).toEqual([])
  })

  it('is shown as an external ID and as a name, too', () => {
    const condition = '{ StringEquals: { sts:ExternalId: !Join ["-", [eco, "00123489"]] } }'
    const name = '!Sub Eco-${AWS::Region}'
    const own = review({ condition, name })
    expect(own).toMatchObject({ externalIds: ['eco-00123489'], obstacles: [] })
    expect(own.resources).toMatchObject([{ logicalId: 'Role', name: 'Eco-us-east-1' }])
  })

  it.each([
    ['a map without such a key', '!FindInMap [Vendor, aws, Nobody]'],
    ['a map by an account that may change', '!FindInMap [Vendor, !Ref AWS::AccountId, Account]'],
    ['a value of another stack', '!ImportValue who'],
    ['a secret', '"{{resolve:ssm:/who}}"'],
    ['a secret put together', '!Join ["", ["{{resolve", ":ssm:/who}}"]]'],
    ['a place outside the list', '!Select [7, [a, b]]'],
    ['a length', '!Length [a]'],
    ['a text of JSON', '!ToJsonString { a: b }'],
    ['an included file', '{ Fn::Transform: { Name: AWS::Include } }'],
    ['another role', '!GetAtt Other.Arn'],
    [
      'a case of more conditions than are followed',
      '!If [A, a, !If [B, b, !If [C, c, !If [D, d, !If [E, e, !If [F, f, g]]]]]]',
    ],
  ])('cannot be approved when only AWS knows it: %s', (_kind, principal) => {
    const { obstacles } = review({ principal })
    expect(obstacles[0]).toMatchObject({ kind: 'unresolved', line: 12 })
    expect(obstacles[0]?.column).toBeGreaterThan(12)
  })

  it('may be one that the form fills in', () => {
    const head = 'Parameters: { Who: { Type: String }, RoleName: { Type: String } }'
    expect(review({ head, principal: '!Ref Who', name: '!Ref RoleName' }).obstacles).toEqual([])
    const looked = 'Parameters: { Who: { Type: AWS::SSM::Parameter::Value<String>, Default: /w } }'
    expect(review({ head: looked, principal: '!Ref Who' }).obstacles).toMatchObject([
      { line: 1, what: 'Who (AWS::SSM::Parameter::Value<String>)' },
      { line: 12 },
    ])
  })

  it.each(['AWS::SSM::Parameter::Name', 'List<AWS::EC2::Subnet::Id>', 'AWS::EC2::VPC::Id'])(
    'is known where %s is what is sent',
    (Type) => {
      const head = `Parameters: { Stage: { Type: "${Type}", Default: /eco/stage } }`
      expect(review({ head }).obstacles).toEqual([])
      expect(review({ head, name: '!Ref Stage' }).parameters).toMatchObject([
        { name: 'Stage', defaultValue: '/eco/stage', rule: { type: Type } },
      ])
    },
  )

  it.each(['String', 'List<String>', 'CommaDelimitedList', 'AWS::EC2::Image::Id'])(
    'is not known where only Systems Manager has the value: %s',
    (kept) => {
      const type = `AWS::SSM::Parameter::Value<${kept}>`
      const head = `Parameters: { Stage: { Type: "${type}", Default: /eco/stage } }`
      expect(review({ head }).obstacles).toMatchObject([
        { kind: 'unresolved', line: 1, what: `Stage (${type})` },
      ])
    },
  )

  it('is known where the template wants it kept from everybody, but for an external ID', () => {
    const head = 'Parameters: { Who: { Type: String, NoEcho: true } }'
    expect(review({ head, principal: '!Ref Who' }).obstacles).toMatchObject([{ line: 12 }])
    expect(review({ head, name: '!Ref Who' }).obstacles).toHaveLength(1)
  })

  it.each(['[Given, !ImportValue who, a]', '[Given, a, !ImportValue who]'])(
    'cannot be approved in a case that the form decides: %s',
    (cases) => {
      const head = [
        'Parameters: { ExternalId: { Type: String } }',
        'Conditions: { Given: !Not [!Equals [!Ref ExternalId, ""]] }',
      ].join('\n')
      expect(review({ head, principal: `!If ${cases}` }).obstacles).toMatchObject([{ line: 13 }])
    },
  )

  it.each([
    ['a name', { name: '!ImportValue name' }, 9],
    ['a transform', { head: 'Transform: AWS::LanguageExtensions' }, 1],
    ['a loop', { more: 'Outputs: { Fn::ForEach::All: { Value: x } }' }, 15],
    ['a loop as it is written', { more: 'Outputs: { Fn::ForEach::All: [N, [a], { x: y }] }' }, 15],
    ['a loop of roles', { more: '  Fn::ForEach::All: [N, [a], { x: { Type: y } }]' }, 15],
    ['resources of another file', { more: '  Fn::Transform: { Name: AWS::Include }' }, 15],
    ['a loop of conditions', { more: 'Conditions: { Fn::ForEach::All: [N, [a], { x: y }] }' }, 15],
    [
      'parameters of another file',
      { more: 'Parameters: { Fn::Transform: { Name: AWS::Include } }' },
      15,
    ],
    ['policies', {}, 9],
  ])('cannot be approved outside the trust either: %s', (kind, parts, line) => {
    const body =
      kind === 'policies'
        ? safe({}).replace('      RoleName: Eco', '      ManagedPolicyArns: [!ImportValue p]')
        : safe(parts)
    const { obstacles } = reviewTemplate(body, 'file', 'own.yaml')
    expect(obstacles).toMatchObject([{ kind: 'unresolved', line }])
  })
})

test('a condition of the trust is shown with whom it is about, and nothing of it is left open', () => {
  const condition = '{ StringLike: { "sts:RoleSessionName": "${aws:username}" } }'
  const { principals, obstacles } = review({ condition })
  expect(principals).toEqual([`${ROOT} (if StringLike sts:RoleSessionName [aws:username])`])
  expect(obstacles).toEqual([])
  const open = '{ StringEquals: { "aws:PrincipalOrgID": !ImportValue org } }'
  expect(review({ condition: open }).obstacles).toMatchObject([{ kind: 'unresolved', line: 15 }])
})

describe('a template that a vendor gives away', () => {
  const given =
    'Parameters: { ExternalId: { Type: String, Default: "" }, Hub: { Type: String, Default: "884866656237" }, Roles: { Type: CommaDelimitedList, Default: "arn:aws:iam::884866656237:role/a,arn:aws:iam::884866656237:role/b" } }\nConditions: { Use: !Not [!Equals [!Ref ExternalId, ""]] }'

  /** Forms from templates of vendors in public repositories, reduced. */
  it.each<[string, Parts, string[]]>([
    ['an account that is a parameter', { principal: '!Sub "arn:aws:iam::${Hub}:root"' }, [ROOT]],
    [
      'a list of roles',
      { principal: '!Ref Roles' },
      ['arn:aws:iam::884866656237:role/a', 'arn:aws:iam::884866656237:role/b'],
    ],
    [
      'one of a list',
      { principal: '!Select [0, !Ref Roles]' },
      ['arn:aws:iam::884866656237:role/a'],
    ],
    [
      'an account by a condition',
      {
        principal: '!Sub ["arn:aws:iam::${A}:root", { A: !If [Use, "111122223333", !Ref Hub] }]',
        // What the trust asks for as its external ID can be entered: both cases may come about.
        condition: '{ StringEquals: { sts:ExternalId: !Ref ExternalId } }',
      },
      ['arn:aws:iam::111122223333:root (if Use)', `${ROOT} (if not Use)`],
    ],
    [
      'an external ID that may be left out',
      {
        principal: '!Ref Hub',
        condition:
          '!If [Use, { StringEquals: { sts:ExternalId: !Ref ExternalId } }, !Ref AWS::NoValue]',
      },
      [ROOT],
    ],
  ])('is read: %s', (_what, parts, principals) => {
    expect(review({ head: given, ...parts })).toMatchObject({ principals, obstacles: [] })
  })

  it.each<[string, Parts, string]>([
    ['account', { principal: '"arn:aws:iam::${VENDOR_ACCOUNT}:root"' }, '${VENDOR_ACCOUNT}'],
    [
      'external ID',
      { condition: '{ StringEquals: { sts:ExternalId: "${EXTERNAL_ID}" } }' },
      '${EXTERNAL_ID}',
    ],
    ['escaped account', { principal: '!Sub "arn:aws:iam::${!ACCOUNT}:root"' }, '${ACCOUNT}'],
  ])('is not approved with a place in it that nobody filled in: %s', (_what, parts, what) => {
    expect(review(parts).obstacles).toMatchObject([{ kind: 'unfilled', what }])
  })

  it('tells where nobody filled it in', () => {
    const { obstacles } = review({ principal: '"arn:aws:iam::${VENDOR_ACCOUNT}:root"' })
    expect(obstacles).toMatchObject([{ line: 12, column: 31 }])
  })

  it('is read with all that YAML allows around it', () => {
    for (const [before, after] of [
      ['---\n', ''],
      ['%YAML 1.1\n---\n', ''],
      ['\uFEFF', ''],
      ['# ours\n\n', '\n...\n'],
    ] as const) {
      const body = `${before}${safe({})}${after}`
      expect(reviewTemplate(body, 'file', 'own.yaml').principals).toEqual([ROOT])
      expect(reviewTemplate(body.replaceAll('\n', '\r\n'), 'file', '').principals).toEqual([ROOT])
    }
    expect(refused(`${safe({})}\n---\nother: one\n`)).toMatchObject({
      code: 'template-not-parsable',
    })
  })

  it.each([
    ['2024-01-02', '2024-01-02'],
    ['12345678901234567890123', '12345678901234567890123'],
    ['12e03', '12e03'],
    ['1.2e3', '1.2e3'],
  ])('has an external ID as it stands: %s', (written, id) => {
    const condition = `{ StringEquals: { sts:ExternalId: ${written} } }`
    expect(review({ condition })).toMatchObject({ externalIds: [id], obstacles: [] })
  })

  it.each(['0x1F', '1.50', '+123', 'off'])(
    'has an external ID that AWS reads otherwise: %s',
    (id) => {
      const condition = `{ StringEquals: { sts:ExternalId: ${id} } }`
      expect(review({ condition }).obstacles).toMatchObject([{ kind: 'misread', written: id }])
    },
  )
})

describe('what AWS takes for something else', () => {
  it('is told with its place, and shown as what AWS gets', () => {
    const own = review({ principal: '012345670123' })
    expect(own.principals).toEqual(['1402433619'])
    expect(own.obstacles).toEqual([
      { kind: 'misread', written: '012345670123', read: '1402433619', line: 12, column: 31 },
    ])
    expect(review({ principal: '081137507012' })).toMatchObject({
      principals: ['arn:aws:iam::081137507012:root'],
      obstacles: [],
    })
  })

  it.each(['12:30:45', '1234_5678', 'yes'])('is told for an external ID: %s', (id) => {
    const condition = `{ StringEquals: { sts:ExternalId: ${id} } }`
    expect(review({ condition }).obstacles).toMatchObject([{ kind: 'misread', written: id }])
  })

  it.each(['123e4567', '00123489'])('is not there in an external ID that is a text: %s', (id) => {
    const condition = `{ StringEquals: { sts:ExternalId: ${id} } }`
    expect(review({ condition })).toMatchObject({ externalIds: [id], obstacles: [] })
  })

  it('is told in a map, and is the default of a parameter', () => {
    expect(reviewTemplate(template({}), 'file', 'own.yaml').obstacles).toMatchObject([
      { kind: 'misread', written: '012345670123', line: 3 },
    ])
    const head =
      'Parameters: { A: { Type: String, Default: yes }, B: { Type: String, Default: 12:30:45 }, C: { Type: String, Default: 1234_5678 } }'
    expect(review({ head })).toMatchObject({
      obstacles: [],
      parameters: [
        { name: 'A', defaultValue: 'true' },
        { name: 'B', defaultValue: '45045' },
        { name: 'C', defaultValue: '12345678' },
      ],
    })
  })
})

describe('the role for Spot', () => {
  const second = safe({})
    .split('\n')
    .slice(4)
    .join('\n')
    .replace('Role:', 'Second:')
    .replace('RoleName: Eco', 'RoleName: Eco2')
  const output = (value: string, name = 'SpotFinOpsRoleArn') =>
    `Outputs: { ${name}: { Value: ${value} } }`

  it('has to be told where there are several', () => {
    expect(refused(safe({ more: second }))).toMatchObject({
      code: 'template-role-unclear',
      roles: 'Role, Second',
    })
    for (const value of [
      '!GetAtt Second.Arn',
      '!Sub "${Second.Arn}"',
      '!Sub "arn:aws:iam::${AWS::AccountId}:role/Eco2"',
    ]) {
      expect(refused(safe({ more: `${second}\n${output(value)}` })), value).toBe('accepted')
    }
  })

  it('cannot be one that the template does not create', () => {
    expect(refused(safe({ more: output('arn:aws:iam::111122223333:role/Other') }))).toMatchObject({
      code: 'template-role-unclear',
      line: '15',
    })
    expect(refused(safe({ more: output('x', 'Anything') }))).toBe('accepted')
  })

  it('is shown with its condition, and has to come to exist', () => {
    const role = 'Condition: There'
    const head = (condition: string) =>
      `{ Parameters: {RoleName: {Type: String}}, Conditions: {There: ${condition}}}`.slice(1, -1)
    const body = (condition: string) =>
      safe({ role }).replace(
        'Description: a role',
        head(condition).replace(', Conditions', '\nConditions').trim(),
      )
    const unknown = reviewTemplate(body('!Equals [!Ref RoleName, x]'), 'file', '')
    expect(unknown.principals).toEqual([`${ROOT} (if There)`])
    const always = reviewTemplate(body('!Equals [!Ref AWS::Partition, aws]'), 'file', '')
    expect(always.principals).toEqual([ROOT])
    expect(refused(body('!Not [!Equals [!Ref AWS::Partition, aws]]'))).toMatchObject({
      code: 'template-no-role',
    })
  })

  it.each(['AWS::CloudFormation::Stack', 'AWS::CloudFormation::Macro'])(
    'comes with nothing that nobody has read: %s',
    (type) => {
      expect(refused(safe({ more: `  More:\n    Type: ${type}` }))).toMatchObject({
        code: 'template-foreign-resources',
        types: type,
        line: '16',
        column: '5',
      })
    },
  )

  it('may depend on others, and on nothing else that is unknown', () => {
    expect(
      review({ role: 'DependsOn: [Second]', more: `${second}\n${output('!GetAtt Role.Arn')}` }),
    ).toMatchObject({
      obstacles: [],
    })
  })
})

describe('a template whose role for Spot lets no account in', () => {
  const acting = (action: string) => {
    const body = safe({}).replace('Action: sts:AssumeRole', action)
    return reviewTemplate(body, 'file', 'own.yaml')
  }

  it.each(['Action: sts:TagSession', 'Action: [sts:AssumeRoleWithSAML]', 'NotAction: sts:Assume*'])(
    'cannot be used: %s',
    (action) => {
      expect(acting(action).obstacles).toEqual([{ kind: 'closed', line: 10, column: 7 }])
    },
  )

  it.each(['Action: [sts:AssumeRole, sts:TagSession]', 'NotAction: sts:TagSession'])(
    'is not one with %s',
    (action) => {
      expect(acting(action)).toMatchObject({ obstacles: [], principals: [ROOT] })
    },
  )
})
