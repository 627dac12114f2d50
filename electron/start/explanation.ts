import { app, dialog } from 'electron'
import { start } from '../texts/en/start.ts'
import { refusedDialog } from './refused-words.ts'

/**
 * Tells the person why the start before this one was refused, and ends. Nothing else is opened, and it
 * is told once at a time, however often something starts the app in the wrong way. The profile folder
 * is not touched for that.
 */
export async function explain(what: string): Promise<void> {
  app.setName(`${app.getName()} Start`)
  if (!app.requestSingleInstanceLock()) return app.exit(0)
  await app.whenReady()
  await dialog.showMessageBox({
    type: 'warning',
    title: start.title,
    ...refusedDialog(start, what),
    buttons: [start.close],
    noLink: true,
  })
  app.exit(0)
}
