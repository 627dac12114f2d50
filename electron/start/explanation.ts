import { app, dialog } from 'electron'
import { START } from '../texts/start.ts'

/** Tells the person why the start before this one was refused, and ends. Nothing else is opened. */
export async function explain(what: string): Promise<void> {
  await app.whenReady()
  await dialog.showMessageBox({
    type: 'warning',
    title: START.title,
    message: START.what(what),
    detail: START.detail(what),
    buttons: [START.close],
    noLink: true,
  })
  app.exit(0)
}
