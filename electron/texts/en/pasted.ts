/** What is said beside a field in which something else was pasted than it asks for. */

import type { PastedField, PastedKind } from '../../contract/pasted.ts'

const kinds: Readonly<Record<PastedKind, string>> = {
  email: 'This is an email address.',
  portal: 'This is the address of an AWS access portal.',
  'sign-in-page': 'This is the address of a sign-in page for one AWS account.',
  'switch-role': 'This is a link that switches roles in the AWS console.',
  'bucket-page': 'This is the address of a bucket’s page in the AWS console.',
  'role-page':
    'This is the address of a role’s page in the AWS console. It has the role’s name, and not its ARN.',
  'stack-page': 'This is the address of a stack’s page in the AWS console.',
  'console-page': 'This is the address of a page of the AWS console.',
  'bucket-address': 'This is the address of a bucket, or of something in it.',
  'bucket-arn': 'This is the ARN of a bucket, its long name.',
  'role-arn': 'This is the ARN of a role, its long name.',
  'stack-arn': 'This is the ARN of a stack, its long name.',
  'session-arn': 'This names somebody who uses a role at the moment, and not the role.',
  arn: 'This is the ARN of something else in AWS, its long name.',
  'spot-page': 'This is the address of a page of the Spot console.',
  'spot-account': 'This is the ID of a Spot account.',
  'web-page': 'This is the address of a web page.',
}

const wanted: Readonly<Record<PastedField, string>> = {
  portal:
    'Wanted here is the address of the page on which you choose an AWS account after signing in, for example https://my-company.awsapps.com/start.',
  region: 'Wanted here is the short name of a region, for example us-east-1.',
  account:
    'Wanted here is the number of an AWS account, twelve digits. Whoever is signed in to it sees them at the top right of the AWS console.',
  bucket: 'Wanted here is the name of the bucket, and nothing else.',
  'new-bucket':
    'Wanted here is a name for a new bucket. To use one that there is, choose so above.',
  prefix:
    'Wanted here is the name of the folder in the bucket that was entered as the report’s “S3 path prefix”.',
  'role-arn':
    'Wanted here is the role’s ARN, which begins with arn:aws:iam::. It is at the top of the role’s page in the AWS console, and under “Outputs” on the page of its stack.',
  'external-id':
    'Wanted here is the external ID, as it was entered in the template or told by Spot.',
  key: 'Wanted here is what the access portal shows under “Access keys”.',
  'spot-organization':
    'Wanted here is the ID of your organization, from Settings, Organization in the Spot console.',
  'spot-token':
    'Wanted here is an API token, from Settings, API, Permanent tokens in the Spot console.',
  name: 'Wanted here is a short name. What the app had proposed is fine.',
}

export const pasted = {
  kinds,
  wanted,
  sentence: (is: string, wants: string) => `${is} ${wants}`,
  /** The value is in what was pasted. */
  use: (value: string) => `Use “${value}” from it`,
  keysInstead: 'I have no portal: sign in with keys',
} as const
