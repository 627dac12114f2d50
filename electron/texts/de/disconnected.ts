/** The end of a connection that was taken back. */

import type { Catalogue } from '../catalogue.ts'

type Words = Catalogue['disconnected']

const main = {
  name: 'Getrennt',
  on: (time: string) => `Getrennt ${time}`,
  begunOn: (time: string) => `Trennung begonnen ${time}`,
  access: {
    ended:
      'Die Rolle, die diese App für Spot angelegt hat, ist gelöscht: Darüber kann Spot nichts mehr lesen. Nach jedem Entfernen hat die App in AWS nachgesehen.',
    stands:
      'Eine Rolle für Spot ist noch da. Spot kann dieses Konto also weiter lesen, bis auch sie gelöscht ist.',
    unread:
      'Ob noch eine Rolle für Spot da ist, ließ sich nicht lesen. Wenn ja, kann Spot dieses Konto weiter lesen.',
    none: 'Diese App hat hier keine Rolle für Spot angelegt. Hat es jemand anderes getan, kann Spot dieses Konto weiter lesen, bis sie gelöscht ist.',
  },
  begun:
    'Die App hat AWS beauftragt, das unten Genannte zu entfernen, und wurde geschlossen oder verlor die Verbindung zu AWS, bevor sie das Ende sah. Melden Sie sich noch einmal an, dann liest die App, was daraus geworden ist.',
  archive: 'Die Checkliste, wie sie war',
  archiveMeans:
    'Was nachgewiesen war, bevor die Verbindung getrennt wurde. Nichts davon wird noch gelesen.',
  archived: 'War erledigt',
  archivedOpen: 'War offen',
  removed: 'Was entfernt wurde',
  unproven: 'Begonnen; das Ende hat niemand gesehen',
  left: 'Was noch in Ihrem AWS-Konto ist',
  leftNothing: 'Von dem, was diese App für die Verbindung angelegt hat, ist nichts mehr da.',
  removeRest: 'Anmelden und prüfen, was noch da ist',
  showRest: 'Anzeigen, was noch da ist',
  rest: 'Den Rest entfernen',
  restMeans: 'Die Anmeldung bleibt nur im Arbeitsspeicher und endet mit „Schließen“.',
  spotTitle: 'Spot Support bitten, das Konto zu entfernen',
  spotMeans:
    'Spot führt das Konto weiter und behält, was es bisher gelesen hat. Entfernen kann es nur Spot Support. Der Text unten ist englisch. Er enthält, was dort gebraucht wird, und nichts Geheimes.',
  askedMeans:
    'Sie haben Spot Support gebeten, das Konto zu verbinden. Ist das geschehen, führt Spot das Konto und behält, was es gelesen hat; entfernen kann es nur Spot Support. Der Text unten ist englisch. Er enthält, was dort gebraucht wird, und nichts Geheimes.',
  text: 'Text der Anfrage (englisch)',
  copy: 'Anfrage kopieren',
  email: 'Als E-Mail öffnen',
  afterwards: 'Was Sie von hier aus tun können',
  again: 'Dieses Konto wieder verbinden',
  againMeans:
    'Die Checkliste beginnt mit demselben Konto von vorn. Was noch vorhanden ist, wird gefunden und wieder verwendet.',
  forget:
    'Um auch die Notizen auf diesem Computer zu löschen, öffnen Sie das Menü neben dem Namen der Verbindung und wählen „Diese Verbindung aus der App entfernen…“.',
} as const

/** Why a thing is still there, and what that means. */
const left: Words['states'] = {
  there: 'Von dieser App angelegt und nicht entfernt.',
  removing: 'Wird entfernt.',
  removed: 'Entfernt.',
  gone: 'Nicht mehr vorhanden.',
  'not-ours': 'Nicht von dieser App für diese Verbindung angelegt, daher unberührt.',
  unmarked:
    'Ohne die Kennzeichnung dieser App, daher unberührt. Löschen Sie es in der AWS-Konsole, wenn Sie es nicht mehr brauchen.',
  unread: 'Es ließ sich nicht lesen und blieb daher unberührt.',
  failed: 'AWS hat es nicht entfernt.',
}

/** What it means that a thing of this app's is still there. */
const stays: Words['stays'] = {
  stack: 'Spot kann das Konto über die Rolle darin weiter lesen.',
  report: 'AWS liefert ihn weiter.',
  bucket: 'AWS berechnet, was darin gespeichert ist.',
}

export const disconnected: Words = { ...main, states: left, stays }
