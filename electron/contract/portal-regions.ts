/**
 * Partitions of AWS other than the commercial one: how their regions begin, and the hosts of their
 * portals. An account, its portal and its regions are of one partition. Source: IAM User Guide,
 * "AWS partitions"; the hosts are those of `network/aws-hosts.ts`.
 */
const APART: readonly (readonly [beginning: string, host: RegExp])[] = [
  [
    'us-gov-',
    /\.us-gov-home\.awsapps\.com$|\.us-gov\.amazonaws\.com$|\.us-gov-[a-z]+-\d\.(?:app\.aws|portal\.amazonaws\.com)$/,
  ],
  ['cn-', /\.(?:awsapps|amazonaws\.com|amazonwebservices\.com)\.cn$/],
  ['eusc-', /\.(?:amazonaws|amazonwebservices)\.eu$/],
]
const COMMERCIAL =
  /\.(?:awsapps\.com|app\.aws|portal\.amazonaws\.com)$|^identitycenter\.amazonaws\.com$/

/**
 * The regions in which the portal at an address can be, in their order: of any partition where the
 * address, which may be half typed or a company's own, does not tell.
 */
export function regionsFor(address: string, regions: readonly string[]): readonly string[] {
  const host = /^\s*(?:https:\/\/)?([a-z0-9.-]+)/i.exec(address)?.[1]?.toLowerCase() ?? ''
  const apart = APART.find(([, pattern]) => pattern.test(host))
  if (apart) return regions.filter((region) => region.startsWith(apart[0]))
  if (!COMMERCIAL.test(host)) return regions
  return regions.filter((region) => !APART.some(([beginning]) => region.startsWith(beginning)))
}
