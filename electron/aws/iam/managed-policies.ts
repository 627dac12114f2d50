import { once } from '../../base/once.ts'
import type { ActionData } from '../../contract/ask/template.ts'
import table from './managed-policies.json' with { type: 'json' }

/** Of which day the app's copy of AWS's own policies is. */
export const managedData = (): ActionData => ({ version: table.version, date: table.date })

/** A policy that AWS keeps and may change at any time. */
export type ManagedPolicy = {
  readonly name: string
  /** Its version in the app's data, such as `v6`; '' if that does not have the policy. */
  readonly version: string
  /** Its statements as JSON; [] if they are not known here. */
  readonly statements: readonly unknown[]
}

const known = once(
  (): ReadonlyMap<string, readonly string[]> =>
    new Map(table.policies.map(([arn = '', ...rest]) => [arn, rest])),
)

/** The policy of an ARN as far as it is known; null if it is not one that AWS keeps. */
export function managedPolicy(arn: string): ManagedPolicy | null {
  const name = /^arn:aws:iam::aws:policy\/(?:[\w+=,.@-]+\/)*([\w+=,.@-]+)$/.exec(arn)?.[1]
  if (name === undefined) return null
  const [version = '', text = '[]'] = known().get(arn) ?? []
  const statements: unknown = JSON.parse(text)
  return { name, version, statements: Array.isArray(statements) ? statements : [] }
}
