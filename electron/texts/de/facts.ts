/** What is said of proven facts beside their labels, which are among the words of each step. */

import type { Catalogue } from '../catalogue.ts'
import { deliveredFile } from './delivered-file.ts'

/** The labels are put together from the words of the steps (`index.ts`). */
type Facts = Omit<Catalogue['facts'], 'labels'>

const unread = 'Ließ sich nicht lesen'

/** Values that the steps report as codes, in words, by `Fact.id`. */
const values: Facts['values'] = {
  'managed-by': {
    us: 'Wir verwalten unser AWS-Konto selbst',
    msp: 'Ein Managed Service Provider (MSP)',
  },
  'user-kind': { root: 'Der Root-Benutzer des Kontos' },
  // At a portal, the permission set says it.
  'sign-in-way': {
    console: 'Wie in der AWS-Konsole',
    keys: 'Eingefügte kurzlebige Schlüssel',
    profile: 'Ein Profil der AWS CLI',
  },
  'management-account': {
    yes: 'Ja, dies ist das Verwaltungskonto',
    'no-organization': 'Keine Organisation: Dieses Konto bezahlt seine eigene Rechnung',
    confirmed: 'Von Ihnen bestätigt; AWS hat der App nicht erlaubt, es zu lesen',
    unknown: unread,
  },
  'bill-payer': {
    own: 'Dieses Konto (kein „Billing Transfer“)',
    unknown: 'Nicht bekannt: AWS hat nicht mitgeteilt, ob ein anderes Konto bezahlt',
    denied: 'Nicht bekannt: Sie dürfen AWS nicht fragen, ob ein anderes Konto bezahlt',
  },
  'bill-decision': { 'went-on': 'Trotzdem weitergemacht, obwohl ein anderes Konto bezahlt' },
  'proven-by': {
    'word-only':
      'Nur aus Angaben von AWS: Mit diesem Berechtigungssatz dürfen Sie den Bucket nicht lesen, deshalb sind seine Richtlinie, seine Verschlüsselung und seine Dateien nicht geprüft',
  },
  'bucket-region': { unknown: unread },
  'bucket-owner': { true: 'Dieses Konto', false: 'Ein anderes Konto', unknown: unread },
  'bucket-policy': {
    allowed: 'AWS darf den Bericht liefern',
    denied: 'Verbietet AWS, den Bericht zu liefern',
    'not-allowed': 'Erlaubt AWS noch nicht, den Bericht zu liefern',
    depends:
      'Erlaubt AWS die Lieferung, verbietet sie aber allen, die eine Bedingung nicht erfüllen, etwa eine Art der Verschlüsselung oder eine Organisation. Ob AWS sie erfüllt, zeigt sich erst bei der Lieferung',
    unknown: unread,
  },
  'bucket-encryption': {
    'SSE-S3': 'SSE-S3 (Schlüssel von Amazon S3; Spot kann die Dateien lesen)',
    'SSE-KMS': 'SSE-KMS (eigener Schlüssel; Spot kann die Dateien nicht lesen)',
    'DSSE-KMS': 'DSSE-KMS (eigener Schlüssel; Spot kann die Dateien nicht lesen)',
    unknown: unread,
  },
  'public-access': {
    true: 'Gesperrt',
    false: 'Nicht vollständig gesperrt',
    unknown: unread,
  },
  'bucket-ownership': {
    BucketOwnerEnforced: 'Alles gehört diesem Konto',
    BucketOwnerPreferred: 'In der Regel diesem Konto (BucketOwnerPreferred)',
    ObjectWriter:
      'Wer eine Datei schreibt (ObjectWriter): Die Berichte gehören dann dem Lieferdienst von AWS, und Spot kann sie möglicherweise nicht lesen',
    unknown: unread,
  },
  'bucket-notifications': { '': 'Keine', none: 'Keine', '0': 'Keine', unknown: unread },
  manifest: {
    '': 'Noch nicht geliefert',
    'none-yet': 'Noch nicht geliefert',
    unknown: unread,
    none: 'Keines im Bucket',
    denied:
      'Sie dürfen nicht in den Bucket sehen; es gilt, was AWS selbst über die Lieferung angibt',
    unreadable: 'Ließ sich nicht lesen; es gilt, was AWS selbst über die Lieferung angibt',
    'not-parquet': 'Geliefert, aber nicht als Parquet-Dateien',
    outdated: 'Viel älter als die letzte Lieferung, die AWS angibt',
  },
  'delivery-status': {
    SUCCESS: 'Erfolgreich',
    ERROR_PERMISSIONS: 'Fehlgeschlagen: AWS darf nicht in den Bucket schreiben',
    ERROR_NO_BUCKET: 'Fehlgeschlagen: Den Bucket gibt es nicht',
    stale: 'Ausgeblieben: seit mehr als zwei Tagen nichts Neues',
    'none-yet': 'Noch nicht geliefert',
  },
  ...deliveredFile.values,
  'asks-for-id': {
    needed: 'Wird erfragt, bevor die Rolle angelegt wird',
    optional: 'Wird erfragt, bevor die Rolle angelegt wird; es geht auch ohne',
    written: 'Steht in der Vorlage',
    no: 'Keine: Die Vorlage verlangt keine',
  },
  'approved-by': {
    'not-signed-in': 'Nicht angemeldet: AWS hat niemanden genannt',
    'not-known': 'Nicht bekannt: AWS war in diesem Moment nicht erreichbar',
    'not-kept':
      'Nicht bekannt: freigegeben mit einer früheren Version dieser App, die es nicht vermerkt hat',
  },
  'approved-at': {
    'not-kept': 'Nicht bekannt: freigegeben mit einer früheren Version dieser App',
  },
  'claimed-by': { nobody: 'Niemand namentlich' },
  'claimed-text': { same: 'Genau dieser Text', other: 'Ein anderer Text als dieser' },
  'external-id-note': {
    decided: 'Keine: Sie haben entschieden, ohne sie weiterzumachen',
    none: 'Keine: Die Rolle verlangt keine',
    hidden: 'Die Rolle verlangt eine; die Vorlage hält sie verborgen',
  },
  'stack-status': {
    CREATE_COMPLETE: 'Angelegt (CREATE_COMPLETE)',
    UPDATE_COMPLETE: 'Aktualisiert (UPDATE_COMPLETE)',
    UPDATE_ROLLBACK_COMPLETE: 'Aktualisierung zurückgenommen (UPDATE_ROLLBACK_COMPLETE)',
    IMPORT_COMPLETE: 'Importiert (IMPORT_COMPLETE)',
    IMPORT_ROLLBACK_COMPLETE: 'Import zurückgenommen (IMPORT_ROLLBACK_COMPLETE)',
  },
  way: {
    'spot-api': 'Von dieser App an Spot gesendet',
    'spot-console': 'In der Spot-Konsole abgeschlossen',
    'spot-support': 'Anfrage an Spot Support',
  },
}

export const facts: Facts = {
  values,
  /** One of several settings, in one line with the others. */
  named: ({ label, value }) => `${label}: ${value}`,
  /** Beside the ARN of an account of Spot's. */
  spotAccount: 'Spot',
}
