import { z } from 'zod'
import { oneOrMore } from '../aws/iam/policy-document.ts'

const policySchema = z.object({
  Statement: z.array(
    z.object({
      Sid: z.string(),
      Effect: z.literal('Allow'),
      Action: oneOrMore,
      Resource: oneOrMore,
    }),
  ),
})

/**
 * A policy with the statements that name any of these actions, and nothing else in them; '' where none
 * does. Of several policies the first that names an action counts.
 */
export function statementFor(actions: readonly string[], policies: readonly string[]): string {
  const wanted = new Set(actions.map((action) => action.toLowerCase()))
  const Statement = policies.flatMap((text) => {
    const found = policySchema.parse(JSON.parse(text)).Statement.flatMap((one) => {
      const Action = one.Action.filter((action) => wanted.has(action.toLowerCase()))
      return Action.length === 0 ? [] : [{ ...one, Action }]
    })
    for (const { Action } of found) for (const action of Action) wanted.delete(action.toLowerCase())
    return found
  })
  return Statement.length === 0 ? '' : JSON.stringify({ Version: '2012-10-17', Statement }, null, 2)
}
