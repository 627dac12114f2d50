/** The settings that Spot Eco needs on a Cost and Usage Report, and why. */

import type { Catalogue } from '../catalogue.ts'

/** Of what AWS's console calls by a name of its own, that name is told too. */
export const requirements: Catalogue['requirements'] = {
  hourly: {
    label: 'Stündliche Aufschlüsselung',
    needed: 'Stündlich (Hourly)',
    why: 'Zusagen wie Savings Plans werden nach Stunden genutzt und bezahlt.',
  },
  'resource-ids': {
    label: 'Ressourcen-IDs',
    needed: 'Enthalten (Include resource IDs)',
    why: 'Um die richtige Zusage zu empfehlen, muss Eco sehen, welcher Server oder welche Datenbank Kosten verursacht hat.',
  },
  refresh: {
    label: 'Nachträge zu abgeschlossenen Monaten',
    needed: 'Eingeschaltet (Refresh automatically)',
    why: 'Nur so erfährt Eco von Erstattungen und Korrekturen für vergangene Monate.',
  },
  athena: {
    label: 'Amazon-Athena-Integration',
    needed: 'Eingeschaltet',
    why: 'Sie legt die Ordnerstruktur fest, die Eco erwartet.',
  },
  overwrite: {
    label: 'Vorhandenen Bericht überschreiben',
    needed: 'Überschreiben (Overwrite existing report)',
    why: 'Mit einer einzigen aktuellen Fassung je Monat werden keine Kosten doppelt gezählt, und der Speicherbedarf bleibt klein.',
  },
  parquet: {
    label: 'Parquet-Dateien',
    needed: 'Parquet',
    why: 'Es ist das einzige Dateiformat, das Eco liest.',
  },
  region: {
    label: 'Bucket in us-east-1',
    needed: 'us-east-1',
    why: 'Eco liest Berichte nur in der Region US East (N. Virginia).',
  },
  prefix: {
    label: 'Berichtspräfix (S3 path prefix)',
    needed: 'Beliebiger Ordnername',
    why: 'Für die Athena-Integration braucht der Bericht einen eigenen Ordner im Bucket.',
  },
}
