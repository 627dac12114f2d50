/**
 * FROZEN: how the builds whose progress has version 2 read what they keep, copied out of them. It is never corrected and
 * imports nothing of the app: it stands for an app that somebody still has installed, and tells
 * whether that can read what today's build writes, or at least recognise it as newer.
 */
import { z } from 'zod'
import type { Read } from '../v1/reader.ts'

// Of the other three files they read what the first builds read.
export { readAudit, readSettings, readTokens, unsealed } from '../v1/reader.ts'

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
