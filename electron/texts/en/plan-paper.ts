/** The plan: one page for whoever approves what will change in the account, before and after. */

import type { Fate, PlannedResource, PlanPaper, Proof } from '../plan-paper.ts'
import type { TemplateReview } from '../../contract/ask/template.ts'
import { list, number, plural, series } from './locale.ts'

const main = {
  from: (version: string) => `Eco Connect ${version}: plan, for approval.`,
  /** The button that opens it. */
  see: 'See the plan',
  title: 'What will change in your AWS account',
  intro:
    'Spot Eco reads the AWS bill to find savings. For that a cost report, a place for its files and a role for Spot are set up in this account, as listed here, and nothing else.',
  stages: {
    before: 'Before: nothing of it is created or changed yet.',
    begun: 'Under way: part of it is done. Each line says how it stands.',
    finished: 'The last step is done. Each line says what came of it.',
    'taken-back': 'Taken back: what this app had created is removed, as far as the lines say.',
  } satisfies Readonly<Record<PlanPaper['stage'], string>>,
  account: 'AWS account',
  /** `shown` is the number as the console shows it. */
  accountOf: (shown: string, name: string) => (name === '' ? shown : `${shown}, ${name}`),
  accountUnknown:
    'the management account, which pays the bill; its number is not known before the sign-in, and ACCOUNT-ID stands for it',
  connection: (name: string) => `Connection: ${name}.`,
  managed: 'Managed by',
  managedBy: {
    us: 'your company',
    msp: 'an MSP, which sets up the cost report itself',
    unknown: 'not said yet; planned as if by your company',
  },
  how: 'How',
  ways: {
    app: 'With the app: each change is shown first and made after a click.',
    'by-hand': 'By hand, in AWS’s own pages: the app reads nothing from AWS and proves nothing.',
  },
  state: 'State',
  asOf: (time: string) => `As of ${time}.`,
  paidElsewhere: (payer: string) =>
    `AWS says that another account pays this account’s bill: ${payer}. A cost report set up here may lack the bill; ask Spot Support first.`,
  refusedTemplate: (file: string) =>
    `The template file ${file} cannot be used. What follows is about the built-in template.`,
  unusable: 'The template cannot be approved as it is:',
  columns: ['What, and its name', 'Settings', 'How it stands', 'Cost and undo'],
  /** Instead of a name. */
  unnamed: 'name not known yet',
  untold: 'name not told',
  unnamedByAws: (logicalId: string) => `named by AWS (“${logicalId}” of the template)`,
  /** What becomes of a thing, and how well that is known. */
  withBucket: 'With the bucket.',
  withStack: 'With the stack.',
  sentence: (parts: readonly string[]) => `${parts.join('; ')}.`,
  others: (names: readonly string[]) =>
    `Could be used instead: ${list(names)}. The name here is for a new one.`,
  /** Under the table, where nobody has looked. */
  unless:
    'Where it says “unless”, nobody has looked into AWS yet: what fits and is there is offered first, and a name that is taken is replaced.',
  tags: (connectionId: string) =>
    `Tags on what the app creates: eco-connect: ${connectionId}; on report and bucket also created-by: eco-connect; on the stack also eco-connect-template: the fingerprint below.`,
} as const

const things = {
  report: 'Cost report',
  bucket: 'Bucket for its files',
  bucketPolicy: 'Policy of the bucket',
  stack: 'CloudFormation stack',
  role: 'Role for Spot',
  'other-role': 'Another role, not for Spot',
  policy: 'List of permissions',
  'inline-policy': 'List of permissions, in a role',
} as const satisfies Readonly<Record<PlannedResource['kind'], string>> &
  Readonly<Record<string, string>>

