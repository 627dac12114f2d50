import { app, dialog, type BrowserWindow } from 'electron'
import { mkdtempSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import path from 'node:path'
import type { App, AppOptions } from './app.ts'
import { once } from './base/once.ts'
import type { Command } from './contract/commands.ts'
import type { LanguageId } from './contract/language.ts'
import type { AppError } from './errors/app-error.ts'
import { toAppError } from './errors/failure.ts'
import { type Decided, decided } from './managed/decided.ts'
import { requireWritable } from './files/files.ts'
import type { Snapshot } from './contract/snapshot.ts'
import { describeApp, licencesOpener } from './shell/about.ts'
import { offerContextMenu } from './shell/context-menu.ts'
import { openDoors } from './shell/ipc.ts'
import { systemLanguages } from './start/system-languages.ts'
import { firstLanguage } from './start/first-language.ts'
import { keptLanguage } from './start/kept-language.ts'
import { bringToFront } from './shell/notifications.ts'
import { keepPlace, keptPlace } from './shell/place-file.ts'
import { showProgress } from './shell/progress.ts'
import { watchPlace } from './shell/screens.ts'
import { beginWithoutMenu, setMenu } from './shell/menu.ts'
import { watchPage } from './shell/page-gone.ts'
import { registerScheme, type Outline } from './shell/page.ts'
import { requireOwnTrust, securedProfile } from './files/profile-folder.ts'
import { fileFrom, fileToOpen } from './start/command-line.ts'
import { overridesFrom } from './start/development.ts'
import { IDENTITIES } from './start/edition.ts'
import { NO_OVERRIDES } from './start/overrides.ts'
import { EDITION, VERSION } from './start/this-edition.ts'
import { loadPage, openWindow, silence } from './shell/window.ts'
import { errorText } from './texts/errors.ts'
import { LANGUAGES } from './texts/languages.ts'
import { CANNOT_START } from './texts/log.ts'
import { createSpeech, type Speech } from './texts/speech.ts'

/** Milliseconds without another file after which the page has got its code, and compiles it. */
const ALL_SERVED_MS = 8

/** Built to `main/`, beside `preload/` and `renderer/`. */
const built = path.join(__dirname, '..')
const identity = IDENTITIES[EDITION]

app.setName(identity.name)
// Which build this is decides, and not where it lies, what it is called or who started it.
const overrides = EDITION === 'shipped' ? NO_OVERRIDES : overridesFrom({ ...process.env })
// The SDK must not find credentials, endpoints or profiles that somebody left on this computer.
for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name]
process.env['AWS_CONFIG_FILE'] = path.join(built, 'none')
process.env['AWS_SHARED_CREDENTIALS_FILE'] = path.join(built, 'none')
process.env['AWS_EC2_METADATA_DISABLED'] = 'true'
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true'

