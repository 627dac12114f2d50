/** The settings that Spot Eco needs on a Cost and Usage Report, and why. */

import type { RequirementVerdict } from '../../contract/ask/cost-report.ts'

type RequirementText = {
  readonly label: string
  /** The setting that is needed, in the words of the AWS page. */
  readonly needed: string
  readonly why: string
}

export const requirements: Readonly<Record<RequirementVerdict['id'], RequirementText>> = {
  hourly: {
    label: 'Hourly detail',
    needed: 'Hourly',
    why: 'Commitments such as Savings Plans are used and paid by the hour.',
  },
  'resource-ids': {
    label: 'Resource IDs',
    needed: 'Included',
    why: 'Eco must see which server or database caused a cost to recommend the right commitment.',
  },
  refresh: {
    label: 'Refresh of closed months',
    needed: 'Switched on',
    why: 'Refunds and corrections to past months reach Eco only this way.',
  },
  athena: {
    label: 'Amazon Athena integration',
    needed: 'Switched on',
    why: 'It fixes the folder layout that Eco expects to find.',
  },
  overwrite: {
    label: 'Overwrite existing report',
    needed: 'Overwrite',
    why: 'With one current version per month, no cost is counted twice, and storage stays small.',
  },
  parquet: {
    label: 'Parquet files',
    needed: 'Parquet',
    why: 'It is the only file format that Eco reads.',
  },
  region: {
    label: 'Bucket in us-east-1',
    needed: 'us-east-1',
    why: 'Eco reads reports in the US East (N. Virginia) region only.',
  },
  prefix: {
    label: 'Report prefix',
    needed: 'Any folder name',
    why: 'Athena integration needs the report to have a folder of its own in the bucket.',
  },
}
