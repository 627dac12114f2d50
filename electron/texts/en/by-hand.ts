import type { ConsolePage } from '../../contract/console.ts'

/** The way by hand. Labels are the ones that AWS's and Spot's consoles show. */

const pages: Readonly<Record<ConsolePage | 'bucketPermissions', string>> = {
  signIn: 'AWS console',
  organization: 'AWS Organizations',
  reports: 'Data Exports',
  createBucket: 'Create a bucket',
  createStack: 'Create a stack',
  stacks: 'Stacks',
  spot: 'Spot console',
  bucketPermissions: 'Permissions of the bucket',
}

const signIn = {
  title: 'Open the right AWS account',
  intro:
    'Everything is set up in the management account: the one that receives the bill for the whole organization.',
  introMsp:
    'Your MSP owns the account that pays. You work in your own account, the one that your MSP manages for you.',
  open: 'Sign in to the AWS console in your browser, as you always do.',
  findAccount:
    'Find out which account pays: the list of accounts in AWS Organizations marks it as “management account”. Without an organization, your only account is the one.',
  paidElsewhere:
    'If an account of another organization pays the bill of yours (AWS calls this a Billing Transfer), ask Spot Support before you set anything up: a cost report of your own account may then lack the bill.',
  ownAccount: 'Make sure that you are in the account that your MSP manages for you.',
  sendBack: ['The account ID: twelve digits, from the menu at the top right of the console.'],
} as const

const costReport = {
  title: 'Set up the cost report',
  intro:
    'AWS writes the detailed bill as files into a storage bucket of yours. If there is a report already that has every one of these settings, use that one and note its bucket and prefix. Never change a report that belongs to somebody else; create this one beside it.',
  open: 'Open the page “Data Exports” in Billing and Cost Management.',
  create:
    'Choose “Create”, and select exactly these values. Leave everything that is not in this list as AWS proposes it.',
  createUnnamed:
    'Choose “Create”, and select exactly these values. Leave everything that is not in this list as AWS proposes it. In place of ACCOUNT-ID, write the twelve digits of the account.',
  bucket:
    'For the bucket, choose “Configure” under “Data export storage settings” and create a new bucket in us-east-1. AWS shows the bucket policy that lets it deliver; agree to it. With an existing bucket AWS replaces the bucket’s policy, and setting up Athena for it removes its event notifications: better take a new one. Its default encryption must stay Amazon S3 managed keys (SSE-S3); Spot cannot read files under a KMS key of yours.',
  openBuckets: 'The bucket comes first. Open the page of Amazon S3 on which a bucket is created.',
  namedBucket:
    'Create the bucket with these values, and leave everything else as AWS proposes it. AWS adds the ending to the name by itself, so that nobody else can ever take it.',
  chooseBucket: (bucket: string) =>
    `For the bucket, choose “Configure” under “Data export storage settings”, and select the bucket ${bucket} that you have just created. AWS shows the bucket policy that lets it deliver; agree to it: the new bucket has no other. Its default encryption must stay Amazon S3 managed keys (SSE-S3); Spot cannot read files under a KMS key of yours.`,
  otherBucket: (name: string) =>
    `Nobody has confirmed yet that AWS delivers reports into a bucket with a name of this kind. If AWS does not take it, or your S3 console does not offer such names, choose “Configure” once more and create a new bucket there, in us-east-1, named ${name}. Then note that name, and delete the empty bucket in the Amazon S3 console.`,
  finish:
    'Create the report. AWS takes up to 24 hours to deliver the first files. You do not have to wait for them.',
  note: 'Back on the page “Data Exports”, open the report and copy the name of its S3 bucket and the S3 path prefix.',
  labels: {
    exportType: 'Export type',
    exportName: 'Export name',
    additional: 'Additional export details',
    refresh: 'Data refresh settings',
    granularity: 'Report data time granularity',
    versioning: 'Report versioning',
    integration: 'Report data integration',
    compression: 'Compression type',
    bucket: 'S3 bucket',
    region: 'S3 bucket region',
    prefix: 'S3 path prefix',
    bucketRegion: 'AWS Region',
    namespace: 'Bucket namespace',
    bucketPart: 'Bucket name prefix',
    wholeName: 'The whole name, as AWS then shows it',
  },
  values: {
    exportType: 'Legacy CUR export',
    additional: 'Include resource IDs: on',
    refresh: 'Refresh automatically: on',
    granularity: 'Hourly',
    versioning: 'Overwrite existing report',
    integration: 'Amazon Athena',
    compression: 'Parquet (AWS sets it when Athena is chosen)',
    region: 'US East (N. Virginia) us-east-1',
    namespace: 'Account regional namespace',
  },
  sendBack: [
    'The name of the S3 bucket of the report.',
    'The S3 path prefix of the report.',
    'The name of the report.',
  ],
} as const

