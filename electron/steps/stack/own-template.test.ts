import { describe, expect, it } from 'vitest'
import type { World } from '../../../e2e/simulator/index.ts'
import { PAYER } from '../../aws/testing/simulated.ts'
import { sha256Of } from '../../template/review.ts'
import {
  askOf,
  CHECK,
  code,
  create,
  created,
  evidence,
  stacksOf,
  started,
} from '../testing/stack-scene.ts'

type Parts = { principal?: string; id?: string; parameters?: string; role?: string; more?: string }
const template = ({ principal, id, parameters, role, more }: Parts): string =>
  [
    `Parameters: { CostAndUsageBucket: { Type: String }${parameters ? `, ${parameters}` : ''} }`,
    'Mappings: { Vendor: { aws: { Account: 884866656237 }, eu: { Account: "111122223333" } } }',
    'Conditions:',
    '  Here: !Equals [!Ref AWS::Region, us-east-1]',
    `  Maybe: !Equals [x, ${parameters?.startsWith('Who') ? '!Ref Who' : 'y'}]`,
    'Resources:',
    '  Role:',
    '    Type: AWS::IAM::Role',
    `    ${role ?? 'Condition: Here'}`,
    '    Properties:',
    '      RoleName: !Join ["-", [Eco, !Select [1, [a, b]]]]',
    '      AssumeRolePolicyDocument:',
    '        Statement:',
    '          - Effect: Allow',
    '            Action: sts:AssumeRole',
    `            Principal: { AWS: ${principal ?? '884866656237'} }`,
    ...(id ? [`            Condition: { StringEquals: { sts:ExternalId: ${id} } }`] : []),
    '      Policies:',
    '        - PolicyName: read',
    '          PolicyDocument:',
    '            Statement:',
    '              - Effect: Allow',
    '                Action: "s3:*"',
    '                Resource: "*"',
    'Outputs: { SpotFinOpsRoleArn: { Value: !GetAtt Role.Arn } }',
    more ?? '',
  ].join('\n')
const withTemplate = (parts: Parts) => {
  const body = template(parts)
  return started(
    {},
    {
      ownTemplate: { fileName: 'own.yaml', body },
      approvedTemplate: { sha256: sha256Of(body), by: '', at: 0 },
    },
  )
}

describe('the role of a template of one’s own', () => {
  it.each([
    ['a map', { principal: '!FindInMap [Vendor, !Ref AWS::Partition, Account]' }],
    [
      'a text around a map',
      {
        principal:
          '!Sub ["arn:${AWS::Partition}:iam::${A}:root", { A: !FindInMap [Vendor, aws, Account] }]',
      },
    ],
    ['a piece of a text', { principal: '!Select [0, !Split [",", "884866656237,x"]]' }],
    ['a case that is known', { principal: '!If [Here, 884866656237, "*"]' }],
    ['the account itself', { principal: '!Ref AWS::AccountId' }],
    ['the stack', { id: '!Sub "${AWS::StackName}-eco"' }],
    ['an external ID that looks like a number', { id: '00123489' }],
    ['another', { id: '123e4567' }],
  ] satisfies [string, Parts][])('is proven as it was shown: %s', async (_kind, parts) => {
    const { stage, ...late } = await withTemplate(parts)
    const done = await created(late)
    expect(code(done)).toBe('done')
    expect(evidence(done)['role-arn']).toBe(`arn:aws:iam::${PAYER}:role/Eco-b`)
    expect(stacksOf(stage)).toHaveLength(1)
  })

  it.each([
    ['of whom it trusts', { parameters: 'Who: { Type: String }', principal: '!Ref Who' }],
    [
      'of a condition',
      { parameters: 'Who: { Type: String }', role: 'Condition: Maybe', principal: '884866656237' },
    ],
  ] satisfies [string, Parts][])(
    'is proven with the value that was asked for: %s',
    async (_kind, parts) => {
      const { stage, ...late } = await withTemplate(parts)
      expect(askOf(late.status('stack')).parameters.at(-1)).toMatchObject({
        name: 'Who',
        field: 'own',
      })
      const values = { Who: parts.principal === '!Ref Who' ? '884866656237' : 'x' }
      const done = await created(late, { values })
      expect(code(done)).toBe('done')
      expect(stacksOf(stage)[0]?.parameters).toMatchObject(values)
    },
  )

  it('is refused before anything is created where a value would leave no role', async () => {
    const parts = { parameters: 'Who: { Type: String }', role: 'Condition: Maybe' }
    const { stage, ...late } = await withTemplate(parts)
    const refused = await late.after(
      create(askOf(late.status('stack')), { values: { Who: 'another' } }),
    )
    expect(refused).toMatchObject({ error: { code: 'template-unresolved', facts: { line: '9' } } })
    expect(stacksOf(stage)).toHaveLength(0)
  })

  it('is refused beside its field when the external ID is needed, and missing', async () => {
    const parameters = 'EcoId: { Type: String, Default: "" }'
    const needed = await withTemplate({ parameters, id: '!Ref EcoId' })
    expect(askOf(needed.status('stack')).asksForId).toBe('needed')
    const missing = await needed.after(create(askOf(needed.status('stack'))))
    expect(missing).toMatchObject({ problem: { code: 'external-id-needed', field: 'externalId' } })
    expect(stacksOf(needed.stage)).toHaveLength(0)
    expect(code(await created(needed, { externalId: 'x1' }))).toBe('done')
  })

  it('is not asked for an external ID under a name that says so, and is not used so', async () => {
    const unused = await withTemplate({ parameters: 'ExternalId: { Type: String, Default: "" }' })
    expect(askOf(unused.status('stack'))).toMatchObject({ asksForId: 'no', parameters: [{}] })
    const done = await created(unused, { externalId: 'x1' })
    expect(evidence(done)).toMatchObject({ 'external-id-note': 'none' })
  })
})

