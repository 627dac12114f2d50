import { masked } from '../base/masking.ts'
import type { AppError, ErrorDetail } from './app-error.ts'

/** The same error, with `masked` applied to every text in it. */
export function maskedError(error: AppError, secrets: readonly string[] = []): AppError {
  const facts = Object.fromEntries(
    Object.entries(error.facts).map(([name, value]) => [name, masked(value, secrets)]),
  )
  if (!error.detail) return { ...error, facts }
  return { ...error, facts, detail: maskedDetail(error.detail, secrets) }
}

function maskedDetail(detail: ErrorDetail, secrets: readonly string[]): ErrorDetail {
  const { code, message, requestId } = detail
  return {
    ...detail,
    ...(code === undefined ? {} : { code: masked(code, secrets) }),
    ...(message === undefined ? {} : { message: masked(message, secrets) }),
    ...(requestId === undefined ? {} : { requestId: masked(requestId, secrets) }),
  }
}
