/**
 * FROZEN: how the builds whose progress has version 3 read what they keep, copied out of them. It is
 * never corrected and imports nothing of the app: it stands for an app that somebody still has
 * installed, and tells whether that can read what today's build writes, or knows it as newer.
 */
import { z } from 'zod'
import { type Read } from '../v1/reader.ts'
import { rules as second } from '../v2/reader.ts'

// Of the other three files they read what the first builds read.
export { readAudit, readSettings, readTokens, unsealed } from '../v1/reader.ts'

const fact = z.object({ id: z.string(), value: z.string(), copy: z.boolean().default(false) })
const step = z.object({
  id: z.string(),
  kind: z.enum(['done', 'delivery', 'skipped', 'unverified']),
  at: z.number(),
  evidence: z.array(fact),
})
const thing = z.enum(['stack', 'report', 'bucket'])
/** What the builds before kept, and more of what was decided, refused and taken back. */
const choices = second.state.shape.choices.extend({
  refusedRegions: z.array(z.object({ startUrl: z.string(), region: z.string() })).default([]),
  acceptedPayers: z.array(z.object({ accountId: z.string(), payerId: z.string() })).default([]),
  stack: second.state.shape.choices.shape.stack
    .unwrap()
    .unwrap()
    .extend({
      values: z.record(z.string(), z.string()).default({}),
      withoutExternalId: z.boolean().default(false),
    })
    .nullable()
    .default(null),
  disconnected: z
    .object({
      accountId: z.string(),
      at: z.number(),
      removed: z.array(
        z.object({ id: thing, name: z.string(), at: z.number(), proven: z.boolean() }),
      ),
      left: z.array(
        z.object({
          id: thing,
          name: z.string(),
          state: z.enum(['there', 'not-ours', 'unmarked', 'unread', 'failed']),
        }),
      ),
      steps: z.array(step),
    })
    .nullable()
    .default(null),
})
const state = z.object({ version: z.literal(3), choices })
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
  return { kind: version.success && version.data.version > 3 ? 'newer' : 'unreadable' }
}

/** The same rules as schemas: what these builds write. */
export const rules = { state: z.object({ choices }) } as const
