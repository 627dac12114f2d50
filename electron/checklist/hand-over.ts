import type { Status } from '../contract/status.ts'
import type { StepId } from '../contract/steps.ts'
import { interrupts } from './outcome.ts'
import type { Choices } from './state-file.ts'
import type { ActContext } from './step.ts'

/** How often the app looks whether somebody else has done a step, in milliseconds. */
const LOOK_AGAIN = 60_000

export type HandedOver = Choices['handedOver'][number]

/** The request for a step of the account being connected; null if nobody else was asked. */
export function requestFor(step: StepId, { handedOver, account }: Choices): HandedOver | null {
  const here = (request: HandedOver): boolean =>
    request.accountId === '' || request.accountId === account?.id
  return handedOver.find((request) => request.step === step && here(request)) ?? null
}

/** Saves the file that asks somebody else, and notes that they were asked. */
export async function handOver(context: ActContext, step: StepId): Promise<void> {
  const { choices, clock, remember, report } = context
  report({ kind: 'working', doing: 'saving-file' })
  const file = await context.handOver(context, step)
  if (file === null) return
  const request: HandedOver = {
    step,
    accountId: choices().account?.id ?? '',
    at: clock.now(),
    file,
    present: presentIn(context.status) ?? requestFor(step, choices())?.present ?? [],
  }
  const { handedOver } = withoutRequest(step, choices()) ?? choices()
  await remember({ handedOver: [...handedOver, request] })
}

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
export function askedOf(step: StepId, found: Status, choices: Choices, now: number): Status {
  const request = requestFor(step, choices)
  if (!request || (found.kind !== 'todo' && found.kind !== 'failed')) return found
  const error = found.kind === 'failed' ? found.error : (found.problem ?? null)
  if (error && interrupts(error.code)) return found
  return {
    kind: 'pending',
    blocks: true,
    lookAgainAt: now + LOOK_AGAIN,
    progress: { kind: 'handed-over', at: request.at, file: request.file, found: error },
  }
}
