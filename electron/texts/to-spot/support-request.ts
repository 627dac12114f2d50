import { visibleLine } from '../../base/visible.ts'
import type { SupportRequest } from '../../contract/ask/registration.ts'
import type { Letter } from './letter.ts'

const words = {
  subject: 'Connect our AWS account to Spot Eco (managed by an MSP)',
  greeting: 'Hello Spot Support,',
  request: 'please connect our AWS account to Eco. A managed service provider (MSP) manages it.',
  /** A value, or what is said of it while it is not known. */
  row: (label: string, value: string) => `${label}: ${value}`,
  unknown: (label: string, why: string) => `${label}: (${why})`,
  rows: {
    bucketName: {
      label: 'S3 bucket of the Cost and Usage Report',
      unknown: 'not known to us; the MSP has it',
    },
    roleArn: { label: 'Role ARN', unknown: 'not created yet' },
    customerAccountId: { label: 'AWS account ID (customer)', unknown: 'not known yet' },
    mspAccountId: { label: 'AWS account number of the MSP', unknown: 'not known to us' },
    stackName: {
      label: 'CloudFormation stack name',
      unknown: 'none known to us; the role existed before',
    },
    reportPrefix: { label: 'Report prefix', unknown: 'not known to us; the MSP set it up' },
    spotOrganizationId: {
      label: 'Spot organization ID',
      unknown: 'to be filled in: Spot console, Settings, Organization',
    },
  },
  billPayer: 'AWS account that pays our bill (AWS Billing Transfer)',
  /** The simulation asks what the role may do; the bucket, another account's, has a say of its own. */
  checked: [
    'The role was checked before this message was written: it trusts the accounts named in the',
    'template, and by AWS’s own simulation its permissions are enough to list the bucket and read',
    'the report in it. The bucket is in the MSP’s account, where we cannot look: please tell us if',
    'it does not let the role in.',
  ],
  notChecked: [
    'Role and bucket were set up by hand. We have not checked them by a read from AWS; please tell',
    'us if Spot cannot assume the role or read the bucket.',
  ],
  thanks: 'Thank you.',
} as const

/** In the order in which Support asks for the values. */
const ROWS = [
  'bucketName',
  'roleArn',
  'customerAccountId',
  'mspAccountId',
  'stackName',
  'reportPrefix',
  'spotOrganizationId',
] as const

/** The message to Spot Support that asks for a connection, complete. */
export function supportRequestLetter(request: SupportRequest): Letter {
  const rows = ROWS.map((id) => {
    const { label, unknown } = words.rows[id]
    const value = visibleLine(request[id])
    return value === '' ? words.unknown(label, unknown) : words.row(label, value)
  })
  const text = [
    words.greeting,
    '',
    words.request,
    '',
    ...rows,
    ...(request.billPayer === ''
      ? []
      : [words.row(words.billPayer, visibleLine(request.billPayer))]),
    '',
    ...(request.verified ? words.checked : words.notChecked),
    '',
    words.thanks,
  ].join('\n')
  return { subject: words.subject, text }
}
