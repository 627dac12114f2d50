/** Step 5: the role's template in plain words. */

import type { StepWords } from '../step-words.ts'
import type { AsksForId, ActionData, TemplateAction } from '../../contract/ask/template.ts'
import type { PurposeId } from '../../contract/purposes.ts'
import { list, number, plural, series } from './locale.ts'

const main = {
  unseenTitle: 'This template hides something',
  unseen:
    'What follows has characters that cannot be seen, or that turn the direction of writing; each is marked here. It looks like something that you know and is something else. The template cannot be used: ask whoever sent it to you where it comes from, and show it to your security team.',
  unseenFirst: 'A template that hides something cannot be used.',
  obstaclesTitle: 'This template cannot be used as it is',
  obstacles:
    'What follows is not what it seems, or is known only to AWS once it is created. The app creates only what you can read first and what it can prove afterwards. Correct it in the file and open the file again.',
  obstaclesFirst: 'What is listed at the top has to be corrected first.',
  unresolved: (line: number, column: number, what: string) =>
    `Line ${line}, column ${column}: not known before it is created: ${what}`,
  unfilled: (line: number, column: number, what: string) =>
    `Line ${line}, column ${column}: ${what} was never filled in.`,
  closed: (line: number, column: number) =>
    `Line ${line}, column ${column}: the role lets no account in (sts:AssumeRole), so Spot could not use it.`,
  misread: (line: number, column: number, written: string, read: string) =>
    `Line ${line}, column ${column}: AWS would take ${written} for ${read}. Put it in quotes.`,
  writeTitle: 'The one place where it may write',
  writeTitleMany: 'Where it may write',
  writeKnown:
    'Spot calls this role read-only, yet it may write in one place: it puts copies of your cost reports into storage buckets that belong to Spot (their names begin with sc-customer-). It cannot write to, change or delete anything in your own account.',
  writeUnknown:
    'This template lets Spot change something, read secrets, or do what this app cannot tell. Read the following lines closely, or have your security team read them.',
  writeNone: 'This template gives no permission to write. Spot may only read.',
  /** Where a statement of the template holds; `id` is its own name. */
  inPlaces: (id: string, places: readonly string[]) => `${id} · In ${series(places)}`,
  everywhere: (id: string) => `${id} · In the whole account`,
  trustTitle: 'Who is trusted',
  trust:
    'Only these AWS accounts may use the role. They belong to Spot (by NetApp, now Flexera). Nobody else can, and no password or key is handed over.',
  trustFile: 'These may use the role. Check that they belong to Spot before you go on.',
  externalIds: (ids: readonly string[]) =>
    `Only requests with this external ID may use it: ${series(ids)}`,
  /** By whether the form asks for an external ID; `no` where the template names none itself. */
  asksForId: {
    needed:
      'Only requests with the external ID that you enter before the role is created may use it.',
    optional:
      'Before the role is created you are asked for the external ID that Spot gave you: then only requests with it may use the role. Going on without one is possible, and is noted as your decision.',
    no: 'This template asks for no external ID: anybody on whose behalf Spot acts could name your role, and Spot alone would have to prevent it. If Spot gave you an external ID, use a template that asks for it.',
  } satisfies Readonly<Record<AsksForId, string>>,
  parametersTitle: 'What you are asked for, and what the template sets',
  parameterBucket: (name: string) => `${name}: the bucket of your cost report`,
  parameterAsked: (name: string, description: string) =>
    description === '' ? `${name}: you enter it` : `${name}: you enter it (“${description}”)`,
  parameterHidden: (name: string, description: string) =>
    description === ''
      ? `${name}: you enter it, and it is shown to nobody`
      : `${name}: you enter it, and it is shown to nobody (“${description}”)`,
  parameterSet: (name: string, value: string) => `${name}: ${value === '' ? 'empty' : value}`,
  managedTitle: 'Policies of AWS’s own',
  managed:
    'The template also gives the role lists of permissions that AWS keeps. AWS may change them at any time; you see what is in them today in AWS’s reference.',
  /** `version` is AWS's number of what is shown; '' where the app does not know the policy. */
  managedPolicy: (name: string, version: string, { date }: ActionData) =>
    version === ''
      ? `${name}: what it allows is not shown here.`
      : `${name}: what it allows is shown with the other permissions, as AWS had it in ${version} (data of ${date}).`,
  managedPage: 'AWS’s reference',
  accountNumber: (number: string) => `AWS account ${number}`,
  writeListTitle: 'What it may change',
  readTitle: 'What it may read',
  readActions: (count: number) =>
    plural(count, { one: 'The permission', other: `The ${number(count)} permissions` }),
  may: {
    reads: 'reads',
    writes: 'writes',
    reveals: 'reveals secrets',
    'not-known': 'not known',
    forbids: 'takes away',
  } as const satisfies Readonly<Record<TemplateAction['may'], string>>,
  grows: (may: string) => `${may} · AWS may add more to this`,
  actionData: ({ date, version }: ActionData) =>
    `What each action may do: AWS’s Service Authorization Reference, data of ${date} (version ${version}).`,
  actionWords:
    'Reveals secrets: AWS calls it a read, and what it reads is a password, a key or the like. Not known: AWS’s data does not have it; take it for something that writes.',
  createsTitle: 'What the template creates',
  resource: (type: string, logicalId: string) => `${type}: ${logicalId}`,
  resourceNamed: (type: string, logicalId: string, name: string) =>
    `${type}: ${logicalId}, named ${name}`,
  otherRole: 'Role (not for Spot)',
  resourceTypes: {
    'AWS::IAM::Role': 'Role (what Spot uses)',
    'AWS::IAM::ManagedPolicy': 'Policy (the list of permissions)',
    'AWS::IAM::Policy': 'Policy (the list of permissions)',
    'AWS::IAM::RolePolicy': 'Policy (the list of permissions)',
  },
  fileTitle: 'The template itself',
  fileHint:
    'Exactly what will be sent to AWS CloudFormation. The fingerprint below changes if a single character does.',
  sha256: 'Fingerprint (SHA-256)',
  source: 'Source',
  sources: { 'built-in': 'Built into this app', file: 'Your file' },
  size: 'Size',
  bytes: (bytes: number) => `${number(bytes)} bytes (AWS allows ${number(51_200)})`,
  body: 'Full text of the template',
  copyBody: 'Copy the template',
  save: 'Save as a file',
  nothing:
    'Approving creates nothing yet. What you approved, when, and as whom AWS knows you is noted on this computer.',
  approve: 'I approve',
  forReviewers: 'For IT and security: each permission, the full text, its fingerprint',
  openFile: 'Open a template from Spot instead',
  builtInInstead: 'Use the built-in template',
  readAgain: 'Read the template again',
} as const

