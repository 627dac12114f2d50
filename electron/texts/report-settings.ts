import type { Catalogue } from './catalogue.ts'
import { wordsFor } from './catalogue.ts'

/**
 * The settings of a report as the fact `report-settings` keeps them: the values alone, in the order of
 * `requirements`, of which the second and the fourth may be several.
 */
const KEPT =
  /^(?<hourly>[^,]+), (?<resources>.+), (?<refresh>yes|no), (?<athena>.+), (?<overwrite>OVERWRITE_REPORT|CREATE_NEW_REPORT), (?<parquet>[^,]+), (?<region>[^,]+), (?<prefix>[^,]*)$/

/** Each setting with its name; null for a value of another form. */
export function reportSettings(
  { costReport, requirements }: Catalogue,
  kept: string,
): { readonly label: string; readonly value: string }[] | null {
  const found = KEPT.exec(kept)?.groups
  if (!found) return null
  const inWords = (code = ''): string => wordsFor(costReport.found, code)
  return [
    { label: requirements.hourly.label, value: inWords(found['hourly']) },
    {
      label: requirements['resource-ids'].label,
      value: costReport.included(found['resources'] ?? ''),
    },
    { label: requirements.refresh.label, value: inWords(found['refresh']) },
    { label: requirements.athena.label, value: inWords(found['athena']) },
    { label: requirements.overwrite.label, value: inWords(found['overwrite']) },
    { label: costReport.format, value: inWords(found['parquet']) },
    { label: costReport.regionOf, value: inWords(found['region']) },
    { label: requirements.prefix.label, value: found['prefix'] ?? '' },
  ]
}
