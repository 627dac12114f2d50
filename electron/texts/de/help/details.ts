/** The details for support: a text for somebody who helps, with no secret in it. */

import type { Catalogue } from '../../catalogue.ts'
import { number } from '../locale.ts'

export const details: Catalogue['help']['details'] = {
  title: 'Eco Connect: Angaben für den Support',
  labels: {
    madeAt: 'Erstellt (UTC)',
    version: 'Version',
    runtime: 'Läuft auf',
    system: 'System',
    language: 'Sprache',
    account: 'AWS-Konto',
    way: 'Arbeitsweise',
    keychain: 'Schlüsselbund',
  },
  version: (version, edition) => `${version} (${edition})`,
  runtime: (electron, chromium, node) =>
    `Electron ${electron}, Chromium ${chromium}, Node.js ${node}`,
  language: (spoken, system) => `${spoken} (System: ${system})`,
  /** Only its last digits are told. */
  account: (lastDigits) => `endet auf ${lastDigits}`,
  noAccount: 'noch nicht bekannt',
  ways: {
    signedIn: 'angemeldet',
    signedOut: 'nicht angemeldet',
    byHand: 'von Hand',
    msp: 'mit einem MSP',
  },
  steps: 'Schritte',
  step: (place, id, status) => `${number(place)}. ${id}: ${status}`,
  current: 'der erste, der nicht abgeschlossen ist',
  noSteps: 'Diese Version kann die Verbindung nicht öffnen.',
  errors: 'Fehler, die gerade angezeigt werden',
  calls: 'Letzte Aufrufe, neueste zuerst (UTC)',
  went: 'gelungen',
  failed: (code) => `fehlgeschlagen: ${code}`,
  http: (status) => `HTTP ${status}`,
  requestId: (id) => `Anfrage-ID ${id}`,
  hosts: 'Server seit dem Start der App',
  reached: 'erreicht',
  notReached: (code) => `nicht erreicht: ${code}`,
  /** In place of the name of a bucket in a server's name. */
  aBucket: 'ein-bucket',
  settings: 'Vorgaben der Organisation, die etwas ändern',
  none: 'keine',
  unreadable: 'Das Protokoll der Aufrufe ließ sich nicht lesen.',
  noSecret:
    'Dieser Text enthält kein Passwort, keinen Schlüssel und kein Token, keine E-Mail-Adresse und keinen Namen einer Person. Von Kontonummern stehen nur die letzten vier Ziffern darin.',
}
