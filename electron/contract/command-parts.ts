import { z } from 'zod'

/** What commands are made of: see `commands.ts`. */
export const text = z.string().max(2048)

/** Commands of a step, or of another part, that say no more than their action. */
export const only = <Id extends string, Action extends string>(
  step: Id,
  actions: readonly [Action, ...Action[]],
) => z.strictObject({ step: z.literal(step), action: z.enum(actions) })
