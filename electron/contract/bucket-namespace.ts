import { REGION } from './region.ts'

/**
 * An account's own namespace in a region: names with its ending are created by that account and by
 * nobody else, also after the bucket was deleted. All others are free for everybody in the world.
 * Source: S3 User Guide, "Namespaces for general purpose buckets".
 */
export const regionalSuffix = (accountId: string): string => `-${accountId}-${REGION}-an`

/** Characters of a bucket's name, with its ending. Source: S3 User Guide, "General purpose bucket naming rules". */
const LONGEST = 63

/** Characters that are left for the person's own part of a name in the account's namespace. */
export const longestPart = (accountId: string): number => LONGEST - regionalSuffix(accountId).length

/** The person's own part of a name in the account's namespace; null for a name that is in none or in another. */
export function regionalPart(name: string, accountId: string): string | null {
  const suffix = regionalSuffix(accountId)
  return name.endsWith(suffix) ? name.slice(0, -suffix.length) : null
}

/** Account and region whose namespace a name is in, by its form; null for the names of everybody. */
export function namespaceOf(
  name: string,
): { readonly accountId: string; readonly region: string } | null {
  const [, accountId, region] = /-(\d{12})-([a-z0-9]+(?:-[a-z0-9]+)*)-an$/.exec(name) ?? []
  return accountId === undefined || region === undefined ? null : { accountId, region }
}
