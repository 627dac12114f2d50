/** Looking at the end of one delivered report file, if the person allows it. */

import { LONGEST_FOOTER_MB, type UnreadReason } from '../../contract/report-file.ts'

/** Labels of what is proven, in `facts` of the step. */
const facts = {
  'file-format': 'Delivered file',
  'file-columns': 'Columns that Eco needs, in the file',
  'file-interval': 'Time of a line in the file',
  'file-rows': 'Lines in the file',
  'file-until': 'Costs in the file up to',
}

/** Lines of the table of checks. */
const findings = {
  'file-format': {
    label: 'A delivered file',
    why: 'Eco takes report files in the format Parquet only.',
  },
  'file-columns': {
    label: 'Columns in the file',
    why: 'They show that the report names resources and has times.',
  },
  'file-interval': {
    label: 'Time of a line',
    why: 'Eco needs costs by the hour.',
  },
}

const values = {
  'file-format': {
    parquet: 'Parquet, as Eco needs it',
    empty: 'Parquet, but without a line yet',
    'not-parquet': 'Not in the format Parquet',
    cut: 'Does not end as a Parquet file does',
    encrypted: 'Its end is encrypted',
    damaged: 'Its end cannot be read',
    'too-large': 'Its end is larger than the app reads',
    'no-file': 'The manifest names no file of this report',
    denied: 'You may not read the file',
    'denied-key': 'Sealed with a KMS key that you may not use',
    archived: 'Moved to an archive',
    gone: 'No longer there',
    changed: 'Written anew while it was read',
    'no-parts': 'Cannot be read in parts from here',
  } satisfies Readonly<Record<UnreadReason | 'parquet' | 'empty', string>>,
  'file-columns': { all: 'All there' },
  'file-interval': {
    hour: 'One hour',
    day: 'One day',
    'not-known': 'Not known: the file does not say it with certainty',
  },
}

const main = {
  title: 'Compare a delivered file with the settings',
  offer:
    'AWS says that the report has the settings that Eco needs. Whether the delivered files have them, too, shows at the end of one file. The app reads it only if you press the button.',
  reads: [
    `Read are the last 8 bytes of the file, and then its directory (AWS: Parquet footer): usually some kilobytes, at most ${LONGEST_FOOTER_MB} MB. No line of the report is read.`,
    'The directory has the names of the columns, the number of lines, and of most columns the smallest and the greatest value. Such values can be costs, account numbers and names of resources.',
    'The app looks at the names of the columns, the number of lines and the times, and keeps what it found of these. Everything else is forgotten at once.',
  ],
  cost: 'AWS charges far less than a cent for the two requests. Nothing is changed.',
  file: (key: string) => `File: ${key}`,
  button: 'Read the end of this file',
  again: 'Read it once more',
  resultTitle: 'What the delivered file says',
  /** Of the names of columns. */
  missing: (names: string) => `Missing: ${names}`,
  good: 'The file has what Eco needs: hourly costs with the names of resources, in the format Parquet.',
  oddTitle: 'The file is not as the settings say',
  openTitle: 'Part of it is not known',
} as const

/** What a finding that is not good means, and what helps; by its value. */
const means = {
  empty:
    'AWS has delivered a file without costs, as it does at the beginning of a month or in an account without usage. Look again after the next delivery.',
  'not-parquet':
    'Eco reads Parquet only, and Spot would answer “Expecting parquet format”. Choose another report in the step before, or create a new one.',
  cut: 'Somebody may have replaced the file, or its delivery was cut off. AWS writes it anew with the next delivery, usually within a day: look again then. If it stays so, your AWS administrator can see in the S3 console who writes into the bucket.',
  encrypted:
    'Somebody has sealed the file with a key of their own, so Spot cannot read it. AWS does not deliver files like this: your AWS administrator can see in the S3 console who writes into the bucket.',
  damaged:
    'Somebody may have replaced the file. AWS writes it anew with the next delivery, usually within a day: look again then. If it stays so, AWS Support can look into it.',
  'too-large':
    'That is no fault of the file, and nothing has to be done. This app only does not read that much.',
  'no-file':
    'The manifest leads to no file in the folder of this report. Look again after the next delivery, usually within a day. If it stays so, AWS Support can look into it.',
  denied:
    'The report itself is not touched by this. Your AWS administrator can add the policy in report-file-policy.json, which comes with this app, to your permission set. If AWS refuses it after that, the file may be encrypted with a KMS key that you may not use.',
  'denied-key':
    'Spot’s role may not use that key either, so Eco cannot read the file. Your AWS administrator can set the bucket’s encryption to SSE-S3, in the S3 console under Properties. AWS’s next delivery is then readable.',
  archived:
    'A rule of the bucket moves files to an archive, from which Spot cannot read them. Your AWS administrator can change the lifecycle rule, in the S3 console under Management, so that it leaves out the folder of the report.',
  gone: 'AWS has replaced the file by a newer one, or somebody has deleted it. Read it once more.',
  changed: 'AWS was just delivering. Read it once more in some minutes.',
  'no-parts':
    'Something between this computer and AWS, such as a proxy, would have sent the whole file, and the app did not take it. Nothing has to be done; your IT department can let requests for parts (HTTP Range) through.',
  columns:
    'Without these columns Eco cannot tell what costs belong to. Compare the report’s settings in the AWS Billing console, under Data Exports. If they are right, look again after the next delivery; otherwise choose another report in the step before, or create a new one.',
  day: 'Either the report is not hourly, or this file has only costs that AWS counts by the day. Compare the report’s settings in the AWS Billing console, under Data Exports. If they say hourly, look again after the next delivery; otherwise choose another report in the step before, or create a new one.',
  'not-known':
    'That is no fault. The step before has read from AWS that the report is hourly, and that counts.',
}

export const deliveredFile = { ...main, facts, findings, values, means } as const
