import type { ErrorCode, Facts } from './catalogue.ts'

/**
 * An error as data. `code` selects the sentences (the catalogue's `errors`), `facts` fills their blanks,
 * `field` names the input it belongs to, `detail` is what a support engineer would ask for.
 */
export type AppError = {
  readonly code: ErrorCode
  readonly facts: Facts
  readonly field?: string
  readonly detail?: ErrorDetail
}

/** The technical side of an error, shown folded away. Never contains a secret. */
export type ErrorDetail = {
  readonly service?: string
  readonly operation?: string
  readonly code?: string
  readonly message?: string
  readonly requestId?: string
  readonly httpStatus?: number
}
