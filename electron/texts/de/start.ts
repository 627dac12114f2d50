/** What is said about a start that was refused, by what was refused. */

import type { Catalogue } from '../catalogue.ts'

type Start = Catalogue['start']

const nothingDone =
  'Deshalb hat sich die App beendet, bevor sie etwas tat: Nichts wurde gesendet, und in AWS wurde nichts angetastet.'

const what: Start['what'] = {
  file: 'Eco Connect ist nicht gestartet, weil beim Start ein Wort angegeben war, das keine Datei ist.',
  files: 'Eco Connect ist nicht gestartet, weil beim Start mehr als eine Datei angegeben war.',
  variable: (name) =>
    `Eco Connect ist nicht gestartet, weil auf diesem Computer die Variable „${name}“ gesetzt ist.`,
  switch: (name) => `Eco Connect ist nicht gestartet, weil es mit „${name}“ aufgerufen wurde.`,
}

export const start: Start = {
  title: 'Eco Connect ist nicht gestartet',
  what,
  aboutFiles: `Angegeben werden kann eine einzige Datei, und es muss sie geben. ${nothingDone}`,
  aboutSettings: `Solche Einstellungen können eine Anmeldung bei AWS anderswohin leiten, in eine Datei schreiben oder das Fenster für andere Programme öffnen. ${nothingDone}`,
  shortcut:
    'Starten Sie die App aus dem Menü dieses Computers. Haben Sie das schon getan, wurde die Verknüpfung verändert: Teilen Sie Ihrer IT-Abteilung mit, was oben steht.',
  settings:
    'Starten Sie die App aus dem Menü dieses Computers. Haben Sie das schon getan, wurden die Einstellungen dieses Computers verändert: Teilen Sie Ihrer IT-Abteilung mit, was oben steht.',
  close: 'Schließen',
}
