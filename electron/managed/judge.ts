import type { Managed } from '../contract/managed.ts'
import { type Computer, inEffect } from './in-effect.ts'
import type { Written } from './json.ts'
import { type Made, SETTINGS } from './settings.ts'
import { type Place, unusable } from './unusable.ts'

/** A place in which settings are made. */
export type Source = { readonly at: Place; readonly written: Written }

/**
 * What these sources together decide: where two make the same setting, the one that comes first. Each is
 * read as a whole before, so that a mistake in one is a mistake, whatever another says. Throws `policy-unusable`.
 */
export function judged(sources: readonly Source[], computer: Computer): Managed {
  const made = new Map<string, unknown>()
  const places = new Map<string, Source>()
  for (const source of sources) {
    for (const [name, value] of Object.entries(madeIn(source))) {
      if (made.has(name)) continue
      made.set(name, value)
      places.set(name, source)
    }
  }
  return inEffect(Object.fromEntries(made), computer, (cause, setting) => {
    const { at, written } = places.get(setting) ?? sources[0] ?? NOWHERE
    return unusable(at, cause, { setting, ...lineIn(written, setting) })
  })
}

const NOWHERE: Source = {
  at: { place: '', version: '' },
  written: { values: new Map(), lineOf: () => undefined },
}

/** The settings of one source, each as its schema wants it. */
function madeIn({ at, written }: Source): Made {
  const made: Record<string, unknown> = {}
  for (const [setting, value] of written.values) {
    const where = { setting, ...lineIn(written, setting) }
    if (!isSetting(setting)) throw unusable(at, 'unknown-setting', where)
    const parsed = SETTINGS[setting].schema.safeParse(value)
    if (!parsed.success) throw unusable(at, 'value', where)
    made[setting] = parsed.data
  }
  return made
}

const isSetting = (name: string): name is keyof typeof SETTINGS => Object.hasOwn(SETTINGS, name)

function lineIn({ lineOf }: Written, setting: string): { readonly line?: number } {
  const line = lineOf(setting)
  return line === undefined ? {} : { line }
}
