/**
 * The way by hand, in AWS's and Spot's own consoles: for people who may not let this app touch AWS,
 * and for those who are asked by a hand-over file. Labels are the ones that the consoles show.
 */

import type { ManagedBy } from '../../contract/ask/plan.ts'

export type ByHandLink = { readonly label: string; readonly href: string }
/** One field of a console's form. `copy` marks values to be typed in, not selected. */
export type ByHandSetting = {
  readonly label: string
  readonly value: string
  readonly copy?: boolean
}
export type ByHandStep = {
  readonly text: string
  readonly link?: ByHandLink
  readonly settings?: readonly ByHandSetting[]
}
export type ByHandGuide = {
  readonly title: string
  readonly intro: string
  readonly steps: readonly ByHandStep[]
  /** What the person notes down at the end, and enters in the app or sends back. */
  readonly sendBack: readonly string[]
}

/** Names proposed for what is created by hand. */
export type ByHandReport = {
  readonly reportName: string
  readonly bucketName: string
  readonly prefix: string
}
/** '' for an account, a role or a bucket that is not known yet. */
export type ByHandSignIn = { readonly accountId: string; readonly managedBy: ManagedBy }
export type ByHandCostReport = { readonly accountId: string; readonly report: ByHandReport }
export type ByHandStack = {
  readonly accountId: string
  readonly stackName: string
  readonly templateFileName: string
  /** By the template's own names. */
  readonly parameters: readonly { readonly name: string; readonly value: string }[]
}
export type ByHandRegistration = {
  readonly accountId: string
  readonly managedBy: ManagedBy
  readonly bucketName: string
  readonly roleArn: string
}

/** Pages of the consoles. Each opens in whatever account the browser is signed in to. */
export const CONSOLE_LINKS = {
  signIn: { label: 'AWS console', href: 'https://console.aws.amazon.com/' },
  organization: {
    label: 'AWS Organizations',
    href: 'https://us-east-1.console.aws.amazon.com/organizations/v2/home/accounts',
  },
  reports: {
    label: 'Data Exports',
    href: 'https://console.aws.amazon.com/billing/home?#/reports',
  },
  createStack: {
    label: 'Create a stack',
    href: 'https://us-east-1.console.aws.amazon.com/cloudformation/home?region=us-east-1#/stacks/create',
  },
  stacks: {
    label: 'Stacks',
    href: 'https://us-east-1.console.aws.amazon.com/cloudformation/home?region=us-east-1#/stacks',
  },
  spot: { label: 'Spot console', href: 'https://console.spotinst.com' },
} as const satisfies Readonly<Record<string, ByHandLink>>

/** Half a character has no place in an address, and would make encoding fail. */
const inAddress = (text: string): string => encodeURIComponent(text.replaceAll(/\p{Cs}/gu, ''))

/** The CloudFormation page with the outputs of one stack, by its ARN. */
export function stackOutputsLink(stackId: string): ByHandLink {
  const href = `${CONSOLE_LINKS.stacks.href}/outputs?stackId=${inAddress(stackId)}`
  return { label: 'Outputs of the stack', href }
}

/** The S3 page of a bucket's permissions, where its policy is edited. */
export function bucketPermissionsLink(bucket: string): ByHandLink {
  const name = inAddress(bucket)
  return {
    label: 'Permissions of the bucket',
    href: `https://us-east-1.console.aws.amazon.com/s3/buckets/${name}?region=us-east-1&tab=permissions`,
  }
}

/** An account's number as the AWS console prints it: in groups of four. */
export function accountAsShown(accountId: string): string {
  return /^\d{12}$/.test(accountId) ? accountId.replaceAll(/(\d{4})(?=\d)/g, '$1-') : accountId
}

/** What to do with the placeholder that stands in names for an account that is not known yet. */
function placeholderHint(values: readonly string[]): string {
  return values.some((value) => value.includes('ACCOUNT-ID'))
    ? ' In place of ACCOUNT-ID, write the twelve digits of the account.'
    : ''
}

