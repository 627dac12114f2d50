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

export const managed = { titles } as const
