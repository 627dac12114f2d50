import type { PackWords } from '../en/index.ts'

export const guide: PackWords['guide'] = {
  intro: [
    'Dies sind die Seiten der Hilfe des Programms, mit Bildern, um ohne das Programm zu lesen. Die Bilder zeigen ein erfundenes Unternehmen vor einem Simulator.',
  ],
  guides: 'Wie es geht',
  steps: 'Schritt für Schritt',
  glossary: 'Wörter',
  wordHead: ['Wort', 'Was es ist'],
  step: (place, title) => `${place}. ${title}`,
  pictures: {
    plan: 'Der erste Schritt fragt, wer das AWS-Konto verwaltet; daneben die Checkliste mit sieben Schritten.',
    template:
      'Die Prüfung sagt in einfachen Worten, wer worauf Zugriff erhält und an welcher einen Stelle die Rolle schreiben darf.',
    'sign-in':
      'Die Anmeldung fragt, auf welche Art Sie sich anmelden, und bei der vorgeschlagenen nach der Adresse des AWS-Zugangsportals.',
    'signed-in':
      'Nach der Anmeldung zeigt der Schritt, welches Konto und welche Person AWS genannt hat und dass das Konto die Rechnung bezahlt.',
    'cost-report':
      'Der Schritt zum Kostenbericht sagt, welche Berichte es gibt und was angelegt würde.',
    bucket:
      'Der Schritt zum Bucket zeigt alles, was geprüft wurde, und dass die erste Lieferung noch aussteht.',
    stack:
      'Bevor die Rolle angelegt wird, fragt der Schritt nach der externen ID von Spot und zeigt, was angelegt wird und wie man es zurücknimmt.',
    'stack-running': 'Während AWS die Rolle anlegt, ist aufgelistet, was AWS meldet.',
    registration:
      'Der letzte Schritt bietet an, Rolle und Bucket an Spot zu senden oder in der Spot-Konsole abzuschließen.',
    registered: 'Am Ende steht, was als Nächstes geschieht und was für die Person noch zu tun ist.',
  },
}
