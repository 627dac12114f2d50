import { z } from 'zod'
import { parseReply } from '../client/reply.ts'

/**
 * Refuses what IAM's simulation has answered, if it says nothing of an action that it was asked about: no
 * answer is no permission. Throws `aws-reply-unreadable`. IAM repeats names as they were written, in
 * whatever case.
 */
export function requireAnswers(asked: readonly string[], answered: readonly string[]): void {
  const said = new Set(answered.map((action) => action.toLowerCase()))
  const left = asked.filter((action) => !said.has(action.toLowerCase()))
  const nothingLeft = z.array(z.string()).length(0, { error: `not answered: ${left.join(', ')}` })
  parseReply(nothingLeft, left, 'iam', 'SimulatePrincipalPolicy')
}