/** Half a page for whoever decides. */
const brief = {
  title: 'In plain words',
  which: 'Which template',
  who: 'Who gets access',
  /** `accounts` are twelve digits each. */
  spot: (accounts: readonly string[]) =>
    `Spot (by NetApp, now Flexera), from its AWS accounts ${list(accounts)}. Nobody else, and no password or key is handed over.`,
  what: 'What it may read',
  never: 'What it can never do',
  nevers: {
    'built-in':
      'Change, start, stop or delete anything in your account, spend its money, let anybody else in, or read passwords and keys.',
    reads: 'By its text: change anything. It only reads.',
    copies:
      'By its text: change anything in your account. It only reads, and puts copies of the reports into buckets whose names begin with sc-customer-.',
    nothing:
      'Nothing can be promised: more may come of this template than reading. Have your security team read it first.',
  },
  created: 'What is created',
  roleOnly: 'In the next step, when you say so: a role for Spot and its list of permissions.',
  more: 'In the next step, when you say so. Not all of it is for Spot’s access:',
  cost: 'What it costs',
  costsNothing: 'Nothing. AWS charges neither for roles nor for permissions.',
  undo: 'How to undo it',
  undoing:
    'At any time: “Disconnect from AWS…” in the menu beside the connection’s name, or delete the stack in the CloudFormation console. Role and permissions go with it, and Spot’s access ends.',
} as const

