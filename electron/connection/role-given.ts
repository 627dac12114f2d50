import type { Engine } from '../checklist/engine.ts'
import type { Choices } from '../checklist/state-file.ts'
import { fail } from '../errors/failure.ts'

type Registered = NonNullable<Choices['registered']>

/**
 * What is registered, after the person says that Spot was given this role in place of the one before.
 * Nobody can read that from Spot: the time of it (ms since the epoch) stays beside the role as their
 * word. Throws `not-now` of a role that was not just proven.
 */
export function withRoleGiven(
  { choices, steps }: Pick<Engine, 'choices' | 'steps'>,
  { roleArn }: { readonly roleArn: string },
  now: number,
): Registered {
  const { registered, disconnected } = choices()
  const stack = steps().find(({ id }) => id === 'stack')?.status
  const proven = stack?.kind === 'done' ? stack.evidence : []
  const isProven = proven.some(({ id, value }) => id === 'role-arn' && value === roleArn)
  if (!registered || disconnected || !isProven) throw fail('not-now', { step: 'registration' })
  const others = registered.evidence.filter(({ id }) => !['role-arn', 'role-told-at'].includes(id))
  const evidence = [
    ...others,
    { id: 'role-arn', value: roleArn, copy: true },
    { id: 'role-told-at', value: new Date(now).toISOString(), copy: false },
  ]
  return { ...registered, evidence }
}
