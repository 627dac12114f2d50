import { inspect } from 'node:util'
import { isMarked } from '../../electron/errors/catalogue.ts'
import { toAppError } from '../../electron/errors/failure.ts'
import { english } from '../../electron/texts/en/index.ts'
import { errorText } from '../../electron/texts/errors.ts'
import type { ErrorText } from '../../electron/texts/errors.ts'
import type { AppError } from '../../electron/errors/app-error.ts'
import type { Driver } from './drivers.ts'
import type { Provocation } from './provocations.ts'
import type { Stage } from './stage.ts'

/** What became of one error on its way to the person. */
export type Outcome =
  /** The app takes the answer for a state and goes on with it. */
  | { readonly kind: 'handled'; readonly result: string }
  | {
      readonly kind: 'told'
      readonly error: AppError
      readonly text: ErrorText
      /** Whether the text would be the same for any other error. */
      readonly generic: boolean
    }

const shortened = (value: unknown): string => {
  const text = inspect(value, { depth: 2, breakLength: Infinity, compact: true })
  return text.length > 100 ? `${text.slice(0, 99)}…` : text
}

const describe = (value: unknown): string => {
  if (value === undefined) return 'goes on'
  return typeof value === 'string' ? value : shortened(value)
}

/** What a person would read about a thrown error. */
function told(thrown: unknown): Outcome {
  const error = toAppError(thrown)
  const text = errorText(english, error)
  return { kind: 'told', error, text, generic: isMarked(error.code, 'unspecific') }
}

/**
 * Answers an operation with one error until the driver gives up, and tells what came of it.
 * Throws when the driver never called the operation.
 */
export async function provoke(
  stage: Stage,
  { service, operation }: { readonly service: string; readonly operation: string },
  provocation: Provocation,
  driver: Driver,
): Promise<Outcome> {
  const { requests } = stage.simulator
  const before = requests.length
  const lift = stage.simulator.inject({ kind: 'error', service, operation, ...provocation })
  const outcome = await driver(stage)
    .then((result): Outcome => ({ kind: 'handled', result: describe(result) }), told)
    .finally(lift)
  const met = requests
    .slice(before)
    .some((one) => one.service === service && one.operation === operation)
  if (met) return outcome
  const seen = outcome.kind === 'told' ? outcome.error.code : outcome.result
  throw new Error(`The driver of ${service}:${operation} did not come to it (${seen})`)
}
