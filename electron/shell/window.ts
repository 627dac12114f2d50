import { LOCKED } from './confined.ts'
import { placeOn, type Place } from './place.ts'
import { followScreens, workAreas } from './screens.ts'
import { app, BrowserWindow, nativeTheme, session, shell, type WebContents } from 'electron'
import type { IsStandIn } from '../network/stand-in.ts'
import { outsideLink } from '../network/links.ts'
import { PAGE, servePage, type Outline } from './page.ts'

/** Opens the one window, showing the renderer built into `folder`, locked down. */
export function openWindow(options: {
  readonly folder: string
  readonly preload: string
  readonly title: string
  readonly devTools: boolean
  readonly outline: () => Outline
  /** Told whenever the page has got one of its files. */
  readonly served: () => void
  /** Where it was left. */
  readonly place: Place | null
}): BrowserWindow {
  lockDown(options)
  const { bounds, smallest } = placeOn(workAreas(), options.place)
  const window = new BrowserWindow({
    title: options.title,
    ...bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#161d26' : '#ffffff',
    webPreferences: {
      preload: options.preload,
      ...LOCKED,
      devTools: options.devTools,
    },
  })
  if (options.place?.isMaximized) window.maximize()
  followScreens(window)
  return window
}

export function loadPage(window: BrowserWindow): Promise<void> {
  return window.loadURL(PAGE)
}

/** Opens a link outside the app, if it is one of those that `outsideLink` lets through. */
export async function openOutside(link: string, isStandIn: IsStandIn): Promise<void> {
  await shell.openExternal(outsideLink(link, isStandIn))
}

/** Must be called before Electron is ready. */
export function silence(): void {
  const { commandLine } = app
  // With these a web service could make Chromium report errors to a host of the service's choice.
  const features = [commandLine.getSwitchValue('disable-features'), 'Reporting,NetworkErrorLogging']
  commandLine.appendSwitch('disable-features', features.filter(Boolean).join(','))
}

function lockDown(options: Parameters<typeof openWindow>[0]): void {
  const { defaultSession } = session
  // Names are asked of the system's own resolver, never of a public one over HTTPS.
  app.configureHostResolver({ secureDnsMode: 'off' })
  // Otherwise Chromium asks a Google host for dictionaries at the start of every session.
  defaultSession.setSpellCheckerLanguages([])
  defaultSession.setSpellCheckerEnabled(false)
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  defaultSession.setPermissionCheckHandler(() => false)
  defaultSession.setDevicePermissionHandler(() => false)
  // The app saves files through its own dialogs only.
  defaultSession.on('will-download', (event) => event.preventDefault())
  servePage(defaultSession, options.folder, options)
  // Unasked, Electron would send the first certificate that this computer has for a server that wants one.
  app.on('select-client-certificate', (event, _contents, _url, _certificates, choose) => {
    event.preventDefault()
    choose()
  })
  app.on('web-contents-created', (_event, contents) => confine(contents))
}

/** Whatever comes to show pages stays on the app's own one and opens no other. */
function confine(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || event.url !== PAGE) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
