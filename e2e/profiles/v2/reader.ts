/**
 * FROZEN: how the builds whose progress has version 2 read what they keep, copied out of them. It is
 * never corrected and imports nothing of the app: it stands for an app that somebody still has
 * installed, and tells whether that can read what today's build writes, or knows it as newer.
 */
import { z } from 'zod'
import { rules as first, type Read } from '../v1/reader.ts'

// Of the other three files they read what the first builds read.
export { readAudit, readSettings, readTokens, unsealed } from '../v1/reader.ts'

const fact = z.object({ id: z.string(), value: z.string(), copy: z.boolean().default(false) })
/** What the first builds kept, with steps by any word. */
const choices = first.state.shape.choices.extend({
  handedOver: z
    .array(
      z.object({
        step: z.string(),
        accountId: z.string(),
        at: z.number(),
        file: z.string(),
        present: z.array(z.string()),
      }),
    )
    .default([]),
  registered: z
    .object({
      way: z.enum(['spot-api', 'spot-console', 'spot-support']),
      at: z.number(),
      evidence: z.array(fact),
      steps: z.array(
        z.object({
          id: z.string(),
          kind: z.enum(['done', 'delivery', 'skipped', 'unverified']),
          at: z.number(),
          evidence: z.array(fact),
        }),
      ),
      summaryFile: z.string(),
      wiped: z.boolean(),
    })
    .nullable()
    .default(null),
})
const state = z.object({ version: z.literal(2), choices })
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
  return { kind: version.success && version.data.version > 2 ? 'newer' : 'unreadable' }
}

/** The same rules as schemas: what these builds write. */
export const rules = { state: z.object({ choices }) } as const
