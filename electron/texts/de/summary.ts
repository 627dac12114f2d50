import type { Catalogue } from '../catalogue.ts'

/** The text file kept after the registration. Its lines are short enough for an editor that does not wrap them. */
export const summary: Catalogue['summary'] = {
  title: 'Eco Connect: Zusammenfassung der Verbindung mit Spot Eco',
  registeredAt: (time) => `Registriert: ${time}`,
  notVerified: (step) => `${step} (NICHT ÜBERPRÜFT: von Hand eingegeben, nicht aus AWS gelesen)`,
  fact: (label, value) => `${label}: ${value}`,
  askedAt: (time) => `Anfrage an Spot Support als gesendet vermerkt: ${time}`,
  nextTitle: 'Wie es weitergeht',
  /** One line each, as below. */
  next: (due) => [
    `Die erste Auswertung von Spot dauert bis zu 48 Stunden, also bis zum ${due}.`,
    'Sind die Dashboards fertig, schickt Spot eine E-Mail. Ist bis dahin keine gekommen, fragen',
    'Sie Spot Support.',
  ],
  deleteToken: [
    'Löschen Sie das Spot-API-Token, das dafür angelegt wurde: in der Spot-Konsole unter',
    '„Settings“, „API“, „Permanent tokens“. Die App hat es vergessen; bei Spot gilt es, bis es',
    'gelöscht ist. Benutzt etwas anderes dasselbe Token, behalten Sie es.',
  ],
  keep: ['Lassen Sie Rolle, Bucket und Bericht in AWS, wie sie sind: Eco liest sie täglich.'],
  keepRole: ['Lassen Sie die Rolle in AWS, wie sie ist: Eco liest mit ihr täglich die Berichte.'],
  links: (spot, stacks) => [`Spot-Konsole: ${spot}`, `Stacks in AWS: ${stacks}`],
  undoTitle: 'Rückgängig machen',
  undoRole: [
    'Löschen Sie in der AWS-Konsole den oben genannten CloudFormation-Stack: Die Rolle und ihre',
    'Richtlinie verschwinden mit ihm. Ist kein Stack genannt, gab es die Rolle schon vorher:',
    'Fragen Sie, wer sie angelegt hat.',
  ],
  registered: {
    undo: [
      'Löschen Sie den Bericht unter „Billing and Cost Management“, „Data Exports“, danach seinen',
      'Bucket.',
    ],
  },
  /** Nobody here has a report to delete: it is the MSP's. */
  asked: {
    next: [
      'Spot Support verbindet das Konto und antwortet. Ob es verbunden ist, kann die App bei Spot',
      'nicht prüfen; die Anfrage unten lässt sich noch einmal senden.',
    ],
    undo: [
      'Geben Sie dann Spot Support und Ihrem MSP Bescheid: Der Bericht und sein Bucket sind im',
      'Konto des MSP.',
    ],
  },
  requestTitle: 'Die Anfrage an Spot Support (auf Englisch)',
  signInTitle: 'Die Anmeldung auf diesem Computer',
  /** True whatever came of it: this file is written before. */
  signIn: (app) => [
    'Nachdem diese Datei geschrieben war, hat die App die Anmeldung entfernt. In ihrem Fenster',
    'stand, ob der Schlüsselbund dieses Computers das bestätigt hat. Zeigt das Programm, das Ihre',
    `Passwörter verwaltet, noch einen Eintrag, der mit „${app}/“ beginnt, oder liegt einer in`,
    'dessen Papierkorb: Er öffnet nichts mehr, denn die Datei, zu der er gehörte, ist gelöscht.',
    'Sie können ihn löschen.',
  ],
  noSecret: 'Diese Datei enthält kein Passwort, kein Token und keinen Schlüssel.',
}
