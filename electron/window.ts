import { BrowserWindow, nativeTheme, protocol, session, shell } from 'electron'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { fail } from './errors.ts'
import { isMissing } from './files.ts'

const SCHEME = 'app'
const HOST = 'eco-connect'
const PAGE = `${SCHEME}://${HOST}/index.html`

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Must be called before Electron is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
  ])
}

/** Opens the one window, showing the renderer built into `folder`, locked down. */
export function openWindow(options: {
  readonly folder: string
  readonly preload: string
  readonly icon: string
}): BrowserWindow {
  lockDown(options.folder)
  const window = new BrowserWindow({
    title: 'Eco Connect',
    width: 1180,
    height: 820,
    minWidth: 720,
    minHeight: 560,
    icon: options.icon,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#161d26' : '#ffffff',
    webPreferences: {
      preload: options.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      webviewTag: false,
      navigateOnDragDrop: false,
    },
  })
  const { webContents } = window
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  webContents.on('will-navigate', (event) => {
    if (event.url !== PAGE) event.preventDefault()
  })
  webContents.on('will-attach-webview', (event) => event.preventDefault())
  return window
}

export function loadPage(window: BrowserWindow): Promise<void> {
  return window.loadURL(PAGE)
}

/** Schemes that the system may be asked to open: web pages and an e-mail draft, nothing else. */
const OPENABLE = new Set(['https:', 'mailto:'])

/**
 * Opens a link outside the app. `loopback` also lets plain http to this computer through, for the
 * simulator's sign-in page in unpackaged builds.
 */
export async function openOutside(link: string, loopback: boolean): Promise<void> {
  const url = new URL(link)
  const local = loopback && url.protocol === 'http:' && url.hostname === '127.0.0.1'
  if (!OPENABLE.has(url.protocol) && !local)
    throw new Error(`refused to open a ${url.protocol} link`)
  await shell.openExternal(url.href)
}

/** Where a link of the guided way by hand may lead. */
const CONSOLES = ['console.aws.amazon.com', 'console.spotinst.com']

/** The link, if it leads to a page of the AWS or Spot console. Throws `invalid-command` if not. */
export function consoleLink(link: string): string {
  const url = URL.canParse(link) ? new URL(link) : null
  const known = CONSOLES.some((name) => url?.host === name || url?.host.endsWith(`.${name}`))
  if (url?.protocol !== 'https:' || !known) throw fail('invalid-command', { command: 'open' })
  return url.href
}

function lockDown(folder: string): void {
  const { defaultSession } = session
  // Otherwise Chromium asks a Google host for dictionaries at the start of every session.
  defaultSession.setSpellCheckerLanguages([])
  defaultSession.setSpellCheckerEnabled(false)
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  defaultSession.setPermissionCheckHandler(() => false)
  defaultSession.setDevicePermissionHandler(() => false)
  protocol.handle(SCHEME, (request) => serve(folder, request.url))
}

async function serve(folder: string, address: string): Promise<Response> {
  const url = new URL(address)
  const path = normalize(join(folder, decodeURIComponent(url.pathname)))
  const type = CONTENT_TYPES[extname(path)]
  if (url.host !== HOST || !path.startsWith(folder + sep) || !type) return notFound()
  try {
    return new Response(await readFile(path), {
      headers: {
        'content-type': type,
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-cache',
      },
    })
  } catch (error) {
    if (isMissing(error)) return notFound()
    throw error
  }
}

function notFound(): Response {
  return new Response(null, { status: 404 })
}
