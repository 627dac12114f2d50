import type { Catalogue } from '../catalogue.ts'
import { number } from './locale.ts'

type Connections = Catalogue['connections']

/** Under the sentences that say why nothing can be done with the connection that is shown. */
const lockedPanel: Connections['lockedPanel'] = {
  others:
    'Oben im Fenster können Sie eine andere Verbindung wählen oder ein weiteres Zahlerkonto hinzufügen. Auch zum Entfernen dieser Verbindung brauchen Sie die neuere Version: Nur sie weiß, was alles dazugehört.',
}

const renameDialog: Connections['renameDialog'] = {
  title: 'Diese Verbindung umbenennen',
  field: 'Name der Verbindung',
  hint: 'Nur für Sie: Der Name wird in dieser App verwendet und nirgends in AWS. Bleibt das Feld leer, gilt der Name des AWS-Kontos.',
  save: 'Namen speichern',
  cancel: 'Abbrechen',
  close: 'Schließen, ohne umzubenennen',
}

const removeDialog: Connections['removeDialog'] = {
  title: (name) => `„${name}“ aus dieser App entfernen`,
  what: 'Die App vergisst diese Verbindung: die Antworten, die Notizen darüber, was sie angelegt hat, das Protokoll der Aufrufe und eine Anmeldung, die auf diesem Computer dafür gespeichert ist. AWS erhält den Auftrag, sie zu beenden; eine Anmeldung wie in der AWS-Konsole kann dort weitergehen, bis sie von selbst endet, längstens zwölf Stunden nach ihrem Beginn.',
  notAws:
    'In AWS wird nichts entfernt oder geändert. Bericht, Bucket und Rolle bleiben, wie sie sind, und was Spot schon liest, liest es weiter.',
  instead:
    'Wollen Sie zurücknehmen, was in AWS angelegt wurde, wählen Sie zuerst „Verbindung trennen…“: Danach weiß die App nicht mehr, was sie angelegt hat.',
  consent: 'Mir ist klar, dass nur die Notizen auf diesem Computer entfernt werden',
  consentFirst: 'Setzen Sie zuerst das Häkchen oben.',
  remove: 'Aus dieser App entfernen',
  cancel: 'Behalten',
  close: 'Schließen, ohne zu entfernen',
}

/** The switcher in the top bar: one connection for each payer account. */
export const connections: Connections = {
  /** The name of a connection that nobody has named and whose account is not known yet. */
  unnamed: 'Neue Verbindung',
  /** The same, of one that a newer version keeps in a way that does not tell its name here. */
  unnamedLocked: 'Verbindung aus einer neueren Version',
  button: (name) => `Verbindung: ${name}`,
  title: 'Verbindungen',
  hint: 'Eine für jedes Zahlerkonto. Jede hat ihre eigene Checkliste und ihre eigene Anmeldung.',
  list: 'Alle Verbindungen',
  account: (id) => `AWS-Konto ${id}`,
  noAccount: 'Noch kein AWS-Konto',
  unknownAccount: 'AWS-Konto hier nicht bekannt',
  progress: (finished, total) => `${number(finished)} von ${number(total)} erledigt`,
  attention: 'Handlungsbedarf',
  askedSpot: 'Wartet auf Spot Support',
  saidConnected: 'Von Ihnen bestätigt',
  registered: 'Registriert',
  locked: 'Aus einer neueren Version',
  shown: 'Wird gerade angezeigt',
  add: 'Weiteres Zahlerkonto hinzufügen',
  rename: 'Diese Verbindung umbenennen…',
  saveAnswer: 'Was eingerichtet ist, als Datei speichern…',
  nothingSetUp: 'Es gibt noch keinen Bericht und keine Rolle.',
  remove: 'Diese Verbindung aus der App entfernen…',
  removeSignedIn: (step) => `Melden Sie sich zuerst ab: Die Schaltfläche ist in Schritt ${step}.`,
  removeReopened: 'Schließen Sie zuerst die erneute Prüfung dieser Verbindung.',
  disconnect: 'Verbindung trennen…',
  lockedPanel,
  renameDialog,
  removeDialog,
}
