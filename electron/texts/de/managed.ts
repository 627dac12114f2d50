import { REGION } from '../../contract/region.ts'
import type { managed as english } from '../en/managed.ts'
import { number, plural } from './locale.ts'
import { expects } from './managed-expects.ts'

/** What each setting that an organization can make is called. */
const titles: typeof english.titles = {
  AllowedPortals: 'Erlaubte Zugangsportale',
  AllowedRegions: 'Erlaubte Regionen für die Anmeldung',
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
  /** What its value may be. */
  expected: 'Möglich ist',
  version: 'Version dieser App',
  files:
    'Was jede Einstellung sein kann, steht im Ordner „managed“ bei den Ressourcen der installierten App.',
}

export const managed = {
  titles,
  expects,
  halted,
  /** Beside what cannot be chosen here. */
  set: 'Von Ihrer Organisation vorgegeben',
  /** In brackets after the title of what could be allowed. */
  turnedOff: 'abgeschaltet',
  /** Ways to sign in that are not offered. */
  waysOff: (off: number) =>
    plural(off, {
      one: 'Ein weiterer Weg ist abgeschaltet.',
      other: `${number(off)} weitere Wege sind abgeschaltet.`,
    }),
  /** Why that way is not offered where its region is not allowed. */
  consoleElsewhere: `Die Anmeldung wie in der AWS-Konsole wird nicht angeboten: Sie läuft für alle über ${REGION}.`,
  /** Accounts that are not in the list. */
  accountsLeftOut: (leftOut: number) =>
    plural(leftOut, {
      one: 'Ein weiteres Konto wird nicht gezeigt.',
      other: `${number(leftOut)} weitere Konten werden nicht gezeigt.`,
    }),
  /** What a bucket’s name has to be like. */
  bucketsLike: (pattern: string) =>
    `Namen müssen dem Muster ${pattern} entsprechen (* steht für beliebige Zeichen, ? für eines).`,
  /** In place of “Fits”, of what cannot be used. */
  notAllowed: 'Von Ihrer Organisation nicht erlaubt',
  keptNowhere: 'Die Anmeldung bleibt nur im Arbeitsspeicher und endet mit der App.',
  /** In place of two ways to register. */
  onlyInConsole:
    'Ihre Organisation hat die Registrierung über die Spot-API abgeschaltet. Registrieren Sie in der Spot-Konsole.',
  /** After who can help with an error. */
  contact: (contact: string) => `Ihre Organisation nennt als Ansprechstelle: ${contact}`,
} as const
