import type { CreateStackCommandInput } from '@aws-sdk/client-cloudformation'

export const payer = '418207315602'
export const roleName = 'SpotByNetApp_Finops_ReadOnly'
export const roleArn = `arn:aws:iam::${payer}:role/${roleName}`

/** A small template with the functions that real ones use. */
export const template = `
AWSTemplateFormatVersion: '2010-09-09'
Description: A role for Spot
Parameters:
  CostAndUsageBucket: { Type: String, AllowedPattern: '[a-z0-9.-]{3,63}' }
  RoleName: { Type: String, Default: ${roleName} }
  ExternalId: { Type: String, Default: '' }
Conditions:
  HasExternalId: !Not [!Equals [!Ref ExternalId, '']]
Resources:
  SpotRole:
    Type: AWS::IAM::Role
    Properties:
      RoleName: !Ref RoleName
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: { AWS: ['arn:aws:iam::884866656237:root'] }
            Action: sts:AssumeRole
            Condition: !If
              - HasExternalId
              - { StringEquals: { 'sts:ExternalId': !Ref ExternalId } }
              - !Ref AWS::NoValue
      Policies:
        - PolicyName: inline
          PolicyDocument:
            Version: '2012-10-17'
            Statement: { Effect: Allow, Action: 'ce:Get*', Resource: '*' }
  SpotPolicy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      ManagedPolicyName: !Join ['_', [!Ref RoleName, Policy]]
      Roles: [!Ref SpotRole]
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: ['s3:ListBucket']
            Resource: !Sub 'arn:aws:s3:::\${CostAndUsageBucket}'
          - Effect: Allow
            Action: ['s3:Get*']
            Resource: !Sub 'arn:aws:s3:::\${CostAndUsageBucket}/*'
          - { Effect: Deny, Action: 's3:GetObjectAcl', Resource: '*' }
Outputs:
  SpotFinOpsRoleArn:
    Description: The role's ARN
    Value: !GetAtt SpotRole.Arn
`

export const request: CreateStackCommandInput = {
  StackName: 'spot-eco',
  TemplateBody: template,
  Parameters: [{ ParameterKey: 'CostAndUsageBucket', ParameterValue: 'my-reports' }],
  Capabilities: ['CAPABILITY_NAMED_IAM'],
  ClientRequestToken: 'token-1',
  Tags: [{ Key: 'made-by', Value: 'eco-connect' }],
}
