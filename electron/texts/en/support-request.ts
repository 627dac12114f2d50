import type { SupportRequest } from '../../spot/support-request.ts'
import { visibleLine } from '../../base/visible.ts'

export const SUPPORT_REQUEST_SUBJECT = 'Connect our AWS account to Spot Eco (managed by an MSP)'

const CHECKED = [
  'The role was checked before this message was written: it trusts the Spot accounts named in',
  'the template, and it can list the bucket and read the report files in it.',
]
const NOT_CHECKED = [
  'Role and bucket were set up by hand. We have not checked them by a read from AWS; please tell',
  'us if Spot cannot assume the role or read the bucket.',
]

/** The message to Spot Support, complete, in the order in which Support asks for the values. */
export function supportRequestText(request: SupportRequest): string {
  const rows: [string, string, string][] = [
    [
      'S3 bucket of the Cost and Usage Report',
      request.bucketName,
      'not known to us; the MSP has it',
    ],
    ['Role ARN', request.roleArn, 'not created yet'],
    ['AWS account ID (customer)', request.customerAccountId, 'not known yet'],
    ['AWS account number of the MSP', request.mspAccountId, 'not known to us'],
    ['CloudFormation stack name', request.stackName, 'none known to us; the role existed before'],
    ['Report prefix', request.reportPrefix, 'not known to us; the MSP set it up'],
    ['Spot organization ID', request.spotOrganizationId, 'not entered yet'],
  ]
  return [
    'Hello Spot Support,',
    '',
    'please connect our AWS account to Eco. A managed service provider (MSP) manages it.',
    '',
    ...rows.map(([label, value, unknown]) => `${label}: ${visibleLine(value) || `(${unknown})`}`),
    '',
    ...(request.verified ? CHECKED : NOT_CHECKED),
    '',
    'Thank you.',
  ].join('\n')
}
