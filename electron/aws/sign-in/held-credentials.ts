import type { AwsCredentialIdentity } from '@smithy/types'
import { AppFailure } from '../../errors/failure.ts'
import type { Clock } from '../../base/clock.ts'
import { besideShelves } from '../client/shelf.ts'
import { MARGIN_MS, shared } from './renewal.ts'
import type { Source } from './sources.ts'

/** Credentials that come from elsewhere than Identity Center. In memory only. */
export type Held = {
  readonly way: Source['way']
  /**
   * Throws what the source says of ended credentials, what it throws itself, and what it says of
   * another account when it leads elsewhere than at first.
   */
  readonly credentials: () => Promise<AwsCredentialIdentity>
  /** AWS said that the last ones have expired: nothing but newer ones will do. */
  readonly invalidate: () => void
}

/** Calls that were under way when credentials were renewed fail for a moment with the old ones. */
const UNDER_WAY_MS = 60_000

/** Holds what a source gives, until its known end or until AWS refuses it. */
export function holdCredentials(
  source: Source,
  clock: Clock,
  /** AWS's word for whose credentials they are: the account's number. */
  accountOf: (credentials: AwsCredentialIdentity) => Promise<string>,
): Held {
  let current: AwsCredentialIdentity | null = null
  let refused: string | undefined
  let renewedAt = -Infinity
  /** Whose credentials the first ones were; others change nothing in that one's name. */
  let account = ''

  const left = ({ expiration }: AwsCredentialIdentity): number =>
    expiration ? expiration.getTime() - clock.now() : Infinity
  const good = (credentials: AwsCredentialIdentity): boolean =>
    credentials.accessKeyId !== refused && left(credentials) > 0

  /** Resolves a failure, instead of rejecting with it, where what is held must not go on either. */
  const ask = shared(async (): Promise<AwsCredentialIdentity | AppFailure> => {
    const { renewedBy, ...latest } = await besideShelves(source.credentials)
    if (!good(latest)) throw source.ended(renewedBy)
    if (source.led && latest.accessKeyId !== current?.accessKeyId) {
      const came = await accountOf(latest)
      if (account !== '' && came !== account) return source.led({ account, came })
      account = came
    }
    if (refused !== undefined) renewedAt = clock.now()
    current = latest
    return latest
  })

  return {
    way: source.way,
    async credentials() {
      const held = current
      if (held && good(held) && left(held) > MARGIN_MS) return held
      const latest = await ask().catch((error: unknown) => {
        // What still works is used to its end: what is behind a profile may be out of reach.
        if (held && good(held)) return held
        throw error
      })
      if (latest instanceof AppFailure) throw latest
      return latest
    },
    invalidate() {
      // A clock that was set back is no moment ago either.
      if (Math.abs(clock.now() - renewedAt) >= UNDER_WAY_MS) refused = current?.accessKeyId
    },
  }
}
