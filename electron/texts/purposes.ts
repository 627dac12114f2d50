import type { Purpose } from '../contract/purposes.ts'
import type { Catalogue } from './catalogue.ts'

/** A purpose of permissions, in words. */
export function purposeText(
  { template }: Catalogue,
  { kind, id }: Purpose,
): { readonly label: string; readonly means: string } {
  if (kind === 'known') return template.purposes[id]
  const { label, means } = template.otherPurpose
  return { label: label(id), means }
}
