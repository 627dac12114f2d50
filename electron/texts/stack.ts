/** Step 6: creating the role with CloudFormation. */

import type { StackForm } from '../contract.ts'

export const STACK = {
  formTitle: 'Names',
  formHint: 'The suggested names are the ones that Spot expects. Most people keep them.',
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
      hint: 'Optional. Fill this in only if Spot gave you one: then only requests that carry it may use the role.',
    },
    bucketName: {
      label: 'Bucket name',
      hint: 'The bucket where your MSP stores the Cost and Usage Report. Your MSP can tell you.',
    },
  } satisfies Readonly<Record<keyof StackForm, { readonly label: string; readonly hint: string }>>,
  bucketGiven: (bucket: string) => `Reports are read from the bucket ${bucket}.`,
  inAccount: (account: string) => `Everything is created in AWS account ${account}, us-east-1.`,
  acknowledgeTitle: 'AWS asks for your consent',
  acknowledge:
    'I acknowledge that AWS CloudFormation might create IAM resources with custom names.',
  acknowledgeMeans:
    'AWS asks this because a role gives access. IAM resources are the role and the policy that you read in the step before.',
  awsSays: 'AWS’s own reason:',
  needsCapability: (names: string) => `With your tick the app may use ${names}.`,
  create: 'Create the role',
  failedTitle: 'An earlier attempt failed and stands in the way',
  failed: (name: string, words: string, status: string) =>
    `The stack ${name} is in the state “${words}” (${status}). It has to be deleted before another can be created under this name. It was created by this app and gives no access to anybody.`,
  deleteFailed: 'Delete the failed stack',
  anotherMeans:
    '“Create another one” shows the form again. The stack that exists stays in AWS as it is.',
} as const

export const STACK_PROGRESS = {
  title: (status: string, name: string) => `${stackDoing(status)} the stack ${name}`,
  bar: 'Resources finished',
  count: (finished: number, total: number) => `${finished} of ${total}`,
  mayClose:
    'This usually takes about a minute. You may close the app: AWS goes on, and the app picks it up again.',
  events: 'What AWS reports',
  columns: { time: 'Time', resource: 'Resource', status: 'Status', reason: 'Reason' },
  noEvents: 'AWS has not reported anything yet.',
  status: 'Status',
} as const

const STATUS_WORDS: Readonly<Record<string, string>> = {
  REVIEW_IN_PROGRESS: 'Being reviewed',
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
}

/** True while a stack grows: only then does a count of created resources say how far it is. */
export function isCreating(status: string): boolean {
  return status.startsWith('CREATE_')
}

/** What AWS is doing, by the stack's status; the object follows, or nothing. */
export function stackDoing(status: string): string {
  if (isCreating(status)) return 'AWS is creating'
  if (status.startsWith('DELETE_')) return 'AWS is deleting'
  // Also `UPDATE_ROLLBACK_…`: an update that is being taken back.
  if (status.includes('ROLLBACK_')) return 'AWS is taking back'
  if (status.startsWith('UPDATE_')) return 'AWS is updating'
  return 'AWS is working on'
}

/** AWS's status of a stack or resource in words; an unknown one is shown as AWS writes it. */
export function stackStatusWords(status: string): string {
  return STATUS_WORDS[status] ?? status
}
