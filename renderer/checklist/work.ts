import type { Command, StepCommand } from '../../electron/contract/commands.ts'
import { STEP_IDS, type StepId } from '../../electron/contract/steps.ts'

/** Commands that do not carry the work on, and so do not move the window to the next step. */
const LOOKING: readonly StepCommand['action'][] = [
  'check',
  'preview',
  'seek-account',
  'read-rest',
  'support-details',
  'show-file',
  'write-email',
]

/** The step that a command gives work; null for one that only looks, or is about no step. */
export function stepGivenWork({ step, action }: Command): StepId | null {
  if (LOOKING.some((one) => one === action)) return null
  return STEP_IDS.find((id) => id === step) ?? null
}
