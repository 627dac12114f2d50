import type { CliProfile } from './ask/sign-in.ts'

/** The command that renews the sign-in of a profile, '' for kinds and names that have none. */
export function renewCommand(kind: CliProfile['kind'], name: string): string {
  if (/["'`$\\!%\p{Cc}]/u.test(name)) return ''
  const profile = /^[\w@+.:/-]+$/.test(name) ? name : `"${name}"`
  if (kind === 'sso') return `aws sso login --profile ${profile}`
  if (kind === 'console-login') return `aws login --profile ${profile}`
  return ''
}