describe('what the app read in the template is acknowledged', () => {
  const unnamed = template({}).replace(/^ +RoleName:.*\n/m, '')
  const withPolicy = (properties: string): string =>
    unnamed.replace(
      'Outputs:',
      `  Policy: { Type: AWS::IAM::ManagedPolicy, Properties: { ${properties}PolicyDocument: { Statement: [{ Effect: Allow, Action: "s3:*", Resource: "*" }] } } }\nOutputs:`,
    )
  const asked = async (body: string, arrange: (world: World) => void) => {
    const approved = {
      ownTemplate: { fileName: 'own.yaml', body },
      approvedTemplate: { sha256: sha256Of(body), by: '', at: 0 },
    }
    const late = await started({ arrange }, approved)
    const { capabilities } = askOf(late.status('stack'))
    expect(code(await created(late))).toBe('done')
    expect(stacksOf(late.stage)[0]?.capabilities).toEqual(capabilities)
    return capabilities
  }

  it.each([
    ['a role with a name', template({}), ['CAPABILITY_NAMED_IAM']],
    ['a role to which AWS gives a name', unnamed, ['CAPABILITY_IAM']],
    ['a policy with a name', withPolicy('ManagedPolicyName: own, '), ['CAPABILITY_NAMED_IAM']],
    ['a policy to which AWS gives a name', withPolicy(''), ['CAPABILITY_IAM']],
  ])('although ValidateTemplate lists nothing: %s', async (_kind, body, capabilities) => {
    const silent = (world: World): void => void (world.settings.listsCapabilities = false)
    expect(await asked(body, silent)).toEqual(capabilities)
    expect(await asked(body, () => undefined)).toEqual(capabilities)
  })

  it('although nobody may ask ValidateTemplate', async () => {
    const approved = {
      ownTemplate: { fileName: 'own.yaml', body: unnamed },
      approvedTemplate: { sha256: sha256Of(unnamed), by: '', at: 0 },
    }
    const late = await started({}, approved)
    const denial = 'missing-permission'
    late.stage.simulator.inject({ kind: 'accessDenied', operation: 'ValidateTemplate', denial })
    await late.after(CHECK)
    expect(askOf(late.status('stack')).capabilities).toEqual(['CAPABILITY_IAM'])
    expect(code(await created(late))).toBe('done')
  })
})