/** What must be seen in the console before anything is created there. */
export function rightAccount(accountId: string): string {
  if (accountId === '')
    return 'Look at the top right corner of the AWS console. It must show the account that pays the bill of your organization (the management account).'
  return `Look at the top right corner of the AWS console. It must show the account ${accountId} (written there as ${accountAsShown(accountId)}). If it shows another number, sign out and sign in to the right account first.`
}
const RIGHT_REGION =
  'Beside it, the region must be US East (N. Virginia), also called us-east-1. Everything below belongs there.'

export function signInByHand({ accountId, managedBy }: ByHandSignIn): ByHandGuide {
  const own = managedBy === 'us'
  return {
    title: 'Open the right AWS account',
    intro: own
      ? 'Everything is set up in the management account: the one that receives the bill for the whole organization.'
      : 'Your MSP owns the account that pays. You work in your own account, the one that your MSP manages for you.',
    steps: [
      {
        text: 'Sign in to the AWS console in your browser, as you always do.',
        link: CONSOLE_LINKS.signIn,
      },
      {
        text: own
          ? 'Find out which account pays: the list of accounts in AWS Organizations marks it as “management account”. Without an organization, your only account is the one.'
          : 'Make sure that you are in the account that your MSP manages for you.',
        ...(own ? { link: CONSOLE_LINKS.organization } : {}),
      },
      { text: rightAccount(accountId) },
      { text: RIGHT_REGION },
    ],
    sendBack: ['The account ID: twelve digits, from the menu at the top right of the console.'],
  }
}

/** Every setting of the report in the order of AWS's form, with the label that AWS gives it. */
export function reportSettings({
  reportName,
  bucketName,
  prefix,
}: ByHandReport): readonly ByHandSetting[] {
  return [
    { label: 'Export type', value: 'Legacy CUR export' },
    { label: 'Export name', value: reportName, copy: true },
    { label: 'Additional export details', value: 'Include resource IDs: on' },
    { label: 'Data refresh settings', value: 'Refresh automatically: on' },
    { label: 'Report data time granularity', value: 'Hourly' },
    { label: 'Report versioning', value: 'Overwrite existing report' },
    { label: 'Report data integration', value: 'Amazon Athena' },
    { label: 'Compression type', value: 'Parquet (AWS sets it when Athena is chosen)' },
    { label: 'S3 bucket', value: bucketName, copy: true },
    { label: 'S3 bucket region', value: 'US East (N. Virginia) us-east-1' },
    { label: 'S3 path prefix', value: prefix, copy: true },
  ]
}

export function costReportByHand({ accountId, report }: ByHandCostReport): ByHandGuide {
  return {
    title: 'Set up the cost report',
    intro:
      'AWS writes the detailed bill as files into a storage bucket of yours. If there is a report already that has every one of these settings, use that one and note its bucket and prefix. Never change a report that belongs to somebody else; create this one beside it.',
    steps: [
      {
        text: 'Open the page “Data Exports” in Billing and Cost Management.',
        link: CONSOLE_LINKS.reports,
      },
      { text: rightAccount(accountId) },
      {
        text: `Choose “Create”, and select exactly these values. Leave everything that is not in this list as AWS proposes it.${placeholderHint([report.bucketName])}`,
        settings: reportSettings(report),
      },
      {
        text: 'For the bucket, choose “Configure” under “Data export storage settings” and create a new bucket in us-east-1. AWS shows the bucket policy that lets it deliver; agree to it. With an existing bucket AWS replaces the bucket’s policy, and setting up Athena for it removes its event notifications: better take a new one. Its default encryption must stay Amazon S3 managed keys (SSE-S3); Spot cannot read files under a KMS key of yours.',
      },
      {
        text: 'Create the report. AWS takes up to 24 hours to deliver the first files. You do not have to wait for them.',
      },
      {
        text: 'Back on the page “Data Exports”, open the report and copy the name of its S3 bucket and the S3 path prefix.',
        link: CONSOLE_LINKS.reports,
      },
    ],
    sendBack: [
      'The name of the S3 bucket of the report.',
      'The S3 path prefix of the report.',
      'The name of the report.',
    ],
  }
}

