import { randomUUID } from 'node:crypto'
import { app, BrowserWindow, session, type Session, type WebContents } from 'electron'
import type { Sheet } from '../base/desktop.ts'
import { paperSizeOf } from '../documents/paper-size.ts'
import { withOwnInfo } from '../documents/pdf-info.ts'
import { AppFailure, fail } from '../errors/failure.ts'
import { createInTurn } from '../keychain/in-turn.ts'

/** Milliseconds in which a page has to be laid out; a long record takes two seconds. */
const LAYOUT = 60_000

/*
 * Pages become paper in a window that nobody sees: one after the other, each in a window of its own, so
 * that what Chromium numbers in a page begins anew and two prints of one page are the same bytes.
 */
const inTurn = createInTurn()

/** A page as PDF: tagged, with its title, language and headings as bookmarks. Throws `paper-not-made`. */
export function pdfOf(sheet: Sheet, parent: BrowserWindow): Promise<Uint8Array> {
  return inTurn(() =>
    laidOut(sheet, parent, async (contents) => {
      const pdf = await contents.printToPDF({
        pageSize: paperSizeOf(app.getLocaleCountryCode(), app.getSystemLocale()),
        // How a page lies is its own matter.
        preferCSSPageSize: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
        printBackground: true,
        displayHeaderFooter: true,
        headerTemplate: '<span></span>',
        footerTemplate: FOOTER,
      })
      return withOwnInfo(pdf, { at: sheet.at, creator: `${app.getName()} ${app.getVersion()}` })
    }),
  )
}

/** Prints a page with the system's own dialog. Throws `paper-not-printed`, `paper-not-made`. */
export function printed(sheet: Sheet, parent: BrowserWindow): Promise<void> {
  return inTurn(() =>
    laidOut(
      { ...sheet, html: sheet.html.replace('</head>', `${NUMBERED}</head>`) },
      parent,
      (contents) =>
        new Promise((resolve, reject) => {
          contents.print({ silent: false, printBackground: true }, (success, reason) => {
            // Whoever closes the dialog has decided so.
            if (success || /cancell?ed/i.test(reason)) resolve()
            else reject(fail('paper-not-printed', { reason }))
          })
        }),
      // As long as the dialog is open, whoever prints is thinking.
      Infinity,
    ),
  )
}

/** Chromium fills in the page's title and the numbers; the words are the page's own. */
const FOOTER = `<div style="display:flex;justify-content:space-between;width:100%;margin:0 15mm;
  font:7.5pt 'Liberation Sans',Arial,sans-serif;color:#444"><span class="title"></span>
  <span><span class="pageNumber"></span> / <span class="totalPages"></span></span></div>`

/** The same where Chromium has margin boxes, which it has since 131: the dialog knows no footer of ours. */
const NUMBERED = `<style>@page { @bottom-right { content: counter(page) " / " counter(pages);
  font: 7.5pt "Liberation Sans", Arial, sans-serif; color: #444; } }</style>`

async function laidOut<T>(
  { html, hasPictures }: Sheet,
  parent: BrowserWindow,
  work: (contents: WebContents) => Promise<T>,
  limit = LAYOUT,
): Promise<T> {
  const address = `${ORIGIN}${randomUUID()}`
  const hidden = new BrowserWindow({
    show: false,
    // Whether a page is painted before it is printed is a matter of luck, and its parts are numbered by it.
    paintWhenInitiallyHidden: false,
    parent,
    skipTaskbar: true,
    webPreferences: {
      session: closedSession(),
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      images: hasPictures === true,
      devTools: false,
    },
  })
  const { webContents: contents } = hidden
  pages.set(address, html)
  try {
    return await Promise.race([
      contents.loadURL(address).then(() => work(contents)),
      ended(contents, limit),
    ])
  } catch (cause) {
    if (cause instanceof AppFailure) throw cause
    throw fail('paper-not-made', { reason: cause instanceof Error ? cause.message : '' }, { cause })
  } finally {
    pages.delete(address)
    // Its parent may have closed it already, with the app.
    if (!hidden.isDestroyed()) hidden.destroy()
  }
}

/** Never resolves; rejects when the page cannot become anything any more. */
function ended(contents: WebContents, limit: number): Promise<never> {
  return new Promise((_resolve, reject) => {
    contents.once('render-process-gone', (_event, { reason }) => reject(new Error(reason)))
    contents.once('destroyed', () => reject(new Error('closed')))
    if (limit === Infinity) return
    const timer = setTimeout(() => reject(new Error('timeout')), limit)
    contents.once('destroyed', () => clearTimeout(timer))
  })
}

const ORIGIN = 'app://paper/'
const pages = new Map<string, string>()
let closed: Session | undefined

/** A session that keeps nothing, reaches nobody and serves the pages that are being printed. */
function closedSession(): Session {
  if (closed) return closed
  const own = session.fromPartition('papers', { cache: false })
  own.setSpellCheckerLanguages([])
  own.setSpellCheckerEnabled(false)
  own.enableNetworkEmulation({ offline: true })
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  own.setPermissionCheckHandler(() => false)
  own.setDevicePermissionHandler(() => false)
  own.on('will-download', (event) => event.preventDefault())
  own.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !pages.has(url) }))
  own.protocol.handle('file', () => new Response(null, { status: 404 }))
  own.protocol.handle('app', ({ url }) => {
    const html = pages.get(url)
    if (html === undefined) return new Response(null, { status: 404 })
    return new Response(html, {
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    })
  })
  closed = own
  return own
}
