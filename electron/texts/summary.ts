import type { Fact, StepId } from '../contract.ts'
import { factLabel, factValue } from './facts.ts'

/** The text file kept after registration: everything proven, nothing secret. `at` in ms. */
export function summaryText(
  at: number,
  sections: readonly {
    readonly id: StepId
    readonly title: string
    readonly facts: readonly Fact[]
  }[],
): string {
  return [
    'Eco Connect: summary of the connection to Spot Eco',
    `Registered at ${new Date(at).toISOString()}`,
    '',
    ...sections.flatMap(({ title, facts }) => [
      title,
      ...facts.map(({ id, value }) => `  ${factLabel(id)}: ${factValue(id, value)}`),
      '',
    ]),
    'What happens now',
    '  Spot processes the data within up to 48 hours and sends an e-mail when it is ready.',
    '',
    'To undo',
    '  Delete the CloudFormation stack in the AWS console: the role and its policy go with it.',
    '  Delete the report under Billing and Cost Management, Data Exports; then its bucket.',
    '',
    'This file holds no password, token or key.',
    '',
  ].join('\n')
}
