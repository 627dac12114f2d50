import type { Choices } from '../checklist/state-file.ts'
import type { Removable } from '../contract/disconnect.ts'
import { ofThisAccount, reportOf, stackOf } from '../steps/shared/account.ts'
import { createdIn, isRemembered } from '../steps/shared/created.ts'

/** Something that may have to be taken back. */
export type Thing = {
  readonly id: Removable['id']
  readonly name: string
  /** By what AWS finds it: a stack's ARN if it is known, or its name. */
  readonly key: string
  /** The connection works with it now, whoever created it. */
  readonly used: boolean
  /** This connection has created it. */
  readonly remembered: boolean
}

/**
 * What the connection works with, and everything else that was ever created for it in this account,
 * in the order in which it is removed.
 */
export function thingsOf(choices: Choices): Thing[] {
  const stack = stackOf(choices)
  const report = reportOf(choices)
  const begun = ofThisAccount(choices.begunBucket, choices)?.bucketName
  const thing = (id: Thing['id'], name: string, used: boolean, key = ''): Thing => ({
    id,
    name,
    key: key || name,
    used,
    remembered: isRemembered(choices, id, name),
  })
  const created = createdIn(choices).toReversed()
  const all = [
    ...(stack ? [thing('stack', stack.name, true, stack.id)] : []),
    ...(report ? [thing('report', report.name, true), thing('bucket', report.bucket, true)] : []),
    ...(begun === undefined ? [] : [thing('bucket', begun, false)]),
    ...created.map(({ kind, name, id }) => thing(kind, name, false, id)),
  ]
  return (['stack', 'report', 'bucket'] as const).flatMap((id) => firstOfName(all, id))
}

function firstOfName(things: readonly Thing[], id: Thing['id']): Thing[] {
  const ofKind = things.filter((one) => one.id === id)
  return ofKind.filter(({ name }, at) => ofKind.findIndex((one) => one.name === name) === at)
}

/** Whether a person is to read of it: what is no longer used is told of only as long as it is there. */
export function isTold({ used }: Thing, { state }: Pick<Removable, 'state'>): boolean {
  return used || (state !== 'gone' && state !== 'not-ours')
}
