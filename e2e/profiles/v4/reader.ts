/**
 * FROZEN: how the builds whose progress has version 4 read what they keep, copied out of them. It is
 * never corrected and imports nothing of the app: it stands for an app that somebody still has
 * installed, and tells whether that can read what today's build writes, or knows it as newer.
 */
import { z } from 'zod'
import { type Read } from '../v1/reader.ts'
import { rules as third } from '../v3/reader.ts'

// Of the other three files they read what the first builds read.
export { readAudit, readSettings, readTokens, unsealed } from '../v1/reader.ts'

const request = z.object({
  bucketName: z.string(),
  roleArn: z.string(),
  customerAccountId: z.string(),
  mspAccountId: z.string(),
  stackName: z.string(),
  reportPrefix: z.string(),
  spotOrganizationId: z.string(),
  billPayer: z.string(),
  verified: z.boolean(),
})
const way = z.enum(['copied', 'email'])
const before = third.state.shape.choices
/** What the builds before kept, and what was asked of an MSP and of Spot Support. */
const choices = before.omit({ reportPrefix: true }).extend({
  ownRole: z
    .object({ accountId: z.string(), roleArn: z.string(), externalId: z.string() })
    .nullable()
    .default(null),
  askedMsp: z
    .object({ accountId: z.string(), how: way, at: z.number(), sent: z.boolean() })
    .nullable()
    .default(null),
  mspReport: z
    .object({
      accountId: z.string(),
      bucketName: z.string(),
      prefix: z.string(),
      mspAccountId: z.string(),
      at: z.number().nullable(),
    })
    .nullable()
    .default(null),
  preparedRequest: z.object({ request, how: way, at: z.number() }).nullable().default(null),
  registered: before.shape.registered
    .unwrap()
    .unwrap()
    .extend({
      sent: z.object({ request, how: way.nullable() }).nullable().default(null),
      confirmedAt: z.number().nullable().default(null),
    })
    .nullable()
    .default(null),
})
const state = z.object({ version: z.literal(4), choices })
const anyVersion = z.object({ version: z.number() })

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

export function readState(text: string): Read<z.infer<typeof choices>> {
  const parsed = state.safeParse(json(text))
  if (parsed.success) return { kind: 'read', value: parsed.data.choices }
  const version = anyVersion.safeParse(json(text))
  return { kind: version.success && version.data.version > 4 ? 'newer' : 'unreadable' }
}

/** The same rules as schemas: what these builds write. */
export const rules = { state: z.object({ choices }) } as const
