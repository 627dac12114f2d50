import { z } from 'zod'
import { CONSOLE_REFUSALS } from '../aws/sign-in/console/refusals.ts'
import type { TokenStore } from '../aws/sign-in/session.ts'
import type { IsStandIn } from '../network/stand-in.ts'
import { parseRegion, parseStartUrl } from '../aws/sign-in/start-url.ts'
import { AppFailure, fail } from '../errors/failure.ts'
import { type Kind, keptText, readKept } from '../files/kept.ts'
import type { Vault } from '../keychain/vault.ts'

const portalSchema = z.object({
  way: z.literal('portal'),
  startUrl: z.string(),
  region: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  clientSecretExpiresAt: z.number(),
  accessToken: z.string(),
  refreshToken: z.string().exactOptional(),
  expiresAt: z.number(),
})
const consoleSchema = z.object({
  way: z.literal('console'),
  clientId: z.string(),
  proofKey: z.string(),
  refreshToken: z.string(),
  refusal: z.enum(['', ...CONSOLE_REFUSALS]),
  accessKeyId: z.string(),
  secretAccessKey: z.string(),
  sessionToken: z.string(),
  lastsMs: z.number(),
  expiresAt: z.number(),
  signedInAt: z.number(),
})
const tokensSchema = z.discriminatedUnion('way', [portalSchema, consoleSchema])

/**
 * The sealed text. A new version of it is a new one of the vault too (`seal.ts`), so that an earlier
 * build sees from outside that it must not touch the file.
 */
export const tokensKind: Kind<z.infer<typeof tokensSchema>> = {
  content: tokensSchema,
  unnumbered: 1,
  earlier: [ofPortal],
}

/** What the first version kept: a sign-in at a portal, as there was no other. */
const firstSchema = z.object({
  startUrl: z.string(),
  region: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  clientSecretExpiresAt: z.number(),
  accessToken: z.string(),
  refreshToken: z.string().exactOptional(),
  expiresAt: z.number(),
})
function ofPortal(file: unknown): unknown {
  return { ...firstSchema.parse(file), way: 'portal' }
}

/**
 * The sign-in's tokens in the vault. Tokens in a form of another version read as none, and so do those
 * of a place where the app would not sign anybody in: these are told to `onRefused`.
 */
export function createTokenStore(
  vault: Pick<Vault, 'read' | 'write' | 'wipe'>,
  options: {
    readonly isStandIn: IsStandIn
    readonly onRefused: (problem: AppFailure) => void
  },
): TokenStore {
  const isPlace = (tokens: z.infer<typeof tokensSchema>): boolean => {
    // Only a portal is a place of one's own: to the console all sign in at the same host.
    if (tokens.way === 'console') return true
    try {
      parseStartUrl(tokens.startUrl, options.isStandIn)
      return parseRegion(tokens.region) === tokens.region
    } catch (error) {
      if (error instanceof AppFailure) return false
      throw error
    }
  }
  return {
    async load() {
      const text = await vault.read()
      if (text === null) return null
      const read = readKept(text, tokensKind)
      if (read.kind !== 'read') return null
      if (isPlace(read.content)) return read.content
      options.onRefused(fail('choices-not-understood', { choices: 'sign-in' }))
      return null
    },
    save: (tokens) => vault.write(keptText(tokens, tokensKind)),
    wipe: () => vault.wipe(),
  }
}
