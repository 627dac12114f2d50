import type { Choices } from '../checklist/state-file.ts'
import { analysisDue } from '../contract/first-analysis.ts'
import type { Standing, Wait, Waited } from '../contract/overview.ts'
import type { Status, StepView } from '../contract/status.ts'
import { STEPS, type StepId } from '../contract/steps.ts'
import { whoCanHelp, type WhoCanHelp } from '../errors/catalogue.ts'

/** How a connection stands, for the overview of all. `now` in milliseconds since the epoch; pure. */
export function standingOf(steps: readonly StepView[], choices: Choices, now: number): Standing {
  return {
    managedBy: choices.plan?.managedBy ?? 'us',
    byHand: choices.byHand,
    state: stateOf(steps, choices),
    lastProof: lastProof(steps),
    waits: waitsOf(steps, choices, now),
  }
}

/** How one stands of which nothing but its name can be told here. */
export const LOCKED: Standing = {
  managedBy: 'us',
  byHand: false,
  state: 'locked',
  lastProof: null,
  waits: [{ who: 'newer-version', step: null, since: null, due: null }],
}

function stateOf(
  steps: readonly StepView[],
  { disconnected, registered }: Choices,
): Standing['state'] {
  if (disconnected) return 'disconnected'
  const isWrong = ({ status }: StepView): boolean =>
    status.kind === 'failed' || (isDelivery(status) && status.progress.overdue)
  if (!registered) return steps.some(isWrong) ? 'attention' : 'under-way'
  if (registered.way === 'spot-support')
    return registered.confirmedAt === null ? 'requested' : 'said-connected'
  const isTold = registered.steps.some(({ kind }) => kind === 'unverified')
  return isTold ? 'registered-unverified' : 'registered'
}

/**
 * What people say of themselves is no proof: only what AWS was asked for is, also while nobody is signed
 * in to ask again.
 */
function lastProof(steps: readonly StepView[]): Standing['lastProof'] {
  const proofs = steps.flatMap(({ id, status, earlier }) => {
    const proof = status.kind === 'done' ? status : earlier
    return STEPS[id].doneInAws && proof?.kind === 'done' ? [{ step: id, at: proof.at }] : []
  })
  // Of those proven at the same look, the one that is furthest on.
  return proofs.reduce<Standing['lastProof']>(
    (newest, proof) => (newest && newest.at > proof.at ? newest : proof),
    null,
  )
}

function waitsOf(
  steps: readonly StepView[],
  { disconnected, registered }: Choices,
  now: number,
): Wait[] {
  if (disconnected) {
    const isUnsure = disconnected.removed.some(({ proven }) => !proven)
    const forSpot: Wait[] = registered ? [wait('spot-support', 'registration')] : []
    return [...(isUnsure ? [wait('you', null)] : []), ...forSpot]
  }
  if (registered) {
    const { way, at, wiped, confirmedAt } = registered
    const forYou: Wait[] = wiped ? [] : [wait('you', 'registration')]
    if (confirmedAt !== null) return forYou
    if (way === 'spot-support')
      return [...forYou, wait('spot-support', 'registration', { since: at })]
    const due = analysisDue(at)
    return now < due ? [...forYou, wait('spot', 'registration', { due })] : forYou
  }
  return steps.flatMap(({ id, status }) => waitOf(id, status))
}

function waitOf(step: StepId, status: Status): Wait[] {
  switch (status.kind) {
    case 'todo':
      return [wait('you', step)]
    case 'failed':
      return [wait(HELPERS[whoCanHelp(status.error)], step)]
    case 'acting':
    case 'pending':
      return waitOfProgress(step, status)
    case 'waiting':
    case 'checking':
    case 'done':
    case 'skipped':
      return []
  }
}

function waitOfProgress(
  step: StepId,
  { progress }: Status & { readonly kind: 'acting' | 'pending' },
): Wait[] {
  switch (progress.kind) {
    case 'browser':
    case 'device':
      return [wait('you', step)]
    case 'delivery':
      return [wait('aws', step, { due: progress.dueAt })]
    case 'handed-over':
      return [wait('colleague', step, { since: progress.at })]
    case 'asked-msp':
      return [wait('msp', step, { since: progress.ask.asked?.at })]
    case 'asked-spot':
      return [wait('spot-support', step)]
    case 'stack':
    case 'working':
      return [wait('aws', step)]
    case 'unverified':
      return []
  }
}

const HELPERS: Readonly<Record<WhoCanHelp, Waited>> = {
  you: 'you',
  'aws-administrator': 'aws-administrator',
  'it-department': 'it-department',
  'spot-support': 'spot-support',
  aws: 'aws',
  // Nobody else has to do anything: trying again is the person's.
  nobody: 'you',
}

const wait = (
  who: Waited,
  step: StepId | null,
  times: { readonly since?: number | undefined; readonly due?: number } = {},
): Wait => ({ who, step, since: times.since ?? null, due: times.due ?? null })

function isDelivery(
  status: Status,
): status is Status & { kind: 'pending'; progress: { kind: 'delivery'; overdue: boolean } } {
  return status.kind === 'pending' && status.progress.kind === 'delivery'
}
