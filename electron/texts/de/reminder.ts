import type { Catalogue } from '../catalogue.ts'

/** The calendar file that reminds of the first analysis. */
export const reminder: Catalogue['reminder'] = {
  fileName: 'Spot-Eco-Erinnerung.ics',
  title: 'Spot Eco: Ist die erste Auswertung da?',
  lines: (account, spot) => [
    `Die erste Auswertung des AWS-Kontos, dessen Nummer auf ${account} endet, ist jetzt fällig. Spot schickt eine E-Mail, sobald die Dashboards bereit sind.`,
    'Ist sie gekommen, ist nichts zu tun. Sonst sehen Sie in der Spot-Konsole nach und fragen dann Spot Support: Die Zusammenfassung, die Eco Connect gespeichert hat, enthält, was dort gebraucht wird.',
    `Spot-Konsole: ${spot}`,
  ],
  delivery: (time) =>
    `Die erste Lieferung von AWS in den Bucket war ${time} fällig. „Erneut prüfen“ in Eco Connect zeigt, ob sie da ist; ohne sie hat Spot nichts auszuwerten.`,
}
