import { WAITS } from '../base/waits.ts'
import type { Status, StepView } from '../contract/status.ts'
import { STEP_IDS, type StepId } from '../contract/steps.ts'
import { fail } from '../errors/failure.ts'
import { mailtoLink } from '../spot/support-request.ts'
import { interrupts } from './outcome.ts'
import type { Checklist } from './lines.ts'
import type { Choices } from './state-file.ts'
import type { ActContext } from './step.ts'

export type HandedOver = Choices['handedOver'][number]

/** The request for a step of the account being connected; null if nobody else was asked. */
export function requestFor(step: StepId, { handedOver, account }: Choices): HandedOver | null {
  const here = (request: HandedOver): boolean =>
    request.accountId === '' || request.accountId === account?.id
  return handedOver.find((request) => request.step === step && here(request)) ?? null
}

/** Saves the file that asks somebody else for a step, and notes that they were asked. */
export async function handOver(context: ActContext, step: StepId, language: string): Promise<void> {
  await ask(context, step, [], language)
}

/**
 * The same for all steps that the person cannot do, by what IAM has said. One that still waits for
 * another is in the file and not noted: nobody knows yet what was there before it was asked for, and
 * whatever is found at its turn is offered instead of taken.
 */
export async function handOverAll(
  context: ActContext,
  step: StepId,
  language: string,
): Promise<void> {
  await ask(context, step, lackingOf(context, step), language)
}

/** The other steps for which permissions are missing, and that are not done. */
function lackingOf({ preflight, checklist }: ActContext, step: StepId): readonly StepView[] {
  const known = preflight()
  if (known.kind !== 'known') return []
  const lacking = known.abilities.filter(({ missing }) => missing.length > 0)
  return checklist().filter(
    ({ id, status }) =>
      id !== step &&
      status.kind !== 'done' &&
      status.kind !== 'skipped' &&
      lacking.some((one) => one.step === id),
  )
}

async function ask(
  context: ActContext,
  step: StepId,
  others: readonly StepView[],
  language: string,
): Promise<void> {
  const { choices, clock, remember, report, status } = context
  report({ kind: 'working', doing: 'saving-file' })
  const steps = [step, ...others.map(({ id }) => id)] as const
  const file = await context.handOver(context, steps, language)
  if (file === null) return
  context.keepAsked(file, steps)
  const asked = others.filter((one) => one.status.kind !== 'waiting')
  const requests = [{ id: step, status }, ...asked].map((one): HandedOver => ({
    step: one.id,
    accountId: choices().account?.id ?? '',
    at: clock.now(),
    file,
    present: presentIn(one.status) ?? requestFor(one.id, choices())?.present ?? [],
  }))
  const before = [step, ...asked.map(({ id }) => id)].reduce(
    (left, id) => ({ ...left, ...withoutRequest(id, left) }),
    choices(),
  )
  await remember({ handedOver: [...before.handedOver, ...requests] })
}

/** The saved page, and the message that it goes along with: both only for a step that was asked for. */
export async function showRequest(context: ActContext, step: StepId): Promise<void> {
  await context.desktop.showFile(savedFor(context, step).file)
}
export async function writeRequest(
  context: ActContext,
  step: StepId,
  language: string,
): Promise<void> {
  const { desktop, letters } = context
  const { subject, text } = await letters.request(savedFor(context, step).accountId, language)
  await desktop.open(mailtoLink(subject, text))
}

function savedFor({ choices }: ActContext, step: StepId): HandedOver {
  const request = requestFor(step, choices())
  if (!request) throw fail('not-now', { step })
  return request
}

/** The steps that were noted with a file: those whose turn had come when it was saved. */
const notedIn = (file: string, { handedOver }: Choices): readonly StepId[] =>
  STEP_IDS.filter((id) =>
    handedOver.some((request) => request.step === id && request.file === file),
  )

/** What the step offers now: it was there before anybody was asked. Null when it offers nothing. */
function presentIn(status: Status): string[] | null {
  const ask = 'ask' in status ? status.ask : undefined
  if (ask?.step === 'cost-report' && ask.stage === 'choose') {
    return ask.reports.map(({ name }) => name)
  }
  if (ask?.step === 'stack' && ask.stage === 'create') return ask.adoptable.map(({ id }) => id)
  return null
}

/** The person does it after all. */
export async function takeBack({ choices, remember }: ActContext, step: StepId): Promise<void> {
  await remember(withoutRequest(step, choices()) ?? {})
}

/** The requests without that for a step; null when there was none. */
export function withoutRequest(step: StepId, choices: Choices): Pick<Choices, 'handedOver'> | null {
  const request = requestFor(step, choices)
  return request && { handedOver: choices.handedOver.filter((one) => one !== request) }
}

/**
 * What to show of a step that somebody else was asked to do: that it waits for them, as long as it
 * is not done, and what stood in the way at the last look. A sign-in or a keychain that is missing
 * here is not theirs to mend.
 */
export function askedOf(
  step: StepId,
  found: Status,
  { choices, asked }: Pick<Checklist, 'choices' | 'asked'>,
  now: number,
): Status {
  const request = requestFor(step, choices)
  if (!request || (found.kind !== 'todo' && found.kind !== 'failed')) return found
  const error = found.kind === 'failed' ? found.error : (found.problem ?? null)
  if (error && interrupts(error.code)) return found
  return {
    kind: 'pending',
    blocks: true,
    lookAgainAt: now + WAITS.asked.everyMs,
    progress: {
      kind: 'handed-over',
      at: request.at,
      file: request.file,
      steps: asked.get(request.file) ?? notedIn(request.file, choices),
      found: error,
    },
  }
}
