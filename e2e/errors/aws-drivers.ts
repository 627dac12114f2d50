import { createBillingTransfers } from '../../electron/aws/sign-in/billing-transfers.ts'
import { createIdentity } from '../../electron/aws/sign-in/identity.ts'
import { createPermissions } from '../../electron/aws/iam/permissions.ts'
import { createRemoval } from '../../electron/aws/removal/removal.ts'
import { createPolicies } from '../../electron/aws/iam/policies.ts'
import { createRolePolicies } from '../../electron/aws/iam/role-policies.ts'
import { createReports } from '../../electron/aws/cur/reports.ts'
import { createRoles } from '../../electron/aws/iam/roles.ts'
import { createStacks } from '../../electron/aws/cloudformation/stacks.ts'
import type { Drivers } from './drivers.ts'
import { OWNER, PAYER } from './stage.ts'
import type { Stage } from './stage.ts'

const REPORT = 'northwind-eco-hourly'
const body = '{"Resources":{}}'
const stackId = `arn:aws:cloudformation:us-east-1:${PAYER}:stack/spot-eco-role/1f0c2b7e`
const roleArn = `arn:aws:iam::${PAYER}:role/SpotByNetApp_Finops_ReadOnly`

const callerArn = `arn:aws:sts::${PAYER}:assumed-role/AWSReservedSSO_AdministratorAccess_1f0c2b7e4a5d6c7b/dana.levi`

const PAYERS_POLICY = `arn:aws:iam::${PAYER}:policy/Spot`

/** Reads what a role may do that has a policy of each kind. */
const rolePolicies = ({ access, simulator }: Stage): Promise<unknown> => {
  const account = simulator.world.accounts.get(PAYER)
  const document = { Version: '2012-10-17' as const, Statement: [] }
  const described = { path: '/', created: 0, description: undefined }
  account?.policies.set(PAYERS_POLICY, {
    ...described,
    name: 'Spot',
    arn: PAYERS_POLICY,
    id: 'ANPA5XN7Q2LMHT4KWPE6Z',
    document,
  })
  account?.roles.set('Spot', {
    ...described,
    name: 'Spot',
    arn: `arn:aws:iam::${PAYER}:role/Spot`,
    id: 'AROA5XN7Q2LMHT4KWPE6Z',
    trust: document,
    inline: new Map([['Inside', document]]),
    attached: new Set([PAYERS_POLICY]),
    tags: {},
    maxSessionSeconds: 3600,
  })
  return createRolePolicies(access).of('Spot')
}

const stacks = ({ access }: Stage) => createStacks(access)

/** CloudFormation, IAM, Organizations, STS and the reports. */
export const awsDrivers: Drivers = {
  'cloudformation:CreateStack': {
    'creating the stack': (stage) =>
      stacks(stage).create({
        name: 'spot-eco-role',
        body,
        parameters: {},
        capabilities: ['CAPABILITY_NAMED_IAM'],
        token: 'eco-connect-1',
        tags: {},
      }),
  },
  'cloudformation:DeleteStack': {
    'deleting the stack': (stage) => stacks(stage).delete(stackId),
  },
  'cloudformation:DescribeEvents': {
    'reading why a stack was refused': (stage) =>
      stacks(stage).refusals({ id: stackId, operationId: '' }),
  },
  'cloudformation:DescribeStackEvents': {
    'reading why a stack failed': (stage) => stacks(stage).events(stackId),
  },
  'cloudformation:DescribeStacks': {
    'looking for the stack': (stage) => stacks(stage).find('spot-eco-role'),
  },
  'cloudformation:ListStackResources': {
    'looking for the role of a stack': (stage) => stacks(stage).roleResource(stackId),
  },
  'cloudformation:ValidateTemplate': {
    'having the template checked': (stage) => stacks(stage).validate(body),
  },
  'cur:DeleteReportDefinition': {
    'removing the report': ({ access, simulator }) => {
      for (const report of simulator.world.accounts.get(PAYER)?.reports ?? [])
        report.tags = { 'eco-connect': OWNER.connectionId }
      return createRemoval(access).deleteReport(REPORT, OWNER)
    },
  },
  'cur:ListTagsForResource': {
    'asking who created the report': ({ access }) => createRemoval(access).report(REPORT, OWNER),
  },
  'cur:DescribeReportDefinitions': {
    'listing the reports': ({ access }) => createReports(access).list(),
  },
  'cur:PutReportDefinition': {
    'defining the report': ({ access, unused }) =>
      createReports(access).define({
        name: unused('spot-eco-hourly'),
        bucket: 'northwind-cur-418207315602',
        prefix: 'eco',
      }),
    'defining the report in the account’s own namespace': ({ access, unused }) =>
      createReports(access).define({
        name: unused('spot-eco-hourly'),
        bucket: 'northwind-cur-418207315602-us-east-1-an',
        prefix: 'eco',
      }),
  },
  'iam:GetPolicyVersion': { 'reading what a policy of the role says': rolePolicies },
  'iam:GetRolePolicy': { 'reading a policy that is in the role': rolePolicies },
  'iam:ListAttachedRolePolicies': { 'listing the policies of the role': rolePolicies },
  'iam:ListRolePolicies': { 'listing the policies in the role': rolePolicies },
  'iam:GetPolicy': {
    'reading which version of a policy counts': rolePolicies,
    'asking whether the policy is there': ({ access }) =>
      createPolicies(access).has(PAYER, 'SpotByNetApp_Finops_ReadOnly_Policy'),
  },
  'iam:GetRole': {
    'reading the role': ({ access }) => createRoles(access).find('SpotByNetApp_Finops_ReadOnly'),
    'asking which role the person has': ({ access }) =>
      createPermissions(access).principalOf(callerArn, 'us-east-1'),
  },
  'iam:SimulatePrincipalPolicy': {
    'proving what the role may read': ({ access }) =>
      createRoles(access).canRead(roleArn, 'northwind-cur-418207315602', 'cur'),
    'asking what the person may do': ({ access }) =>
      createPermissions(access).missing(roleArn, [
        { action: 's3:ListAllMyBuckets', resource: '*' },
      ]),
  },
  'organizations:DescribeOrganization': {
    'asking who pays': ({ access }) => createIdentity(access).organization(),
  },
  'organizations:ListInboundResponsibilityTransfers': {
    'asking for whom this account pays': ({ access }) =>
      createBillingTransfers(access)
        .read()
        .then(({ inbound }) => inbound),
  },
  'organizations:ListOutboundResponsibilityTransfers': {
    'asking whether another account pays': ({ access }) =>
      createBillingTransfers(access)
        .read()
        .then(({ outbound }) => outbound),
  },
  'sts:GetCallerIdentity': {
    'asking who is signed in': ({ access }) => createIdentity(access).caller(),
  },
}
