import { nativeTheme } from 'electron'
import type { App, AppOptions } from './app.ts'
import { viewOfNone } from './connection/view-of-none.ts'
import { NOT_MANAGED } from './contract/managed.ts'
import type { AppError } from './errors/app-error.ts'
import type { Speech } from './texts/speech.ts'

/**
 * In the place of the app where what the organization has decided cannot be used: shows why, opens no
 * connection and no network, and refuses every command. It does so until the app is started again.
 */
export function haltedApp(
  why: AppError,
  options: {
    readonly speech: Speech
    readonly version: string
    readonly demo: boolean
    readonly push: AppOptions['push']
  },
): App {
  const { speech, version, demo } = options
  let revision = 0
  const snapshot: App['snapshot'] = () => ({
    ...viewOfNone('', null),
    revision: ++revision,
    opened: null,
    notices: [],
    erasure: { kind: 'closed' },
    help: null,
    connections: [],
    overview: false,
    demo,
    managed: NOT_MANAGED,
    halted: why,
    appVersion: version,
    language: speech.language().id,
    highContrast: nativeTheme.shouldUseHighContrastColors,
  })
  const push = async (): Promise<void> => options.push(await snapshot())
  const onTheme = (): void => void push()
  nativeTheme.on('updated', onTheme)
  return {
    snapshot,
    command: () => Promise.resolve({ accepted: false, error: why }),
    open: () => Promise.resolve(),
    stop: () => void nativeTheme.off('updated', onTheme),
  }
}
