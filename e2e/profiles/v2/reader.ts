/**
 * FROZEN: how the builds whose progress has version 2 read what they keep, copied out of them. It is never corrected and
 * imports nothing of the app: it stands for an app that somebody still has installed, and tells
 * whether that can read what today's build writes, or at least recognise it as newer.
 */
import { createDecipheriv } from 'node:crypto'
import { z } from 'zod'

const fact = z.object({ id: z.string(), value: z.string(), copy: z.boolean().default(false) })

const choices = z.object({
  plan: z
    .object({ managedBy: z.enum(['us', 'msp']), mspAccountId: z.string() })
    .nullable()
    .default(null),
  portal: z
    .object({ startUrl: z.string(), region: z.string(), method: z.enum(['browser', 'device']) })
    .nullable()
    .default(null),
  account: z
    .object({ id: z.string(), name: z.string(), email: z.string() })
    .nullable()
    .default(null),
  roleName: z.string().default(''),
  way: z.enum(['portal', 'keys', 'profile']).default('portal'),
  profile: z.string().default(''),
  byHand: z.boolean().default(false),
  label: z.string().default(''),
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
  typedBucket: z
    .object({ accountId: z.string(), bucketName: z.string(), prefix: z.string() })
    .nullable()
    .default(null),
  repaired: z
    .object({ accountId: z.string(), bucketName: z.string(), at: z.number() })
    .nullable()
    .default(null),
  ownRole: z
    .object({
      accountId: z.string(),
      roleArn: z.string(),
      externalId: z.string(),
      bucketName: z.string(),
    })
    .nullable()
    .default(null),
  confirmedManagement: z.string().default(''),
  begunBucket: z
    .object({ accountId: z.string(), bucketName: z.string() })
    .nullable()
    .catch(null)
    .default(null),
  created: z
    .array(
      z.object({
        kind: z.enum(['stack', 'report', 'bucket']),
        accountId: z.string(),
        name: z.string(),
        id: z.string(),
      }),
    )
    .default([]),
  report: z
    .object({
      accountId: z.string(),
      name: z.string(),
      bucket: z.string(),
      prefix: z.string(),
      definedAt: z.number(),
    })
    .nullable()
    .default(null),
  reportDraft: z
    .object({
      accountId: z.string(),
      reportName: z.string(),
      bucketName: z.string(),
      prefix: z.string(),
      bucketIsNew: z.boolean(),
    })
    .nullable()
    .default(null),
  ownTemplate: z.object({ fileName: z.string(), body: z.string() }).nullable().default(null),
  approvedTemplate: z.string().default(''),
  stack: z
    .object({
      accountId: z.string(),
      name: z.string(),
      id: z.string(),
      requestToken: z.string(),
      templateSha256: z.string(),
      roleName: z.string(),
      policyName: z.string(),
      externalId: z.string(),
      bucketName: z.string(),
    })
    .nullable()
    .default(null),
  spotBegun: z
    .object({
      spotAccountId: z.string(),
      roleArn: z.string(),
      begun: z.enum(['asked', 'given']),
    })
    .nullable()
    .default(null),
  spotOrganizationId: z.string().default(''),
  reportPrefix: z.string().default(''),
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

/** What a file is to these builds. `unreadable` is what must never come of a downgrade. */
export type Read<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'newer' | 'unreadable' }

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

/** The text in a vault's file: version byte, nonce of 12 bytes, ciphertext, tag of 16 bytes. */
export function unsealed(file: Buffer, key: Buffer, owner: string): string | null {
  if (file.length < 29 || file[0] !== 1) return null
  const decipher = createDecipheriv('aes-256-gcm', key, file.subarray(1, 13), { authTagLength: 16 })
  decipher.setAAD(Buffer.from(`eco-connect vault 1 ${owner}`, 'utf8'))
  decipher.setAuthTag(file.subarray(-16))
  const text = decipher.update(file.subarray(13, -16))
  try {
    return Buffer.concat([text, decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

const tokens = z.object({
  startUrl: z.string(),
  region: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  clientSecretExpiresAt: z.number(),
  accessToken: z.string(),
  refreshToken: z.string().exactOptional(),
  expiresAt: z.number(),
})

/** The sign-in in a vault's text; null for a text in which these builds find none. */
export function readTokens(text: string): z.infer<typeof tokens> | null {
  const parsed = tokens.safeParse(json(text))
  return parsed.success ? parsed.data : null
}

const settings = z.object({
  order: z.array(z.string()).default([]),
  selected: z.string().default(''),
})

export function readSettings(text: string): z.infer<typeof settings> | null {
  const parsed = settings.safeParse(json(text))
  return parsed.success ? parsed.data : null
}

const at = z.iso.datetime()
const entry = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('call'),
    at,
    service: z.enum([
      'sso-oidc',
      'sso',
      'sts',
      'organizations',
      'cur',
      's3',
      'cloudformation',
      'iam',
      'spot',
    ]),
    operation: z.string(),
    resource: z.string(),
    error: z.string(),
    status: z.number(),
    requestId: z.string(),
    durationMs: z.number(),
    attempts: z.number(),
  }),
  z.object({
    kind: z.literal('change'),
    at,
    step: z.string(),
    action: z.string(),
    about: z.string(),
  }),
  z.object({
    kind: z.literal('refused'),
    at,
    step: z.string(),
    action: z.string(),
    code: z.string(),
  }),
  z.object({ kind: z.literal('continued'), at, dropped: z.boolean() }),
  z.object({ kind: z.literal('gap'), at, lost: z.number() }),
])

/** How many lines of a record these builds read, and how many they take for cut off. */
export function readAudit(text: string): { readonly read: number; readonly torn: number } {
  const lines = text.split('\n').filter((line) => line !== '')
  const read = lines.filter((line) => entry.safeParse(json(line)).success).length
  return { read, torn: lines.length - read }
}

/** The same rules as schemas: what these builds write. */
export const rules = { state: z.object({ choices }), tokens, settings, line: entry } as const
