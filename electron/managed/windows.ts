import type { Source } from './judge.ts'
import { placeOn, WINDOWS_KEY } from './places.ts'
import type { Place } from './unusable.ts'
import { unusable } from './unusable.ts'

/**
 * What is set in the registry for this computer; nothing that is set for a user, who may write there.
 * Read inside the process: Windows' own tools answer in the code page of a console, and refuse to answer
 * where a company has switched registry tools off. Throws `policy-unusable`.
 */
export async function sourcesOnWindows(version: string): Promise<Source[]> {
  const at: Place = { place: placeOn('win32'), version }
  const registry = await import('native-reg').catch((cause: unknown) => {
    throw unusable(at, 'unreadable', { cause })
  })
  const { HKEY, Access } = registry
  const read = <T>(ask: () => T): T => {
    try {
      return ask()
    } catch (cause) {
      throw unusable(at, 'unreadable', { cause })
    }
  }
  // A 32-bit program would be shown another part of the registry.
  const access = Access.READ | Access.WOW64_64KEY
  const key = read(() => registry.openKey(HKEY.LOCAL_MACHINE, WINDOWS_KEY, access))
  if (!key) return []
  try {
    // No setting is a key of its own.
    const [strange] = read(() => registry.enumKeyNames(key))
    if (strange !== undefined) throw unusable(at, 'unknown-setting', { setting: `${strange}\\` })
    const values = read(() =>
      registry.enumValueNames(key).map((name) => {
        const data = registry.queryValueRaw(key, name)
        // Taken away since its name was read.
        if (data === null) throw new Error(`${name} is gone`)
        return { name, type: Number(data.type), data }
      }),
    )
    const { writtenInRegistry } = await import('./registry.ts')
    return [{ at, written: writtenInRegistry(values) }]
  } finally {
    registry.closeKey(key)
  }
}
