import type { Choices } from '../../checklist/state-file.ts'
import type { AppError } from '../../errors/app-error.ts'
import { isMarked, isOf } from '../../errors/catalogue.ts'
import { toAppError } from '../../errors/failure.ts'

/** Something that this app has created, or was about to create. `id` is a stack's ARN, or ''. */
export type CreatedThing = Choices['created'][number]

const same = (a: CreatedThing, b: CreatedThing): boolean =>
  a.kind === b.kind && a.accountId === b.accountId && a.name === b.name && a.id === b.id

/** The choices with one thing more to be taken back one day, whatever is chosen by then. */
export function remembering({ created }: Choices, thing: CreatedThing): Pick<Choices, 'created'> {
  return created.some((one) => same(one, thing)) ? { created } : { created: [...created, thing] }
}

/** The choices without one that AWS refused to create. */
export function withoutRefused(
  { created }: Choices,
  thing: CreatedThing,
): Pick<Choices, 'created'> {
  return { created: created.filter((one) => !same(one, thing)) }
}

/** What was created in the account being connected. */
export function createdIn(choices: Choices): CreatedThing[] {
  return choices.created.filter(({ accountId }) => accountId === choices.account?.id)
}

/** Whether a thing of this kind and name was created in the account being connected. */
export function isRemembered(choices: Choices, kind: CreatedThing['kind'], name: string): boolean {
  return createdIn(choices).some((one) => one.kind === kind && one.name === name)
}

/** Whether AWS refused an operation. After a lost answer or a failure of its own, it may be done. */
export function wasRefused(error: unknown, operation: string): boolean {
  const { code, detail }: AppError = toAppError(error)
  return (
    detail?.operation === operation && (isMarked(code, 'nothing-created') || isOf(code, 'denied'))
  )
}
