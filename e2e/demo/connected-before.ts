import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { choicesSchema, formatState } from '../../electron/checklist/state-file.ts'
import { HEALTH_IDS } from '../../electron/contract/health.ts'
import { reviewTemplate } from '../../electron/template/review.ts'
import type { Scenario, World } from '../simulator/index.ts'

const DAY = 24 * 60 * 60 * 1000
const CONNECTION = '5b0c7b0e-6c6f-4a51-9d3c-7f2f6f0f5b21'

/**
 * Puts into a profile what the app would have kept of a connection that was made three weeks ago with
 * what the world has, and was looked at last one week ago, when all was right.
 */
export async function keepConnectionOfBefore(
  profile: string,
  { signIn }: Scenario,
  world: World,
  now: number,
  id = CONNECTION,
): Promise<void> {
  const folder = path.join(profile, 'connections', id)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const text = formatState(choicesSchema.parse(choicesOf(signIn, world, now)))
  await writeFile(path.join(folder, 'state.json'), text, { mode: 0o600 })
}

function choicesOf(
  { startUrl, region, accountId, permissionSet }: Scenario['signIn'],
  world: World,
  now: number,
) {
  const account = world.accounts.get(accountId)
  const [stack, definition] = [account?.stacks[0], account?.reports.at(-1)?.definition]
  const [role] = account?.roles.values() ?? []
  if (!account || !stack || !definition || !role) throw new Error('There is no connection')
  const made = now - 21 * DAY
  const { name, email } = account
  const { sha256 } = reviewTemplate(stack.templateBody, 'built-in', 'eco-role.template.json')
  const bucket = definition.S3Bucket
  const prefix = definition.S3Prefix
  const proven = (id: string, evidence: Readonly<Record<string, string>>) => ({
    id,
    kind: 'done' as const,
    at: made,
    evidence: factsOf(evidence),
  })
  return {
    plan: { managedBy: 'us', mspAccountId: '' },
    portal: { startUrl, region, method: 'browser' },
    account: { id: accountId, name, email },
    roleName: permissionSet,
    report: { accountId, name: definition.ReportName, bucket, prefix, definedAt: made - 90 * DAY },
    approvedTemplate: { sha256, by: '', at: made },
    stack: {
      accountId,
      name: stack.name,
      id: stack.id,
      requestToken: '',
      templateSha256: sha256,
      roleName: role.name,
      policyName: stack.parameters['PolicyName'] ?? '',
      externalId: '',
      withoutExternalId: true,
      bucketName: bucket,
      values: {},
    },
    registered: {
      way: 'spot-api',
      at: made,
      evidence: factsOf({
        way: 'spot-api',
        'spot-account': 'Northwind Production (act-3f9c1d27)',
        'role-arn': role.arn,
        'submitted-at': new Date(made).toISOString(),
      }),
      steps: [
        proven('plan', { 'managed-by': 'us' }),
        proven('sign-in', { account: accountId, 'account-name': name, 'bill-payer': 'own' }),
        proven('cost-report', { 'report-name': definition.ReportName, bucket, prefix }),
        proven('bucket', { bucket, 'bucket-region': 'us-east-1', 'bucket-owner': 'true' }),
        proven('template', { 'template-sha256': sha256 }),
        proven('stack', { 'role-arn': role.arn, 'stack-name': stack.name }),
      ],
      summaryFile: '',
      wiped: true,
    },
    health: {
      accountId,
      lookedAt: now - 7 * DAY,
      findings: HEALTH_IDS.map((id) => ({
        id,
        state: 'good',
        codes: [],
        at: now - 7 * DAY,
        before: null,
      })),
    },
  }
}

/** As they are kept. */
const factsOf = (values: Readonly<Record<string, string>>) =>
  Object.entries(values).map(([id, value]) => ({ id, value, copy: false }))
