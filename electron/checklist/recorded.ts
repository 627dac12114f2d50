import { z } from 'zod'
import { supportRequestSchema } from './requests.ts'

const factSchema = z.object({ id: z.string(), value: z.string(), copy: z.boolean().default(false) })
/** What was proven, or told, of a step. */
const recordedStepSchema = z.object({
  id: z.string(),
  kind: z.enum(['done', 'delivery', 'skipped', 'unverified']),
  at: z.number(),
  evidence: z.array(factSchema),
})

/** What was registered, and what was proven of the steps by then. */
export const registeredSchema = z
  .object({
    way: z.enum(['spot-api', 'spot-console', 'spot-support']),
    at: z.number(),
    evidence: z.array(factSchema),
    /** What was proven of the other steps by then: without tokens nothing can be read again. */
    steps: z.array(recordedStepSchema),
    summaryFile: z.string(),
    /** True once the tokens are gone from here and AWS was told. */
    wiped: z.boolean(),
    /** The request to Spot Support that was sent, and how it left the app, as far as that is known. */
    sent: z
      .object({
        request: supportRequestSchema,
        how: z.enum(['copied', 'email']).nullable(),
      })
      .nullable()
      .default(null),
    /** When the person said that Spot has confirmed it. */
    confirmedAt: z.number().nullable().default(null),
  })
  .nullable()
  .default(null)

/** What was taken back of a connection, and what of it is left. */
export const disconnectedSchema = z
  .object({
    accountId: z.string(),
    at: z.number(),
    removed: z.array(
      z.object({
        id: z.enum(['stack', 'report', 'bucket']),
        name: z.string(),
        at: z.number(),
        proven: z.boolean(),
      }),
    ),
    left: z.array(
      z.object({
        id: z.enum(['stack', 'report', 'bucket']),
        name: z.string(),
        state: z.enum(['there', 'not-ours', 'unmarked', 'unread', 'failed']),
      }),
    ),
    /** What was proven of the steps before. */
    steps: z.array(recordedStepSchema),
  })
  .nullable()
  .default(null)

/**
 * What the last looks have proven of one account under one plan, and when; of a delivery, when it is due.
 * For showing only while nobody can look: no step rests on it.
 */
export const provenEarlierSchema = z
  .object({
    accountId: z.string(),
    managedBy: z.enum(['us', 'msp']),
    mspAccountId: z.string(),
    steps: z.array(
      z.object({ id: z.string(), kind: z.enum(['done', 'delivery']), at: z.number() }),
    ),
  })
  .nullable()
  .default(null)
