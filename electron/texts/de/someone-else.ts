/** Asking somebody else to do a step: the button in each panel, and what is shown afterwards. */

import type { Catalogue } from '../catalogue.ts'
import { number } from './locale.ts'

type SomeoneElse = Catalogue['someoneElse']

const hint =
  'Speichert eine Seite mit allem, was die andere Person braucht, und dasselbe als Datei für ihre App. Geheimes enthält keine von beiden.'

const ask: SomeoneElse['ask'] = {
  button: 'Jemand anderen bitten',
  all: (count) => `Eine Anfrage für alle ${number(count)} Schritte`,
  hint,
  hintTold: hint,
}

const asked: SomeoneElse['asked'] = {
  foundTitle: 'Was beim letzten Nachsehen gefunden wurde',
  title: 'Die Anfrage an jemand anderen ist als Datei gespeichert',
  since: (time) =>
    `Die Datei wurde ${time} gespeichert. Senden Sie sie der Person, die diesen Schritt erledigt.`,
  sinceForAll: (time) =>
    `Die Datei wurde ${time} gespeichert. Senden Sie sie der Person, die diese Schritte erledigt.`,
  /** Above the list of their titles. */
  asksFor: (steps) => `Sie bittet um diese ${number(steps)} Schritte:`,
  stepLine: (place, title) => `Schritt ${number(place)}, ${title}`,
  file: 'Datei zum Versenden',
  copyFile: 'Speicherort der Datei',
  looks:
    'Die App sieht jede Minute nach, solange sie offen ist und Sie angemeldet sind, wer auch immer den Schritt erledigt. Findet sie das Ergebnis, wird die Zeile von selbst grün.',
  tells:
    'Die App kann die Antwort nicht selbst sehen. Sobald Sie sie haben, wählen Sie „Antwort eingeben“.',
  mayClose: 'Sie können die App schließen. Sie sieht wieder nach, wenn Sie sie öffnen.',
  check: 'Jetzt prüfen',
  takeBack: 'Selbst erledigen',
  enterAnswer: 'Antwort eingeben',
  showFile: 'Im Ordner zeigen',
  email: 'E-Mail schreiben',
  emailHint:
    'Ihr E-Mail-Programm öffnet sich mit einer Nachricht. Hängen Sie die beiden Dateien selbst an: die Seite (Endung „html“) für die Person und die Datei daneben (Endung „ecoconnect“) für ihre App, falls sie die App benutzt.',
  saveAgain: 'Datei noch einmal speichern',
}

/** The message with which the saved page is sent; the person attaches it. */
const letter: SomeoneElse['letter'] = {
  subject: (accountId) =>
    accountId === ''
      ? 'AWS mit Spot verbinden: Bitte um Ihre Hilfe'
      : `AWS-Konto ${accountId} mit Spot verbinden: Bitte um Ihre Hilfe`,
  text: 'Guten Tag,\n\nunser AWS-Konto wird mit Spot Eco verbunden, und dafür brauche ich Ihre Hilfe. Die angehängte Seite beschreibt Schritt für Schritt, was zu tun ist: Öffnen Sie sie im Browser. Sie enthält nur Namen und Einstellungen, kein Passwort und keinen Schlüssel.\n\nWenn auch Sie die App Eco Connect benutzen, öffnen Sie damit die angehängte Datei mit der Endung „.ecoconnect“. Sie trägt die Namen für Sie ein; prüfen und freigeben müssen Sie alles selbst.\n\nVielen Dank',
}

export const someoneElse: SomeoneElse = { letter, ask, asked }
