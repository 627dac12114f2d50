/** Removing everything of the app from this computer: the dialog before it, and the page of its end. */

import type { Catalogue } from '../catalogue.ts'
import { number, plural } from './locale.ts'

type Erasure = Catalogue['erasure']

const dialog: Erasure['dialog'] = {
  title: 'Alles von diesem Computer entfernen',
  intro:
    'Damit endet Eco Connect für Sie auf diesem Computer. Rückgängig machen lässt sich das nicht, und die App schließt sich danach.',
  deletedTitle: 'Das wird gelöscht',
  connections: (count) =>
    plural(count, {
      one: 'Diese Verbindung: ihre Antworten, die Notizen darüber, was die App angelegt hat, ihr Protokoll der Aufrufe, ihre Zusammenfassung und eine gespeicherte Anmeldung',
      other: `Diese ${number(count)} Verbindungen: ihre Antworten, die Notizen darüber, was die App angelegt hat, ihre Protokolle der Aufrufe, ihre Zusammenfassungen und gespeicherte Anmeldungen`,
    }),
  signIn: (entries) =>
    `AWS erhält den Auftrag, jede Anmeldung zu beenden. Eine Anmeldung wie in der AWS-Konsole kann bei AWS trotzdem noch bis zu 12 Stunden weitergehen: Sie erfahren dann, bis wann. Die Einträge der App im Schlüsselbund (sie beginnen mit „${entries}“) werden entfernt; bestätigt der Schlüsselbund das nicht, erfahren Sie es. Er kann nach seinem Passwort fragen.`,
  window: (folder) =>
    `Die Einstellungen der App und was ihr Fenster für sich aufbewahrt, samt dem Ordner ${folder}`,
  staysTitle: 'Das bleibt, wie es ist',
  stays: [
    'Alles in AWS: Bericht, Bucket, Stack und Rolle, soweit es sie gibt. Liest Spot die Berichte schon, geht das weiter. Wollen Sie das zurücknehmen, wählen Sie zuerst „Verbindung trennen…“: Danach weiß die App nicht mehr, was sie angelegt hat.',
    'Eine Registrierung bei Spot, falls es eine gibt. Nur Spot Support kann sie entfernen.',
    'Dateien, die Sie anderswo gespeichert haben, etwa Anfragen, Protokolle und Übersichten.',
    'Die App selbst und was andere Personen auf diesem Computer darin haben.',
  ],
  busy: (name) =>
    `„${name}“ ändert gerade etwas in AWS. Warten Sie, bis das beendet ist, und entfernen Sie dann alles.`,
  word: 'entfernen',
  field: (word) => `Geben Sie zur Bestätigung das Wort „${word}“ ein`,
  start: 'Alles entfernen',
  typeFirst: 'Geben Sie zuerst das Wort oben ein.',
  cancel: 'Alles behalten',
  close: 'Schließen, ohne etwas zu entfernen',
}

const states: Erasure['states'] = {
  there: 'Steht noch aus',
  removing: 'Wird entfernt…',
  removed: 'Entfernt',
  left: 'Ein Rest ist geblieben',
  stays: 'Nicht angetastet',
  closing: 'Verschwindet beim Schließen der App',
}

const page: Erasure['page'] = {
  running: 'Alles wird von diesem Computer entfernt',
  continued:
    'Die App wurde geschlossen oder beendet, während sie wie verlangt alles entfernte. Sie macht jetzt damit weiter.',
  wait: 'Das kann eine Minute dauern. Der Schlüsselbund dieses Computers kann nach seinem Passwort fragen. Schließen Sie die App vorher, macht sie beim nächsten Start damit weiter.',
  ended: 'Alles wurde von diesem Computer entfernt',
  endedLeft: 'Nicht alles ließ sich entfernen',
  endedMeans: (folder) =>
    `Wenn Sie die App schließen, verschwindet auch ihr Ordner ${folder}. Finden Sie ihn später wieder, können Sie ihn löschen: Eine Anmeldung ist nicht darin.`,
  endedLeftMeans:
    'Was geblieben ist, steht unten, jeweils mit dem Grund. Sie können es erneut versuchen oder die App schließen und es von Hand löschen.',
  outside: 'In AWS und bei Spot wurde nichts angetastet.',
  entries: (app) =>
    `Vielleicht zeigt das Programm, das Ihre Passwörter verwaltet, noch einen Eintrag, der mit „${app}/“ beginnt und hier nicht genannt ist. Er gehört dann zu einer Verbindung, deren Ordner von Hand gelöscht wurde, oder er liegt in einem Papierkorb. Sie können ihn löschen: Er öffnet nichts mehr.`,
  list: 'Was entfernt wurde und was nicht',
  ofConnection: (folder, entry) =>
    `Anmeldung, Notizen, Protokoll und Zusammenfassung in ${folder}; Eintrag „${entry}“ im Schlüsselbund`,
  goesOn: 'Eine Anmeldung, die bei AWS noch eine Weile weitergeht, steht unten mit ihrem Ende.',
  notTold: 'Was AWS nicht mitgeteilt werden konnte, steht unten. Sie können es erneut versuchen.',
  again: 'Erneut versuchen',
  quit: 'Eco Connect schließen',
}

export const erasure: Erasure = {
  menu: 'Alles von diesem Computer entfernen…',
  dialog,
  page,
  states,
  things: {
    connection: (name, account) =>
      account === '' || account === name
        ? `Verbindung „${name}“`
        : `Verbindung „${name}“, AWS-Konto ${account}`,
    settings: (file) => `Einstellungen: ${file}`,
    browser: (folder) => `Was das Fenster für sich aufbewahrt, in ${folder}`,
    foreign: (file) => `Nicht von dieser App: ${file}`,
    newerFile: (file) => `Aus einer neueren Version: ${file}`,
  },
  /** Why a thing is left alone. */
  whyStays: {
    newer:
      'Eine neuere Version der App hat es geschrieben. Nur diese Version weiß, was alles dazugehört: Entfernen Sie alles mit ihr oder löschen Sie den Ordner von Hand.',
    foreign: 'Die App hat es nicht dorthin gelegt.',
  },
}