/** An approval that somebody else’s file claims. */
const claimed = {
  title: 'Approval claimed by a file, not verified',
  says: (name: string, opened: string) =>
    `A file that says it comes from ${name === '' ? 'nobody by name' : name}, opened ${opened}, says that the template was approved.`,
  same: 'It is about exactly this text. Only your own approval counts: read it and approve it here.',
  other:
    'It is about another text than this one: their fingerprints differ. Ask the sender which of them is meant before you approve. Its fingerprint:',
} as const

/** What a group of permissions is for, as a finance person would ask for it. */
const purposes: Readonly<Record<PurposeId, { readonly label: string; readonly means: string }>> = {
  reports: {
    label: 'Your Cost and Usage Report',
    means: 'Find the report and read its files in the bucket of the report.',
  },
  billing: {
    label: 'Your bill and cost analysis',
    means:
      'Bills, invoices, credits, taxes, payments and Cost Explorer, as a finance user sees them.',
  },
  commitments: {
    label: 'Reservations and Savings Plans',
    means: 'What you have committed to, what you use, and what AWS offers.',
  },
  onboarding: {
    label: 'CloudFormation stacks',
    means: 'Check that the connection was set up as described here.',
  },
  sync: {
    label: 'Copies of the reports in Spot’s own buckets',
    means: 'Put copies of the report files into buckets that belong to Spot.',
  },
}

/** A purpose that the app does not know: the permissions of one service of AWS. */
const otherPurpose = {
  label: (service: string) => `Service “${service}”`,
  means: 'Not described by this app.',
} as const

/** What is noted about a name in a template or a policy; `what` is the name with its other remarks. */
const noted = {
  /** It depends on conditions of the template, all of which must hold. */
  when: (what: string, conditions: readonly string[]) => `${what} (if ${conditions.join(' and ')})`,
  not: (condition: string) => `not ${condition}`,
  by: (what: string, ways: readonly string[]) => `${what} (by ${ways.join(' or ')})`,
  never: (what: string) => `never ${what}`,
  neverUnderCondition: (what: string) => `under a condition never ${what}`,
  allBut: (what: string) => `all but ${what}`,
  attachedTo: (property: string, whom: string) => `attached to ${property}: ${whom}`,
  notUnderstood: (what: string) => `not understood: ${what}`,
  withDefault: (what: string, parameter: string, value: string) =>
    `${what} (default of ${parameter}: ${value})`,
} as const

export const template = {
  ...main,
  brief,
  claimed,
  purposes,
  otherPurpose,
  noted,
} as const

/** The step in the list, in the file that asks somebody else, and what it proves. */
export const templateStep: StepWords<'template'> = {
  title: 'Review what Spot may do',
  purpose:
    'Spot gets a set of permissions in your account (AWS: a role), which you can take back at any time. Read here what it may do, before anything is created.',
  ahead: {
    brief: 'your approval',
    needs: 'You read half a page about what Spot may do, and approve it.',
    minutes: 2,
    waits: '',
  },
  request: {
    title: 'Please review what Spot may do in our AWS account',
    why: 'Spot Eco gets a role in our account: a set of permissions that it may use, and that we can take back at any time. Nothing has been created from it yet. Please say whether you agree.',
    whom: 'The security team, or whoever approves access by third parties.',
  },
  facts: {
    'template-sha256': 'Fingerprint (SHA-256)',
    'template-file': 'Template file',
    principals: 'AWS accounts trusted by the role',
    'asks-for-id': 'External ID',
    'approved-by': 'Approved by (AWS’s word)',
    'approved-at': 'Approved at',
    'claimed-by': 'Claimed by a file, not verified: an approval by',
    'claimed-at': 'That file was opened at',
    'claimed-text': 'That claim is about',
    'claimed-sha256': 'Fingerprint that the file names (SHA-256)',
  },
}
