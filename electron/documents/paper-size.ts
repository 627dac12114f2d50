/** What a printer has in its tray. */
export type PaperSize = 'A4' | 'Letter'

/** Where people print on Letter, by CLDR's supplemental data (`paperSize`); A4 everywhere else. */
const ON_LETTER = 'BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' ')

/**
 * The paper of a country: its ISO 3166 code, '' where the system does not say. Then the likeliest country
 * of the system's language (BCP 47) decides; a tag that is none means A4.
 */
export function paperSizeOf(country: string, systemLocale: string): PaperSize {
  const region = country === '' ? likeliest(systemLocale) : country
  return ON_LETTER.includes(region.toUpperCase()) ? 'Letter' : 'A4'
}

function likeliest(tag: string): string {
  try {
    return new Intl.Locale(tag).maximize().region ?? ''
  } catch {
    // Such as “C” or “POSIX” on Linux.
    return ''
  }
}
