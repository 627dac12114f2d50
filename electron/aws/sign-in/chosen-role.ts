import type { AwsCredentialIdentity } from '@smithy/types'
import type { Clock } from '../../base/clock.ts'
import { MARGIN_MS } from './renewal.ts'
import type { RoleChoice } from './role-credentials.ts'

/** The permission set that was chosen at the portal, and its credentials. */
export type ChosenRole = {
  readonly use: (choice: RoleChoice | null) => void
  /** What was fetched is not used any more; the choice stays. */
  readonly forget: () => void
  /** Null while nothing is chosen. Fetched once for all who ask, and again before they end. */
  readonly credentials: () => Promise<AwsCredentialIdentity> | null
  /** The same of a choice that may not be made yet, and is not made by this. */
  readonly credentialsFor: (
    wanted: RoleChoice,
    signal?: AbortSignal,
  ) => Promise<AwsCredentialIdentity>
}

const same = (a: RoleChoice | null | undefined, b: RoleChoice | null): boolean =>
  a?.accountId === b?.accountId && a?.roleName === b?.roleName

export function createChosenRole({
  credentialsOf,
  clock,
}: {
  readonly credentialsOf: (
    choice: RoleChoice,
    signal?: AbortSignal,
  ) => Promise<AwsCredentialIdentity>
  readonly clock: Clock
}): ChosenRole {
  let choice: RoleChoice | null = null
  let cached: { choice: RoleChoice; credentials: AwsCredentialIdentity } | null = null
  let pending: { choice: RoleChoice; promise: Promise<AwsCredentialIdentity> } | null = null

  const obtain = (wanted: RoleChoice): Promise<AwsCredentialIdentity> => {
    if (pending?.choice === wanted) return pending.promise
    const promise = credentialsOf(wanted)
      .then((credentials) => {
        if (choice === wanted) cached = { choice: wanted, credentials }
        return credentials
      })
      .finally(() => {
        if (pending?.promise === promise) pending = null
      })
    pending = { choice: wanted, promise }
    return promise
  }
  const goodFor = (wanted: RoleChoice): AwsCredentialIdentity | null => {
    if (!cached || !same(cached.choice, wanted)) return null
    const left = (cached.credentials.expiration?.getTime() ?? 0) - clock.now()
    return left > MARGIN_MS ? cached.credentials : null
  }
  const forget = (): void => {
    cached = null
    pending = null
  }

  return {
    use(wanted) {
      if (same(choice, wanted)) return
      choice = wanted
      forget()
    },
    forget,
    credentials() {
      if (!choice) return null
      const good = goodFor(choice)
      return good ? Promise.resolve(good) : obtain(choice)
    },
    credentialsFor: async (wanted, signal) => goodFor(wanted) ?? credentialsOf(wanted, signal),
  }
}
