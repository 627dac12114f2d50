/**
 * FROZEN: how the builds whose settings have version 2 read what they keep, copied out of them. It is
 * never corrected and imports nothing of the app: it stands for an app that somebody still has
 * installed, and tells whether that can read what today's build writes, or knows it as newer.
 */
import { z } from 'zod'
import { rules as first } from '../v1/reader.ts'

export { readAudit, readState, readTokens, unsealed } from '../v6/reader.ts'

/** What the builds before kept, with the language that was chosen. */
const settings = first.settings.extend({ language: z.string().max(35).default('') })

export function readSettings(text: string): z.infer<typeof settings> | null {
  try {
    const parsed = settings.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** The same rules as schemas: what these builds write. */
export const rules = { settings } as const
