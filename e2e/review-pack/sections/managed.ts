import { html, type Html } from '../../../electron/documents/html.ts'
import { SETTINGS, type SettingId } from '../../../electron/managed/settings.ts'
import { settingsExplained as inGerman } from '../../../electron/texts/de/managed-settings.ts'
import { settingsExplained as inEnglish } from '../../../electron/texts/en/managed-settings.ts'
import type { Pack } from '../context.ts'
import { paragraphs, table } from '../parts.ts'

const isSetting = (name: string): name is SettingId => name in SETTINGS

export function managed({ words, app, language }: Pack): Html {
  const explained = language === 'de' ? inGerman : inEnglish
  return html`${paragraphs(words.managed.intro)}
  ${table(
    'managed',
    words.managed.head,
    Object.keys(SETTINGS)
      .filter(isSetting)
      .map((id) => [
        html`${app.managed.titles[id]}
          <p><code>${id}</code></p>`,
        explained[id].description,
        explained[id].forbids,
      ]),
  )}`
}
