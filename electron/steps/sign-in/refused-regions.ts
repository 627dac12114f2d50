import type { Choices } from '../../checklist/state-file.ts'
import type { PortalRegion } from '../../contract/ask/sign-in.ts'

/** More than there are regions: what is remembered of portals that nobody asks about any more goes first. */
const REMEMBERED = 100

const same = (one: PortalRegion, other: PortalRegion): boolean =>
  one.startUrl === other.startUrl && one.region === other.region

/** Whether AWS did not know a portal in a region when it was asked before. */
export function isRefused(refused: readonly PortalRegion[], asked: PortalRegion): boolean {
  return refused.some((one) => same(one, asked))
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