const fates = {
  create: 'Will be created',
  'create-unless': 'Will be created, unless one that fits is there',
  choose: 'Not decided: one that can be used is there already',
  use: 'Is there already: will be used',
  change: 'Is there already: will be added to',
  'change-if-needed': 'Is there already: will be added to if AWS may not deliver yet',
  begun: 'Begun, not finished',
  created: 'Created by this app',
  changed: 'Was there already: added to by this app',
  'changed-if-needed': 'Was there already: added to if AWS could not deliver',
  reused: 'Was there already: used as it is',
  'by-hand': 'Will be created by hand, not verified',
  told: 'Done by hand, not verified',
  asked: 'Somebody else was asked to do it',
  msp: 'Set up by your MSP, not by this app',
  'msp-told': 'Set up by your MSP; told by you, not verified',
  stopped: 'Stopped: the app says why, at this step',
  none: 'Not needed: a role that is there is used',
  removed: 'Removed by this app',
  removing: 'Removal begun, its end not seen',
  left: 'Still there',
} as const satisfies Readonly<Record<Fate, string>>

/** What is known of a thing that is there, behind what has become of it. */
const proofs = {
  proven: 'proven from AWS',
  earlier: 'proven earlier, not looked at now',
  none: 'not looked at now',
} as const satisfies Readonly<Record<Proof, string>>

const settings = {
  /** Before what is asked of whoever does it by hand, and of an MSP: nobody has read what it is. */
  asAsked: 'As the guide asks:',
  asAskedMsp: 'As asked of the MSP:',
  unread: 'Not read by the app.',
  setting: (label: string, needed: string) => `${label}: ${needed}`,
  all: (lines: readonly string[]) => `${lines.join('; ')}.`,
  prefix: (folder: string) => `Folder: ${folder}.`,
  inBucket: 'AWS delivers it into the bucket below.',
  newBucket:
    'In us-east-1. Closed to the public: all four “Block Public Access” settings. Encryption as AWS sets it by itself (SSE-S3).',
  oldBucket: 'As it is: no setting and no file in it is changed or deleted.',
  handPolicy: 'The statements that AWS proposes, so that it may deliver.',
  newPolicy:
    'Two statements: AWS’s billing service (billingreports.amazonaws.com), for this account’s reports only, may read the bucket’s policy and access list (s3:GetBucketPolicy, s3:GetBucketAcl) and deliver files (s3:PutObject).',
  oldPolicy: 'Nothing else in it is changed.',
  asItIs: 'As it is.',
  theirs: 'As your MSP decides: it is the MSP’s own.',
  stack: 'In us-east-1. Holds together what follows, made from the template named below.',
  value: (name: string, value: string) => `${name} = ${value}`,
  values: (lines: readonly string[]) => `Values: ${lines.join(', ')}.`,
  role: 'Only those named below may use it.',
  otherRole: 'For whom and for what: see the review of the template.',
  policy: 'What is listed below, and nothing else.',
  policyUnclear: 'What the template says: not all of it is understood here.',
  when: (condition: string) => `Only if the template’s condition “${condition}” holds.`,
  id: {
    'not-asked': 'No external ID is asked for.',
    written: (ids: readonly string[]) => `External ID, written in the template: ${list(ids)}.`,
    open: 'External ID: not known yet, entered before the role is created.',
    optional: 'External ID: not known yet; entered before the role is created, or decided against.',
    value: (id: string) => `External ID: ${id}.`,
    hidden: 'External ID: entered, and shown to nobody.',
    none: 'External ID: none.',
  },
} as const

const costs = {
  report: 'Free. Undo: delete it under Data Exports.',
  bucket: 'Storage: usually a few US dollars a month or less. Undo: empty and delete it.',
  oldBucket: 'Storage of the new files. Undo: delete the report’s folder.',
  policy: 'Free. Goes with the bucket.',
  oldPolicy: 'Free. Undo: remove the two statements.',
  stack: 'Free. Undo: delete it; role and permissions go too, and Spot’s access ends.',
  withStack: 'Free. Goes with the stack.',
  reused: 'Nothing new, nothing to undo.',
  reusedRole: 'Free. Undo: whoever made it deletes it.',
  byMsp: 'Your MSP pays, and can undo it.',
} as const

