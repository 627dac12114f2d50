import { placesOnMac as placesFor } from '../../electron/managed/mac.ts'
import { IDENTITIES } from '../../electron/start/edition.ts'

export { placeOn } from '../../electron/managed/places.ts'

/** Where macOS keeps what a profile forces, for somebody called as it says there. */
export const placesOnMac = (): string[] =>
  placesFor({ user: '<user>', domain: IDENTITIES.shipped.appId })
