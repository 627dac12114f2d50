import { app, dialog, type BrowserWindow } from 'electron'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { App, AppOptions } from './app.ts'
import type { Command } from './contract/commands.ts'
import type { AppError } from './errors/app-error.ts'
import { toAppError } from './errors/failure.ts'
import { requireWritable } from './files/files.ts'
import { openDoors } from './shell/ipc.ts'
import { setMenu } from './shell/menu.ts'
import { watchPage } from './shell/page-gone.ts'
import { registerScheme } from './shell/page.ts'
import { requireOwnTrust, securedProfile } from './files/profile-folder.ts'
import { overridesFrom } from './start/development.ts'
import { IDENTITIES } from './start/edition.ts'
import { NO_OVERRIDES } from './start/overrides.ts'
import { EDITION } from './start/this-edition.ts'
import { loadPage, openWindow, silence } from './shell/window.ts'
import { errorText } from './texts/errors.ts'
import { LANGUAGES } from './texts/languages.ts'
import { createSpeech } from './texts/speech.ts'

/** Built to `main/`, beside `preload/` and `renderer/`. */
const built = path.join(__dirname, '..')
const identity = IDENTITIES[EDITION]

app.setName(identity.name)
// Which build this is decides, and not where it lies, what it is called or who started it.
const overrides = EDITION === 'shipped' ? NO_OVERRIDES : overridesFrom({ ...process.env })
const speech = createSpeech('en', LANGUAGES.en, {
  ...LANGUAGES,
  ...overrides.alsoSpoken(LANGUAGES.en),
})
// The SDK must not find credentials, endpoints or profiles that somebody left on this computer.
for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name]
process.env['AWS_CONFIG_FILE'] = path.join(built, 'none')
process.env['AWS_SHARED_CREDENTIALS_FILE'] = path.join(built, 'none')
process.env['AWS_EC2_METADATA_DISABLED'] = 'true'
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true'

registerScheme()
silence()
// Before anything is read or written there.
const profile = profileFolder()
if (!profile.usable) {
  app.whenReady().then(() => endWith(profile.why), endWith)
} else if (app.requestSingleInstanceLock()) {
  app.whenReady().then(start).catch(endWith)
} else {
  app.whenReady().then(leaveToTheFirst).catch(endWith)
}

/** Whether the profile folder may be used; one that may not is left as it is, also by Chromium. */
function profileFolder():
  | { readonly usable: true; readonly told: readonly AppError[] }
  | { readonly usable: false; readonly why: unknown } {
  try {
    requireOwnTrust(app.getPath('home'))
    return { usable: true, told: securedProfile(app.getPath('userData')) }
  } catch (why) {
    const instead = mkdtempSync(path.join(tmpdir(), 'eco-connect-'))
    app.setPath('userData', instead)
    process.once('exit', () => rmSync(instead, { recursive: true, force: true }))
    return { usable: false, why }
  }
}

/** Another one is running and shows itself, or this one could not even leave a mark of its start. */
async function leaveToTheFirst(): Promise<void> {
  await requireWritable(app.getPath('userData'))
  app.quit()
}

function start(): void {
  const go = (command: Command) => (): void =>
    void theApp().then((app) => app.command(command), endWith)
  const places = {
    overview: go({ step: 'connections', action: 'overview' }),
    erasure: go({ step: 'erasure', action: 'ask' }),
  }
  const showMenu = (): void => setMenu(speech, overrides.viewMenu, places)
  showMenu()
  speech.onChange(showMenu)
  const window = openWindow({
    folder: path.join(built, 'renderer'),
    preload: path.join(built, 'preload/preload.js'),
    icon: path.join(built, '../resources/icon.png'),
    title: identity.name,
    devTools: overrides.devTools,
    outline: () => {
      const { locale, words } = speech.language()
      return { locale, name: words.app.name, opening: words.app.opening }
    },
  })
  // The services are built when the page first asks for them, which is after its first paint: their
  // code takes longer to load than the window takes to appear.
  let services: Promise<App> | undefined
  let running: App | undefined
  const theApp = (): Promise<App> => {
    if (services) return services
    services = startServices(window, push)
    services.then((started) => (running = started)).catch(endWith)
    return services
  }
  const push = openDoors(window, {
    snapshot: async () => (await theApp()).snapshot(),
    command: async (command) => (await theApp()).command(command),
  })
  // The page's own title is the name of what people get.
  window.on('page-title-updated', (event) => event.preventDefault())
  loadPage(window).catch(endWith)
  watchPage(window, speech.words, endWith)
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', () => running?.stop())
}

async function startServices(window: BrowserWindow, push: AppOptions['push']): Promise<App> {
  const { createApp } = await import('./app.ts')
  return createApp({
    window,
    profile: app.getPath('userData'),
    overrides,
    speech,
    keychainService: identity.name,
    version: app.getVersion(),
    built,
    push,
    told: profile.usable ? profile.told : [],
  })
}

/** Nothing works without a window and its services: say why in words, and end. */
function endWith(error: unknown): void {
  // For a log: English in every language.
  process.stderr.write(`${LANGUAGES.en.words.window.cannotStart}: ${String(error)}\n`)
  const words = speech.words()
  const { what, meaning, todo } = errorText(words, toAppError(error))
  dialog.showErrorBox(words.window.cannotStart, [what, meaning, todo].join('\n\n'))
  app.exit(1)
}
