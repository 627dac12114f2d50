import path from 'node:path'
import { SETTINGS } from '../connection/profile-names.ts'
import { LARGEST, readTextIfThere } from '../files/files.ts'

/**
 * The id of the language that was chosen in the window, '' for none. Read before the window is there,
 * without the code that checks other files, which takes a while to load: what is no text costs the
 * person a second choice, and no more. Builds to come keep it in the same place.
 */
export async function keptLanguage(profile: string): Promise<string> {
  try {
    const text = await readTextIfThere(path.join(profile, SETTINGS), LARGEST.settings)
    const settings: unknown = JSON.parse(text ?? 'null')
    if (typeof settings !== 'object' || settings === null || !('language' in settings)) return ''
    return typeof settings.language === 'string' ? settings.language : ''
  } catch {
    // Told where the settings are read as a whole.
    return ''
  }
}
