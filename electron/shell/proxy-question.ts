import path from 'node:path'
import {
  BrowserWindow,
  nativeTheme,
  screen,
  session,
  type IpcMainInvokeEvent,
  type Session,
} from 'electron'
import { proxyAnswerSchema } from '../contract/proxy-answer.ts'
import { PROXY_QUESTION_CHANNELS as CHANNELS } from '../contract/proxy-question.ts'
import { fail } from '../errors/failure.ts'
import type { Credentials } from '../network/proxy-attempt.ts'
import type { Person, Question } from '../network/proxy-asking.ts'
import { mayHoldColon, proxyPage } from '../texts/proxy-page.ts'
import type { Speech } from '../texts/speech.ts'
import { notify } from './notifications.ts'
import { LOCKED } from './confined.ts'
import { PROXY_PAGE, servePage } from './page.ts'
import { watchTyping } from './typing.ts'

/** In device-independent pixels: room for all that is shown, with the warning, what is missing and in German. */
const SIZE = { width: 580, height: 820 }
/** Its buttons leave room for a field at least. */
const SMALLEST = { minWidth: 320, minHeight: 400 }

type Asked = {
  readonly question: Question
  readonly number: number
  readonly settle: (answer: Credentials | null) => void
}

export type ProxyWindowOptions = {
  /** The app's window, in front of which the question stands. */
  readonly window: BrowserWindow
  readonly speech: Speech
  /** Where the built files lie (`dist`). */
  readonly built: string
  readonly devTools: boolean
}

/**
 * The person at a window of its own: another process than that of the app's window, with a page, a
 * preload script and a session of its own, and without any network. So what is typed is neither in the
 * app's window nor in a snapshot, and is gone with the process as soon as the proxy has taken it.
 */
export function personAtWindow(options: ProxyWindowOptions): Person {
  const { speech } = options
  let asked: Asked | null = null
  let shown: BrowserWindow | null = null
  let number = 0
  /** The person went while the proxy was being asked: they would rather not be asked again. */
  let left = false
  const pause = watchTyping(options.window.webContents, () => performance.now())
  const page = (): unknown => {
    if (!asked) throw fail('invalid-command', { command: 'proxy-question' })
    const { shouldUseHighContrastColors: highContrast } = nativeTheme
    return proxyPage(asked.question, speech.language(), { number: asked.number, highContrast })
  }
  const draw = (): void => {
    if (!asked || !shown || shown.isDestroyed()) return
    shown.setTitle(speech.words().proxyQuestion.title)
    shown.webContents.send(CHANNELS.changed, page())
  }
  speech.onChange(draw)
  nativeTheme.on('updated', draw)
  const answered = (answer: Credentials | null): void => {
    const { settle } = asked ?? {}
    asked = null
    settle?.(answer)
  }
  const close = (): void => {
    const window = shown
    shown = null
    if (window && !window.isDestroyed()) window.destroy()
  }
  const leave = (): void => {
    left = asked === null
    answered(null)
    close()
  }
  const open = (): void => {
    const answer = (input: unknown): void => {
      const typed = read(input, asked)
      if (typed) answered(typed)
      else leave()
    }
    const window = openQuestion(options, { page, answer })
    window.on('closed', () => {
      if (shown !== window) return
      shown = null
      leave()
    })
    shown = window
  }
  return {
    ask: (question, signal) =>
      new Promise((resolve) => {
        const end = (): void => {
          answered(null)
          close()
        }
        const isOver = left || signal.aborted || options.window.isDestroyed()
        left = false
        if (isOver) return resolve(null)
        const settle = (answer: Credentials | null): void => {
          signal.removeEventListener('abort', end)
          resolve(answer)
        }
        signal.addEventListener('abort', end, { once: true })
        const now: Asked = { question, number: (number += 1), settle }
        asked = now
        if (shown) return draw()
        void pause(signal).then(() => {
          if (asked === now && !options.window.isDestroyed()) open()
        })
      }),
    thank: () => {
      left = false
      close()
    },
  }
}

/** What was typed for the question that is shown; null for whoever would rather not. */
function read(input: unknown, asked: Asked | null): Credentials | null {
  const parsed = proxyAnswerSchema.safeParse(input)
  // The message of the parser could repeat what was typed: it stays out.
  if (!parsed.success) throw fail('invalid-command', { command: 'malformed' })
  const answer = parsed.data
  if (answer === null) return null
  const isAsked = asked !== null && answer.number === asked.number
  if (
    !isAsked ||
    (asked.question.readable && !answer.readableAccepted) ||
    (!mayHoldColon(asked.question) && answer.username.includes(':'))
  )
    throw fail('invalid-command', { command: 'proxy-question' })
  return { username: answer.username, password: answer.password }
}

/** Opens the window; it has its own channels, to its main frame and to nobody else. */
function openQuestion(
  { window: parent, speech, built, devTools }: ProxyWindowOptions,
  doors: { readonly page: () => unknown; readonly answer: (input: unknown) => void },
): BrowserWindow {
  const { workArea } = screen.getDisplayMatching(parent.getBounds())
  const window = new BrowserWindow({
    width: Math.min(SIZE.width, workArea.width),
    height: Math.min(SIZE.height, workArea.height),
    ...SMALLEST,
    autoHideMenuBar: true,
    parent,
    modal: true,
    show: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    title: speech.words().proxyQuestion.title,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#161d26' : '#ffffff',
    webPreferences: {
      ...LOCKED,
      preload: path.join(built, 'preload/proxy-preload.js'),
      session: sessionOf(path.join(built, 'renderer')),
      devTools,
    },
  })
  const { webContents: contents } = window
  const guard = ({ senderFrame }: IpcMainInvokeEvent): void => {
    if (senderFrame !== contents.mainFrame || senderFrame.url !== PROXY_PAGE)
      throw fail('invalid-command', { command: 'from another frame' })
  }
  contents.ipc.handle(CHANNELS.page, (event) => {
    guard(event)
    return doors.page()
  })
  contents.ipc.handle(CHANNELS.answer, (event, input: unknown) => {
    guard(event)
    doors.answer(input)
  })
  // The one page leads nowhere, not even to the app's own.
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  // A dead page cannot answer. What waits is told so, with the button that asks again.
  contents.on('render-process-gone', () => window.destroy())
  window.once('ready-to-show', () => showTo(parent, window, speech))
  window.loadURL(PROXY_PAGE).catch(() => {
    if (!window.isDestroyed()) window.destroy()
  })
  return window
}

/**
 * Shows the question to somebody at the app. Anybody else is told that there is one, and finds it when they
 * come: it takes no keys from another program. (Shown without the focus, a modal window never appears on
 * Linux, 33.4.11.)
 */
function showTo(parent: BrowserWindow, window: BrowserWindow, speech: Speech): void {
  if (parent.isFocused()) return window.show()
  const show = (): void => window.show()
  parent.once('focus', show)
  window.once('closed', () => parent.off('focus', show))
  const { title, away } = speech.words().proxyQuestion
  notify(parent, title, away)
}

let own: Session | undefined

/** A session that keeps nothing and reaches nobody. */
function sessionOf(folder: string): Session {
  if (own) return own
  own = session.fromPartition('proxy-question', { cache: false })
  own.setSpellCheckerLanguages([])
  own.setSpellCheckerEnabled(false)
  own.enableNetworkEmulation({ offline: true })
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  own.setPermissionCheckHandler(() => false)
  own.setDevicePermissionHandler(() => false)
  own.on('will-download', (event) => event.preventDefault())
  servePage(own, folder, { outline: () => null, served: () => undefined })
  return own
}
