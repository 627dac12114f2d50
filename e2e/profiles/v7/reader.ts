/**
 * FROZEN: how the builds whose progress has version 7, and whose settings have version 2, read what they keep, copied out of them. It is
 * never corrected and imports nothing of the app: it stands for an app that somebody still has
 * installed, and tells whether that can read what today's build writes, or knows it as newer.
 */
import { z } from 'zod'
import { rules as first, type Read } from '../v1/reader.ts'
import { rules as sixth } from '../v6/reader.ts'

export { readAudit, readTokens, unsealed } from '../v6/reader.ts'

const seen = z.enum(['good', 'bad', 'awaited'])

/** What the builds before kept, with what the last look at a connection that was made has found. */
const choices = sixth.state.shape.choices.extend({
  health: z
    .object({
      accountId: z.string(),
      lookedAt: z.number(),
      findings: z.array(
        z.object({
          id: z.string(),
          state: z.enum([...seen.options, 'unseen']),
          codes: z.array(z.string()),
          at: z.number(),
          before: z.object({ state: seen, at: z.number() }).nullable(),
        }),
      ),
    })
    .nullable()
    .default(null),
})
const state = z.object({ version: z.literal(7), choices })
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
  return { kind: version.success && version.data.version > 7 ? 'newer' : 'unreadable' }
}

/** The same rules as schemas: what these builds write. */
/** What the builds before kept, with the language that was chosen. */
const settings = first.settings.extend({ language: z.string().max(35).default('') })

export function readSettings(text: string): z.infer<typeof settings> | null {
  const parsed = settings.safeParse(json(text))
  return parsed.success ? parsed.data : null
}

export const rules = {
  settings,
  state: z.object({ choices }),
  tokens: sixth.tokens,
  line: sixth.line,
} as const
