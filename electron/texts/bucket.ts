/** Step 4: what was checked about the bucket of the report. */

import type { BucketFinding } from '../contract.ts'
import { factValue } from './facts.ts'

export const BUCKET = {
  title: 'What was checked',
  columns: { check: 'Check', found: 'Found', verdict: 'Result' },
  table: 'Checks of the bucket',
  verdicts: { good: 'Good', bad: 'Must be corrected', note: 'Good to know' },
  bad: 'Spot Eco cannot use the bucket like this. The lines marked “Must be corrected” say why.',
  otherReport: 'Choose another report',
  deliveryTitle: 'Everything is set up. AWS still has to deliver for the first time',
  delivery: (due: string) => `AWS delivers the first report within 24 hours: ${due} at the latest.`,
  deliveryMeans:
    'You need not wait: go on with the next steps. Nothing has to stay open; the app looks again the next time it is started.',
  overdueTitle: 'AWS is later with the first report than it promises',
  overdue: (due: string) =>
    `AWS promises the first report within 24 hours; it was due ${due}. This holds nothing up: you can go on with the next steps. But Eco sees no costs until AWS delivers, so it is worth a look:`,
  overdueChecks: [
    'In the S3 console, on the bucket’s Permissions page: the bucket policy lets billingreports.amazonaws.com put files into the bucket.',
    'In the AWS Billing console, under Data Exports: the report is in the list and shows no error.',
  ],
  overdueWho:
    'Your AWS administrator can check both. If both are right, AWS Support can see why nothing is delivered.',
  registeredTitle: 'AWS had not yet delivered when the account was registered',
  registered:
    'The app looked for the last time at the registration and does not look again. If data is missing, Spot reports it by e-mail.',
} as const

export const FINDINGS: Readonly<
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
  delivery: {
    label: 'Delivery',
    why: 'Shows whether AWS really writes the report into the bucket.',
  },
}

const FACT_OF: Readonly<Partial<Record<BucketFinding['id'], string>>> = {
  owner: 'bucket-owner',
  policy: 'bucket-policy',
  encryption: 'bucket-encryption',
  delivery: 'delivery-status',
}

/** What was found, in words where the check reports a code. */
export function findingValue({ id, value }: BucketFinding): string {
  const fact = FACT_OF[id]
  if (fact === undefined) return value
  return factValue(fact, id === 'delivery' && value === '' ? 'none-yet' : value)
}
