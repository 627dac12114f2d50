/**
 * True for an address that a test server has in the place of AWS's: its portal may be signed in to,
 * and its pages opened. Only builds for development and automation have any.
 */
export type IsStandIn = (address: URL) => boolean

export const NO_STAND_IN: IsStandIn = () => false
