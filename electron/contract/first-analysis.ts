/** How long Spot says that its first analysis takes, in milliseconds: its wizard names 48 hours. */
const FIRST_ANALYSIS = 48 * 60 * 60 * 1000

/** When Spot's first analysis is due after a registration; both in milliseconds since the epoch. */
export const analysisDue = (registeredAt: number): number => registeredAt + FIRST_ANALYSIS
