import { z } from 'zod'
import { parseReceived } from '../../network/received.ts'
import type { Delivery } from './deliveries.ts'

/** What is used of a manifest. Source: CUR User Guide, "Report manifest files". */
const manifestSchema = z.object({
  assemblyId: z.string(),
  billingPeriod: z.object({ start: z.string(), end: z.string() }).optional(),
  compression: z.string().default(''),
  columns: z.array(z.unknown()).default([]),
  reportKeys: z.array(z.string()),
})

/** `20260101T000000.000Z`, or `20260101`, as `2026-01-01`; '' for anything else. */
function dayOf(text: string): string {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)(?:T|$)/.exec(text) ?? []
  return day === undefined ? '' : `${year}-${month}-${day}`
}

/**
 * Reads a manifest; null when it is none. `folder` is its folder's name, `YYYYMMDD-YYYYMMDD`, which
 * says the billing period should the manifest not.
 */
export function parseManifest(
  text: string,
  folder: string,
): Omit<Delivery, 'manifest' | 'writtenAt'> | null {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return null
  }
  const parsed = parseReceived(manifestSchema, json)
  if (!parsed.success) return null
  const { billingPeriod, compression, columns, reportKeys } = parsed.data
  const [start = '', end = ''] = folder.split('-')
  return {
    periodStart: dayOf(billingPeriod?.start ?? '') || dayOf(start),
    periodEnd: dayOf(billingPeriod?.end ?? '') || dayOf(end),
    files: reportKeys.length,
    firstFile: reportKeys[0] ?? '',
    columns: columns.length,
    compression,
  }
}
