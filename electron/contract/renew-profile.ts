import type { CliProfile } from './ask/sign-in.ts'

/** How the AWS CLI renews what is behind a profile: commands for a terminal, '' where there is none. */
export type Renewal = {
  /** Signs in anew. */
  readonly command: string
  /**
   * Has the CLI renew by itself what it keeps: credentials of `aws login` end after fifteen minutes, and
   * any command of the CLI gets new ones as long as the sign-in lasts.
   */
  readonly silent: string
}

export const NO_RENEWAL: Renewal = { command: '', silent: '' }

/** By the kind of a profile that has its own sign-in. */
export function renewalOf(kind: CliProfile['kind'], name: string): Renewal {
  // It is pasted into a terminal: a name that could end its quotation there is in no command.
  if (/["'`$\\!%\p{Cc}]/u.test(name)) return NO_RENEWAL
  const profile = /^[\w@+.:/-]+$/.test(name) ? name : `"${name}"`
  if (kind === 'sso') return { command: `aws sso login --profile ${profile}`, silent: '' }
  if (kind !== 'console-login') return NO_RENEWAL
  return {
    command: `aws login --profile ${profile}`,
    silent: `aws sts get-caller-identity --profile ${profile}`,
  }
}
