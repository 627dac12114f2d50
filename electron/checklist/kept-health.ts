import { z } from 'zod'

const seen = z.enum(['good', 'bad', 'awaited'])

/**
 * What the last look at a connection has found, as codes and times (ms since the epoch) and never as
 * sentences. Another build may know things and codes that this one does not.
 */
export const healthSchema = z
  .object({
    accountId: z.string(),
    lookedAt: z.number(),
    findings: z.array(
      z.object({
        id: z.string(),
        state: z.enum([...seen.options, 'unseen']),
        codes: z.array(z.string()),
        at: z.number(),
        /** Of what could not be looked at: what was seen before. */
        before: z.object({ state: seen, at: z.number() }).nullable(),
      }),
    ),
  })
  .nullable()
  .default(null)
