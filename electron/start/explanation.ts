import { app, dialog } from 'electron'
import { LANGUAGES } from '../texts/languages.ts'
import { firstLanguage } from './first-language.ts'
import { refusedDialog } from './refused-words.ts'
import { systemLanguages } from './system-languages.ts'

/**
 * Tells the person why the start before this one was refused, in the system's language, and ends.
 * Nothing else is opened, and it is told once at a time, however often something starts the app in the
 * wrong way. The profile folder is not touched for that.
 */
export async function explain(what: string): Promise<void> {
  app.setName(`${app.getName()} Start`)
  if (!app.requestSingleInstanceLock()) return app.exit(0)
  await app.whenReady()
  const { words } = await LANGUAGES[firstLanguage(systemLanguages())].load()
  await dialog.showMessageBox({
    type: 'warning',
    title: words.start.title,
    ...refusedDialog(words.start, what),
    buttons: [words.start.close],
    noLink: true,
  })
  app.exit(0)
}
