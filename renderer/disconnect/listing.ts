import type { Removable } from '../../electron/contract/disconnect.ts'
import type { AppError } from '../../electron/errors/app-error.ts'
import { isOf } from '../../electron/errors/catalogue.ts'

/** What the list of removable things says as a whole. */
export type Listing = {
  /** Why nothing more can be removed before there is another sign-in; null while there is one. */
  readonly ended: AppError | null
  /** Something can still be removed, or could not be read. */
  readonly open: boolean
  /** Something is being removed. */
  readonly running: boolean
  /** The person may not remove something. */
  readonly denied: boolean
}

export function listingOf(items: readonly Removable[]): Listing {
  const errors = items.flatMap(({ error }) => (error ? [error] : []))
  return {
    ended: errors.find(({ code }) => isOf(code, 'signed-out')) ?? null,
    open: items.some((item) => isOpen(item) || item.state === 'unread'),
    running: items.some(({ state }) => state === 'removing'),
    denied: errors.some(({ code }) => isOf(code, 'denied')),
  }
}

/** Whether the thing can be removed, or removing it be tried again. */
export function isOpen({ state }: Removable): boolean {
  return state === 'there' || state === 'failed'
}