const spot = {
  title: 'What Spot may do',
  who: 'Who',
  whoFile: 'By the text of the template these, of whom nobody here knows whether they are Spot:',
  reads: 'May read',
  /** A group of permissions, and how many there are. */
  group: (label: string, count: number) => `${label} (${number(count)})`,
  counted: (count: number) =>
    plural(count, {
      one: 'One permission.',
      other: `${number(count)} permissions in all.`,
    }),
  groups: (groups: readonly string[]) => `${series(groups)}.`,
  nothing: 'Nothing.',
  /** Between permissions and the places in which they hold. */
  on: 'on',
  writes: 'May write',
  sync: (count: number) =>
    `Only copies of the cost reports, into buckets of Spot’s own whose names begin with sc-customer- (${number(count)}); nothing in your account.`,
  never: 'Can never',
  managed: 'AWS’s own lists',
  template: 'Template',
  templateOf: (file: string, source: TemplateReview['source']) =>
    `${file} (${source === 'file' ? 'your own file' : 'built into the app'}).`,
  sha256: 'Fingerprint (SHA-256)',
  approved: (by: string, time: string) => `Approved in the app ${by} on ${time}.`,
  approvedNoTime: (by: string) => `Approved in the app ${by}.`,
  by: (arn: string) => `by ${arn}`,
  bySignedOut: 'by somebody who was not signed in',
  byUnknown: 'by somebody whom AWS did not name',
  notApproved: 'Not approved in the app yet.',
  /** Where a role is used that was there: the permissions are its own. */
  ownRole:
    'The role was made elsewhere. Its own permissions decide what Spot may do; whom it trusts and whether it can read the bucket is checked, once signed in. What follows is what Spot asks for.',
} as const

const untouched = {
  title: 'What is not touched',
  lines: [
    'Other reports, buckets, stacks, roles and users.',
    'What you run: nothing is started, stopped or changed.',
    'Bill and contracts: nothing is bought, sold or committed.',
    'Files in a bucket that was there: the app writes and deletes none.',
  ],
  mspLine: 'The MSP’s account: this app neither reads nor changes anything there.',
} as const

const leaves = {
  title: 'What Spot gets, and what leaves this computer',
  toSpot: 'To Spot, when you say so in the last step:',
  byRequest: 'To Spot Support, in a request that you send yourself:',
  accountId: (id: string) => `account number ${id}`,
  bucket: (name: string) => `bucket ${name}`,
  role: (arn: string) => `role ${arn}`,
  unknown: {
    accountId: 'the account number (not known yet)',
    bucket: 'the name of the bucket (not known yet)',
    role: 'the role’s ARN (known once there is one)',
  },
  values: (values: readonly string[]) => `${values.join('; ')}.`,
  mspToo:
    'as far as they are known, your MSP’s account number, the stack’s name, the report’s folder and your organization at Spot',
  states: {
    'to-do': 'Not done yet.',
    registered: (time: string) => `Done on ${time}.`,
    asked: (time: string) => `Noted as sent on ${time}; not verified.`,
    confirmed: (time: string) => `Noted as sent on ${time}; confirmed by your word, not verified.`,
  },
  lines: [
    'From then on Spot reads, with the role, what is listed above.',
    'No password, key or token for AWS is given to Spot.',
    'The app talks to AWS and Spot only, and sends nothing else anywhere. Files that you save go where you send them.',
  ],
} as const

const decision = {
  title: 'Decision',
  about: (fingerprint: string) => `About this plan and the template ${fingerprint}:`,
  approved: 'Approved',
  refused: 'Not approved',
  name: 'Name and function',
  date: 'Date',
  signature: 'Signature',
  remarks: 'Conditions',
} as const

const files = {
  /** Over it in a request to somebody else. */
  inRequest: 'The whole plan: what will change in the account, for whoever has to approve it',
  noSecrets: 'Holds no password, key or token.',
} as const

export const planPaper = {
  ...main,
  ...files,
  things,
  fates,
  proofs,
  settings,
  costs,
  spot,
  untouched,
  leaves,
  decision,
} as const
