import type { Status, StepId } from '../contract.ts'
import { INTERRUPTIONS } from './outcome.ts'
import type { Choices } from './state-file.ts'
import type { ActContext } from './step.ts'

/** How often the app looks whether somebody else has done a step, in milliseconds. */
const LOOK_AGAIN = 60_000

/** Saves the file that asks somebody else, and notes that they were asked. */
export async function handOver(context: ActContext, step: StepId): Promise<void> {
  const { choices, clock, remember, report } = context
  report({ kind: 'working', doing: 'saving-file' })
  const file = await context.handOver(context, step)
  if (file === null) return
  const others = choices().handedOver.filter((asked) => asked.step !== step)
  await remember({ handedOver: [...others, { step, at: clock.now(), file }] })
}

/** The person does it after all. */
export async function takeBack({ choices, remember }: ActContext, step: StepId): Promise<void> {
  await remember(withoutRequest(step, choices()) ?? {})
}

/** The requests without that for a step; null when there was none. */
export function withoutRequest(
  step: StepId,
  { handedOver }: Choices,
): Pick<Choices, 'handedOver'> | null {
  const others = handedOver.filter((asked) => asked.step !== step)
  return others.length === handedOver.length ? null : { handedOver: others }
}

/**
 * What to show of a step that somebody else was asked to do: that it waits for them, as long as it
 * is not done. A sign-in or a keychain that is missing here is not theirs to mend.
 */
export function askedOf(step: StepId, found: Status, choices: Choices, now: number): Status {
  const asked = choices.handedOver.find((request) => request.step === step)
  if (!asked) return found
  const open =
    found.kind === 'todo' || (found.kind === 'failed' && !INTERRUPTIONS.has(found.error.code))
  if (!open) return found
  return {
    kind: 'pending',
    blocks: true,
    lookAgainAt: now + LOOK_AGAIN,
    progress: { kind: 'handed-over', at: asked.at, file: asked.file },
  }
}
