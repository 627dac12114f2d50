import type { PackWords } from '../en/index.ts'

export const summary: PackWords['summary'] = {
  labels: {
    decided: 'Worüber Sie entscheiden',
    needs: 'Was es braucht',
    leaves: 'Was das Unternehmen verlässt',
    risks: 'Was als Risiko bleibt',
    ends: 'Wie man es beendet',
    unproven: 'Was nicht nachgewiesen ist',
    missing: 'Was noch fehlt',
  },
  decided:
    'Über zweierlei: ob jemand ein Desktop-Programm einige Tage lang benutzen darf, um eine Verbindung einzurichten, und ob Spot von da an über eine Rolle die AWS-Rechnung des Unternehmens lesen darf. Das Zweite besteht weiter, wenn das Programm wieder entfernt ist.',
  needs: (hosts) =>
    `Auf dem Computer keine Rechte außer denen der Person; ausgehend TLS zu ${hosts} Hostnamen, bis auf einen von Spot alle von AWS; in AWS die Berechtigungen einer veröffentlichten Richtlinie, solange eingerichtet wird.`,
  leaves:
    'Durch das Programm: der ARN der Rolle, der Name des Buckets und die Kontonummer, an Spot. Über die Rolle, ohne das Programm: Bericht, Rechnung, Reservierungen und Savings Plans. An die Hersteller des Programms: nichts.',
  risks:
    'Schadsoftware, die unter derselben Person läuft, kann, was die Person kann; das ist bei jedem Desktop-Programm so. Die Rolle liest auch Vorlagen und Parameter von CloudFormation-Stacks. Von AWS ausgestellte Zugangsdaten gelten bis zu ihrem Ende, in der Regel eine Stunde.',
  ends: 'Sie löschen einen CloudFormation-Stack: Spot hat dann keinen Zugriff mehr. Das Programm entfernen Sie über sein Paket. Das eine braucht das andere nicht.',
  unproven: (shipped, tried) =>
    `Niemand außerhalb des Projekts hat es geprüft. Es lief nur auf Linux, mit Electron ${tried} statt mit ${shipped}, mit dem die Pakete erstellt werden, und vor einem Simulator von AWS und Spot. Alles dazu steht unter „Was niemand geprüft hat“.`,
  missing: (fields) =>
    `Noch nicht ausgefüllt: ${fields}. Solange davon etwas fehlt, lassen sich keine Pakete zum Verteilen erstellen.`,
  quoted: (label) => `„${label}“`,
  complete: 'Nichts: Herausgeber, Lizenz und Kontakte stehen unter „Kontakte und Lizenz“.',
  readers: {
    network: 'Netz und Proxy',
    computers: 'Computer und Softwareverteilung',
    aws: 'AWS',
    security: 'Informationssicherheit',
    privacy: 'Datenschutz und Revision',
  },
}
