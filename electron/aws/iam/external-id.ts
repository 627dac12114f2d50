import { fail } from '../../errors/failure.ts'

/** What STS accepts; optional. */
export const EXTERNAL_ID = /^([\w+=,.@:/-]{2,1224})?$/

/** An external ID as typed, '' for none. Throws `external-id-invalid` (field `externalId`). */
export function parseExternalId(text: string): string {
  const externalId = text.trim()
  if (EXTERNAL_ID.test(externalId)) return externalId
  throw fail('external-id-invalid', { typed: externalId }, { field: 'externalId' })
}
