import { LONGEST_SIGN_IN_MS } from '../aws/sign-in/console/tokens.ts'
import type { ConnectionSummary, GoesOn, VaultState, WipeState } from '../contract/snapshot.ts'
import { isFinished } from '../contract/finished.ts'
import type { AppError } from '../errors/app-error.ts'
import { fail } from '../errors/failure.ts'
import { disconnectedOf } from '../disconnect/taken-back.ts'
import { proposalOf } from './proposing.ts'
import { aboutOf, atSpot, isOver, signedIn, type AtWork } from './at-work.ts'
import type { ConnectionView } from './view-of-none.ts'
import { standingOf } from './standing.ts'

/** What is shown of a connection at work. */
export function viewOf(at: AtWork): ConnectionView {
  const { folder, engine, preflight, disconnect } = at
  const { registered: record, byHand, plan } = engine.choices()
  return {
    connectionId: folder.id,
    steps: engine.steps(),
    vault: vaultOf(at),
    wipe: wipeOf(at),
    goesOn: goesOnOf(at),
    signedIn: signedIn(at),
    summaryFile: record?.summaryFile ?? '',
    preflight: preflight.state(),
    health: at.health.state(),
    disconnect: disconnect.state(),
    disconnected: disconnectedOf(engine.choices()),
    reopened: engine.reopened(),
    byHand: byHand && !isOver(at),
    managedBy: plan?.managedBy ?? 'us',
    locked: null,
    proposal: proposalOf(at),
  }
}

/** What is to be kept nowhere needs no keychain; that one did not let go of what was kept is told. */
function vaultOf({ managed, vault }: AtWork): VaultState {
  const state = vault.state()
  return managed.sessionOnly && state.kind === 'ready' ? { kind: 'session-only' } : state
}

function wipeOf({ engine, wipe }: AtWork): WipeState {
  return engine.choices().registered?.wiped ? { kind: 'wiped' } : wipe.state()
}

/** A later start of the app knows only that there was a sign-in before the registration, and of which way. */
function goesOnOf({ engine, wipe, session, clock }: AtWork): GoesOn | null {
  const until = session.goesOnUntil()
  if (until !== null) return { until, isSure: true }
  const { registered: record, way } = engine.choices()
  if (!record?.wiped || way !== 'console' || wipe.state().kind === 'wiped') return null
  const end = record.at + LONGEST_SIGN_IN_MS
  return end > clock.now() ? { until: end, isSure: false } : null
}

/** Its line in the list of all. */
export function summaryOf(at: AtWork): ConnectionSummary {
  const steps = at.engine.steps()
  return {
    id: at.folder.id,
    ...aboutOf(at.engine.choices()),
    finished: steps.filter(isFinished).length,
    total: steps.length,
    needsAttention: steps.some(({ status }) => status.kind === 'failed'),
    atSpot: atSpot(at),
    disconnected: at.engine.choices().disconnected !== null,
    locked: false,
    standing: standingOf(steps, at.engine.choices(), at.clock.now()),
  }
}

export function noticesOf({ notices, vault }: AtWork): readonly AppError[] {
  const sealed = vault.setAside()
  if (!sealed) return notices.all()
  return [...notices.all(), fail('vault-set-aside', { file: sealed }).error]
}
