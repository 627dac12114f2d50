import { paginateSimulatePrincipalPolicy, type IAMClient } from '@aws-sdk/client-iam'
import { z } from 'zod'
import { pageWatch, watched } from '../client/pages.ts'
import { parseReply, withSignal } from '../client/reply.ts'

const boundarySchema = z.object({ AllowedByPermissionsBoundary: z.boolean().optional() }).optional()
const resultsSchema = z.array(
  z.object({
    EvalActionName: z.string(),
    EvalResourceName: z.string().default(''),
    EvalDecision: z.string(),
    OrganizationsDecisionDetail: z
      .object({ AllowedByOrganizations: z.boolean().optional() })
      .optional(),
    PermissionsBoundaryDecisionDetail: boundarySchema,
    ResourceSpecificResults: z
      .array(z.object({ PermissionsBoundaryDecisionDetail: boundarySchema }))
      .default([]),
  }),
)
/** What IAM says of one action on one resource. */
export type Simulated = z.infer<typeof resultsSchema>[number]

/** What is known of the call of which IAM is asked whether it would be allowed. */
type Circumstance = {
  readonly ContextKeyName: string
  readonly ContextKeyType: 'string' | 'boolean'
  readonly ContextKeyValues: readonly string[]
}

/**
 * What IAM's own simulation says of these actions of a principal on one resource: with several, IAM tells
 * the limits of each in another place. Throws `aws-reply-unreadable` where an action is left out: no answer
 * is no permission.
 */
export async function simulated(
  client: IAMClient,
  asked: {
    readonly principalArn: string
    readonly actions: readonly string[]
    readonly resource: string
    readonly circumstances?: readonly Circumstance[]
  },
  signal: AbortSignal | undefined,
): Promise<Simulated[]> {
  const { principalArn, actions, resource, circumstances = [] } = asked
  const input = {
    PolicySourceArn: principalArn,
    ActionNames: [...actions],
    ResourceArns: [resource],
    ...(circumstances.length === 0 ? {} : { ContextEntries: circumstances.map(asEntry) }),
  }
  const pages = paginateSimulatePrincipalPolicy({ client }, input, withSignal(signal))
  const watch = pageWatch('iam', 'SimulatePrincipalPolicy')
  const found: Simulated[] = []
  for await (const { EvaluationResults = [] } of watched(pages, watch, ({ Marker }) => Marker))
    found.push(...parseReply(resultsSchema, EvaluationResults, 'iam', 'SimulatePrincipalPolicy'))
  requireAnswers(actions, found)
  return found
}

const asEntry = ({ ContextKeyValues, ...entry }: Circumstance) => ({
  ...entry,
  ContextKeyValues: [...ContextKeyValues],
})

/** IAM repeats names as they were written, in whatever case. */
function requireAnswers(asked: readonly string[], answered: readonly Simulated[]): void {
  const said = new Set(answered.map(({ EvalActionName }) => EvalActionName.toLowerCase()))
  const left = asked.filter((action) => !said.has(action.toLowerCase()))
  if (left.length === 0) return
  const nothingLeft = z.array(z.string()).length(0, { error: `not answered: ${left.join(', ')}` })
  parseReply(nothingLeft, left, 'iam', 'SimulatePrincipalPolicy')
}
