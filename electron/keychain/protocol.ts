import { z } from 'zod'

/** What main asks of the keychain process, and what comes back. Both sides parse what they get. */

const id = z.int().positive()
const entry = { id, service: z.string().min(1), account: z.string().min(1) }

export const requestShape = z.discriminatedUnion('kind', [
  z.object({ ...entry, kind: z.literal('get') }),
  z.object({ ...entry, kind: z.literal('set'), value: z.string().min(1) }),
  z.object({ ...entry, kind: z.literal('delete') }),
])
export type KeychainRequest = z.infer<typeof requestShape>

export const replyShape = z.discriminatedUnion('ok', [
  z.object({
    id,
    ok: z.literal(true),
    /** For `get`: the value, absent when the keychain gave none. */
    value: z.string().optional(),
    /** For `delete`: whether there was an entry that could be deleted. */
    deleted: z.boolean().optional(),
  }),
  z.object({ id, ok: z.literal(false), message: z.string() }),
])
export type KeychainReply = z.infer<typeof replyShape>
