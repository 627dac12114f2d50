import type { Snapshot } from '../contract/snapshot.ts'
import type { AppError } from '../errors/app-error.ts'

/** The part of the snapshot that belongs to one connection. */
export type ConnectionView = Omit<
  Snapshot,
  | 'revision'
  | 'connections'
  | 'overview'
  | 'erasure'
  | 'help'
  | 'demo'
  | 'managed'
  | 'halted'
  | 'appVersion'
  | 'language'
  | 'highContrast'
  | 'notices'
  | 'opened'
>

/** What is shown where no connection can be looked into: none of its steps, and nothing to do. */
export const viewOfNone = (connectionId: string, locked: AppError | null): ConnectionView => ({
  connectionId,
  steps: [],
  vault: { kind: 'ready' },
  wipe: { kind: 'not-due' },
  goesOn: null,
  signedIn: false,
  summaryFile: '',
  preflight: { kind: 'not-signed-in' },
  health: null,
  disconnect: { kind: 'closed' },
  disconnected: null,
  reopened: false,
  byHand: false,
  managedBy: 'us',
  locked,
  proposal: null,
})
