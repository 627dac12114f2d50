import type { AwsCredentialIdentity } from '@smithy/types'
import type { SignInWay } from '../../contract/ask/sign-in.ts'
import { NO_RENEWAL, type Renewal } from '../../contract/renew-profile.ts'
import { fail } from '../../errors/failure.ts'
import type { AppFailure } from '../../errors/failure.ts'

/** Credentials, and how what is behind them is renewed. */
export type RenewableCredentials = AwsCredentialIdentity & { readonly renewedBy: Renewal }

/** Where credentials come from that no portal gave. */
export type Source = {
  readonly way: Exclude<SignInWay, 'portal' | 'console'>
  /** Asked at first, and again when the last ones end. */
  readonly credentials: () => Promise<RenewableCredentials>
  /** Why what it gave is of no use any more. */
  readonly ended: (renewal: Renewal) => AppFailure
  /** What is wrong when it suddenly gives another account's; null for one that always gives the same. */
  readonly led: ((elsewhere: { account: string; came: string }) => AppFailure) | null
}

/** Keys that somebody pasted: there are no others after them. */
export function keysSource(keys: AwsCredentialIdentity): Source {
  return {
    way: 'keys',
    credentials: () => Promise.resolve({ ...keys, renewedBy: NO_RENEWAL }),
    ended: () => fail('keys-ended'),
    led: null,
  }
}

/** A profile of the AWS CLI, whose files may be changed at any time. */
export function profileSource(
  profile: string,
  credentials: () => Promise<RenewableCredentials>,
): Source {
  return {
    way: 'profile',
    credentials,
    ended: (renewal) => fail('profile-ended', { profile, ...renewal }),
    led: (elsewhere) => fail('profile-other-account', { profile, ...elsewhere }),
  }
}
