import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { Catalogue } from '../texts/catalogue.ts'
import type { Speech } from '../texts/speech.ts'

type Words = Catalogue['menu']
type Items = MenuItemConstructorOptions[]

/** What the window shows when it is asked for in the menu. */
type Places = {
  readonly overview: () => void
  readonly erasure: () => void
  readonly help: () => void
  /** Help, where the details for support are. */
  readonly details: () => void
}

const LINE: MenuItemConstructorOptions = { type: 'separator' }
const ON_MAC = process.platform === 'darwin'

export type MenuOptions = {
  readonly speech: Speech
  /** Speaks a language, by its id; null where nobody may choose one. */
  readonly speak: ((id: string) => void) | null
  /** Added to View. */
  readonly viewMenu: (words: Words) => Items
  /** Null where there is nothing to open. */
  readonly openLicences: (() => void) | null
  /** Null where nothing may be done. */
  readonly places: Places | null
}

/**
 * Keeps Electron from making a menu of its own, which would be seen until ours is there: in English, with
 * pages of the web and the developer tools. Before Electron is ready.
 */
export const beginWithoutMenu = (): void => Menu.setApplicationMenu(null)

/**
 * The application's menu, in the language that is spoken. Editing and zoom are in it, as their keys work
 * through the menu. Electron must be ready.
 */
export function setMenu(options: MenuOptions): void {
  const { speech, viewMenu, places } = options
  const words = speech.words().menu
  const erasure: Items = places
    ? [{ label: speech.words().erasure.menu, click: places.erasure }, LINE]
    : []
  const overview: Items = places
    ? [{ label: speech.words().overview.menu, click: places.overview }, LINE]
    : []
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(ON_MAC ? [{ label: app.name, submenu: appItems(words, erasure) }] : []),
      { label: words.file, submenu: fileItems(words, erasure) },
      { label: words.edit, submenu: editItems(words) },
      {
        label: words.view,
        submenu: [...overview, ...viewItems(words), ...viewMenu(words), ...languageItems(options)],
      },
      { label: words.window, role: 'windowMenu', submenu: windowItems(words) },
      { label: words.help, role: 'help', submenu: helpItems(options) },
    ]),
  )
}

const appItems = (words: Words, erasure: Items): Items => [
  { role: 'about', label: words.about(app.name) },
  LINE,
  ...erasure,
  { role: 'services', label: words.services },
  LINE,
  { role: 'hide', label: words.hide(app.name) },
  { role: 'hideOthers', label: words.hideOthers },
  { role: 'unhide', label: words.showAll },
  LINE,
  { role: 'quit', label: words.quitApp(app.name) },
]

const fileItems = (words: Words, erasure: Items): Items => {
  if (ON_MAC) return [{ role: 'close', label: words.closeWindow }]
  return [
    ...erasure,
    { role: 'quit', label: process.platform === 'win32' ? words.exit : words.quit },
  ]
}

const editItems = (words: Words): Items => [
  { role: 'undo', label: words.undo },
  { role: 'redo', label: words.redo },
  LINE,
  { role: 'cut', label: words.cut },
  { role: 'copy', label: words.copy },
  { role: 'paste', label: words.paste },
  ...(ON_MAC ? [{ role: 'pasteAndMatchStyle' as const, label: words.pasteAndMatchStyle }] : []),
  { role: 'delete', label: words.delete },
  ...(ON_MAC ? [] : [LINE]),
  { role: 'selectAll', label: words.selectAll },
  ...(ON_MAC ? [LINE, ...macEditItems(words)] : []),
]

const macEditItems = (words: Words): Items => [
  {
    label: words.substitutions,
    submenu: [
      { role: 'showSubstitutions', label: words.showSubstitutions },
      LINE,
      { role: 'toggleSmartQuotes', label: words.smartQuotes },
      { role: 'toggleSmartDashes', label: words.smartDashes },
      { role: 'toggleTextReplacement', label: words.textReplacement },
    ],
  },
  {
    label: words.speech,
    submenu: [
      { role: 'startSpeaking', label: words.startSpeaking },
      { role: 'stopSpeaking', label: words.stopSpeaking },
    ],
  },
]

const viewItems = (words: Words): Items => [
  { role: 'resetZoom', label: words.resetZoom },
  { role: 'zoomIn', label: words.zoomIn },
  { role: 'zoomOut', label: words.zoomOut },
  LINE,
  { role: 'togglefullscreen', label: words.toggleFullScreen },
]

const windowItems = (words: Words): Items => [
  { role: 'minimize', label: words.minimize },
  { role: 'zoom', label: words.zoom },
  ...(ON_MAC
    ? [LINE, { role: 'front' as const, label: words.bringAllToFront }]
    : [{ role: 'close' as const, label: words.close }]),
]

function helpItems({ speech, openLicences, places }: MenuOptions): Items {
  const { menu: words, help } = speech.words()
  const licences: Items = openLicences ? [{ label: words.licences, click: openLicences }] : []
  const pages: Items = places
    ? [
        { label: help.window.menu(app.name), accelerator: 'F1', click: places.help },
        { label: help.window.menuDetails, click: places.details },
        LINE,
      ]
    : []
  return [
    ...pages,
    ...licences,
    ...(ON_MAC ? [] : [LINE, { role: 'about' as const, label: words.about(app.name) }]),
  ]
}

/** The languages by their own names; nothing while there is only one. */
function languageItems({ speech: { languages, language, words }, speak }: MenuOptions): Items {
  const known = Object.entries(languages)
  if (known.length < 2) return []
  const submenu = known.map(([one, { name }]): MenuItemConstructorOptions => ({
    type: 'radio',
    label: name,
    checked: one === language().id,
    enabled: speak !== null,
    click: () => speak?.(one),
  }))
  return [LINE, { label: words().menu.language, submenu }]
}