const emptyParameter = (name: string): string =>
  name === 'CostAndUsageBucket' ? '(the S3 bucket of the cost report)' : '(leave empty)'

export function stackByHand(data: ByHandStack): ByHandGuide {
  const { accountId, stackName, templateFileName, parameters } = data
  return {
    title: 'Create the role for Spot',
    intro:
      'AWS CloudFormation creates the role and its policy from the template file. Both are kept together as one stack, so that deleting the stack takes Spot’s access away again.',
    steps: [
      {
        text: `Save the template as a file on this computer: ${templateFileName}.`,
      },
      {
        text: 'Open the page on which CloudFormation creates a stack.',
        link: CONSOLE_LINKS.createStack,
      },
      { text: `${rightAccount(accountId)} ${RIGHT_REGION}` },
      {
        text: 'Tell CloudFormation to use your file, then choose “Next”.',
        settings: [
          { label: 'Prepare template', value: 'Choose an existing template' },
          { label: 'Template source', value: 'Upload a template file' },
          { label: 'Choose file', value: templateFileName },
        ],
      },
      {
        text: `Enter the name of the stack and its parameters, then choose “Next”. A parameter without a value here stays empty.${placeholderHint(parameters.map(({ value }) => value))}`,
        settings: [
          { label: 'Stack name', value: stackName, copy: true },
          ...parameters.map(({ name, value }) => ({
            label: name,
            value: value || emptyParameter(name),
            copy: value !== '',
          })),
        ],
      },
      {
        text: 'Leave the other stack options as they are. Tick “I acknowledge that AWS CloudFormation might create IAM resources with custom names”, choose “Next”, check the summary and choose “Submit”.',
      },
      {
        text: 'Wait until the status of the stack is CREATE_COMPLETE, usually less than a minute. Then open its “Outputs” tab and copy the role’s ARN: the value of SpotFinOpsRoleArn (in some templates CCMFinOpsRoleArn).',
        link: CONSOLE_LINKS.stacks,
      },
    ],
    sendBack: [
      'The role ARN from the stack’s Outputs tab. It begins with arn:aws:iam:: and contains the account ID.',
      'The external ID, if one was entered.',
    ],
  }
}

export function registrationByHand(data: ByHandRegistration): ByHandGuide {
  const { accountId, managedBy, bucketName, roleArn } = data
  const values: readonly ByHandSetting[] = [
    { label: 'AWS account ID', value: accountId, copy: true },
    { label: 'S3 bucket', value: bucketName, copy: true },
    { label: 'Role ARN', value: roleArn, copy: true },
  ].map((setting) =>
    setting.value === '' ? { ...setting, value: '(not known yet)', copy: false } : setting,
  )
  if (managedBy === 'msp')
    return {
      title: 'Send the request to Spot Support',
      intro:
        'Spot connects customers of an MSP by request. The request holds names and numbers only, no password and no key.',
      steps: [
        { text: 'Check that the request has these values.', settings: values },
        {
          text: 'Send the request to Spot Support, from the support page of the Spot console or by e-mail.',
          link: CONSOLE_LINKS.spot,
        },
      ],
      sendBack: ['That the request was sent, and the number of the support case if there is one.'],
    }
  return {
    title: 'Finish in the Spot console',
    intro:
      'The Spot console asks for the bucket and the role. It belongs to Spot, not to AWS, so it has a sign-in of its own.',
    steps: [
      { text: 'Sign in to the Spot console.', link: CONSOLE_LINKS.spot },
      {
        text: 'In the menu on the left choose “Eco”, then “Amazon Web Services”, then “Add Permissions” (in some versions “Connect”).',
      },
      {
        text: 'The steps about AWS are done already: go through them until the form asks for the bucket, and then for the role. Paste these values.',
        settings: values,
      },
      {
        text: 'Choose “Done” (in some versions “Connect your AWS account to Eco”). Spot needs up to 48 hours for the first data, and sends an e-mail when its dashboards are ready.',
      },
    ],
    sendBack: ['That the Spot console accepted the values, or the message that it showed.'],
  }
}
