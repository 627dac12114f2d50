import type { PackWords } from '../en/index.ts'

export const permissions: PackWords['permissions'] = {
  intro: (date, version) => [
    `Die Richtlinien liegen als Dateien jedem Paket bei. Sie sind getrennt, damit niemand mehr bekommt, als die Aufgabe braucht. Die Spalte „Stufe laut AWS“ ist das Wort von AWS aus seiner „Service Authorization Reference“ (Daten vom ${date}, Version ${version}), nicht das des Projekts.`,
    'Eine ganze Verbindung vor dem Simulator verlangt von AWS nichts, was nicht in der ersten Richtlinie steht; sonst schlägt ein Test fehl. Nach einer Anmeldung fragt das Programm IAM, was die Person darf, und zeigt, was fehlt, bevor etwas versucht wird.',
    'Anlegen darf die erste Richtlinie nur unter den Namen, die das Programm vorschlägt (`spot-eco-cur-*`, `Spot*`). Erweitern Sie diese, wenn Sie andere Namen wählen.',
  ],
  head: ['Aktion', 'Stufe laut AWS', 'Wozu', 'Worauf'],
  policies: {
    'operator-policy.json': {
      title: 'Für die Person, die verbindet',
      means:
        'Das Wenigste, mit dem eine Person alles allein tut. Mehrere können es sich teilen: Jeder Schritt lässt sich jemand anderem geben.',
    },
    'health-policy.json': {
      title: 'Für das Nachsehen an einem späteren Tag, zusätzlich',
      means: 'Vergleicht die Richtlinien der Rolle mit dem Freigegebenen. Sie liest nur.',
    },
    'report-file-policy.json': {
      title: 'Für den Vergleich mit einer gelieferten Datei, zusätzlich und freiwillig',
      means:
        'Das Programm liest die letzten Bytes und das Verzeichnis am Ende einer Datei, nachdem ein Knopf gedrückt wurde. IAM kann eine Berechtigung nicht darauf begrenzen: Wer sie hat, kann ganze Berichtsdateien lesen. Lassen Sie sie weg, wenn das nicht gewünscht ist; sonst braucht sie niemand.',
    },
    'disconnect-policy.json': {
      title: 'Um alles zurückzunehmen, zusätzlich',
      means:
        'Geben Sie sie für den Tag, an dem jemand trennt. Den Stack löscht die erste Richtlinie; hinzu kommen hier der Bericht und der Bucket, die das Programm angelegt hat.',
    },
  },
  reasons: {
    'health-policy.json iam:GetRolePolicy':
      'Lesen, was eine in die Rolle geschriebene Richtlinie sagt',
    'health-policy.json iam:GetPolicy': 'Lesen, welche Version einer Richtlinie gilt',
    'health-policy.json iam:GetPolicyVersion': 'Lesen, was diese Version einer Richtlinie sagt',
    'report-file-policy.json s3:GetObject':
      'Die letzten Bytes und das Verzeichnis am Ende einer gelieferten Datei lesen',
    'disconnect-policy.json s3:ListBucket': 'Lesen, ob der Bucket Dateien enthält',
    'operator-policy.json iam:GetPolicy': 'CloudFormation liest die Richtlinie, die es anlegt',
    'operator-policy.json iam:ListPolicyVersions':
      'CloudFormation liest die Richtlinie, die es zurücknimmt',
    'operator-policy.json cloudformation:DeleteStack':
      'Einen Stack dieser App löschen, der fehlgeschlagen ist oder den jemand zurücknimmt',
  },
  elsewhere: {
    title: 'Wie man sie gibt und begrenzt',
    points: [
      'Als „Inline policy“ eines Berechtigungssatzes in IAM Identity Center, mit kurzer Sitzung. Nehmen Sie sie weg, wenn die Verbindung steht: Bei Spot hängt nichts daran.',
      'Die Anmeldung wie in der AWS-Konsole braucht die beiden Aktionen von `signin`. Wer sie nicht will, lässt sie weg oder verbietet sie: in Mitgliedskonten mit einer Dienststeuerungsrichtlinie (SCP); im Verwaltungskonto, das solche Richtlinien nie erreichen, mit einer Richtlinie der Benutzer, Rollen und Berechtigungssätze.',
      'CloudFormation handelt mit den Berechtigungen der Person: Es wird keine Dienstrolle übergeben, und `iam:PassRole` wird nicht gebraucht.',
    ],
  },
}
