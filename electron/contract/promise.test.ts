import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { isReportSync } from './purposes.ts'
import { reviewTemplate } from '../template/review.ts'
import { promiseOf } from './promise.ts'

const BUILT_IN = readFileSync(
  new URL('../../resources/eco-role.template.json', import.meta.url),
  'utf8',
)
const SPOT = 'arn:aws:iam::884866656237:root'
const role = (statement: object, more: object = {}) => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: {
      Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: SPOT } }],
    },
    Policies: [{ PolicyName: 'p', PolicyDocument: { Statement: [statement] } }],
    ...more,
  },
})
const forLambda = {
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: {
      Statement: [
        {
          Effect: 'Allow',
          Action: 'sts:AssumeRole',
          Principal: { Service: 'lambda.amazonaws.com' },
        },
      ],
    },
  },
}
const reads = { Effect: 'Allow', Action: 'cur:DescribeReportDefinitions', Resource: '*' }
const file = (resources: object) =>
  reviewTemplate(
    JSON.stringify({
      Resources: resources,
      Outputs: { SpotFinOpsRoleArn: { Value: { 'Fn::GetAtt': ['Role', 'Arn'] } } },
    }),
    'file',
    'own.json',
  )

test('what is promised of the built-in template follows from every one of its permissions', () => {
  const review = reviewTemplate(BUILT_IN, 'built-in', 'eco-role.template.json')
  expect(promiseOf(review)).toBe('built-in')
  for (const { access, actions, ...statement } of review.statements)
    if (access === 'read') expect(actions.filter(({ may }) => may !== 'reads')).toEqual([])
    else expect(isReportSync({ access, actions, ...statement })).toBe(true)
  const changed = BUILT_IN.replace('"cur:GetUsageReport"', '"secretsmanager:GetSecretValue"')
  expect(changed).not.toBe(BUILT_IN)
  expect(promiseOf(reviewTemplate(changed, 'built-in', ''))).toBe('nothing')
})

describe('of a file', () => {
  it('says that it only reads where it does', () => {
    expect(promiseOf(file({ Role: role(reads) }))).toBe('reads')
  })

  it.each([
    ['it writes', { Role: role({ ...reads, Action: 's3:PutObject' }) }],
    ['it reveals secrets', { Role: role({ ...reads, Action: 'secretsmanager:GetSecretValue' }) }],
    ['nobody knows what it may', { Role: role({ ...reads, Action: 's3:GetEverything' }) }],
    [
      'AWS may add to it',
      {
        Role: role(reads, { ManagedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess'] }),
      },
    ],
    ['another role comes of it', { Role: role(reads), Other: forLambda }],
  ])('promises nothing where %s', (_, resources) => {
    expect(promiseOf(file(resources))).toBe('nothing')
  })
})
