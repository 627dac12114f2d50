import type { AwsError } from '../aws-error.ts'
import type { SignedCall } from './operation.ts'
import type { Stack } from './stack.ts'
import { validationError } from './template.ts'

/** A stack by its name, or by its ARN if it is deleted too. */
export const findStack = ({ account, region }: SignedCall, nameOrId: string): Stack | undefined =>
  account.stacks.find(
    (stack) =>
      stack.region === region &&
      (stack.id === nameOrId || (stack.name === nameOrId && stack.deleted === undefined)),
  )

const doesNotExist = (name: string): AwsError =>
  validationError(`Stack with id ${name} does not exist`)

/** A stack that must be there. */
export const stackCalled = (call: SignedCall, name: string): Stack => {
  const stack = findStack(call, name)
  if (stack === undefined) throw doesNotExist(name)
  return stack
}

/** The ARN that a permission is about. */
export const arnOf = (name: string | undefined, call: SignedCall): string => {
  if (name === undefined) return '*'
  if (name.startsWith('arn:')) return name
  const stack = findStack(call, name)
  return stack?.id ?? `arn:aws:cloudformation:${call.region}:${call.account.id}:stack/${name}/*`
}
