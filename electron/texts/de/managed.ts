import type { managed as english } from '../en/managed.ts'

/** What each setting that an organization can make is called. */
const titles: typeof english.titles = {
  AllowedPortals: 'Erlaubte Zugangsportale',
  AllowedRegions: 'Erlaubte Regionen von Identity Center',
  AllowedAccounts: 'Erlaubte AWS-Konten',
  AllowedSignInWays: 'Erlaubte Anmeldewege',
  AllowDeviceCode: 'Anmeldung auf einem anderen Gerät erlauben',
  AllowVanityAddresses: 'Eigene Adressen des Unternehmens erlauben',
  SessionOnly: 'Keine Anmeldung über die Sitzung hinaus aufbewahren',
  AllowSpotApi: 'Registrierung über die Spot-API erlauben',
  AllowOwnTemplates: 'Andere Vorlagen als die mitgelieferte erlauben',
  AllowedTemplateFingerprints: 'Erlaubte Fingerabdrücke von Vorlagen',
  RequireExternalId: 'Externe ID verlangen',
  BucketNamePattern: 'Muster für die Namen von Buckets',
  ClassicBucketNamesOnly: 'Nur gewöhnliche Bucket-Namen',
  ProxyServer: 'Proxyserver',
  ProxyBypassList: 'Adressen ohne Proxy',
  ProxyPacUrl: 'Proxyskript (PAC)',
  Language: 'Sprache',
  AuditFolder: 'Ordner für das Protokoll der Aufrufe',
  AuditRetentionDays: 'Aufbewahrung des Protokolls in Tagen',
  SupportContact: 'Ansprechstelle',
  CliFolder: 'Ordner mit den Dateien der AWS CLI',
}

/** In place of everything else, where what the organization has decided cannot be used. */
const halted = {
  details: 'Für Ihre IT-Abteilung',
  place: 'Stelle',
  setting: 'Einstellung',
  line: 'Zeile',
  version: 'Version dieser App',
  files:
    'Was jede Einstellung sein kann, steht im Ordner „resources/managed“ der installierten App.',
}

export const managed = {
  titles,
  halted,
  /** Beside what cannot be chosen here. */
  set: 'Von Ihrer Organisation vorgegeben',
  /** After who can help with an error. */
  contact: (contact: string) => `Ihre Organisation nennt als Ansprechstelle: ${contact}`,
} as const
