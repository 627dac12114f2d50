import { parseRegion, REGIONS } from '../../aws/client/regions.ts'
import type { Choices } from '../../checklist/state-file.ts'
import type { PortalRegion } from '../../contract/ask/sign-in.ts'
import { regionsFor } from '../../contract/portal-regions.ts'

/** More than there are regions: what is remembered of portals that nobody asks about any more goes first. */
const REMEMBERED = 100

const same = (one: PortalRegion, other: PortalRegion): boolean =>
  one.startUrl === other.startUrl && one.region === other.region

/** Whether AWS did not know a portal in a region when it was asked before. */
export function isRefused(refused: readonly PortalRegion[], asked: PortalRegion): boolean {
  return refused.some((one) => same(one, asked))
}

/**
 * The region in which a portal is asked. An address that names its region, or its partition, knows better
 * than a field left as it was, but not than AWS. Throws `region-unknown`.
 */
export function regionToAsk(
  refused: readonly PortalRegion[],
  { startUrl, regionHint }: { readonly startUrl: string; readonly regionHint: string | undefined },
  typed: string,
): string {
  const asks = (region: string): boolean => !isRefused(refused, { startUrl, region })
  if (regionHint !== undefined && asks(regionHint)) return regionHint
  const region = parseRegion(typed)
  const possible = regionsFor(startUrl, REGIONS)
  return possible.includes(region) ? region : (possible.find(asks) ?? region)
}

type Remembered = Pick<Choices, 'refusedRegions'>

/** What to remember once AWS did not know the portal there. */
export function afterRefusal({ refusedRegions }: Remembered, asked: PortalRegion): Remembered {
  const { startUrl, region } = asked
  const others = refusedRegions.filter((one) => !same(one, asked))
  return { refusedRegions: [...others, { startUrl, region }].slice(-REMEMBERED) }
}

/** What to remember once somebody has signed in there. */
export function afterSignIn({ refusedRegions }: Remembered, asked: PortalRegion): Remembered {
  return { refusedRegions: refusedRegions.filter((one) => !same(one, asked)) }
}
