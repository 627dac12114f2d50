import { number, plural, seconds } from './locale.ts'

/** The page that shows the record of calls. */

const page = {
  from: 'Eco Connect: record of calls',
  title: (connection: string) =>
    connection === '' ? 'What was called for this connection' : `What was called for ${connection}`,
  what: 'Every call that the app made to AWS and to Spot for this connection, and every change that somebody asked for in its window. A change is written down before it is carried out; a call when it has ended. Parameters, answers and secrets are not recorded.',
  where: (file: string) =>
    `Made from ${file} on this computer. Nobody else has it: the app sends it nowhere. It goes when the connection is removed from the app.`,
  account: 'AWS account',
  noAccount: 'Not known yet',
  span: 'From, to (UTC)',
  spanOf: (from: string, to: string) => `${from}, ${to}`,
  calls: 'Calls',
  callsOf: (all: number, failed: number) =>
    failed === 0
      ? `${number(all)}, all answered well`
      : `${number(all)}, of which ${number(failed)} did not go well`,
  changes: 'Changes asked for',
  times:
    'Times are in UTC, as AWS writes them in CloudTrail. The request ID is the one by which AWS Support finds a call.',
  empty: 'Nothing has been called yet.',
  torn: 'One or more lines were cut off, because the app or the computer stopped in the middle of writing. They are left out here; all others are whole.',
  columns: {
    at: 'Time (UTC)',
    service: 'Service',
    operation: 'Operation',
    resource: 'About',
    result: 'Result',
    duration: 'Took',
    requestId: 'Request ID',
  },
  ok: 'OK',
  /** How a call went: `result` is `ok` or AWS's code, `status` is 0 where none came. */
  result: (result: string, status: number, attempts: number) => {
    const told = status === 0 ? result : `${result} (${status})`
    return attempts > 1 ? `${told}, after ${number(attempts)} attempts` : told
  },
  seconds: (ms: number) => `${seconds(ms)} s`,
  asked: (what: string, about: string) => `Asked for: ${what}${about === '' ? '' : ` (${about})`}`,
  refused: (what: string, code: string) => `Did not go through: ${what} (${code})`,
  continued: (dropped: boolean) =>
    dropped
      ? 'The record was full and goes on here. What is older than its earlier file was dropped.'
      : 'The record was full and goes on here.',
  gap: (lost: number) =>
    plural(lost, {
      one: 'One entry is missing here: the disk did not take it.',
      other: `${number(lost)} entries are missing here: the disk did not take them.`,
    }),
} as const

/** Services by the names that their owners give them. */
const services = {
  'sso-oidc': 'IAM Identity Center (sign-in)',
  sso: 'IAM Identity Center (portal)',
  signin: 'AWS Sign-In',
  sts: 'AWS STS',
  organizations: 'AWS Organizations',
  cur: 'Cost and Usage Reports',
  s3: 'Amazon S3',
  cloudformation: 'AWS CloudFormation',
  iam: 'AWS IAM',
  spot: 'Spot API',
} as const

/** What a change is about. Another form than this one, which the file itself has, only in other languages. */
const about = {
  fingerprint: (sha256: string) => `sha256 ${sha256}`,
  claimed: (sha256: string, name: string) =>
    `sha256 ${sha256}, by: ${name} (claimed by file, not verified)`,
  file: (kind: string, name: string) => `${kind}, from: ${name} (not verified)`,
  files: { request: 'request', answer: 'answer' },
  withoutId: (stack: string) => `${stack} (external ID: none)`,
  things: { stack: 'stack', report: 'report', bucket: 'bucket' },
} as const

/** What somebody asked for, as the button said it. */
const changeNames = {
  'sign-in sign-out': 'sign out',
  'sign-in accept-root': 'go on as the account’s root user',
  'sign-in accept-payer': 'go on although another account pays the bill',
  'cost-report create': 'create the cost report',
  'cost-report remove-bucket': 'remove an empty bucket that the app created',
  'bucket repair': 'repair the bucket’s policy',
  'bucket recreate': 'create the bucket again',
  'file use': 'fill in the forms by a file that somebody sent',
  'template claimed': 'an approval of the template that came by file: claimed, not verified',
  'template approve': 'approve the role’s template',
  'stack create': 'create the role',
  'stack delete-failed': 'delete the stack that failed',
  'registration send': 'send the registration to Spot',
  'registration confirm-done': 'finish: registered in the Spot console',
  'registration confirm-request-sent': 'finish: Spot Support was written to',
  'support confirm-connected': 'note that Spot Support has confirmed the connection',
  'support not-connected': 'take back that Spot Support has confirmed the connection',
  'support role-given': 'note that Spot was given this role',
  'disconnect remove': 'remove what the app created',
  'vault forget': 'forget the saved sign-in',
  'app wipe': 'remove the sign-in from this computer',
} as const

export const audit = {
  page,
  services,
  about,
  changeNames,
} as const
