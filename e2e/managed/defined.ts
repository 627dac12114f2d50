import { z } from 'zod'
import { SETTINGS, type Setting, type SettingId } from '../../electron/managed/settings.ts'
import { settingsExplained as explainedInGerman } from '../../electron/texts/de/managed-settings.ts'
import { administrators as inGerman } from '../../electron/texts/de/managed-files.ts'
import { managed as german } from '../../electron/texts/de/managed.ts'
import { settingsExplained as explainedInEnglish } from '../../electron/texts/en/managed-settings.ts'
import {
  type Administrators,
  administrators as inEnglish,
} from '../../electron/texts/en/managed-files.ts'
import { managed as english } from '../../electron/texts/en/managed.ts'

/** A setting with the bounds of its values, as far as a form can have them. */
export type Defined = Setting & {
  readonly id: SettingId
  /** Characters of a text, or of one entry of a list. */
  readonly longest: number
  /** Entries of a list. */
  readonly most: number
  /** Of a number. */
  readonly from: number
  readonly to: number
  /** The words of a choice. */
  readonly words: readonly string[]
}

/** What zod says of a schema, as far as forms have a place for it. */
const boundsSchema = z.object({
  maxLength: z.number().default(0),
  maxItems: z.number().default(0),
  minimum: z.number().default(0),
  maximum: z.number().default(0),
  enum: z.array(z.string()).default([]),
})
const ofEntry = z.object({ items: boundsSchema.default(boundsSchema.parse({})) })

const isSetting = (id: string): id is SettingId => Object.hasOwn(SETTINGS, id)

/** Every setting, in the order of the definition. */
export const DEFINED: readonly Defined[] = Object.keys(SETTINGS)
  .filter(isSetting)
  .map((id) => {
    const form = z.toJSONSchema(SETTINGS[id].schema)
    const own = boundsSchema.parse(form)
    const { items } = ofEntry.parse(form)
    return {
      ...SETTINGS[id],
      id,
      longest:
        own.maxLength || items.maxLength || Math.max(0, ...items.enum.map((word) => word.length)),
      most: own.maxItems,
      from: own.minimum,
      to: own.maximum,
      words: own.enum,
    }
  })

/** A language in which administrators read of the settings. */
export type Wording = {
  /** BCP 47, as Windows names the folder of its words. */
  readonly culture: string
  readonly titles: Readonly<Record<SettingId, string>>
  readonly explained: typeof explainedInEnglish
  readonly administrators: Administrators
}

export const WORDINGS: readonly [Wording, Wording] = [
  {
    culture: 'en-US',
    titles: english.titles,
    explained: explainedInEnglish,
    administrators: inEnglish,
  },
  {
    culture: 'de-DE',
    titles: german.titles,
    explained: explainedInGerman,
    administrators: inGerman,
  },
]

/** A setting that cannot be made beside another one of the examples. */
const NOT_BESIDE: readonly SettingId[] = ['ProxyPacUrl']

/** What an organization could make together: every setting but those that exclude another one. */
export const EXAMPLE: Readonly<Record<string, Setting['example']>> = Object.fromEntries(
  DEFINED.filter(({ id }) => !NOT_BESIDE.includes(id)).map(({ id, example }) => [id, example]),
)
