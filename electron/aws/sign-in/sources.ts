import type { AwsCredentialIdentity } from '@smithy/types'
import type { SignInWay } from '../../contract/ask/sign-in.ts'
import { fail } from '../../errors/failure.ts'
import type { AppFailure } from '../../errors/failure.ts'

/** Credentials, and the command that renews what is behind them; '' where there is none. */
export type RenewableCredentials = AwsCredentialIdentity & { readonly renewedBy: string }

/** Where credentials come from that no portal gave. */
export type Source = {
  readonly way: Exclude<SignInWay, 'portal'>
  /** Asked at first, and again when the last ones end. */
  readonly credentials: () => Promise<RenewableCredentials>
  /** Why what it gave is of no use any more, when `command` renews it. */
  readonly ended: (command: string) => AppFailure
  /** What is wrong when it suddenly gives another account's; null for one that always gives the same. */
  readonly led: ((elsewhere: { account: string; came: string }) => AppFailure) | null
}

/** Keys that somebody pasted: there are no others after them. */
export function keysSource(keys: AwsCredentialIdentity): Source {
  return {
    way: 'keys',
    credentials: () => Promise.resolve({ ...keys, renewedBy: '' }),
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
    ended: (command) => fail('profile-ended', { profile, command }),
    led: (elsewhere) => fail('profile-other-account', { profile, ...elsewhere }),
  }
}
