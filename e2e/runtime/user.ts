import process from 'node:process'

/** A person of this system, by number: they need no entry in the list of users. */
export type User = { readonly uid: number; readonly gid: number }

/** Debian's `nobody`, who owns nothing. */
const NOBODY: User = { uid: 65_534, gid: 65_534 }

/**
 * Whom to run a program as that shall be no administrator: `nobody` for root, else (null) whoever
 * runs the tests.
 */
export function ordinaryUser(): User | null {
  return process.getuid?.() === 0 ? NOBODY : null
}

/** For `spawn`: the process belongs to `user`. */
export const asUser = (user: User | null): Partial<User> => user ?? {}
