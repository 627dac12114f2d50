/** Step 4: what was checked about the bucket of the report. */

import type { StepWords } from '../step-words.ts'
import { deliveredFile } from './delivered-file.ts'
import type { BucketFinding } from '../../contract/ask/bucket.ts'
import { number, plural } from './locale.ts'

const main = {
  title: 'What was checked',
  columns: { check: 'Check', found: 'Found', verdict: 'Result' },
  table: 'Checks of the bucket',
  verdicts: {
    good: 'Good',
    bad: 'Must be corrected',
    note: 'Good to know',
    odd: 'Look into it',
    unread: 'Not checked',
    corrected: 'Will be corrected',
  },
  bad: 'Spot Eco cannot use the bucket like this. The lines marked “Must be corrected” say why.',
  gone: 'AWS says that the bucket does not exist, so nothing in it could be checked.',
  notThere: (name: string) => `No bucket named ${name}`,
  otherReport: 'Choose another report',
  repairTitle: 'Let AWS deliver into the bucket again',
  repair:
    'AWS’s billing service may not write into the bucket. The app can add what is missing to the bucket’s policy. This is the whole policy, before and after:',
  repairMeans:
    'Pressing the button makes exactly this change. Should somebody have changed the policy meanwhile, nothing is changed, and you are shown the difference anew.',
  repairCost: 'AWS does not charge for this.',
  repairUndo:
    'To undo it, remove the added lines in the S3 console, on the bucket’s Permissions page.',
  repairButton: 'Change the policy like this',
  rightTitle: 'The bucket’s policy is right by now',
  right:
    'It lets AWS deliver, so somebody has corrected it since AWS’s last try. Nothing has to be changed: AWS tries again by itself within a day.',
  rightButton: 'Wait for AWS’s next try',
  recreateTitle: 'Create the bucket again',
  recreate: (bucket: string) =>
    `The bucket ${bucket} no longer exists, so AWS has nowhere to deliver. The app can create it again under the same name, and the report goes on.`,
  recreatePoints: [
    'The new bucket is in us-east-1, encrypted with keys of Amazon S3, and closed to the public.',
    'AWS’s billing service is allowed to deliver into it, for your account only.',
    'Files that were in the old bucket do not come back. AWS delivers the current month anew.',
    'AWS charges only for what is stored: usually a few US dollars a month or less.',
    'To undo it, empty and delete the bucket in the Amazon S3 console.',
  ],
  recreateButton: 'Create the bucket again',
  deliveryTitle: 'Everything is set up. AWS still has to deliver for the first time',
  delivery: (due: string) => `AWS delivers the first report within 24 hours: ${due} at the latest.`,
  deliveryMeans:
    'You need not wait: go on with the next steps. The app does not have to stay open.',
  repairedTitle: 'The bucket was repaired. AWS has to deliver once more',
  repairedDelivery: (due: string) =>
    `AWS tries again by itself, usually within 24 hours: ${due} at the latest.`,
  overdueRepairedTitle: 'AWS has not delivered since the bucket was repaired',
  overdueRepaired: (due: string) =>
    `The next report was due ${due}. This holds nothing up: you can go on with the next steps. But Eco sees no new costs until AWS delivers, so it is worth a look:`,
  overdueTitle: 'AWS is later with the first report than it promises',
  overdue: (due: string) =>
    `AWS promises the first report within 24 hours; it was due ${due}. This holds nothing up: you can go on with the next steps. But Eco sees no costs until AWS delivers, so it is worth a look:`,
  overdueChecks: [
    'In the S3 console, on the bucket’s Permissions page: the bucket policy lets billingreports.amazonaws.com put files into the bucket.',
    'In the AWS Billing console, under Data Exports: the report is in the list and shows no error.',
  ],
  overdueRegional:
    'The bucket has a name in the account’s own namespace, and nobody has confirmed yet that AWS delivers cost reports into such buckets. If everything else is right, choose another report in the step before, and create one in a new bucket with an ordinary name.',
  overdueWho:
    'Your AWS administrator can check both. If both are right, AWS Support can see why nothing is delivered.',
  registeredTitle: 'AWS had not yet delivered when the account was registered',
  registered: (step: number) =>
    `The app does not look by itself any more. To see whether the report has arrived, use “Look again” in step ${step}. If data is missing, Spot reports it by email.`,
} as const

