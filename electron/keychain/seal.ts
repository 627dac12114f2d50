import { createCipheriv, createDecipheriv } from 'node:crypto'

/** Length in bytes of the key of AES-256. */
export const KEY_BYTES = 32
/** Length in bytes of the nonce that GCM works with directly (NIST SP 800-38D, 8.2). */
export const NONCE_BYTES = 12

/**
 * Of the vault as a whole, and its file's first byte: how it is sealed, and what text is sealed in it
 * (`tokensKind` in `token-store.ts`). Whatever of these changes, all versions before still open.
 */
export const SEAL_VERSION = 2
/** First bytes kept for versions to come: a file that begins otherwise is none of any. */
export const LAST_VERSION = 31
const TAG_BYTES = 16
const CIPHER = 'aes-256-gcm'

/** Binds a sealed text to its format and owner, so that it opens nowhere else. */
function boundTo(owner: string, version: number): Buffer {
  return Buffer.from(`eco-connect vault ${version} ${owner}`, 'utf8')
}

/** Whether a later build sealed this; told from outside, without the key. */
export function isSealedByNewer(sealed: Buffer): boolean {
  const version = sealed[0] ?? 0
  return version > SEAL_VERSION && version <= LAST_VERSION
}

/**
 * Seals a text (well-formed Unicode) with AES-256-GCM: version byte, nonce, ciphertext, tag.
 * The nonce must be new and random for each text sealed with the same key.
 */
export function seal(text: string, key: Buffer, nonce: Buffer, owner: string): Buffer {
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(boundTo(owner, SEAL_VERSION))
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.of(SEAL_VERSION), nonce, ciphertext, cipher.getAuthTag()])
}

/** The text, or null when these bytes were not sealed so: by this key, for this owner, unchanged. */
export function unseal(sealed: Buffer, key: Buffer, owner: string): string | null {
  const [version = 0] = sealed
  if (version < 1 || version > SEAL_VERSION) return null
  if (sealed.length < 1 + NONCE_BYTES + TAG_BYTES) return null
  const nonce = sealed.subarray(1, 1 + NONCE_BYTES)
  const ciphertext = sealed.subarray(1 + NONCE_BYTES, -TAG_BYTES)
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(boundTo(owner, version))
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
  const text = decipher.update(ciphertext)
  try {
    return Buffer.concat([text, decipher.final()]).toString('utf8')
  } catch {
    // `final` throws for one reason only: the tag does not fit.
    return null
  }
}
