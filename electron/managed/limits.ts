import { SIGN_IN_WAYS } from '../contract/ask/sign-in.ts'

/** What can be allowed of signing in: the ways into AWS, and going on without any. */
export const WAYS = [...SIGN_IN_WAYS, 'by-hand'] as const

/** How long the pattern of a bucket’s name may be: as long as a bucket’s name (S3). */
export const LONGEST_PATTERN = 63
/** How many days the record of calls may be kept. */
export const RETENTION_DAYS = { least: 1, most: 3650 } as const
/** How many characters say whom to ask. */
export const LONGEST_CONTACT = 200