registerScheme()
beginWithoutMenu()
silence()
/** The file that this start is about, and what opens one once the services are there. */
const toOpen: { first: string; open: (file: string) => void } = {
  first: fileToOpen(process.argv.slice(1), { platform: process.platform, folder: process.cwd() }),
  open: (file) => void (toOpen.first = file),
}
// How macOS says it, also before the app is ready.
app.on('open-file', (event, file) => {
  event.preventDefault()
  const known = fileFrom({ file })
  if (known !== '') toOpen.open(known)
})
// Before anything is read or written there.
const profile = profileFolder()
/** What the organization has decided here: known before any service is there, and the same until the end. */
const policy = decided({
  platform: process.platform,
  version: VERSION,
  appId: identity.appId,
  isStandIn: overrides.isStandIn,
  home: homedir(),
  file: overrides.policyFile,
})
const firstLanguageId = app.whenReady().then(chosenLanguage)
/** All other words than the window's first ones, loaded when somebody needs them first. */
const speaking = once(beginToSpeak)
if (!profile.usable) {
  app.whenReady().then(() => endWith(profile.why), endWith)
} else if (app.requestSingleInstanceLock({ file: toOpen.first })) {
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

/** The id of the organization's language, else of the one that was chosen here, else of the system's. */
async function chosenLanguage(): Promise<LanguageId> {
  const decision = await policy
  if (decision.kind === 'usable' && decision.managed.language) return decision.managed.language
  const chosen = profile.usable ? await keptLanguage(app.getPath('userData')) : ''
  return firstLanguage([chosen, ...systemLanguages()])
}

async function beginToSpeak(): Promise<Speech> {
  const languages = { ...LANGUAGES, ...overrides.alsoSpoken(LANGUAGES.en) }
  return createSpeech(await LANGUAGES[await firstLanguageId].load(), languages)
}

async function start(): Promise<void> {
  const [id, place] = await Promise.all([firstLanguageId, keptPlace(app.getPath('userData'))])
  const icon = path.join(built, '../resources/icon.png')
  let spoken: Speech | undefined
  const outline = (): Outline => {
    if (!spoken) return { id, locale: LANGUAGES[id].locale, ...LANGUAGES[id].opening }
    const { id: now, locale, words } = spoken.language()
    return { id: now, locale, name: words.app.name, opening: words.app.opening }
  }
  let isPainted = false
  let quiet: NodeJS.Timeout | undefined
  const window = openWindow({
    place,
    folder: path.join(built, 'renderer'),
    preload: path.join(built, 'preload/preload.js'),
    title: identity.name,
    devTools: overrides.devTools,
    outline,
    served: () => {
      clearTimeout(quiet)
      if (isPainted) quiet = setTimeout(loadServices, ALL_SERVED_MS)
    },
  })
  // The services are built once the page has been painted first and has got its own code: theirs is
  // loaded while that is compiled, and takes longer than the window takes to appear.
  window.webContents.once('did-finish-load', () => (isPainted = true))
  let services: Promise<App> | undefined
  let running: App | undefined
  const taken = (started: App): Promise<void> => {
    running = started
    // To unpack a picture takes a while, and the page has its first answer before that.
    if (process.platform !== 'darwin') setImmediate(() => showIcon(window, icon))
    toOpen.open = (file) => void started.open(file).catch(endWith)
    return toOpen.first === '' ? Promise.resolve() : started.open(toOpen.first)
  }
  const theApp = (): Promise<App> => {
    if (services) return services
    services = speaking().then((speech) => startServices(window, speech, push))
    services.then(taken).catch(endWith)
    return services
  }
  // What goes wrong is told where the page asks.
  const loadServices = (): void => void theApp().catch(() => undefined)
  const send = openDoors(window, {
    snapshot: async () => (await theApp()).snapshot(),
    command: async (command) => (await theApp()).command(command),
  })
  const push = (snapshot: Snapshot): void => {
    showProgress(window, snapshot.steps)
    send(snapshot)
  }
  // The page says what it shows, and this what it is: that differs from build to build.
  window.on('page-title-updated', (event, title) => {
    event.preventDefault()
    window.setTitle(title === outline().name ? identity.name : `${title} – ${identity.name}`)
  })
  watchPlace(window, (place) => keepPlace(app.getPath('userData'), place))
  watchPage(
    window,
    async () => (await speaking()).words(),
    (error) => void endWith(error),
  )
  app.on('second-instance', (_event, _words, _folder, given) => {
    bringToFront(window)
    const file = fileFrom(given)
    if (file !== '') toOpen.open(file)
  })
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', () => running?.stop())
  // The page is on its way before the words are loaded, in which nothing of it stands.
  loadPage(window).catch(endWith)
  const speech = (spoken = await speaking())
  // Whoever was quick has closed it again.
  if (window.isDestroyed()) return
  offerContextMenu(window, speech.words)
  const command = async (command: Command): Promise<void> => {
    await (await theApp()).command(command)
  }
  describe({ speech, icon, command, decision: await policy })
}

function showIcon(window: BrowserWindow, icon: string): void {
  // Whoever was quick has closed it again.
  if (!window.isDestroyed()) window.setIcon(icon)
}

/** What the system's menus and its About panel say, in the language that is spoken, now and after each change. */
function describe(options: {
  readonly speech: Speech
  readonly icon: string
  readonly command: (command: Command) => Promise<void>
  readonly decision: Decided
}): void {
  const { speech, icon, decision } = options
  const go = (command: Command) => (): void => void options.command(command).catch(endWith)
  const tell = (): void => {
    const openLicences = licencesOpener(speech.language().id)
    const hasLicences = openLicences !== null
    describeApp(speech.words().window, { name: identity.name, icon, hasLicences })
    setMenu({
      speech,
      speak:
        decision.kind === 'usable' && decision.managed.language === null
          ? (language) => go({ step: 'app', action: 'speak', language })()
          : null,
      viewMenu: overrides.viewMenu,
      openLicences,
      // Where nothing may be done, there is nowhere to go.
      places:
        decision.kind === 'unusable'
          ? null
          : {
              overview: go({ step: 'connections', action: 'overview' }),
              erasure: go({ step: 'erasure', action: 'ask' }),
              help: go({ step: 'help', action: 'open', topic: '' }),
              details: go({ step: 'help', action: 'open', topic: 'guide/support' }),
            },
    })
  }
  tell()
  speech.onChange(tell)
}

async function startServices(
  window: BrowserWindow,
  speech: Speech,
  push: AppOptions['push'],
): Promise<App> {
  const decision = await policy
  if (decision.kind === 'unusable') {
    const { haltedApp } = await import('./halted.ts')
    return haltedApp(decision.error, { speech, version: VERSION, demo: overrides.demo, push })
  }
  const { createApp } = await import('./app.ts')
  return createApp({
    window,
    profile: app.getPath('userData'),
    overrides,
    managed: decision.managed,
    speech,
    keychainService: identity.name,
    version: app.getVersion(),
    edition: EDITION,
    built,
    push,
    told: profile.usable ? profile.told : [],
  })
}

/** Nothing works without a window and its services: say why in words, and end. */
async function endWith(error: unknown): Promise<void> {
  process.stderr.write(`${CANNOT_START}: ${String(error)}\n`)
  try {
    const words = (await speaking()).words()
    const { what, meaning, todo } = errorText(words, toAppError(error))
    dialog.showErrorBox(words.window.cannotStart, [what, meaning, todo].join('\n\n'))
  } catch (cause) {
    // The words themselves are missing in what was installed.
    dialog.showErrorBox(CANNOT_START, String(cause))
  }
  app.exit(1)
}
