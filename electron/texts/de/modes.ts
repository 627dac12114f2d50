/** The two ways in which the window works differently, each told in a bar under the header. */

import type { Catalogue } from '../catalogue.ts'

const byHand = {
  name: 'Von Hand',
  means: 'Aus AWS wird nichts gelesen, und nichts wird überprüft.',
  leave: 'Anmelden und überprüfen',
} as const

const reopened = {
  name: 'Erneute Prüfung',
  means: 'Die Anmeldung bleibt nur im Arbeitsspeicher und endet mit „Schließen“.',
  close: 'Schließen',
} as const

const manage = {
  title: 'Erneut prüfen oder rückgängig machen',
  look: 'Sie können sich noch einmal anmelden und die App alles neu lesen lassen. Sie ändert dabei nichts, und die Anmeldung bleibt nur im Arbeitsspeicher.',
  reopen: 'Erneut prüfen',
  undoTitle: 'Rückgängig machen',
  undo: 'Was diese App in AWS angelegt hat, können Sie zurücknehmen, eines nach dem anderen.',
  disconnect: 'Verbindung trennen…',
} as const

/** A step that was told by hand. */
const unverified = {
  mark: 'Nicht überprüft',
  title: 'Notiert, aber nicht überprüft',
  means:
    'Diese Werte wurden von Hand eingegeben. Ihre Form stimmt, aber niemand hat sie mit AWS verglichen.',
  signIn: 'Melden Sie sich an, damit die App sie überprüft.',
  lookAgain: (step: number) =>
    `Mit „Erneut prüfen“ in Schritt ${step} lassen Sie die Werte von der App überprüfen.`,
  values: 'Was eingegeben wurde',
  noted: (time: string) => `Notiert ${time}`,
  change: 'Diese Werte ändern',
} as const

/** The fields for what was noted down in AWS's console. */
const byHandFields = {
  guide: 'Was von Hand zu tun ist',
  title: 'Was Sie notiert haben',
  note: 'Weiter',
  account: 'AWS-Kontonummer',
  accountHint: 'Zwölf Ziffern, mit oder ohne die Bindestriche, die die Konsole zeigt.',
  bucket: 'S3-Bucket des Berichts',
  bucketHint: 'Der Bucket, der den Bericht aufnimmt, so wie er auf der Seite „Data Exports“ steht.',
  prefix: 'S3 path prefix (Pfadpräfix)',
  prefixHint: 'Der Ordner im Bucket, den Sie beim Bericht eingegeben haben.',
  saveTemplate: 'Vorlage als Datei speichern',
  role: 'Rollen-ARN',
  roleHint: (account: string) =>
    account === ''
      ? 'Von der Registerkarte „Outputs“ (Ausgaben) des Stacks. Sie beginnt mit arn:aws:iam::'
      : `Von der Registerkarte „Outputs“ (Ausgaben) des Stacks. Sie beginnt mit arn:aws:iam::${account}:role/`,
  externalId: 'Externe ID',
  externalIdHint:
    'Nur wenn Sie eine in den Parametern des Stacks eingegeben haben; lassen Sie das Feld sonst leer.',
} as const

export const modes: Catalogue['modes'] = {
  byHand,
  reopened,
  manage,
  unverified,
  byHandFields,
}