const stack = {
  title: 'Create the role for Spot',
  intro:
    'AWS CloudFormation creates the role and its policy from the template file. Both are kept together as one stack, so that deleting the stack takes Spot’s access away again.',
  save: (file: string) => `Save the template as a file on this computer: ${file}.`,
  open: 'Open the page on which CloudFormation creates a stack.',
  upload: 'Tell CloudFormation to use your file, then choose “Next”.',
  enter:
    'Enter the name of the stack and its parameters, then choose “Next”. A parameter without a value here stays empty.',
  enterUnnamed:
    'Enter the name of the stack and its parameters, then choose “Next”. A parameter without a value here stays empty. In place of ACCOUNT-ID, write the twelve digits of the account.',
  submit:
    'Leave the other stack options as they are. Tick “I acknowledge that AWS CloudFormation might create IAM resources with custom names”, choose “Next”, check the summary and choose “Submit”.',
  wait: 'Wait until the status of the stack is CREATE_COMPLETE, usually less than a minute. Then open its “Outputs” tab and copy the role’s ARN: the value of SpotFinOpsRoleArn (in some templates CCMFinOpsRoleArn).',
  labels: {
    prepare: 'Prepare template',
    source: 'Template source',
    file: 'Choose file',
    stackName: 'Stack name',
  },
  values: { prepare: 'Choose an existing template', source: 'Upload a template file' },
  bucketParameter: '(the S3 bucket of the cost report)',
  idParameter:
    '(the external ID that Spot gave you; empty only if you decide to go on without one)',
  requiredIdParameter:
    '(the external ID that Spot gave you: never empty, your organization requires one)',
  /** `description` is the template's own; '' for none. */
  neededParameter: (description: string) =>
    description === '' ? '(to be entered)' : `(to be entered; the template says: “${description}”)`,
  emptyParameter: '(leave empty)',
  sendBack: [
    'The role ARN from the stack’s Outputs tab. It begins with arn:aws:iam:: and contains the account ID.',
    'The external ID, if one was entered.',
  ],
} as const

const registration = {
  labels: { account: 'AWS account ID', bucket: 'S3 bucket', role: 'Role ARN' },
  notKnown: '(not known yet)',
  msp: {
    title: 'Send the request to Spot Support',
    intro:
      'Spot connects customers of an MSP by request. The request holds names and numbers only, no password and no key.',
    check: 'Check that the request has these values.',
    send: 'Send the request to Spot Support, from the support page of the Spot console or by email.',
    sendBack: ['That the request was sent, and the number of the support case if there is one.'],
  },
  us: {
    title: 'Finish in the Spot console',
    intro:
      'The Spot console asks for the bucket and the role. It belongs to Spot, not to AWS, so it has a sign-in of its own.',
    open: 'Sign in to the Spot console.',
    choose:
      'In the menu on the left choose “Eco”, then “Amazon Web Services”, then “Add Permissions” (in some versions “Connect”).',
    paste:
      'The steps about AWS are done already: go through them until the form asks for the bucket, and then for the role. Paste these values.',
    finish:
      'Choose “Done” (in some versions “Connect your AWS account to Eco”). Spot needs up to 48 hours for the first data, and sends an email when its dashboards are ready.',
    sendBack: ['That the Spot console accepted the values, or the message that it showed.'],
  },
} as const

export const byHand = {
  pages,
  payingAccount:
    'Look at the top right corner of the AWS console. It must show the account that pays the bill of your organization (the management account).',
  rightAccount: (accountId: string, shown: string) =>
    `Look at the top right corner of the AWS console. It must show the account ${accountId} (written there as ${shown}). If it shows another number, sign out and sign in to the right account first.`,
  rightRegion:
    'Beside it, the region must be US East (N. Virginia), also called us-east-1. Everything below belongs there.',
  signIn,
  costReport,
  stack,
  registration,
} as const
