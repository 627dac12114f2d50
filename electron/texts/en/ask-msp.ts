/** Step 3 where an MSP sets up the report: asking for it, waiting, and the answer. */

/** The message to the MSP. One line each, short enough for a mail program that does not wrap them. */
const request = {
  subject: (account: string) => `A Cost and Usage Report for our AWS account ${account}`,
  greeting: 'Hello,',
  intro: [
    'we are connecting our AWS account to Spot Eco, a service that finds savings on the AWS bill.',
    'It reads an AWS Cost and Usage Report. As you manage our account, we ask you to set that',
    'report up on your side, or to name one that you have already.',
  ],
  ours: 'Our AWS account',
  yours: 'The AWS account that pays our bill, as far as we know',
  please: [
    'Eco needs these eight settings. They are chosen in the AWS console under Billing and Cost',
    'Management, Data Exports, as a “Legacy CUR export”:',
  ],
  setting: (number: number, label: string, needed: string) => `${number}. ${label}: ${needed}`,
  more: [
    'The bucket’s default encryption has to be Amazon S3 managed keys (SSE-S3): Spot cannot read',
    'files under a KMS key. A report with other settings need not be changed; one more beside it',
    'will do. AWS takes up to 24 hours to deliver it for the first time.',
  ],
  answer: 'Please answer with:',
  answers: [
    'the name of the S3 bucket (for example your-company-customer-cur)',
    'the prefix of the report, which is the folder in that bucket (for example cur)',
    'your AWS account number, twelve digits',
  ],
  point: (text: string) => `- ${text}`,
  thanks: 'Thank you.',
} as const

const ask = {
  title: 'Send this request to your MSP',
  body: 'Your MSP sets up the cost report in its own AWS account. The text names the eight settings that Eco needs and what your MSP has to answer. It holds no secret.',
  text: 'Text of the request to your MSP',
  copy: 'Copy the request',
  email: 'Open as an email',
  file: 'Save as a file',
  sentHint:
    'Then say that it is sent. You can go on with the template meanwhile; the role needs your MSP’s answer.',
  sent: 'I have sent it',
  notYet: 'Copy the request, or open it as an email, first.',
} as const

const waiting = {
  since: (time: string) => `Waiting for your MSP since ${time}`,
  /** How the request left the app. */
  how: {
    copied: 'You copied the request and said that it is sent.',
    email: 'You opened the request as an email and said that it is sent.',
    file: 'You saved the request as a file. Send it to your MSP, if you have not done so yet.',
  },
  next: 'When your MSP answers, enter below what it wrote. You may close the app until then.',
  looks:
    'The app looks meanwhile whether a stack or a report in your account names the bucket. If one does, it is offered here.',
  file: 'File to send',
  copyFile: 'file path',
  again: 'The request, to send it once more',
} as const

const answer = {
  title: 'What your MSP answered',
  titleBefore: 'I know the bucket already',
  body: 'If your MSP has told you its bucket already, no request is needed.',
  bucket: 'Bucket of your MSP',
  bucketHint:
    'As your MSP wrote it, for example your-msp-customer-cur. Its name does not have to hold your account number.',
  prefix: 'Report prefix',
  prefixHint:
    'The folder of the report in that bucket, for example cur. You may leave it empty: Spot Support then asks your MSP.',
  account: 'AWS account number of your MSP',
  accountHint: 'Twelve digits. You may leave it empty.',
  use: 'Use this bucket',
} as const

const found = {
  title: (bucket: string) => `Your account names the bucket ${bucket}`,
  stack: (name: string) =>
    `The CloudFormation stack ${name}, which has a role for Spot, was created for this bucket. If your MSP uses it, nobody has to be asked.`,
  report: (name: string) =>
    `The report ${name} in this account has all eight settings, and is delivered there. If your MSP set it up for this, nobody has to be asked.`,
  use: 'Use this bucket',
  useNamed: (bucket: string) => `Use this bucket: ${bucket}`,
  unread: 'Your account could not be looked through for a bucket that is named there',
} as const

/** The answer, once it is given. */
const noted = {
  title: 'Your MSP’s answer is noted',
  means:
    'The bucket is in your MSP’s AWS account, where this app cannot look. If its name is not right, Spot cannot read the report: compare it with what your MSP wrote.',
} as const

/** The file for the MSP. */
const handOver = {
  title: 'Please set up a Cost and Usage Report for us',
  why: 'We are connecting our AWS account to Spot Eco, a service that finds savings on the AWS bill. It reads a Cost and Usage Report, which you set up in your AWS account, as you manage ours.',
  whom: 'Our managed service provider (MSP).',
  needs: 'What Eco needs of the report',
} as const

export const askMsp = { request, ask, waiting, answer, found, noted, handOver } as const
