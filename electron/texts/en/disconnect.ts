/** Taking back what this app created in AWS. */

import { namespaceOf } from '../../contract/bucket-namespace.ts'
import type { Removable } from '../../contract/disconnect.ts'
import { number, plural, series } from './locale.ts'

type ItemText = {
  readonly kind: string
  /** What goes with it, and what does not. */
  readonly means: string
  readonly remove: string
  /** What is asked before it is removed. */
  readonly confirm: (name: string) => string
}

const main = {
  title: 'Disconnect from AWS',
  intro:
    'This is everything that the app uses for this connection in your AWS account, or has created for it before. You remove one thing after the other, and each only when you say so. What the app did not create is left alone.',
  order:
    'The order matters: first the stack, which ends Spot’s access, then the report, then its bucket.',
  looking: 'Reading what there is…',
  nothing:
    'The app created nothing in AWS for this connection, or does not know of it any more. There is nothing to remove.',
  close: 'Close',
  lookAgain: 'Look again',
  cancel: 'Cancel',
  restRemoved:
    'Of what this app created for the connection, all is gone but what is named below; it was read again from AWS after each removal.',
  allRemoved:
    'Everything that this app created for the connection is gone; it was read again from AWS after each removal.',
} as const

const removables: Readonly<Record<Removable['id'], ItemText>> = {
  stack: {
    kind: 'CloudFormation stack',
    means:
      'The role for Spot and its policy are deleted with it. Spot’s access through it ends at once.',
    remove: 'Delete the stack',
    confirm: (name) =>
      `Delete the stack “${name}” with the role and the policy in it? From then on Spot can read nothing through it.`,
  },
  report: {
    kind: 'Report definition',
    means:
      'AWS stops delivering this report. Files that were delivered stay in the bucket. Other reports are not affected.',
    remove: 'Delete the report',
    confirm: (name) => `Delete the report “${name}”? AWS delivers nothing for it any more.`,
  },
  bucket: {
    kind: 'Storage bucket',
    means:
      'The storage of the report’s files. You may keep it: AWS then goes on charging for what is stored in it.',
    remove: 'Delete the bucket',
    confirm: (name) =>
      namespaceOf(name)
        ? `Delete the bucket “${name}”? Its name stays this account’s own: nobody else can take it.`
        : `Delete the bucket “${name}”? Its name becomes free for anybody.`,
  },
}

const states: Readonly<Record<Removable['state'], string>> = {
  there: 'Created by this app',
  removing: 'Being removed…',
  removed: 'Removed',
  gone: 'No longer there',
  'not-ours': 'Not created by this app for this connection; left alone',
  unmarked: 'Without the mark of this app; left alone',
  unread: 'Not known whether this app created it; left alone',
  failed: 'Not removed',
}

/** Why a thing is left alone although the app may have created it. */
const marks = {
  /** `where` is where AWS's console shows it. */
  unmarked: (where: string) =>
    `The app remembers that it created this, but the tag by which it knows its own is not there: it was not written, or somebody took it off. The app removes only what carries its tag. If you no longer need it, delete it yourself in the AWS console (${where}), then look again.`,
  denied:
    'Your permissions do not let the app read whether it created this. It removes only what carries its tag, so that it offers no removal before you may read it.',
  unread:
    'The app could not read whether it created this. It removes only what carries its tag, so that it offers no removal before it has been read. Look again.',
  where: {
    stack: 'CloudFormation, “Stacks”',
    report: 'Billing and Cost Management, “Data Exports”',
    bucket: 'S3, “Buckets”',
  },
} as const

/** How full a bucket is; a number is "at least", because new files may arrive. */
function objects(objects: number | null): string {
  if (objects === null) return 'The app may not look into it.'
  if (objects === 0) return 'It is empty.'
  return plural(objects, {
    one: 'It holds 1 file.',
    other: `It holds at least ${number(objects)} files.`,
  })
}

const withObjects = {
  label: 'Delete the files in it as well.',
  hint: 'This cannot be undone. Report files of past months may not be delivered again by AWS.',
} as const

/** What stays after everything was removed, as far as it applies. */
const remains = {
  title: 'What remains',
  unmarked: (things: readonly string[]) =>
    `What the app created and left alone for want of its tag: ${series(things)}. Delete it yourself in the AWS console if you no longer need it.`,
  spot: 'Spot still lists the account, and keeps what it has read so far, copies of report files among it. Ask Spot Support to remove it.',
  /** `kind` is one of `removables`. */
  thing: (kind: string, name: string) => `${kind} “${name}”`,
  others: (things: readonly string[]) =>
    `What the app did not create for this connection: ${series(things)}.`,
  bucketFiles: (name: string) =>
    `The report files in “${name}”, and in its policy the statements that the app may have added. They let AWS’s billing service deliver reports and nobody else.`,
  records: 'The records of these actions in AWS CloudTrail, which nobody can delete from here.',
} as const

const permissions = {
  title: 'If a permission is missing',
  body: 'Removing needs permissions beyond those for connecting. The policy is in the file disconnect-policy.json that comes with this app; your AWS administrator can add it to your permission set for the time being.',
} as const

export const disconnect = {
  ...main,
  removables,
  states,
  marks,
  objects,
  withObjects,
  remains,
  permissions,
} as const
