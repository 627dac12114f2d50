/** Step 6: creating the role with CloudFormation. */

import type { StepWords } from '../step-words.ts'
import type { StackForm } from '../../contract/ask/stack.ts'
import type { StackDoing } from '../../contract/stack-status.ts'
import { number, series } from './locale.ts'

type Named = (name: string) => string

const main = {
  formTitle: 'Names: most people keep them',
  formHint: 'The suggested names are the ones that Spot expects.',
  fields: {
    stackName: {
      label: 'Stack name',
      hint: 'How the stack is called in the CloudFormation console.',
    },
    roleName: { label: 'Role name', hint: 'The role that Spot uses. The name must not exist yet.' },
    policyName: {
      label: 'Policy name',
      hint: 'The list of permissions that is attached to the role.',
    },
    externalId: {
      label: 'External ID',
      hint: 'Spot shows it where you connect the AWS account; Spot Support gives you one otherwise. Only requests that carry it may use the role. Without it, somebody who gets Spot to act on a wrong order could have Spot read your bill.',
    },
  } satisfies Readonly<
    Record<
      Exclude<keyof StackForm, 'bucketName'>,
      { readonly label: string; readonly hint: string }
    >
  >,
  idNeeded: 'The template does not work without one.',
  withoutId:
    'No external ID is entered. Without one, anybody on whose behalf Spot acts could name your role, and Spot alone would have to prevent it. Going on without is your decision, which the record keeps.',
  ownTitle: 'What your template asks for',
  ownHint:
    'The names and explanations are those of the template. What is entered here is sent to AWS with it.',
  /** A field whose value nobody is to see, and which is not kept. */
  hiddenHint: 'Kept nowhere: after a failed attempt you are asked for it again.',
  choose: 'Choose a value',
  /** What the template demands of a value, as far as it is short to say. */
  demands: {
    between: (least: string, most: string) => `${least} to ${most} characters.`,
    atLeast: (least: string) => `At least ${least} characters.`,
    atMost: (most: string) => `At most ${most} characters.`,
    number: 'A number.',
    numberFrom: (least: string) => `At least ${least}.`,
    numberTo: (most: string) => `At most ${most}.`,
    list: 'Several values are separated by commas.',
    /** The template's own words. */
    constraint: (words: string) => `The template says: “${words}”`,
  },
  /** Parameters and their values, for the plan. */
  entered: (values: readonly (readonly [name: string, value: string])[]) =>
    series(values.map(([name, value]) => `${name} = ${value === '' ? '(empty)' : `“${value}”`}`)),
  concealed: '••••',
  bucketGiven: (bucket: string) => `Reports are read from the bucket ${bucket}.`,
  inAccount: (account: string) => `Everything is created in AWS account ${account}, us-east-1.`,
  acknowledgeTitle: 'AWS asks for your consent',
  acknowledge: (capabilities: readonly string[]) =>
    capabilities.length === 0
      ? 'By pressing the button you acknowledge that AWS CloudFormation might create IAM resources with custom names.'
      : `By pressing the button you acknowledge that AWS CloudFormation might create IAM resources with custom names (${series(capabilities)}).`,
  acknowledgeMeans:
    'AWS asks this because a role gives access. IAM resources are the role and the policy that you read in the step before.',
  awsSays: (reason: string) => `AWS’s own reason: “${reason}”`,
  create: 'Agree and create the role',
  createWithoutId: 'Agree and create it without an external ID',
  failedTitle: 'An earlier attempt failed and stands in the way',
  failed: (name: string, words: string, status: string) =>
    `The stack ${name} is in the state “${words}” (${status}). It has to be deleted before another can be created under this name. It was created by this app and gives no access to anybody.`,
  deleteFailed: 'Delete the failed stack',
  deleteFirst: 'Delete the failed stack first, or enter another stack name.',
  lastFailedTitle: 'The last attempt failed, and its stack is deleted',
  renamed: (field: string, taken: string) =>
    `“${field}” below has another name than “${taken}” now. You may change it.`,
  agreeAnew: 'Your consent was for that attempt: pressing the button below gives it again.',
  anotherMeans:
    '“Create another one” shows the form again. The stack that exists stays in AWS as it is.',
} as const

/** Stacks and roles that are there already, to be used instead of creating one. */
const existing = {
  stacksTitle: 'There is a role for Spot already',
  stacks:
    'These CloudFormation stacks hold a role for Spot. You can use one instead of creating another: the app then checks whom its role trusts and what it may read. Nothing in the stack is changed.',
  stacksList: 'Stacks with a role for Spot',
  createdHere: 'Created by this app',
  createdElsewhere: 'Not created by this app',
  adopt: 'Use this stack',
  adoptNamed: (name: string) => `Use this stack: ${name}`,
  createInstead:
    'Otherwise, create a new one with the form below. A new role needs a name that is not taken.',
  roleTitle: (name: string) => `There is already a role named ${name}`,
  roleRight:
    'It trusts exactly the AWS accounts that the approved template names. You can use it: the app then checks that it may read the reports. Or enter another role name below to create a new one.',
  roleWrong:
    'It trusts others than the approved template names, or not all of them, so Spot could not use it as intended. Somebody may depend on it, and the app leaves it as it is. Enter another role name below.',
  roleTaken: 'This name is taken by the role shown above. Enter another one.',
  policyTaken: 'The account has a policy of this name already. Enter another one.',
  trusts: 'It trusts',
  trustsNobody: 'nobody',
  externalIds: 'External ID that it asks for',
  noExternalId: 'none',
  roleArn: 'Role ARN',
  useRole: 'Use this role',
} as const

