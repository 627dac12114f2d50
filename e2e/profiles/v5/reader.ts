/**
 * FROZEN: how the builds whose progress has version 5 read what they keep, copied out of them. It is
 * never corrected and imports nothing of the app: it stands for an app that somebody still has
 * installed, and tells whether that can read what today's build writes, or knows it as newer.
 */
import { z } from 'zod'
import { type Read } from '../v1/reader.ts'
import { rules as fourth } from '../v4/reader.ts'

// Of the other three files they read what the first builds read.
export { readAudit, readSettings, readTokens, unsealed } from '../v1/reader.ts'

/** What the builds before kept, who approved the template, and what was proven earlier. */
const choices = fourth.state.shape.choices.extend({
  approvedTemplate: z
    .object({ sha256: z.string(), by: z.string().nullable(), at: z.number().nullable() })
    .nullable()
    .default(null),
  claimedApproval: z
    .object({ sha256: z.string(), from: z.string(), at: z.number() })
    .nullable()
    .default(null),
  provenEarlier: z
    .object({
      accountId: z.string(),
      managedBy: z.enum(['us', 'msp']),
      mspAccountId: z.string(),
      steps: z.array(
        z.object({ id: z.string(), kind: z.enum(['done', 'delivery']), at: z.number() }),
      ),
    })
    .nullable()
    .default(null),
})
const state = z.object({ version: z.literal(5), choices })
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
  return { kind: version.success && version.data.version > 5 ? 'newer' : 'unreadable' }
}

/** The same rules as schemas: what these builds write. */
export const rules = { state: z.object({ choices }) } as const
