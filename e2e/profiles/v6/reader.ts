/**
 * FROZEN: how the builds whose progress has version 6 read what they keep, copied out of them. It is
 * never corrected and imports nothing of the app: it stands for an app that somebody still has
 * installed, and tells whether that can read what today's build writes, or knows it as newer.
 */
import { createDecipheriv } from 'node:crypto'
import { z } from 'zod'
import { readTokens as readFirstTokens, rules as first, type Read } from '../v1/reader.ts'
import { rules as fifth } from '../v5/reader.ts'

export { readSettings } from '../v1/reader.ts'

/** What the builds before kept, with one way more to sign in, and the decision to go on as root. */
const choices = fifth.state.shape.choices.extend({
  way: z.enum(['portal', 'console', 'keys', 'profile']).default('portal'),
  acceptedRoot: z.string().default(''),
})
const state = z.object({ version: z.literal(6), choices })
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
  return { kind: version.success && version.data.version > 6 ? 'newer' : 'unreadable' }
}

/** The text in a vault's file of the first or the second version, which says which it is. */
export function unsealed(file: Buffer, key: Buffer, owner: string): string | null {
  const [version = 0] = file
  if (file.length < 29 || (version !== 1 && version !== 2)) return null
  const decipher = createDecipheriv('aes-256-gcm', key, file.subarray(1, 13), { authTagLength: 16 })
  decipher.setAAD(Buffer.from(`eco-connect vault ${version} ${owner}`, 'utf8'))
  decipher.setAuthTag(file.subarray(-16))
  const text = decipher.update(file.subarray(13, -16))
  try {
    return Buffer.concat([text, decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

const tokens = z.discriminatedUnion('way', [
  first.tokens.extend({ way: z.literal('portal') }),
  z.object({
    way: z.literal('console'),
    clientId: z.string(),
    proofKey: z.string(),
    refreshToken: z.string(),
    refusal: z.enum([
      '',
      'console-ended',
      'console-credentials-changed',
      'console-renewal-not-allowed',
    ]),
    accessKeyId: z.string(),
    secretAccessKey: z.string(),
    sessionToken: z.string(),
    lastsMs: z.number(),
    expiresAt: z.number(),
    signedInAt: z.number(),
  }),
])

/** The sign-in in a vault's text; null for a text in which these builds find none. */
export function readTokens(text: string): z.infer<typeof tokens> | null {
  const parsed = tokens.safeParse(json(text))
  if (parsed.success) return parsed.data
  const before = readFirstTokens(text)
  return before && { ...before, way: 'portal' }
}

const [call, ...others] = first.line.options
const line = z.discriminatedUnion('kind', [
  call.extend({
    service: z.enum([
      'sso-oidc',
      'sso',
      'signin',
      'sts',
      'organizations',
      'cur',
      's3',
      'cloudformation',
      'iam',
      'spot',
    ]),
  }),
  ...others,
])

/** How many lines of a record these builds read, and how many they take for cut off. */
export function readAudit(text: string): { readonly read: number; readonly torn: number } {
  const lines = text.split('\n').filter((one) => one !== '')
  const read = lines.filter((one) => line.safeParse(json(one)).success).length
  return { read, torn: lines.length - read }
}

/** The same rules as schemas: what these builds write. */
export const rules = { state: z.object({ choices }), tokens, line } as const
