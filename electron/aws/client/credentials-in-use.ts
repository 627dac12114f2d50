import { AsyncLocalStorage } from 'node:async_hooks'
import type { AwsCredentialIdentity } from '@smithy/types'

/**
 * The credentials of the call that is under way. The SDK asks for them up to three times for each
 * request when they are about to end; each time it gets those that were fetched for this call.
 */
const inUse = new AsyncLocalStorage<AwsCredentialIdentity>()

export const credentialsInUse = (): AwsCredentialIdentity | undefined => inUse.getStore()

/** Runs a call with these credentials; `undefined` for one that is not signed. */
export function callingWith<T>(
  credentials: AwsCredentialIdentity | undefined,
  call: () => Promise<T>,
): Promise<T> {
  return credentials ? inUse.run(credentials, call) : inUse.exit(call)
}

/** Credentials that are not in use yet: those that are read ahead with. */
const ahead = new AsyncLocalStorage<AwsCredentialIdentity>()

export const credentialsAhead = (): AwsCredentialIdentity | undefined => ahead.getStore()

/** Runs reads with one person's credentials, whoever is signed in by then. */
export type ReadAs = <T>(work: () => Promise<T>) => Promise<T>

export const readingAs =
  (credentials: AwsCredentialIdentity): ReadAs =>
  (work) =>
    ahead.run(credentials, work)

/** Runs what has credentials of its own, whosever are in use or are read with where it was begun. */
export const asNobodyElse = <T>(work: () => Promise<T>): Promise<T> =>
  ahead.exit(() => inUse.exit(work))