/** For those who were told a role ARN by whoever created the role. */
const toldRole = {
  title: 'I have a role ARN',
  body: 'Somebody else has created the role. The app reads it, checks whom it trusts and what it may read, and changes nothing.',
  roleArn: 'ARN of the role',
  roleArnHint:
    'It looks like arn:aws:iam::123456789012:role/SpotByNetApp_Finops_ReadOnly and is among the outputs of the stack.',
  externalId: 'External ID of the role',
  externalIdHint: 'Only if you were told one.',
  use: 'Check and use this role',
} as const

/** What AWS is doing with a stack. */
const doing: Readonly<Record<StackDoing, { readonly line: string; readonly title: Named }>> = {
  creating: {
    line: 'AWS is creating the stack',
    title: (name) => `AWS is creating the stack ${name}`,
  },
  deleting: {
    line: 'AWS is deleting the stack',
    title: (name) => `AWS is deleting the stack ${name}`,
  },
  'taking-back': {
    line: 'AWS is taking back the stack',
    title: (name) => `AWS is taking back the stack ${name}`,
  },
  updating: {
    line: 'AWS is updating the stack',
    title: (name) => `AWS is updating the stack ${name}`,
  },
  'working-on': {
    line: 'AWS is working on the stack',
    title: (name) => `AWS is working on the stack ${name}`,
  },
}

const progress = {
  creating: (finished: number, total: number) =>
    `AWS is creating: ${number(finished)} of ${number(total)}`,
  bar: 'Resources finished',
  count: (finished: number, total: number) => `${number(finished)} of ${number(total)}`,
  mayClose:
    'This usually takes about a minute. You may close the app: AWS goes on, and the app picks it up again.',
  events: 'What AWS reports',
  columns: { time: 'Time', resource: 'Resource', status: 'Status', reason: 'Reason' },
  noEvents: 'AWS has not reported anything yet.',
  state: (words: string) => `Status: ${words}`,
} as const

/** AWS's status of a stack or resource in words. */
const statusWords = {
  REVIEW_IN_PROGRESS: 'Waiting for a review',
  CREATE_IN_PROGRESS: 'Being created',
  CREATE_COMPLETE: 'Created',
  CREATE_FAILED: 'Not created',
  ROLLBACK_IN_PROGRESS: 'Being taken back',
  ROLLBACK_COMPLETE: 'Taken back',
  ROLLBACK_FAILED: 'Could not be taken back',
  DELETE_IN_PROGRESS: 'Being deleted',
  DELETE_COMPLETE: 'Deleted',
  DELETE_FAILED: 'Not deleted',
  DELETE_SKIPPED: 'Kept',
  UPDATE_IN_PROGRESS: 'Being updated',
  UPDATE_COMPLETE: 'Updated',
  UPDATE_FAILED: 'Not updated',
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: 'Updated, being tidied up',
  UPDATE_ROLLBACK_IN_PROGRESS: 'Update being taken back',
  UPDATE_ROLLBACK_COMPLETE: 'Update taken back',
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: 'Update taken back, being tidied up',
  UPDATE_ROLLBACK_FAILED: 'Update could not be taken back',
  IMPORT_IN_PROGRESS: 'Being imported',
  IMPORT_COMPLETE: 'Imported',
  IMPORT_ROLLBACK_IN_PROGRESS: 'Import being taken back',
  IMPORT_ROLLBACK_COMPLETE: 'Import taken back',
  IMPORT_ROLLBACK_FAILED: 'Import could not be taken back',
} as const

export const stack = {
  ...main,
  existing,
  toldRole,
  progress,
  doing,
  statusWords,
} as const

/** The step in the list, in the file that asks somebody else, and what it proves. */
export const stackStep: StepWords<'stack'> = {
  title: 'Create the role for Spot',
  purpose:
    'AWS creates the role from what you approved (AWS: a CloudFormation template). The role and its list of permissions are kept together (AWS: a stack), so that they can be removed together.',
  ahead: {
    brief: 'your go-ahead',
    needs: 'You read what would be created, and press one button.',
    minutes: 1,
    waits: 'AWS then usually takes about a minute.',
  },
  byHand: {
    ahead: {
      brief: 'the AWS console',
      needs: 'You create the stack in the AWS console, click by click as the app tells you.',
      minutes: 5,
      waits: '',
    },
  },
  request: {
    title: 'Please create the role for Spot Eco',
    why: 'Spot Eco reads our cost report through a role in our AWS account. AWS CloudFormation creates it from the template in this file.',
    whom: 'A person who may create CloudFormation stacks and IAM roles in the account named above.',
  },
  facts: {
    'stack-name': 'Stack name',
    'stack-id': 'Stack ID',
    'stack-status': 'Stack status',
    'role-arn': 'Full name of the role (AWS: role ARN)',
    'external-id': 'External ID',
    'external-id-note': 'External ID',
    trust: 'Who may use the role',
    'too-wide': 'Caution: it may also make changes that Spot does not need',
    'simulated-list': 'May list the report files',
    'simulated-read': 'May read the report files',
  },
}
