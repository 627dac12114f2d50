/** The file that asks somebody else to do a step: everything it says besides the guide by hand. */

import type { MissingPermission } from '../../contract/preflight.ts'
import type { StepId } from '../../contract/steps.ts'
import { number, plural } from './locale.ts'

const main = {
  from: 'Eco Connect, request to a colleague',
  askedBy: 'Asked by',
  unknownAsker: 'the person who sent you this file',
  askedAt: 'Asked on',
  account: 'AWS account',
  accountUnknown: 'the management account of our organization (the one that pays the bill)',
  region: 'Region',
  regionValue: 'US East (N. Virginia), us-east-1',
  whom: 'Who can do this',
  found: 'What the app found',
  technical: 'Technical details',
  todo: 'What to do',
  setting: 'Setting',
  value: 'Value',
  links: 'Links',
  sendBack: 'What to send back',
  cost: 'What it costs, and how to undo it',
  noSecrets:
    'This file holds names and numbers only: no password, no key, no token. It loads nothing from anywhere and runs no program, so it can be kept or forwarded like a letter.',
  /** `time` is the moment at which the file was made. */
  made: (version: string, time: string) =>
    version === '' ? `Made by Eco Connect, ${time}.` : `Made by Eco Connect ${version}, ${time}.`,
  /** The account by its number, as the console shows that, and by its name; '' where unknown. */
  accountOf: (id: string, shown: string, name: string) => {
    if (id === '') return name
    return name === '' ? `${id} (shown as ${shown})` : `${id} (shown as ${shown}), ${name}`
  },
} as const

/** What happens with the result, by step: `found` when the app reads it by itself. */
const afterwards = {
  found:
    'Nothing needs to be sent back if you used the names above. The app of the person who asks looks for itself, and finds what you have done at its next look. If you used other names, send these:',
  corrected:
    'Nothing needs to be sent back when it is corrected. The app of the person who asks looks for itself at its next look. If something stands in the way, send this:',
  byHand: 'Please send this back. The app cannot look into AWS here, so it needs it from you:',
  answer: 'Please send back your answer:',
} as const

const planAnswers: readonly string[] = [
  'Either: “We manage it ourselves.” Our invoice comes from Amazon Web Services.',
  'Or: “An MSP manages it.” Our invoice for AWS comes from another company. Then please also send the AWS account number of the MSP (twelve digits), if you know it.',
]
const planSteps: readonly string[] = [
  'Look at the last invoice for AWS, or ask accounting. Whoever sends it has the contract with AWS.',
  'If it comes from another company, that company is our MSP or reseller. Its people can say which AWS account they use to manage ours.',
]

const templateAnswers = (sha256: string): readonly string[] => [
  'Whether you agree, or what you object to.',
  `With your answer, the first characters of the fingerprint, so that it is clear which text you mean: ${sha256.slice(0, 12)}…`,
]

const costs: Partial<Readonly<Record<StepId, string>>> = {
  'sign-in':
    'The report itself is free. AWS charges for storing its files, usually a few US dollars a month or less. The role and the stack are free. To undo it: delete the stack in CloudFormation, the report under Data Exports, and the bucket in Amazon S3.',
  'cost-report':
    'The report itself is free. AWS charges for storing its files, usually a few US dollars a month or less. To undo it: delete the report under Data Exports, then the bucket in Amazon S3. Other reports are not affected.',
  bucket:
    'Changing a bucket’s policy is free. To undo it: remove the statements that name billingreports.amazonaws.com.',
  template: 'Reviewing costs nothing, and creates nothing.',
  stack:
    'Free of charge. To undo it: delete the stack in CloudFormation. Role and policy go with it, and Spot’s access ends at once.',
}

const permissions = {
  title: 'Permissions that were missing',
  intro: (role: string) =>
    role === ''
      ? 'The person who asks is signed in and lacks the permissions below. Do the step yourself as described here, or let them do it by lifting what stands in the way.'
      : `The person who asks is signed in with “${role}” and lacks the permissions below. Do the step yourself as described here, or let them do it by lifting what stands in the way.`,
  action: 'Permission',
  resource: 'On',
  because: 'What stands in the way',
  statement: 'What to add to their permission set in IAM Identity Center',
  where:
    'This is a whole policy, to be pasted as the inline policy of the permission set: “Permission sets”, the permission set, “Inline policy”, “Edit”. If it has an inline policy already, add only what stands in the list “Statement”. Save, and let AWS update the account.',
  noStatement:
    'Adding a permission would not help here: the obstacle named above has to be changed first.',
  reasons: {
    'not-allowed': 'No policy allows it',
    'explicit-deny': 'A policy denies it explicitly',
    boundary: 'A permissions boundary does not allow it',
    organization: 'A policy of the AWS organization does not allow it',
  } satisfies Readonly<Record<MissingPermission['because'], string>>,
} as const

