/**
 * What the main process uses of Electron, under Node: the network, the keychain's process and
 * nothing to look at. The sign-in link goes to `ECO_CONNECT_OPEN_URL_COMMAND` as in every test.
 */
import { EventEmitter } from 'node:events'

export { net } from './guarded-net.ts'
export { utilityProcess } from './guarded-keychain.ts'

/** Looked at all the time, so that nothing has to be told through the system. */
export class BrowserWindow extends EventEmitter {
  /** Nobody types. */
  readonly webContents = new EventEmitter()
  focus(): void {}
  isDestroyed(): boolean {
    return false
  }
  isFocused(): boolean {
    return true
  }
}

export class Notification extends EventEmitter {
  static isSupported(): boolean {
    return false
  }
}

const never = (): Promise<never> => Promise.reject(new Error('Nobody opens a dialog here'))
export const dialog = { showOpenDialog: never, showSaveDialog: never }
export const shell = { openExternal: never, openPath: never }
export const clipboard = { writeText: (): void => undefined }

/** Nobody changes how this computer looks. */
export const nativeTheme = Object.assign(new EventEmitter(), { shouldUseHighContrastColors: false })

/** Chromium's way to a host is always the straight one here. */
export const session = {
  fromPartition: () => ({
    setCertificateVerifyProc: (): void => undefined,
    resolveProxy: () => Promise.resolve('DIRECT'),
    setSpellCheckerLanguages: (): void => undefined,
    setSpellCheckerEnabled: (): void => undefined,
    setProxy: () => Promise.resolve(),
  }),
}

export const app = { commandLine: { hasSwitch: () => false } }
