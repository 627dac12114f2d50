/** Step 5: the role's template in plain words. */

import type {
  TemplateObstacle,
  TemplateReview,
  TemplateStatement,
} from '../../contract/ask/template.ts'

export const TEMPLATE = {
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
  misread: (line: number, column: number, written: string, read: string) =>
    `Line ${line}, column ${column}: AWS would take ${written} for ${read}. Put it in quotes.`,
  writeTitle: 'The one place where it may write',
  writeTitleMany: 'Where it may write',
  writeKnown:
    'Spot calls this role read-only, yet it may write in one place: it puts copies of your cost reports into storage buckets that belong to Spot (their names begin with sc-customer-). It cannot write to, change or delete anything in your own account.',
  writeUnknown:
    'This template lets Spot change something. Read the following lines closely, or have your security team read them.',
  writeNone: 'This template gives no permission to write. Spot may only read.',
  inPlaces: 'In',
  trustTitle: 'Who is trusted',
  trust:
    'Only these AWS accounts may use the role. They belong to Spot (by NetApp, now Flexera). Nobody else can, and no password or key is handed over.',
  trustFile: 'These may use the role. Check that they belong to Spot before you go on.',
  externalIds: (ids: string) => `Only requests with this external ID may use it: ${ids}`,
  accountNumber: (number: string) => `AWS account ${number}`,
  readTitle: 'What it may read',
  readActions: (count: number) => (count === 1 ? 'The permission' : `The ${count} permissions`),
  everywhere: 'in the whole account',
  createsTitle: 'What the template creates',
  resourceTypes: {
    'AWS::IAM::Role': 'Role (what Spot uses)',
    'AWS::IAM::ManagedPolicy': 'Policy (the list of permissions)',
    'AWS::IAM::Policy': 'Policy (the list of permissions)',
    'AWS::IAM::RolePolicy': 'Policy (the list of permissions)',
  } as Readonly<Record<string, string>>,
  called: (name: string) => `, named ${name}`,
  fileTitle: 'The template itself',
  fileHint:
    'Exactly what will be sent to AWS CloudFormation. The fingerprint below changes if a single character does.',
  sha256: 'Fingerprint (SHA-256)',
  source: 'Source',
  sources: { 'built-in': 'Built into this app', file: 'Your file' },
  size: 'Size',
  bytes: (bytes: number) => `${bytes.toLocaleString('en-US')} bytes (AWS allows 51,200)`,
  body: 'Full text of the template',
  copyBody: 'Copy the template',
  save: 'Save as a file',
  nothing: 'Approving creates nothing yet. The role is created in the next step, when you say so.',
  approve: 'I have read this, use this template',
  openFile: 'Open a template from Spot instead',
  builtInInstead: 'Use the built-in template',
  readAgain: 'Read the template again',
} as const

/** One line about something that stands against approving a template. */
export function obstacleLine(obstacle: TemplateObstacle): string {
  const { line, column } = obstacle
  return obstacle.kind === 'unresolved'
    ? TEMPLATE.unresolved(line, column, obstacle.what)
    : TEMPLATE.misread(line, column, obstacle.written, obstacle.read)
}

export type Purpose = { readonly id: string; readonly label: string; readonly means: string }

const PURPOSES = {
  reports: {
    id: 'reports',
    label: 'Your Cost and Usage Report',
    means: 'Find the report and read its files in the bucket of the report.',
  },
  billing: {
    id: 'billing',
    label: 'Your bill and cost analysis',
    means:
      'Bills, invoices, credits, taxes, payments and Cost Explorer, as a finance user sees them.',
  },
  commitments: {
    id: 'commitments',
    label: 'Reservations and Savings Plans',
    means: 'What you have committed to, what you use, and what AWS offers.',
  },
  onboarding: {
    id: 'onboarding',
    label: 'CloudFormation stacks',
    means: 'Check that the connection was set up as described here.',
  },
  sync: {
    id: 'sync',
    label: 'Copies of the reports in Spot’s own buckets',
    means: 'Put copies of the report files into buckets that belong to Spot.',
  },
} as const satisfies Readonly<Record<string, Purpose>>

const PURPOSE_OF_STATEMENT: Readonly<Record<string, Purpose>> = {
  S3CURBucket: PURPOSES.reports,
  S3CURObject: PURPOSES.reports,
  ReadOnlyViewUsage: PURPOSES.reports,
  ReadOnlyViewBilling: PURPOSES.billing,
  ReadOnlySavingsPlans: PURPOSES.commitments,
  ReadOnlyEC2: PURPOSES.commitments,
  ReadOnlyRDS: PURPOSES.commitments,
  ReadOnlyRedshift: PURPOSES.commitments,
  ReadOnlyElasticache: PURPOSES.commitments,
  ReadOnlyElasticSearch: PURPOSES.commitments,
  ReadOnlyDynamoDB: PURPOSES.commitments,
  ReadOnlyCloudFormation: PURPOSES.onboarding,
  S3SyncPermissions: PURPOSES.sync,
}

/** The purposes as a finance person would ask for them; any other comes after. */
const ORDER: readonly string[] = ['reports', 'billing', 'commitments', 'onboarding', 'sync']

/** For sorting: what a finance person would look for first comes first. */
export function comparePurposes(one: Purpose, other: Purpose): number {
  const place = ({ id }: Purpose): number => (ORDER.includes(id) ? ORDER.indexOf(id) : ORDER.length)
  return place(one) - place(other)
}

/**
 * Purpose of a statement: in our own template by its id, which in a file says nothing; there by the
 * service of its first action.
 */
export function purposeOf(statement: TemplateStatement, source: TemplateReview['source']): Purpose {
  const known = source === 'built-in' ? PURPOSE_OF_STATEMENT[statement.id] : undefined
  if (known) return known
  const service = statement.actions[0]?.split(':')[0] ?? statement.id
  return { id: service, label: `Service “${service}”`, means: 'Not described by this app.' }
}

/** True for the write permission that is explained by `TEMPLATE.writeKnown`. */
export function isReportSync(statement: TemplateStatement): boolean {
  return (
    statement.id === 'S3SyncPermissions' &&
    statement.resources.every((resource) => resource.startsWith('arn:aws:s3:::sc-customer-'))
  )
}
