import { nameHides } from '../../base/visible.ts'
import type { Choices } from '../../checklist/state-file.ts'
import { fail } from '../../errors/failure.ts'
import { ofThisAccount } from './account.ts'

/** What the MSP of the account being connected has answered; null while nobody has told. */
export function mspReportOf(choices: Choices): Choices['mspReport'] {
  const told = ofThisAccount(choices.mspReport, choices)
  return told?.at === null ? null : told
}

/**
 * Twelve digits, typed with or without the spaces and dashes of AWS's own pages; '' if unknown. Throws
 * `msp-account-invalid`.
 */
export function parseMspAccount(text: string): string {
  const digits = text.replaceAll(/[\s-]/g, '')
  if (digits === '' || /^\d{12}$/.test(digits)) return digits
  throw fail('msp-account-invalid', { typed: text.trim() }, { field: 'mspAccountId' })
}

/** Of a report that the MSP has defined, so that only what cannot be seen is refused; '' if unknown. */
export function parseMspPrefix(text: string): string {
  const prefix = text.trim()
  if (!nameHides(text)) return prefix
  throw fail('report-prefix-invalid', { value: prefix }, { field: 'prefix' })
}
