import type { PackWords } from '../en/index.ts'

export const spotRole: PackWords['spotRole'] = {
  intro: [
    'Die Vorlage ist `eco-role.template.json` in jedem Paket. Es folgt, was das Programm selbst darin liest, dasselbe, das eine Person vor der Freigabe sieht. An ihrer Stelle kann jemand eine andere Vorlage öffnen, von Spot oder eine eigene; sie wird mit denselben Worten geprüft.',
  ],
  facts: {
    sha256: 'Fingerabdruck (SHA-256) der Vorlage',
    bytes: 'Größe',
    trusted: 'Darf die Rolle übernehmen',
    externalId: 'Externe ID',
    creates: 'Legt an',
  },
  size: (bytes) => `${bytes} Bytes`,
  head: ['Wofür', 'Aktionen, mit der Stufe laut AWS', 'Worauf'],
  neverTitle: 'Was sie nie kann',
  checks: {
    title: 'Was sich nachprüfen lässt',
    points: [
      'Das Programm legt den Stack aus genau den Bytes an, die freigegeben wurden, und hebt ihren Fingerabdruck auf, mit wem und wann.',
      'Nach dem Anlegen liest es, wem die Rolle vertraut, und lässt IAM simulieren, dass sie den Bucket lesen kann.',
      'An jedem späteren Tag vergleicht „Erneut prüfen“ jede Richtlinie der Rolle, Berechtigung für Berechtigung, mit dem Freigegebenen und sagt, was mehr ist, was weniger und was nicht zu lesen war.',
      'In AWS: „Last accessed“ der Rolle in IAM und `AssumeRole` in CloudTrail zeigen, wann Spot sie benutzt hat.',
    ],
  },
  remains:
    'Die Rolle liest Vorlagen und Parameter der CloudFormation-Stacks im Konto. Geheimnisse gehören nicht dorthin.',
}
