import type { Ability } from '../../electron/contract/preflight.ts'
import type { Snapshot } from '../../electron/contract/snapshot.ts'
import type { StepView } from '../../electron/contract/status.ts'
import { STEPS, type StepId } from '../../electron/contract/steps.ts'
import { isClosed } from '../checklist/registered.ts'

/** What is known of a step before it is tried. */
export type Foresight =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'root'; readonly limits: 'none' | 'organization' }
  | { readonly kind: 'may' | 'lacks'; readonly roleName: string; readonly ability: Ability }

const NOTHING: Foresight = { kind: 'nothing' }

/** What to tell about a step: nothing once it is done, or while it is being done. */
export function foresightOf(snapshot: Snapshot, { id, status }: StepView): Foresight {
  const { preflight } = snapshot
  const ahead = status.kind === 'todo' || status.kind === 'failed' || status.kind === 'waiting'
  if (!ahead || isClosed(snapshot) || isMsps(id, snapshot)) return NOTHING
  const needsAws = STEPS[id].thingInAws
  if (preflight.kind === 'unknown') return needsAws ? { kind: 'unknown' } : NOTHING
  if (preflight.kind === 'root')
    return needsAws ? { kind: 'root', limits: preflight.limits } : NOTHING
  if (preflight.kind !== 'known') return NOTHING
  const { roleName } = preflight
  const ability = preflight.abilities.find(({ step }) => step === id)
  if (!ability) return NOTHING
  return { kind: ability.missing.length === 0 ? 'may' : 'lacks', roleName, ability }
}

/** What an MSP does takes no permission here, and is asked for in a way of its own. */
function isMsps(step: StepId, { managedBy }: Snapshot): boolean {
  return managedBy === 'msp' && (step === 'cost-report' || step === 'bucket')
}

/** Whether the person cannot do a step, as far as is known before anything was tried. */
export function isOutOfReach(snapshot: Snapshot, view: StepView): boolean {
  const isTried = view.status.kind === 'failed' || view.earlier !== undefined
  return !isTried && foresightOf(snapshot, view).kind === 'lacks'
}

/** For how many steps that are not done permissions are missing: one request can ask for all of them. */
export function lackingSteps({ preflight, steps }: Snapshot): number {
  if (preflight.kind !== 'known') return 0
  const open = steps.filter(({ status }) => status.kind !== 'done' && status.kind !== 'skipped')
  return preflight.abilities.filter(
    ({ step, missing }) => missing.length > 0 && open.some(({ id }) => id === step),
  ).length
}

/**
 * Whether to offer asking somebody else below the form: not where the notice above offers it, which
 * it does unless it is folded below a failure, and not for signing in to look again.
 */
export function offersAsking(
  { kind }: Foresight,
  { id, status }: StepView,
  snapshot: Snapshot,
): boolean {
  if (isMsps(id, snapshot)) return false
  const offeredAbove = kind === 'lacks' && status.kind !== 'failed'
  return !offeredAbove && !(snapshot.reopened && id === 'sign-in')
}
