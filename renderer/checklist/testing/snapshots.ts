import { NOT_MANAGED } from '../../../electron/contract/managed.ts'
import type { Snapshot } from '../../../electron/contract/snapshot.ts'
import type { StepView } from '../../../electron/contract/status.ts'

/** The whole that the window is shown, when nothing is special about it but the steps. */
export const snapshotOf = (
  steps: readonly StepView[],
  changed: Partial<Snapshot> = {},
): Snapshot => ({
  revision: 1,
  connectionId: 'a',
  steps,
  vault: { kind: 'ready' },
  signedIn: false,
  wipe: { kind: 'not-due' },
  notices: [],
  demo: false,
  managed: NOT_MANAGED,
  language: 'en',
  appVersion: '0.0.0',
  highContrast: false,
  summaryFile: '',
  connections: [],
  opened: null,
  proposal: null,
  goesOn: null,
  overview: false,
  erasure: { kind: 'closed' },
  help: null,
  preflight: { kind: 'not-signed-in' },
  health: null,
  disconnect: { kind: 'closed' },
  disconnected: null,
  reopened: false,
  byHand: false,
  managedBy: 'us',
  halted: null,
  locked: null,
  ...changed,
})
