import type { Fact } from '../../contract/facts.ts'
import type { StepId } from '../../contract/steps.ts'
import { visibleLine } from '../../base/visible.ts'
import { factLabel, factValue } from './facts.ts'

const MARK = ' (NOT VERIFIED: entered by hand, not read from AWS)'

/**
 * The text file kept after registration: everything proven, nothing secret, and what was only told
 * marked as such. `at` in ms.
 */
export function summaryText(
  at: number,
  sections: readonly {
    readonly id: StepId
    readonly title: string
    readonly facts: readonly Fact[]
    readonly verified: boolean
  }[],
): string {
  return [
    'Eco Connect: summary of the connection to Spot Eco',
    `Registered at ${new Date(at).toISOString()}`,
    '',
    ...sections.flatMap(({ title, facts, verified }) => [
      verified ? title : `${title}${MARK}`,
      ...facts.map(
        ({ id, value }) => `  ${visibleLine(factLabel(id))}: ${visibleLine(factValue(id, value))}`,
      ),
      '',
    ]),
    'What happens now',
    '  Spot processes the data within up to 48 hours and sends an e-mail when it is ready.',
    '',
    'To undo',
    '  Delete the CloudFormation stack named above in the AWS console: the role and its policy go',
    '  with it. If no stack is named, the role was there before: ask whoever made it.',
    '  Delete the report under Billing and Cost Management, Data Exports; then its bucket.',
    '',
    'This file holds no password, token or key.',
    '',
  ].join('\n')
}
