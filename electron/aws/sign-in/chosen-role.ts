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
}

export function createChosenRole({
  credentialsOf,
  clock,
}: {
  readonly credentialsOf: (choice: RoleChoice) => Promise<AwsCredentialIdentity>
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
  const forget = (): void => {
    cached = null
    pending = null
  }

  return {
    use(wanted) {
      const same = choice?.accountId === wanted?.accountId && choice?.roleName === wanted?.roleName
      if (same) return
      choice = wanted
      forget()
    },
    forget,
    credentials() {
      if (!choice) return null
      const left = cached ? (cached.credentials.expiration?.getTime() ?? 0) - clock.now() : 0
      if (cached?.choice === choice && left > MARGIN_MS) return Promise.resolve(cached.credentials)
      return obtain(choice)
    },
  }
}
