/** What the signed-in person may do, shown in each step before anything is tried. */

import type { MissingPermission } from '../../contract/preflight.ts'
import { number, plural } from './locale.ts'

const main = {
  may: (role: string) => `“${role}” may do this, by AWS’s own check (a simulation by IAM).`,
  unknown:
    'AWS did not tell which permissions you have. The step finds out by itself; nothing is half done if one is missing.',
  /** IAM simulates no root user. */
  root: {
    none: 'You are signed in as the root user, which is not limited by policies in the management account: nothing had to be looked up for this step.',
    organization:
      'You are signed in as the root user. AWS cannot say beforehand what it may do here: only a policy of the AWS organization can limit it. The step finds out by itself; nothing is half done if something is forbidden.',
  },
  title: (role: string, count: number) =>
    plural(count, {
      one: `“${role}” lacks a permission for this step`,
      other: `“${role}” lacks ${number(count)} permissions for this step`,
    }),
  /** After AWS has refused one of several: `count` is at least two. */
  oneOf: (role: string, count: number) =>
    `It is not the only one: by AWS’s own simulation “${role}” lacks ${number(count)} permissions for this step. Ask for all of them at once:`,
  still: 'You may go on and try: AWS refuses what is not allowed, and nothing is half done.',
  noneIn: 'None of these is in the permission set:',
  /** What a permission is for, and its name. */
  action: (meaning: string, action: string) => `${meaning}: ${action}`,
  /** Under what is missing, or that nothing is: an action that the step does without. */
  optional: (meaning: string, action: string) =>
    `Optional, and not among your permissions: ${meaning} (${action}). The step works without it.`,
  on: (resource: string) => `on ${resource}`,
  add: 'The person who administers IAM Identity Center in your company can add this to the permission set, as its inline policy:',
  statement: 'The statements to add, as a whole policy',
  where:
    'In IAM Identity Center: “Permission sets”, the permission set, “Inline policy”, “Edit”. If it has an inline policy already, add only what stands in the list “Statement”. Save, and let AWS update the account.',
  copy: 'Copy the policy',
  noStatement:
    'Adding a permission would not help. Ask the administrator of your AWS organization to lift what stands against it, or let somebody else do this step.',
  afterwards: 'Once it is added, sign in again: the app then asks anew.',
} as const

const because: Readonly<Record<MissingPermission['because'], string>> = {
  'not-allowed': 'not in the permission set',
  'explicit-deny': 'forbidden by a policy',
  boundary: 'outside the permissions boundary set for you',
  organization: 'forbidden by a policy of the AWS organization',
}

/** What an action is for, in the words of a person who has never seen an API. */
const actions = {
  'signin:AuthorizeOAuth2Access': 'Let somebody sign in as in the AWS console',
  'signin:CreateOAuth2Token': 'Get credentials for a sign-in as in the AWS console',
  'sts:GetCallerIdentity': 'Read who is signed in',
  'organizations:DescribeOrganization': 'Read which account is the management account',
  'organizations:ListInboundResponsibilityTransfers':
    'Read whether this account pays the bills of other organizations',
  'organizations:ListOutboundResponsibilityTransfers':
    'Read whether another account pays the bill of this organization',
  'cur:DescribeReportDefinitions': 'Read which cost reports exist',
  'cur:PutReportDefinition': 'Set up a cost report',
  'cur:TagResource': 'Mark the cost report as created by this app',
  'cur:ListTagsForResource': 'Read whether this app created a cost report',
  'cur:DeleteReportDefinition': 'Remove the cost report that this app created',
  's3:ListAllMyBuckets': 'List the names of your buckets',
  's3:ListBucket': 'List the files of the report',
  's3:GetObject': 'Read which reports were delivered',
  's3:GetBucketLocation': 'Read in which region the bucket lies',
  's3:GetBucketTagging': 'Read whether this app created the bucket',
  's3:GetBucketPolicy': 'Read who may use the bucket',
  's3:GetBucketPublicAccessBlock': 'Read whether the bucket is closed to the public',
  's3:GetEncryptionConfiguration': 'Read how the bucket is encrypted',
  's3:GetBucketNotification': 'Read the event notifications of the bucket',
  's3:GetBucketOwnershipControls': 'Read who owns the files in the bucket',
  's3:CreateBucket': 'Create the bucket for the report',
  's3:TagResource': 'Mark the bucket as created by this app from its first moment on',
  's3:PutBucketTagging': 'Mark the bucket as created by this app',
  's3:PutBucketPublicAccessBlock': 'Close the bucket to the public',
  's3:PutBucketPolicy': 'Let AWS deliver the report into the bucket',
  's3:DeleteBucket': 'Remove the bucket that this app created',
  's3:DeleteObject': 'Delete the files in the bucket',
  'cloudformation:ValidateTemplate': 'Have AWS check the template',
  'cloudformation:DescribeStacks': 'Read which stacks exist',
  'cloudformation:DescribeStackEvents': 'Read how the stack is getting on',
  'cloudformation:DescribeEvents': 'Read why AWS refused a stack before it began',
  'cloudformation:ListStackResources': 'Read what belongs to the stack',
  'cloudformation:CreateStack': 'Create the stack with the role',
  'cloudformation:DeleteStack': 'Delete a stack of this app that failed',
  'cloudformation:TagResource': 'Mark the stack as created by this app',
  'iam:GetRole': 'Read whom the role trusts',
  'iam:SimulatePrincipalPolicy': 'Ask AWS what a role may do',
  'iam:CreateRole': 'Create the role for Spot',
  'iam:DeleteRole': 'Take the role back if its creation fails',
  'iam:TagRole': 'Mark the role as created by this app',
  'iam:AttachRolePolicy': 'Give the role its permissions',
  'iam:DetachRolePolicy': 'Take the permissions of the role back if its creation fails',
  'iam:ListAttachedRolePolicies': 'Read which permissions the role has',
  'iam:ListRolePolicies': 'Read which permissions the role has',
  'iam:GetPolicy': 'Read the list of permissions for the role',
  'iam:TagPolicy': 'Mark the list of permissions as created by this app',
  'iam:ListPolicyVersions': 'Read the versions of the list of permissions',
  'iam:DeletePolicyVersion': 'Take a version of the list of permissions back',
  'iam:CreatePolicy': 'Create the list of permissions for the role',
  'iam:DeletePolicy': 'Take the list of permissions back if its creation fails',
} as const

export const abilities = {
  ...main,
  because,
  actions,
} as const
