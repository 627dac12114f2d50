import type { ShownHandOver } from '../../electron/contract/hand-over-file.ts'
import type { ByHandSetting } from '../../electron/texts/by-hand.ts'
import type { Catalogue } from '../../electron/texts/catalogue.ts'

/** Everything that a file would fill in, under the names that the forms have for it. */
export function proposedSettings(
  { facts, openedFile, plan, stack }: Catalogue,
  { values }: ShownHandOver,
): readonly ByHandSetting[] {
  const { labels } = facts
  const named: readonly (readonly [string, string | undefined])[] = [
    [labels['managed-by'], values.managedBy && plan[values.managedBy]],
    [labels['msp-account'], values.mspAccountId],
    [labels['report-name'], values.reportName],
    [labels.bucket, values.bucketName],
    [labels.prefix, values.prefix],
    [labels['stack-name'], values.stackName],
    [stack.fields.roleName.label, values.roleName],
    [stack.fields.policyName.label, values.policyName],
    [labels['role-arn'], values.roleArn],
    [labels['external-id'], values.externalId],
    ...Object.entries(values.parameters ?? {}).map(
      ([name, value]) => [openedFile.parameter(name), value] as const,
    ),
  ]
  return named.flatMap(([label, value = '']) => (value === '' ? [] : [{ label, value }]))
}
