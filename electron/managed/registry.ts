import type { Written } from './json.ts'
import { SETTINGS } from './settings.ts'

/** A value of a key in the Windows registry, as it lies there. */
export type RegistryValue = {
  readonly name: string
  /** A number of `TYPES`, or another one. */
  readonly type: number
  readonly data: Uint8Array
}

/** Types of values that settings have. Source: Microsoft, "Registry value types" (winnt.h). */
export const TYPES = { text: 1, number: 4, list: 7 } as const

/**
 * Settings as an administrative template writes them: a switch as 1 or 0, a list as several texts in one
 * value. Whatever is of no such type stays what it is, which no setting can have as its value.
 */
export function writtenInRegistry(values: readonly RegistryValue[]): Written {
  return {
    values: new Map(
      values.map((value) => {
        const name = settingCalled(value.name)
        return [name, valueOf(name, value)]
      }),
    ),
    lineOf: () => undefined,
  }
}

const NAMES = new Map(Object.keys(SETTINGS).map((name) => [name.toLowerCase(), name]))
/** As the registry editor shows the value without a name. */
const NAMELESS = '(Default)'

/** The registry knows its values by their names in any case: whoever wrote one first has chosen it. */
const settingCalled = (name: string): string =>
  NAMES.get(name.toLowerCase()) ?? (name === '' ? NAMELESS : name)

function valueOf(name: string, { type, data }: RegistryValue): unknown {
  switch (type) {
    case TYPES.text:
      return textIn(data)
    case TYPES.list:
      return textIn(data)
        ?.split('\0')
        .filter((entry, at, all) => entry !== '' || at < all.length - 1)
    case TYPES.number:
      return numberIn(name, data)
    default:
      return undefined
  }
}

/** Without the NUL that ends it, or the two of a list; undefined for what is no text. */
function textIn(data: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-16le', { fatal: true }).decode(data).replace(/\0{1,2}$/, '')
  } catch {
    // Half a character, or an odd number of bytes: told as a value that the setting cannot have.
    return undefined
  }
}

function numberIn(name: string, data: Uint8Array): number | boolean | undefined {
  if (data.byteLength !== 4) return undefined
  const number = new DataView(data.buffer, data.byteOffset).getUint32(0, true)
  const isSwitch = Object.entries(SETTINGS).some(
    ([id, { kind }]) => id === name && kind === 'switch',
  )
  return isSwitch && number <= 1 ? number === 1 : number
}
