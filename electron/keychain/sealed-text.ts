import { isOdd } from '../files/files.ts'
import { fileFailure } from './failure.ts'
import type { Keychain } from './keychain.ts'
import { NONCE_BYTES, seal, unseal } from './seal.ts'
import { createSealedFile } from './sealed-file.ts'
import { loadKey, mintKey, probe, type RandomBytes, removeKey } from './vault-key.ts'

/**
 * A text in a file, and the key in the keychain that alone opens it. Used for one call at a time.
 * Throws what the keychain throws, and errors of the file system.
 */
export type SealedText = {
  /** Null when there is no file. One that does not open is set aside: `text` is null then. */
  readonly open: () => Promise<{ readonly text: string | null } | null>
  /** Resolves false without writing when, with the key at hand, `isWanted` says so. */
  readonly write: (text: string, isWanted: () => boolean) => Promise<boolean>
  /** Deletes files and key, each also where the other fails; resolves whether there was a key to remove. */
  readonly erase: () => Promise<boolean>
  /** Whether the keychain would keep a key. */
  readonly probe: () => Promise<void>
  /** Where the last unreadable file was put, null if none was since the start or the last `erase`. */
  readonly setAside: () => string | null
}

type SealedTextOptions = {
  readonly file: string
  readonly keychain: Keychain
  readonly account: string
  readonly randomBytes: RandomBytes
}

export function createSealedText(options: SealedTextOptions): SealedText {
  const { keychain, account, randomBytes } = options
  const file = createSealedFile(options.file)
  /** Remembered so that the keychain, and the person behind its prompt, is asked once. */
  let key: Buffer | null = null
  /** The keychain may hold a key of ours, though no file says so. */
  let keyStored = false
  let aside: string | null = null

  const giveUpFile = async (): Promise<void> => {
    aside = await file.setAside()
    key?.fill(0)
    key = null
  }

  const readSealed = () => orNullWhenOdd(file.read(), giveUpFile)

  /** A first key. On the disk before the keychain has it: a crash leaves none that nobody knows of. */
  const newKey = async (): Promise<Buffer> => {
    await probe(keychain, account, randomBytes)
    await file.noteKey()
    keyStored = true
    return mintKey(keychain, account, randomBytes)
  }

  /** The key to write with: a first one only where no file depends on an earlier one. */
  const keyForWriting = async (): Promise<Buffer> => {
    if ((await readSealed()) === null) return newKey()
    const loaded = await loadKey(keychain, account)
    if (loaded !== 'unusable') return loaded
    await giveUpFile()
    return newKey()
  }

  return {
    async open() {
      const sealed = await readSealed()
      if (sealed === null) return null
      const loaded = key ?? (await loadKey(keychain, account))
      const text = loaded === 'unusable' ? null : unseal(sealed, loaded, account)
      if (loaded === 'unusable' || text === null) await giveUpFile()
      else key = loaded
      return { text }
    },
    async write(text, isWanted) {
      key ??= await keyForWriting()
      if (!isWanted()) return false
      await file.write(seal(text, key, randomBytes(NONCE_BYTES), account))
      await file.dropKeyNote()
      return true
    },
    async erase() {
      keyStored ||= key !== null
      key?.fill(0)
      key = null
      aside = null
      keyStored ||= await file.leavesTraces()
      const wasStored = keyStored
      const fileLeft = await failureOf(async () => {
        if (keyStored) await file.noteKey()
        await file.remove()
      })
      const keyLeft = await failureOf(async () => {
        if (keyStored) await removeKey(keychain, account, randomBytes)
      })
      if (fileLeft && keyLeft) throw fileFailure('wipe', fileLeft.error, keychain.entry(account))
      const left = fileLeft ?? keyLeft
      if (left) throw left.error
      await file.dropKeyNote()
      keyStored = false
      return wasStored
    },
    probe: () => probe(keychain, account, randomBytes),
    setAside: () => aside,
  }
}

/** What a task failed with; null when it did not. */
async function failureOf(task: () => Promise<void>): Promise<{ readonly error: unknown } | null> {
  try {
    await task()
    return null
  } catch (error) {
    return { error }
  }
}

/** The sealed bytes; what is no file at all is given up, as one that opens with no key. */
async function orNullWhenOdd(
  reading: Promise<Buffer | null>,
  giveUp: () => Promise<void>,
): Promise<Buffer | null> {
  try {
    return await reading
  } catch (error) {
    if (!isOdd(error)) throw error
    await giveUp()
    return null
  }
}
