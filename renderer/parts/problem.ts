import type { AppError } from '../../electron/errors/app-error.ts'
import type { Catalogue } from '../../electron/texts/catalogue.ts'
import { fieldSentence } from './ErrorNotice.tsx'

/** A problem with the last input, split into the field it belongs to and what has no field. */
export type Problem = {
  readonly at: (field: string) => string | undefined
  readonly general: AppError | null
}

/** `fields` are the names that the form shows; a problem about any other is shown on top. */
export function problemOf(
  words: Catalogue,
  problem: AppError | undefined,
  fields: readonly string[],
): Problem {
  const field = problem?.field
  const shown = field !== undefined && fields.includes(field)
  return {
    at: (name) => (problem && shown && name === field ? fieldSentence(words, problem) : undefined),
    general: problem && !shown ? problem : null,
  }
}
