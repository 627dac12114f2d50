import type { SignInStart } from '../../../electron/contract/ask/sign-in.ts'
import { regionsFor } from '../../../electron/contract/portal-regions.ts'
import type { AppError } from '../../../electron/errors/app-error.ts'
import { isMarked } from '../../../electron/errors/catalogue.ts'

/** As many as can be taken in at a glance; the rest is in the list of the field. */
const OFFERED = 5

type Known = Pick<SignInStart, 'startUrl' | 'region' | 'regions' | 'refusedRegions'>

/** A problem that another region of the portal may solve. */
export type WrongRegion = {
  /** The one that AWS was asked in, or was not asked in again. */
  readonly region: string
  /** The likeliest in which AWS has not refused the portal yet. */
  readonly others: readonly string[]
  /** Asked and refused before: it can be asked again on purpose. */
  readonly again: boolean
}

/** Null for any other problem. */
export function wrongRegion(ask: Known, problem: AppError | undefined): WrongRegion | null {
  if (!problem || !isMarked(problem.code, 'other-region')) return null
  const { region = ask.region, startUrl = ask.startUrl } = problem.facts
  const refused = refusedFor(ask, startUrl)
  const possible = regionsFor(startUrl, ask.regions)
  const others = possible.filter((one) => one !== region && !refused.includes(one))
  return {
    region,
    others: others.slice(0, OFFERED),
    again: problem.code === 'sign-in-region-refused',
  }
}

/** Regions in which AWS did not know a portal. */
export function refusedFor(
  { refusedRegions }: Pick<Known, 'refusedRegions'>,
  startUrl: string,
): readonly string[] {
  return refusedRegions.filter((one) => one.startUrl === startUrl).map(({ region }) => region)
}
