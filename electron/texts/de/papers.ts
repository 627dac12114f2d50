import type { Catalogue } from '../catalogue.ts'

type Papers = Catalogue['papers']

/** Each document: what it is called, what is in it, and how its file is named without an ending. */
const documents: Papers['documents'] = {
  plan: {
    title: 'Vorhaben: was sich ändert',
    what: 'Zur Freigabe: ein Blatt mit allem, was angelegt wird, was Spot darf, Kosten und Rücknahme.',
    file: 'eco-connect-vorhaben',
  },
  record: {
    title: 'Verbindungsnachweis',
    what: 'Für Ihre Unterlagen: wer wann was getan hat, was es in AWS gibt, was nachgewiesen ist und wie man es rückgängig macht.',
    file: 'eco-connect-verbindungsnachweis',
  },
  calls: {
    title: 'Protokoll der Aufrufe',
    what: 'Für eine Prüfung: jeder Aufruf der App, die Änderungen zuerst.',
    file: 'eco-connect-protokoll',
  },
}

const forms: Papers['forms'] = {
  open: 'Als Seite öffnen',
  'save-pdf': 'Als PDF speichern…',
  'save-page': 'Als Seite (HTML) speichern…',
  print: 'Drucken…',
  'save-table': 'Als Tabelle (CSV) speichern…',
  'save-lines': 'Für ein SIEM (JSON Lines) speichern…',
}

/** The documents of a connection, and the dialog that offers them. */
export const papers: Papers = {
  menu: 'Dokumente…',
  saveRecord: 'Verbindungsnachweis (PDF) speichern…',
  title: 'Dokumente dieser Verbindung',
  close: 'Dokumente schließen',
  noSecret:
    'Keines enthält ein Passwort, ein Token oder einen Schlüssel. Keines geht von selbst irgendwohin.',
  saved: (file) => `Gespeichert als ${file}.`,
  documents,
  forms,
  named: (form, document) => `${document}: ${form}`,
  fileName: (file, accountId) => (accountId === '' ? file : `${file}-${accountId}`),
}
