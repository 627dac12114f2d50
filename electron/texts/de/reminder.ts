/** The calendar file that reminds of the first analysis, in German. */

import type { Catalogue } from '../catalogue.ts'

export const reminder: Catalogue['reminder'] = {
  fileName: 'Spot-Eco-Erinnerung.ics',
  title: 'Spot Eco: Ist die erste Auswertung da?',
  lines: (account, spot) => [
    `Die erste Auswertung von Spot für das AWS-Konto mit den Endziffern ${account} ist jetzt fällig. Spot schickt eine E-Mail, sobald die Dashboards fertig sind.`,
    'Ist sie gekommen, müssen Sie nichts tun. Wenn nicht, sehen Sie zuerst in der Spot-Konsole nach und fragen Sie dann Spot Support. In der Zusammenfassung, die Eco Connect gespeichert hat, steht, was dort gebraucht wird.',
    `Spot-Konsole: ${spot}`,
  ],
  delivery: (time) =>
    `Die erste Lieferung von AWS in den Bucket war am ${time} fällig. „Erneut prüfen“ in Eco Connect zeigt, ob sie da ist; ohne sie hat Spot nichts auszuwerten.`,
}
