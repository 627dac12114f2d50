import type { Catalogue } from '../catalogue.ts'
import { series } from './locale.ts'

type Words = Catalogue['record']

/** How far a step of the connection is known, by whoever knows it. */
const standing: Words['standing'] = {
  proven: (time) => `Nachgewiesen: aus AWS gelesen, ${time}.`,
  decided: (time) => `In der App entschieden, ${time}.`,
  earlier: (time) => `Nachgewiesen, ${time}, und seitdem nicht mehr geprüft.`,
  delivery: (due) => `Aus AWS gelesen. Die erste Lieferung stand noch aus; fällig: ${due}.`,
  told: (time) =>
    `Nicht überprüft: von Hand eingegeben, ${time}, und von niemandem aus AWS gelesen.`,
  askedMsp: 'Nicht abgeschlossen: Der MSP wurde gefragt.',
  withMsp: 'Beim MSP, in dessen Konto diese App nicht sehen kann.',
  handedOver: (time) => `Nicht abgeschlossen: Jemand anderes wurde darum gebeten, ${time}.`,
  spotApi: (time) => `Antwort von Spot an die App, ${time}: angenommen.`,
  spotConsole: (time) =>
    `Nicht überprüft: in der Spot-Konsole abgeschlossen, ${time}, nach Angabe der Person, die es getan hat.`,
  askedSpot: (time) =>
    `Nicht überprüft: Spot Support wurde gefragt, ${time}. Dass das Konto verbunden ist, hat niemand gelesen.`,
  saidConnected: (asked, said) =>
    `Nicht überprüft: Spot Support wurde gefragt, ${asked}, und hat es nach Angabe der Person hier bestätigt, ${said}.`,
  notFinished: 'Nicht abgeschlossen.',
}

const undo: Words['undo'] = {
  title: 'Rückgängig machen',
  app: 'In dieser App: im Menü neben dem Namen der Verbindung „Verbindung trennen…“. Das entfernt nur, was diese App angelegt hat, und fragt vor jedem Teil. Oder von Hand, in dieser Reihenfolge:',
  byHand: 'Diese App hat für diese Verbindung nichts angelegt. In dieser Reihenfolge:',
  left: 'Was diese App angelegt hatte, ist entfernt. Was übrig ist, in dieser Reihenfolge:',
  stack: (name) =>
    `Den Stack „${name}“ in AWS CloudFormation löschen, Region us-east-1: Die Rolle und ihre Richtlinie verschwinden mit ihm, und Spot kann nichts mehr lesen.`,
  role: (arn) =>
    `Die Rolle ${arn} hat nicht diese App angelegt. Wer sie angelegt hat, kann sie löschen; bis dahin kann sie benutzt werden.`,
  report: (name) =>
    `Den Bericht „${name}“ unter „Billing and Cost Management“, „Data Exports“ löschen.`,
  otherReport: (name) =>
    `Den Bericht „${name}“ hat nicht diese App angelegt. Wer ihn benutzt, entscheidet, ob er bleibt.`,
  handReport: (bucket) =>
    `Der Bericht, der in „${bucket}“ geliefert wird, wurde von Hand eingerichtet. Wer ihn angelegt hat, kann ihn unter „Billing and Cost Management“, „Data Exports“ löschen.`,
  bucket: (name) =>
    `Den Bucket „${name}“ in Amazon S3 leeren und löschen, wenn niemand die gelieferten Dateien mehr braucht.`,
  otherBucket: (name) =>
    `Den Bucket „${name}“ hat nicht diese App angelegt. Wer ihn benutzt, entscheidet, ob er bleibt.`,
  msp: 'Dem MSP Bescheid geben: Der Bericht und sein Bucket liegen im Konto des MSP.',
  spot: 'Spot Support bitten, das Konto bei Spot zu entfernen. Was Spot bisher gelesen hat, behält Spot.',
  nothing: 'Es wurde nichts angelegt. Es gibt also nichts rückgängig zu machen.',
}

const takenBack: Words['takenBack'] = {
  title: 'Was zurückgenommen wurde',
  thing: 'Was',
  state: 'Stand',
  things: { stack: 'Stack', report: 'Bericht', bucket: 'Bucket' },
  named: (thing, name) => `${thing} „${name}“`,
  removed: (time) => `Entfernt, ${time}, und danach noch einmal gelesen`,
  begun: (time) => `Begonnen, ${time}; das Ende hat niemand gesehen`,
}

const stopped: Words['stopped'] = {
  first: (what) => `Nicht abgeschlossen. Der Schritt wurde angehalten: ${what}`,
  after: (what, time) =>
    `Nicht mehr nachgewiesen. Der Schritt wurde angehalten: ${what} Das Folgende wurde am ${time} nachgewiesen.`,
}

/** The connection record: a document for the files. */
export const record: Words = {
  from: (app, version) => `${app} ${version}: Verbindungsnachweis`,
  title: (name) => (name === '' ? 'Verbindungsnachweis' : `Verbindungsnachweis: ${name}`),
  what: 'Was diese App getan hat, um ein AWS-Konto mit Spot Eco zu verbinden, wer es entschieden hat, was davon nachgewiesen ist und wie man es rückgängig macht.',
  asOf: (time) => `Stand nach Kenntnis der App: ${time}.`,
  glance: 'Auf einen Blick',
  labels: {
    account: 'AWS-Konto',
    state: 'Stand',
    taken: 'Angemeldet als',
  },
  accountNamed: (name, id) => (name === '' ? id : `${name} (${id})`),
  none: 'Nicht bekannt',
  both: (one, other) => series([one, other]),
  notVerifiedTitle: 'Was nicht überprüft ist',
  allVerified: 'Nichts: Was unten steht, wurde aus AWS gelesen oder von Spot beantwortet.',
  stepsTitle: 'Schritt für Schritt',
  standing,
  stopped,
  asked: 'MSP gefragt',
  answered: 'Antwort des MSP eingegeben',
  sentHow: 'Wie die Anfrage die App verlassen hat',
  how: { copied: 'Kopiert', email: 'Als E-Mail' },
  changesTitle: 'Was geändert wurde und durch welche Aufrufe',
  changesMeans:
    'Aus dem Protokoll der Aufrufe, das die App laufend schreibt. Für die Aufrufe bei AWS zeigt AWS CloudTrail dieselben Anfrage-IDs und wer sie gemacht hat.',
  torn: 'Das Protokoll der Aufrufe hat Lücken; hier kann also eine Änderung fehlen.',
  undo,
  takenBack,
  times:
    'Alle Zeiten in UTC. Dies ist die eigene Aufzeichnung der App über das, was sie getan und gelesen hat, keine Bescheinigung von AWS oder von Spot.',
  noSecret: 'Dieses Dokument enthält kein Passwort, kein Token und keinen Schlüssel.',
}
