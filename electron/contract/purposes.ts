import type { TemplateReview, TemplateStatement } from './ask/template.ts'

/** What a group of permissions is for, in the order in which a finance person would look for it. */
const PURPOSE_IDS = ['reports', 'billing', 'commitments', 'onboarding', 'sync'] as const
export type PurposeId = (typeof PURPOSE_IDS)[number]

/** A purpose that is described, or else the service of AWS that the permissions are about. */
export type Purpose =
  | { readonly kind: 'known'; readonly id: PurposeId }
  | { readonly kind: 'service'; readonly id: string }

const PURPOSE_OF_STATEMENT: ReadonlyMap<string, PurposeId> = new Map([
  ['S3CURBucket', 'reports'],
  ['S3CURObject', 'reports'],
  ['ReadOnlyViewUsage', 'reports'],
  ['ReadOnlyViewBilling', 'billing'],
  ['ReadOnlySavingsPlans', 'commitments'],
  ['ReadOnlyEC2', 'commitments'],
  ['ReadOnlyRDS', 'commitments'],
  ['ReadOnlyRedshift', 'commitments'],
  ['ReadOnlyElasticache', 'commitments'],
  ['ReadOnlyElasticSearch', 'commitments'],
  ['ReadOnlyDynamoDB', 'commitments'],
  ['ReadOnlyCloudFormation', 'onboarding'],
  ['S3SyncPermissions', 'sync'],
])

/**
 * Purpose of a statement: in our own template by its id, which in a file says nothing; there by the
 * service of its first action.
 */
export function purposeOf(statement: TemplateStatement, source: TemplateReview['source']): Purpose {
  const known = source === 'built-in' ? PURPOSE_OF_STATEMENT.get(statement.id) : undefined
  if (known) return { kind: 'known', id: known }
  return { kind: 'service', id: statement.actions[0]?.text.split(':')[0] ?? statement.id }
}

/** For sorting: what a finance person would look for first comes first, services come after. */
export function comparePurposes(one: Purpose, other: Purpose): number {
  return place(one) - place(other)
}

const place = (purpose: Purpose): number =>
  purpose.kind === 'known' ? PURPOSE_IDS.indexOf(purpose.id) : PURPOSE_IDS.length

/** True for the permission to write that the app can explain: copies of the reports, to Spot. */
export function isReportSync(statement: TemplateStatement): boolean {
  return (
    statement.id === 'S3SyncPermissions' &&
    statement.resources.every((resource) => resource.startsWith('arn:aws:s3:::sc-customer-'))
  )
}

/** Permissions by what they are for, in the order in which a finance person would look for them. */
export function byPurpose(
  statements: readonly TemplateStatement[],
  source: TemplateReview['source'],
): readonly { readonly purpose: Purpose; readonly statements: readonly TemplateStatement[] }[] {
  const groups = new Map<string, { purpose: Purpose; statements: TemplateStatement[] }>()
  for (const statement of statements) {
    const purpose = purposeOf(statement, source)
    const group = groups.get(purpose.id) ?? { purpose, statements: [] }
    group.statements.push(statement)
    groups.set(purpose.id, group)
  }
  return [...groups.values()].toSorted((one, other) => comparePurposes(one.purpose, other.purpose))
}

/** The account of a whole ARN; what is not understood must not get the number of an account, and gets ''. */
export const accountNumber = (principal: string): string =>
  /^arn:aws[\w-]*:(?:iam|sts)::(\d{12}):/.exec(principal)?.[1] ?? ''
