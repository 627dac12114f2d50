import type { z } from 'zod'
import type { Caller } from '../access/caller.ts'
import type { DenialKind } from '../access/denial.ts'
import type { Meter } from '../access/rates.ts'
import type { Faults } from '../faults.ts'
import type { WireRequest } from '../protocols/wire.ts'
import type { Account, World } from '../world.ts'

/** What an operation works with. */
export type Call = {
  world: World
  faults: Faults
  meter: Meter
  /** Milliseconds since the epoch. */
  now: number
  /** Address under which the simulator is reached. */
  url: string
  /** How far the service's clock is from the caller's, in milliseconds; 0 unless a fault says so. */
  skew: number
  /** The request itself, for what no model describes, such as a proof in a header. */
  request: WireRequest
  /** Every IAM action that was asked of somebody's policies so far. */
  actions: Set<string>
}

/** A call whose signature named an account. */
export type SignedCall = Call & {
  caller: Caller
  account: Account
  /** Region of the credential scope. */
  region: string
  /** Why the caller's policy refuses this; undefined when it does not. */
  refusal(
    action: string,
    resource: string,
    context?: Record<string, string | string[]>,
  ): DenialKind | undefined
  /** Throws AWS's denial unless the caller may do this. */
  authorise(action: string, resource: string, context?: Record<string, string | string[]>): void
}

type Output = Record<string, unknown> | undefined

/** One operation of a service, with its input already parsed. */
export type Operation<C extends Call = SignedCall> = {
  /** The IAM action; undefined where IAM has no say. */
  action: string | undefined
  run(input: unknown, call: C): Output
}

/** An operation that needs a permission on a resource before it runs. */
export const signedOperation = <T>(definition: {
  action: string
  input: z.ZodType<T>
  /** ARN that the permission is about; `*` when the action knows no resource. */
  resource?: (input: T, call: SignedCall) => string
  run: (input: T, call: SignedCall) => Output
}): Operation => ({
  action: definition.action,
  run(raw, call) {
    const input = definition.input.parse(raw)
    call.authorise(definition.action, definition.resource?.(input, call) ?? '*')
    return definition.run(input, call)
  },
})

/** An operation without a signature. */
export const openOperation = <T>(definition: {
  input: z.ZodType<T>
  run: (input: T, call: Call) => Output
}): Operation<Call> => ({
  action: undefined,
  run: (raw, call) => definition.run(definition.input.parse(raw), call),
})