const whole = {
  parts: 'The procedure has these parts:',
  review: 'Read what Spot may do',
  reviewIntro:
    'Before you create the role, read what it may do. If your security team has to agree, give them this file.',
  instead: 'Instead: let the person who asks do it with the app',
  insteadHint:
    'The app Eco Connect does all of this by itself, shows each change before it is made, and proves the result. For that the person who asks needs a permission set in IAM Identity Center with this policy, for the account named above.',
  policyText: 'The policy for the permission set',
} as const

const bucketFix = {
  steps: (bucket: string): readonly string[] => [
    `Open the permissions of the bucket “${bucket}” in Amazon S3.`,
    'Edit the bucket policy so that AWS may deliver. Add what is missing, and keep every statement that is there already.',
    'Under “Properties”, the default encryption must be “Server-side encryption with Amazon S3 managed keys (SSE-S3)”: Spot cannot read files under a KMS key of ours.',
    'The bucket must be in us-east-1, and all four settings of “Block public access” may stay on.',
    'If the bucket does not exist any more, create it again under the same name in us-east-1, in the same account.',
  ],
  diffTitle: 'The bucket policy before and after',
  wholeTitle: 'The bucket policy as it should be',
  wholeHint:
    'This is the whole policy with the change made: copy it into the editor of the bucket policy in place of what is there. If somebody has changed the policy since this file was made, make the same change in theirs instead.',
  wholeText: 'Show the whole policy to copy',
  diffHint:
    'To read what changes: lines with + are added, lines with − are removed. Everything else stays.',
  policyTitle: 'What the bucket policy must contain',
  policyHint:
    'Two statements, for this account only. If the bucket has no policy yet, this is the whole policy; else add the two statements to it.',
  sendBack: ['What cannot be changed, and who could change it.'] as readonly string[],
} as const

const templateFile = {
  title: 'The template',
  download: (file: string) => `Save the template as a file: ${file}`,
  hint: 'The file is inside this page; nothing is loaded from anywhere. The link saves it in the folder for downloads.',
  show: 'Show the whole text of the template',
  resource: (logicalId: string, type: string) => `${logicalId}: ${type}`,
  resourceNamed: (logicalId: string, type: string, name: string) =>
    `${logicalId}: ${type}, named ${name}`,
  permissionsIn: (count: number) =>
    plural(count, { one: 'The permission, in', other: `The ${number(count)} permissions, in` }),
  permissionsEverywhere: (count: number) =>
    plural(count, {
      one: 'The permission, in the whole account:',
      other: `The ${number(count)} permissions, in the whole account:`,
    }),
} as const

const paidElsewhere = {
  title: 'Another account pays the bill',
  means: (payer: string) =>
    `AWS says that the account ${payer} pays the bill of this organization (AWS Billing Transfer). A cost report set up here may lack the bill, and no way is known that Spot supports. If the person who asks has not heard from Spot Support about it, ask them before you set anything up.`,
} as const

const supportText = 'The text of the request'

/** One page for several steps. */
const together = {
  title: (count: number) =>
    `Please do ${number(count)} steps for connecting our AWS account to Spot`,
  why: 'Our company connects its AWS account to Spot Eco, which needs to read our cost report. The person who asks lacks the rights for the steps below. They build on each other: please do them in this order. A policy for all missing permissions stands at the end, in case you would rather let that person do it.',
  part: (part: number, total: number, title: string) =>
    `Part ${number(part)} of ${number(total)}: ${title}`,
  fileName: (accountId: string): string =>
    accountId === '' ? 'eco-connect-request' : `eco-connect-request-${accountId}`,
} as const

/** The same of a file that says what is set up. */
const answerName = (accountId: string): string =>
  accountId === '' ? 'eco-connect-answer' : `eco-connect-answer-${accountId}`

/** Suggested name of the file, without its ending. */
const fileName = (step: StepId, accountId: string): string =>
  accountId === '' ? `eco-connect-${step}` : `eco-connect-${step}-${accountId}`

export const handOver = {
  fileName,
  answerName,
  together,
  ...main,
  afterwards,
  planAnswers,
  planSteps,
  templateAnswers,
  costs,
  permissions,
  whole,
  bucketFix,
  templateFile,
  supportText,
  paidElsewhere,
} as const
