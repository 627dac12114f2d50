import { app, dialog, type BrowserWindow } from 'electron'
import { once } from 'node:events'
import type { Catalogue } from '../texts/catalogue.ts'
import { PAGE } from './page.ts'
import { loadPage } from './window.ts'

/**
 * A window whose content has crashed or hangs would stay dead: the person is told and can have it
 * drawn again. The services are in another process and go on meanwhile. `failed` gets what went
 * wrong on the way. The words may still be on their way.
 */
export function watchPage(
  window: BrowserWindow,
  words: () => Promise<Catalogue>,
  failed: (error: unknown) => void,
): void {
  const { webContents } = window
  /** One question at a time, and none about a page that the person gave up. */
  let asking = false
  const handle = (question: () => Promise<void>): void => {
    if (asking || window.isDestroyed()) return
    asking = true
    question()
      .catch(failed)
      .finally(() => (asking = false))
  }
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    handle(async () => {
      if (await askGone(window, (await words()).window)) await loadPage(window)
      else app.quit()
    })
  })
  // Nobody is asked about an empty page before it is there, so the way back is taken instead.
  webContents.on('did-navigate', (_event, url) => {
    if (url !== PAGE && !window.isDestroyed()) loadPage(window).catch(failed)
  })
  window.on('unresponsive', () =>
    handle(async () => {
      if (!(await askHanging(window, (await words()).window)) || window.isDestroyed()) return
      const gone = once(webContents, 'render-process-gone')
      webContents.forcefullyCrashRenderer()
      await gone
      await loadPage(window)
    }),
  )
}

async function askGone(window: BrowserWindow, words: Catalogue['window']): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: words.goneTitle,
    message: words.gone,
    detail: words.goneDetail,
    buttons: [words.openAgain, words.quit],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return response === 0
}

async function askHanging(window: BrowserWindow, words: Catalogue['window']): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: words.hangingTitle,
    message: words.hanging,
    detail: words.hangingDetail,
    buttons: [words.wait, words.openAgain],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return response === 1
}
