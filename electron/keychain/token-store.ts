import { z } from 'zod'
import type { TokenStore } from '../aws/session.ts'
import { type Kind, readKept } from '../kept.ts'
import type { Vault } from './vault.ts'

const tokensSchema = z.object({
  startUrl: z.string(),
  region: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  clientSecretExpiresAt: z.number(),
  accessToken: z.string(),
  refreshToken: z.string().exactOptional(),
  expiresAt: z.number(),
})

/**
 * The sealed text. A new version of it is a new one of the vault too (`seal.ts`), so that an earlier
 * build sees from outside that it must not touch the file.
 */
export const tokensKind: Kind<z.infer<typeof tokensSchema>> = {
  content: tokensSchema,
  unnumbered: 1,
  earlier: [],
}

/** The sign-in's tokens in the vault. A text that is none reads as none. */
export function createTokenStore(vault: Pick<Vault, 'read' | 'write' | 'wipe'>): TokenStore {
  return {
    async load() {
      const text = await vault.read()
      if (text === null) return null
      const read = readKept(text, tokensKind)
      return read.kind === 'read' ? read.content : null
    },
    save: (tokens) => vault.write(JSON.stringify(tokens)),
    wipe: () => vault.wipe(),
  }
}
