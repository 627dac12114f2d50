import type { StepCommand } from '../contract/commands.ts'

/** The answer to a command, if it is one of these. */
export const answerIn = <Answer>(
  answers: Readonly<Record<string, Answer>>,
  { action }: StepCommand,
): Answer | undefined => (Object.hasOwn(answers, action) ? answers[action] : undefined)