/** The comparison of a bucket's policy before and after a change. */
const policyDiff = {
  label: (bucket: string) => `Policy of the bucket ${bucket}, before and after`,
  added: 'Added:',
  removed: 'Removed:',
  count: (added: number, removed: number) =>
    removed === 0
      ? `${lines(added)} added (marked +), none removed.`
      : `${lines(added)} added (marked +), ${lines(removed)} removed (marked −).`,
  unchanged: (count: number) => `Show ${lines(count)} that stay as they are`,
} as const

function lines(count: number): string {
  return plural(count, { one: '1 line', other: `${number(count)} lines` })
}

const findings: Readonly<
  Record<BucketFinding['id'], { readonly label: string; readonly why: string }>
> = {
  exists: { label: 'The bucket exists', why: 'AWS can only deliver to a bucket that is there.' },
  region: { label: 'Region', why: 'Eco reads buckets in us-east-1 only.' },
  owner: {
    label: 'Owner',
    why: 'The bucket must belong to the account that is connected.',
  },
  policy: {
    label: 'AWS may deliver',
    why: 'The bucket policy must let AWS’s billing service write the report.',
  },
  encryption: {
    label: 'Encryption',
    why: 'Spot cannot read files that are sealed with a KMS key of your own.',
  },
  ownership: {
    label: 'Object ownership',
    why: 'Files that AWS delivers must belong to your account, or Spot’s role cannot read them.',
  },
  notifications: {
    label: 'Event notifications',
    why: 'Setting up Athena with AWS’s own template would remove them.',
  },
  delivery: {
    label: 'Delivery',
    why: 'Shows whether AWS really writes the report into the bucket.',
  },
  manifest: {
    label: 'Report files',
    why: 'The manifest lists the files of a delivery. It is the proof that they arrived.',
  },
  ...deliveredFile.findings,
}

export const bucket = {
  ...main,
  policyDiff,
  findings,
} as const

/** The step in the list, in the file that asks somebody else, and what it proves. */
export const bucketStep: StepWords<'bucket'> = {
  title: 'Check the report’s bucket',
  purpose:
    'AWS puts the report into a storage folder in your account (AWS: bucket). This step reads it, and changes something only if you agree to a repair.',
  ahead: {
    brief: 'up to 24 hours of AWS’s',
    needs: 'Nothing, unless something about the bucket has to be repaired.',
    minutes: 0,
    waits:
      'AWS delivers the first report within 24 hours. You can go on with the next steps meanwhile, and close the app.',
  },
  byHand: {
    title: 'The report’s bucket',
    purpose:
      'AWS puts the report into a storage folder in your account (AWS: bucket). Nobody has looked into it yet.',
    ahead: {
      brief: 'nothing of yours',
      needs: 'Nothing: what you note down of the report is enough.',
      minutes: 0,
      waits: 'AWS delivers the first report within 24 hours.',
    },
  },
  withMsp: {
    title: 'The bucket at your MSP',
    purpose: 'AWS puts the report into a storage folder (AWS: bucket). Your MSP looks after it.',
    ahead: {
      brief: 'with your MSP',
      needs: 'Nothing: your MSP looks after the bucket.',
      minutes: 0,
      waits: '',
    },
  },
  request: {
    title: 'Please correct the bucket of our AWS cost report',
    why: 'AWS delivers our cost report into an Amazon S3 bucket, and Spot Eco reads it there. Something about the bucket stands in the way.',
    whom: 'A person who may change the settings of Amazon S3 buckets in the account named above.',
  },
  facts: {
    bucket: 'Bucket',
    'proven-by': 'How this is known',
    'bucket-region': 'Bucket region',
    'bucket-owner': 'Bucket owner',
    'bucket-encryption': 'Encryption',
    'bucket-policy': 'Bucket policy',
    'bucket-ownership': 'Object ownership',
    'bucket-notifications': 'Event notifications',
    'public-access': 'Public access',
    'report-compression': 'Compression of the files',
    'last-delivery': 'Last delivery',
    'delivery-status': 'Result of the last delivery',
    manifest: 'Manifest (list of the report files)',
    'billing-period': 'Billing period',
    'delivered-files': 'Report files delivered',
    'delivered-at': 'Delivered',
    ...deliveredFile.facts,
  },
}
