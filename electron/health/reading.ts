import type { Finding, HealthCode } from '../contract/health.ts'

/** What one look tells of something. */
export type Reading = Pick<Finding, 'id' | 'state' | 'codes' | 'at'>
export type Told = Pick<Finding, 'state' | 'codes'>

export const good: Told = { state: 'good', codes: [] }
export const awaited: Told = { state: 'awaited', codes: [] }
export const bad = (...codes: HealthCode[]): Told => ({ state: 'bad', codes })
export const unseen = (code: HealthCode): Told => ({ state: 'unseen', codes: [code] })
