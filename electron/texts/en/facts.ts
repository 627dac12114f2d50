/** What is said of proven facts beside their labels, which are among the words of each step. */

import type { SignInWay } from '../../contract/ask/sign-in.ts'
import { deliveredFile } from './delivered-file.ts'
import type { FactId } from '../../contract/steps.ts'

/** Values that the steps report as codes, in words, by `Fact.id`. */
const values = {
  'managed-by': {
    us: 'We manage our own AWS account',
    msp: 'A managed service provider (MSP)',
  },
  'user-kind': { root: 'The account’s root user' },
  // At a portal, the permission set says it.
  'sign-in-way': {
    console: 'As in the AWS console',
    keys: 'Pasted short-lived keys',
    profile: 'A profile of the AWS CLI',
  } satisfies Readonly<Record<Exclude<SignInWay, 'portal'>, string>>,
  'management-account': {
    yes: 'Yes, this is the management account',
    'no-organization': 'No organization: this account pays its own bill',
    confirmed: 'You confirmed it; AWS did not let the app read it',
    unknown: 'Could not be read',
  },
  'bill-payer': {
    own: 'This account (no Billing Transfer)',
    unknown: 'Not known: AWS did not say whether another account pays',
    denied: 'Not known: you may not ask AWS whether another account pays',
  },
  'bill-decision': { 'went-on': 'Gone on anyway, although another account pays' },
  'proven-by': {
    'word-only':
      'By AWS’s word only: this permission set may not look into the bucket, so its policy, its encryption and its files are not checked',
  },
  'bucket-region': { unknown: 'Could not be read' },
  'bucket-owner': { true: 'This account', false: 'Another account', unknown: 'Could not be read' },
  'bucket-policy': {
    allowed: 'AWS may deliver the report',
    denied: 'Forbids AWS to deliver the report',
    'not-allowed': 'Does not let AWS deliver the report yet',
    depends:
      'Lets AWS deliver, but forbids it to whoever does not meet a condition, such as a way of encryption or an organization. Whether AWS’s delivery meets it is not known before AWS delivers',
    unknown: 'Could not be read',
  },
  'bucket-encryption': {
    'SSE-S3': 'SSE-S3 (keys of Amazon S3; Spot can read the files)',
    'SSE-KMS': 'SSE-KMS (a key of your own; Spot cannot read the files)',
    'DSSE-KMS': 'DSSE-KMS (a key of your own; Spot cannot read the files)',
    unknown: 'Could not be read',
  },
  'public-access': {
    true: 'Blocked',
    false: 'Not completely blocked',
    unknown: 'Could not be read',
  },
  'bucket-ownership': {
    BucketOwnerEnforced: 'Everything belongs to this account',
    BucketOwnerPreferred: 'Usually this account (BucketOwnerPreferred)',
    ObjectWriter:
      'Whoever writes a file (ObjectWriter): AWS’s delivery service then owns the reports, and Spot may not be able to read them',
    unknown: 'Could not be read',
  },
  'bucket-notifications': {
    '': 'None',
    none: 'None',
    '0': 'None',
    unknown: 'Could not be read',
  },
  manifest: {
    '': 'Not delivered yet',
    'none-yet': 'Not delivered yet',
    unknown: 'Could not be read',
    none: 'None in the bucket',
    denied: 'You may not look into the bucket; AWS’s own word on the delivery is relied on',
    unreadable: 'Could not be read; AWS’s own word on the delivery is relied on',
    'not-parquet': 'Delivered, but not as Parquet files',
    outdated: 'Much older than the last delivery that AWS tells of',
  },
  'delivery-status': {
    SUCCESS: 'Succeeded',
    ERROR_PERMISSIONS: 'Failed: AWS may not write to the bucket',
    ERROR_NO_BUCKET: 'Failed: the bucket does not exist',
    stale: 'Stopped: nothing new for more than two days',
    'none-yet': 'Not delivered yet',
  },
  ...deliveredFile.values,
  'asks-for-id': {
    needed: 'Asked for before the role is created',
    optional: 'Asked for before the role is created; possible without one',
    written: 'Written in the template',
    no: 'None: the template asks for none',
  },
  'approved-by': {
    'not-signed-in': 'Not signed in: nobody is named by AWS',
    'not-known': 'Not known: AWS could not be asked at that moment',
    'not-kept': 'Not known: approved with an earlier version of this app, which did not note it',
  },
  'approved-at': { 'not-kept': 'Not known: approved with an earlier version of this app' },
  'claimed-by': { nobody: 'Nobody by name' },
  'claimed-text': { same: 'Exactly this text', other: 'Another text than this one' },
  'external-id-note': {
    decided: 'None: you decided to go on without one',
    none: 'None: the role asks for none',
    hidden: 'The role asks for one; the template keeps it hidden',
  },
  'stack-status': {
    CREATE_COMPLETE: 'Created (CREATE_COMPLETE)',
    UPDATE_COMPLETE: 'Updated (UPDATE_COMPLETE)',
    UPDATE_ROLLBACK_COMPLETE: 'An update was taken back (UPDATE_ROLLBACK_COMPLETE)',
    IMPORT_COMPLETE: 'Imported (IMPORT_COMPLETE)',
    IMPORT_ROLLBACK_COMPLETE: 'An import was taken back (IMPORT_ROLLBACK_COMPLETE)',
  },
  way: {
    'spot-api': 'Sent to Spot by this app',
    'spot-console': 'Finished in the Spot console',
    'spot-support': 'Request to Spot Support',
  },
} as const satisfies Readonly<Partial<Record<FactId, Readonly<Record<string, string>>>>>

export const facts = {
  values,
  /** One of several settings, in one line with the others. */
  named: ({ label, value }: { readonly label: string; readonly value: string }) =>
    `${label}: ${value}`,
  /** Beside the ARN of an account of Spot's. */
  spotAccount: 'Spot',
} as const
