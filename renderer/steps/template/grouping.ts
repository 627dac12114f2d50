import type { TemplateReview, TemplateStatement } from '../../../electron/contract/ask/template.ts'
import { comparePurposes, purposeOf, type Purpose } from '../../../electron/contract/purposes.ts'

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
