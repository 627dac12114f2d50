import { describe, expect, test } from 'vitest'
import { compareGrants, grantsOf } from '../aws/iam/grants.ts'
import { builtInTemplate } from '../steps/testing/ground.ts'
import { grantedBy } from './granted.ts'

const VALUES = {
  'AWS::AccountId': '418207315602',
  'AWS::StackName': 'SpotEcoConnect',
  CostAndUsageBucket: 'our-reports',
  RoleName: 'Spot',
  PolicyName: 'Spot_Policy',
  ExternalId: 'abc-123',
}

const template = (role: object, others: object = {}, more: object = {}) =>
  JSON.stringify({
    ...more,
    Resources: {
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: {
          AssumeRolePolicyDocument: {
            Statement: {
              Effect: 'Allow',
              Principal: { AWS: '884866656237' },
              Action: 'sts:AssumeRole',
            },
          },
          ...role,
        },
      },
      ...others,
    },
  })
const document = (Action: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action, Resource: '*' }],
})
const actionsIn = (body: string, values: Record<string, string> = {}): string[] | null => {
  const granted = grantedBy(body, { ...VALUES, ...values })
  return (
    granted && granted.policies.flatMap((one) => (grantsOf(one) ?? []).map(({ action }) => action))
  )
}

describe('what the template gives', () => {
  test('is its policy with the values that were sent', () => {
    const granted = grantedBy(builtInTemplate, VALUES)
    expect(granted).toMatchObject({
      policies: [{ policy: 'Spot_Policy' }],
      attached: [],
      boundary: '',
      trust: { externalIds: ['abc-123'] },
    })
    const grants = granted?.policies.flatMap((one) => grantsOf(one) ?? []) ?? []
    expect(grants.map(({ resource }) => resource)).toContain('arn:aws:s3:::our-reports/*')
    expect(compareGrants(grants, grants)).toEqual({ more: [], less: [] })
  })

  test('without an external ID asks for none', () => {
    expect(grantedBy(builtInTemplate, { ...VALUES, ExternalId: '' })?.trust?.externalIds).toEqual(
      [],
    )
  })

  test('is what stands in the role, and what names it', () => {
    const body = template(
      {
        RoleName: { Ref: 'RoleName' },
        Policies: [{ PolicyName: 'Inside', PolicyDocument: document('a:Inside') }],
        ManagedPolicyArns: [{ Ref: 'Attached' }, 'arn:aws:iam::aws:policy/SecurityAudit'],
        PermissionsBoundary: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:policy/Limit' },
      },
      {
        Attached: {
          Type: 'AWS::IAM::ManagedPolicy',
          Properties: { PolicyDocument: document('a:Attached') },
        },
        ByRef: {
          Type: 'AWS::IAM::Policy',
          Properties: {
            PolicyName: 'x',
            Roles: [{ Ref: 'Role' }],
            PolicyDocument: document('a:ByRef'),
          },
        },
        ByName: {
          Type: 'AWS::IAM::RolePolicy',
          Properties: { PolicyName: 'y', RoleName: 'Spot', PolicyDocument: document('a:ByName') },
        },
        Elsewhere: {
          Type: 'AWS::IAM::ManagedPolicy',
          Properties: { Roles: ['Another'], PolicyDocument: document('a:Elsewhere') },
        },
      },
      { Parameters: { RoleName: { Type: 'String' } } },
    )
    expect(actionsIn(body)?.toSorted()).toEqual(['a:Attached', 'a:ByName', 'a:ByRef', 'a:Inside'])
    expect(grantedBy(body, VALUES)).toMatchObject({
      attached: ['arn:aws:iam::aws:policy/SecurityAudit'],
      boundary: 'arn:aws:iam::418207315602:policy/Limit',
    })
  })

  test('follows the conditions of the template', () => {
    const body = template(
      {
        Policies: [
          {
            'Fn::If': [
              'Wide',
              { PolicyName: 'W', PolicyDocument: document('a:Wide') },
              { Ref: 'AWS::NoValue' },
            ],
          },
        ],
      },
      {},
      {
        Parameters: { Size: { Type: 'String' } },
        Conditions: { Wide: { 'Fn::Equals': [{ Ref: 'Size' }, 'wide'] } },
      },
    )
    expect(actionsIn(body, { Size: 'wide' })).toEqual(['a:Wide'])
    expect(actionsIn(body, { Size: 'slim' })).toEqual([])
    expect(actionsIn(body)).toBeNull()
  })

  test('is not known where a value is not', () => {
    const body = template({
      Policies: [{ PolicyName: 'x', PolicyDocument: document('{{resolve:ssm:action}}') }],
    })
    expect(grantedBy(body, VALUES)).toBeNull()
    expect(grantedBy(template({ ManagedPolicyArns: { Ref: 'Arns' } }), VALUES)).toBeNull()
  })
})
