import type { Catalogue } from '../catalogue.ts'

/** What the system's own notifications say, by their news; they may be read on a locked screen. */
export const notifications: Catalogue['notifications'] = {
  delivered: {
    title: 'AWS hat den Kostenbericht geliefert',
    body: (connection) =>
      connection === ''
        ? 'Eco Connect hat die ersten Dateien im Bucket gefunden.'
        : `Eco Connect hat die ersten Dateien im Bucket von ${connection} gefunden.`,
  },
  'delivery-late': {
    title: 'Der erste Kostenbericht von AWS ist überfällig',
    body: (connection) =>
      connection === ''
        ? 'Er war vor einem Tag fällig. Eco Connect zeigt, was zu prüfen ist und wer helfen kann.'
        : `In ${connection} war er vor einem Tag fällig. Eco Connect zeigt, was zu prüfen ist und wer helfen kann.`,
  },
  'delivery-due': {
    title: 'Der erste Kostenbericht von AWS ist fällig',
    body: (connection) =>
      connection === ''
        ? '„Erneut prüfen“ in Eco Connect zeigt, ob er da ist.'
        : `„Erneut prüfen“ in Eco Connect zeigt, ob er im Bucket von ${connection} angekommen ist.`,
  },
  'analysis-due': {
    title: 'Die erste Auswertung von Spot ist fällig',
    body: (connection) =>
      connection === ''
        ? 'Spot schickt eine E-Mail, sobald die Dashboards fertig sind. Ist keine gekommen, fragen Sie Spot Support.'
        : `Spot schickt eine E-Mail, sobald die Dashboards für ${connection} fertig sind. Ist keine gekommen, fragen Sie Spot Support.`,
  },
  'role-ready': {
    title: 'Die Rolle für Spot ist bereit',
    body: (connection) =>
      connection === ''
        ? 'AWS hat die Rolle angelegt, und Eco Connect hat sie geprüft. Sie können weitermachen.'
        : `AWS hat die Rolle in ${connection} angelegt, und Eco Connect hat sie geprüft. Sie können weitermachen.`,
  },
  'role-failed': {
    title: 'Mit der Rolle für Spot stimmt etwas nicht',
    body: (connection) =>
      `${connection === '' ? '' : `${connection}: `}AWS konnte sie nicht anlegen, oder sie ist nicht, wie sie sein soll. Eco Connect nennt den Grund und was hilft.`,
  },
  'sign-in-needed': {
    title: 'Bitte melden Sie sich wieder bei AWS an',
    body: (connection) =>
      `Die Anmeldung${connection === '' ? '' : ` bei ${connection}`} ist nach einigen Stunden abgelaufen; das ist bei AWS üblich. Nichts geht verloren: Eco Connect macht weiter, sobald Sie angemeldet sind.`,
  },
}
