import { createContext, useContext } from 'react'
import type { Snapshot } from '../../electron/contract/snapshot.ts'

const NONE: ReadonlySet<string> = new Set()
const SpotContext = createContext(NONE)
export const SpotPrincipals = SpotContext.Provider

/** Who is Spot in AWS: whom the built-in template trusts. A file may name anybody. */
export function spotPrincipalsOf({ steps }: Snapshot): ReadonlySet<string> {
  const status = steps.find(({ id }) => id === 'template')?.status
  const ask = status && 'ask' in status ? status.ask : undefined
  if (ask?.step !== 'template' || ask.review.source !== 'built-in') return NONE
  return new Set(ask.review.principals)
}

/** Whether an ARN in a trust policy is one of Spot's. */
export function useIsSpot(): (principal: string) => boolean {
  const known = useContext(SpotContext)
  return (principal) => known.has(principal)
}
