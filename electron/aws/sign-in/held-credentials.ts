import type { AwsCredentialIdentity } from '@smithy/types'
import { fail, isCode } from '../../errors/failure.ts'
import type { AppFailure } from '../../errors/failure.ts'
import type { Clock } from '../../base/clock.ts'

/** Credentials of a profile, and the CLI's command that renews them; '' where it has none. */
export type ProfileCredentials = AwsCredentialIdentity & { readonly renewedBy: string }

/** Credentials that come from elsewhere than Identity Center. In memory only. */
export type Source =
  | { readonly kind: 'keys'; readonly credentials: AwsCredentialIdentity }
  | {
      readonly kind: 'profile'
      readonly name: string
      /** Asked when the last ones end. */
      readonly credentials: () => Promise<ProfileCredentials>
    }
export type Held = {
  readonly kind: Source['kind']
  /**
   * Throws `keys-ended`, or `profile-ended` (facts `profile`, `command`), what a profile throws, and
   * `profile-other-account` when the profile leads elsewhere than at first.
   */
  readonly credentials: () => Promise<AwsCredentialIdentity>
  /** AWS said that the last ones have expired: nothing but newer ones will do. */
  readonly invalidate: () => void
}

/** Renewed this long before the end, so that a call in progress does not lose its ground. */
export const MARGIN_MS = 5 * 60_000
/** Calls that were under way when credentials were renewed fail for a moment with the old ones. */
const UNDER_WAY_MS = 60_000

/** Runs `make` once for all who ask while it is under way. */
export function shared<T>(make: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null
  return () => {
    running ??= make().finally(() => {
      running = null
    })
    return running
  }
}

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
  const ended = (command: string): AppFailure =>
    source.kind === 'keys'
      ? fail('keys-ended')
      : fail('profile-ended', { profile: source.name, command })

  const ask = shared(async (): Promise<AwsCredentialIdentity> => {
    const latest: ProfileCredentials =
      source.kind === 'keys' ? { ...source.credentials, renewedBy: '' } : await source.credentials()
    if (!good(latest)) throw ended(latest.renewedBy)
    if (source.kind === 'profile' && latest.accessKeyId !== current?.accessKeyId) {
      const came = await accountOf(latest)
      if (account !== '' && came !== account)
        throw fail('profile-other-account', { profile: source.name, account, came })
      account = came
    }
    if (refused !== undefined) renewedAt = clock.now()
    const { renewedBy: _, ...credentials } = latest
    current = credentials
    return credentials
  })

  return {
    kind: source.kind,
    async credentials() {
      const held = current
      if (held && good(held) && left(held) > MARGIN_MS) return held
      try {
        return await ask()
      } catch (error) {
        // What still works is used to its end: what is behind a profile may be out of reach.
        if (held && good(held) && !isCode(error, 'profile-other-account')) return held
        throw error
      }
    },
    invalidate() {
      // A clock that was set back is no moment ago either.
      if (Math.abs(clock.now() - renewedAt) >= UNDER_WAY_MS) refused = current?.accessKeyId
    },
  }
}
