/** A file of somebody else that was opened by a double click: what it says, and what using it means. */

import type { Catalogue } from '../catalogue.ts'

type OpenedFile = Catalogue['openedFile']

const template: OpenedFile['template'] = {
  title: 'Die Vorlage der Rolle',
  builtIn:
    'Es geht um eine Vorlage, die mit dieser App geliefert wird, vielleicht in einer anderen Version. Fingerabdruck:',
  own: (fileName) =>
    `Die Datei bringt eine eigene Vorlage mit („${fileName}“). Ist in der Verbindung keine andere freigegeben, kann sie dort gelesen werden. Fingerabdruck dieser Vorlage:`,
  claimed: (step) =>
    `Die Datei sagt, dass dieser Text freigegeben wurde. Das behauptet nur die Datei, überprüft ist es nicht: Wer die Datei verwendet, liest denselben Text in Schritt ${step} und gibt ihn dort frei.`,
}

/** In the panel of a step that was filled in, and of the template. */
const note: OpenedFile['note'] = {
  title: 'Aus einer Datei ausgefüllt',
  body: (name) =>
    `Das Formular wurde mit Werten aus ${name === '' ? 'der Datei ausgefüllt, die Sie geöffnet haben' : `einer Datei ausgefüllt, die nach eigener Angabe von ${name} kommt`}. Nichts davon ist überprüft: Sehen Sie die Werte durch, bevor Sie weitermachen.`,
  templateTitle: 'Zu der Datei, die Sie geöffnet haben',
  sameText: 'In der Datei, die Sie geöffnet haben, geht es um genau diesen Text.',
  otherTemplate:
    'In der Datei, die Sie geöffnet haben, geht es um einen anderen Text als den unten: Die Fingerabdrücke sind verschieden. Klären Sie vor der Freigabe mit der Person, von der die Datei kommt, welcher gemeint ist.',
}

export const openedFile: OpenedFile = {
  title: {
    request: 'Eine Datei bittet Sie, ein Konto zu verbinden',
    answer: 'Eine Datei gibt an, was eingerichtet wurde',
  },
  refused: 'Diese Datei lässt sich nicht verwenden',
  unverified: 'Nichts in dieser Datei ist überprüft',
  unverifiedMeans:
    'Jeder kann eine solche Datei unter jedem Namen erstellen. Haben Sie sie nicht erwartet, fragen Sie vor dem Verwenden bei der genannten Person nach, zum Beispiel telefonisch.',
  from: 'Absender laut Datei',
  nobody: 'nicht genannt',
  /** The sender’s name and what they call the connection. */
  inConnection: (name, connection) => `${name} (Verbindung „${connection}“)`,
  madeAt: 'Erstellt laut Datei',
  account: 'Betrifft das AWS-Konto',
  noAccount: 'keines genannt',
  steps: { request: 'Bittet um', answer: 'Laut Datei erledigt' },
  values: { request: 'Vorgeschlagene Werte', answer: 'Werte, die laut Datei in Gebrauch sind' },
  /** A parameter of a template, by the template’s own name for it. */
  parameter: (name) => `Parameter ${name}`,
  useIn: 'Verwenden in',
  newConnection: 'Einer neuen Verbindung, eigens für diese Datei',
  newConnectionMeans: 'Mit eigener Checkliste',
  useMeans:
    'Die Werte füllen die Formulare dieser Verbindung so aus, als hätten Sie sie eingegeben; jeder wird wie jede Eingabe geprüft, und Sie können ihn ändern. Damit ist nichts freigegeben, niemand angemeldet und nichts begonnen. Aufbewahrt werden sie, bis Sie die App schließen.',
  use: 'Diese Werte verwenden',
  close: 'Schließen',
  closeLabel: 'Schließen, ohne die Datei zu verwenden',
  template,
  note,
}
