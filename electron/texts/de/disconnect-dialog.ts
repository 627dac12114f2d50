/** What the dialog for disconnecting says around the things that are removed. */

import type { Catalogue } from '../catalogue.ts'

export const disconnectDialog: Catalogue['disconnectDialog'] = {
  closeLabel: 'Schließen, ohne noch etwas zu entfernen',
  list: 'Was sich entfernen lässt',
  signInFirst: 'Zuerst anmelden',
  signInMeans:
    'Um zu sehen und zu entfernen, was die App angelegt hat, muss sie beim AWS-Konto angemeldet sein. Öffnen Sie danach „Verbindung trennen…“ noch einmal.',
  signInStep: (step) => `Melden Sie sich in Schritt ${step} der Checkliste an.`,
  reopen: 'Erneut prüfen und anmelden',
  consentFirst: 'Setzen Sie zuerst das Häkchen oben.',
  filesFirst:
    'Im Bucket sind noch Dateien: Setzen Sie zuerst das Häkchen, das ihr Löschen erlaubt.',
  oneAtATime: 'Etwas anderes wird gerade noch entfernt.',
  /** The answer to the question whether a thing shall be removed. */
  consents: {
    stack: 'Ja, den Stack mit seiner Rolle löschen',
    report: 'Ja, den Bericht löschen',
    bucket: 'Ja, den Bucket löschen',
  },
}
