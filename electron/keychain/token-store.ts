import { z } from 'zod'
import type { TokenStore } from '../aws/session.ts'
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

/** The sign-in's tokens in the vault. Tokens in a form of another version read as none. */
export function createTokenStore(vault: Vault): TokenStore {
  return {
    async load() {
      const text = await vault.read()
      if (text === null) return null
      const parsed = tokensSchema.safeParse(JSON.parse(text))
      return parsed.success ? parsed.data : null
    },
    save: (tokens) => vault.write(JSON.stringify(tokens)),
    wipe: () => vault.wipe(),
  }
}
