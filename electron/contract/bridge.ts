import type { Command } from './commands.ts'
import type { Snapshot } from './snapshot.ts'
import type { AppError } from '../errors/app-error.ts'

/*
 * The process boundary is what lies in this folder: what the renderer may ask for (`Command`), what
 * it is shown (`Snapshot`), and how the two meet. Types and constants: nothing here runs, and no
 * secret has a place in any of these shapes except where a person types one in
 * (`registration.connect`), on its way into the main process only.
 */

/** `accepted` says that the command was understood; what came of it is in the next snapshot. */
export type CommandReply =
  /** `saved`: the path of a file that the person has had saved; they may have changed their mind. */
  | { readonly accepted: true; readonly saved?: string }
  | { readonly accepted: false; readonly error: AppError }

/** What the preload script puts on `window.ecoConnect`. */
export type EcoConnectBridge = {
  readonly snapshot: () => Promise<Snapshot>
  readonly send: (command: Command) => Promise<CommandReply>
  /** Returns a function that ends the subscription. */
  readonly onSnapshot: (listener: (snapshot: Snapshot) => void) => () => void
}

/** IPC channel names, used by `preload.ts` and `ipc.ts` only. */
export const CHANNELS = {
  snapshot: 'eco:snapshot',
  send: 'eco:send',
  changed: 'eco:changed',
} as const
